package dev.demarc.classify.family.network;

import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Tells versions of four small numbers from IPv4 addresses by what is said farther off: a line
/// that bumps or releases something, a heading over a list of releases, what was mended in them,
/// and other versions in the same list.
final class Releases {
  private static final int LINE = 160;
  private static final int HEADING = 1500;
  private static final int ITEM = 40;
  private static final Words RELEASING =
      Words.of(
          "bump|upgrade|downgrad|roll back|rolled back|rollback|pin |pinned|update auf|updates auf|"
              + "upgrade auf|aktualisier|update naar|updaten naar|bijgewerkt naar|upgrade naar|"
              + "mise à jour|mettre à jour|mis à jour|actualiz|aggiorn|atualiz|zaktualiz|aktualiz|"
              + "发布|上线|升级|回滚|更新到|更新至");
  private static final Words HISTORIES =
      Words.of(
          "changelog|change log|release notes|release history|firmware history|version history|"
              + "what's new|what’s new|versionshinweise|änderungsprotokoll|versionsverlauf|"
              + "historia zmian|historia wersji|lista zmian|notes de version|journal des"
              + " modifications|notas de la versión|historial de versiones|note di rilascio|"
              + "registro delle modifiche|notas de versão|histórico de versões|wijzigingenlog|"
              + "更新日志|更新记录|发布说明|版本历史|历史版本|变更记录");
  private static final Words AFTERWARDS =
      Words.of(
          " or older| or newer| or later| or earlier| or above| or higher| and later| and above|"
              + " and newer| and older| and up| oder älter| oder neuer| oder höher| lub nowsz| lub"
              + " starsz| lub wyż| ou plus| ou supérieur| ou ultérieur| o superior| o posterior| o"
              + " anterior| o successiv| o precedent| of nieuwer| of hoger| of ouder| ou superior|"
              + " ou posterior| ou anterior| fixed | fixes | adds | added | introduces | introduced"
              + " | improves | behebt | korrigiert | corrige | naprawia | dodaje | risolve |"
              + " repariert | 及以上| 及以下|及以上|及以下|以上版本|以前版本|之前版本| 修复|修复");

  /// What stands directly before the address of a host and of no version.
  private static final Words ADDRESSED =
      Words.of(
          "ip|ips|addr|address|adresse|adres|dirección|indirizzo|endereço|host|from|at|on|@|von|"
              + "connects as|connected as|connecting as|logged in as|logs in as|appears as|seen as|"
              + "customer|customers|visitor|kunde|kundin|kunden|cliente|klient|client is|"
              + "desde|地址|来自|在|于|到|主机");

  // The last heading of the text that was read up to `readTo`, or -1.
  private int text = -1;
  private int readTo;
  private int heading;

  /// Whether the small number at [start, end) is one of a release.
  boolean isOne(Scan s, int start, int end) {
    byte[] b = s.bytes();
    if (isReached(s, start, end) || isAddressed(b, s.from(), start)) {
      return false;
    }
    int line = Nearby.lineStart(b, s.from(), start, LINE);
    return Nearby.lastBegun(RELEASING, b, line, start) >= 0
        || AFTERWARDS.endAt(b, end, s.to()) > 0
        || isListed(b, line, start, end, s.to())
        || (!Versions.isOfHost(s, start, end) && isHeaded(s, start));
  }

  /// Whether a heading over a list of releases stands not far before `start`. No heading goes on
  /// over a number, so that each byte is read once for all numbers of a text.
  private boolean isHeaded(Scan s, int start) {
    int least = Math.max(s.from(), start - HEADING);
    if (s.shown() != text || start < readTo) {
      text = s.shown();
      readTo = least;
      heading = -1;
    }
    int last = HISTORIES.lastIn(s.bytes(), Math.max(readTo, least), start);
    heading = last < 0 ? heading : last;
    readTo = start;
    return heading >= least;
  }

  /// Whether a list beside versions of three parts has the number at [start, end), whatever its
  /// block.
  static boolean isBeside(Scan s, int start, int end) {
    byte[] b = s.bytes();
    return !isReached(s, start, end)
        && !isAddressed(b, s.from(), start)
        && isListed(b, Nearby.lineStart(b, s.from(), start, LINE), start, end, s.to());
  }

  /// Whether a port or prefix length follows it, or a scheme or login leads to it.
  static boolean isReached(Scan s, int start, int end) {
    byte[] b = s.bytes();
    boolean more = end + 1 < s.to() && (b[end] == ':' || b[end] == '/') && Bytes.digit(b[end + 1]);
    boolean scheme = start - 2 >= s.from() && b[start - 1] == '/' && b[start - 2] == '/';
    return more || scheme || (start > s.from() && b[start - 1] == '@');
  }

  private static boolean isAddressed(byte[] b, int from, int start) {
    int end = start;
    while (end > from && " :=(\"'".indexOf(b[end - 1]) >= 0) {
      end--;
    }
    int word = ADDRESSED.startOfLast(b, from, end);
    return word >= 0
        && (word == from || !Bytes.letter(b[word]) || !Bytes.alphanumeric(b[word - 1]));
  }

  /// Whether a word stands before it and it is an item of a list beside another whose number has
  /// three parts: `zlib 1.3.1, openssl 23.4.118.2`.
  private static boolean isListed(byte[] b, int line, int start, int end, int to) {
    boolean word = start - 2 > line && b[start - 1] == ' ' && Bytes.letter(b[start - 2]);
    if (!word) {
      return false;
    }
    int comma = start;
    while (comma > line && start - comma < ITEM && b[comma - 1] != ',') {
      comma--;
    }
    boolean before = comma > line && b[comma - 1] == ',' && endsInThree(b, line, comma - 1);
    int next = end + 2;
    boolean listed = next < to && b[end] == ',' && b[end + 1] == ' ';
    return before || (listed && leadsToThree(b, next, Math.min(to, next + ITEM)));
  }

  /// Whether a word and a number of three parts end at `end`.
  private static boolean endsInThree(byte[] b, int from, int end) {
    int dots = 0;
    int i = end;
    while (i > from && (Bytes.digit(b[i - 1]) || b[i - 1] == '.')) {
      i--;
      dots += b[i] == '.' ? 1 : 0;
    }
    return dots == 2 && i - 2 >= from && b[i - 1] == ' ' && Bytes.letter(b[i - 2]);
  }

  /// Whether one word and a number of three parts begin at `at`.
  private static boolean leadsToThree(byte[] b, int at, int to) {
    int i = at;
    while (i < to && (Bytes.letter(b[i]) || b[i] == '-' || b[i] == '_')) {
      i++;
    }
    int number = i < to && b[i] == ' ' && i > at ? i + 1 : to;
    int dots = 0;
    int k = number;
    while (k < to && (Bytes.digit(b[k]) || (b[k] == '.' && k + 1 < to && Bytes.digit(b[k + 1])))) {
      dots += b[k++] == '.' ? 1 : 0;
    }
    return dots == 2;
  }
}
