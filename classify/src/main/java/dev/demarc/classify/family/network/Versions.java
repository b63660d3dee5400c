package dev.demarc.classify.family.network;

import dev.demarc.classify.number.NumberChain;
import dev.demarc.classify.number.NumberChain.Edge;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Tells versions, sections of documents and object identifiers from IPv4 addresses, since all are
/// written as four numbers with dots.
///
/// What touches the number decides, and a word directly before it or before the list that it stands
/// in. A word farther off in the sentence decides only where the first two numbers are as small as
/// those of versions, and not in the block 10.0.0.0/8 that networks number their hosts from (RFC
/// 1918). Where all four are small, only what speaks of a host makes it one.
public final class Versions {
  private static final int LARGEST_LEADING = 63;
  private static final int LARGEST_OF_MOST = 31;
  private static final int LONGEST_WORD = 24;
  private static final int LONGEST_ENDING = 4;
  private static final int LONGEST_LIST = 6;
  private static final int LONGEST_HEADING = 80;

  /// How the word begins that a version or section has directly before it, in the languages of our
  /// markets; the endings differ with number and case.
  private static final Words STEMS =
      Words.of(
          "schritt|étape|krok|criterion|subclause|req.|unterabschnitt|"
              + "unterpunkt|punto|abb.|fig.|rys.|tab.|"
              + "version|versión|versão|versione|wersj|verze|versie|verzi|ver.|rev.|revision|"
              + "release|ausgabe|edition|wydani|kompilacj|driver|treiber|pilote|"
              + "sterownik|controlador|firmware|section|secci|sezione|sekcj|"
              + "seção|secção|sectie|sec.|clause|cláusula|clausola|klauzul|klausel|chapter|"
              + "chapitre|capítulo|capitolo|kapitel|hoofdstuk|rozdzia|paragra|para.|"
              + "abschnitt|absatz|ziffer|punkt|apartado|appendix|annex|annexe|anexo|allegato|"
              + "anhang|bijlage|załącznik|zalacznik|subsection|article|artikel|artykuł|"
              + "artículo|articolo|art.|ust.|pkt|tabelle|tabela|tableau|tabla|figure|"
              + "requirement|protocol|protokoll|protocole|protocolo|anforderung|exigence|requisito|wymagani|версия|версии|"
              + "раздел|пункт");

  /// Words that others begin with: controller, building, Stephen.
  private static final Words WHOLE =
      Words.of("control|step|paso|build|oid|sdk|jdk|jre|jdbc|dss|wcag");

  /// What has versions, but stands before the address of a host as well.
  private static final Words PRODUCTS =
      Words.of("windows|android|macos|chrome|chromium|firefox|safari|kernel|plugin");

  private static final Words DIRECTLY =
      Words.of(
          "§|版本|版本号|版|固件|驱动|驱动程序|内核|第|章节|条款|附录|附件|表|图|详见|"
              + "参见|见|升级到|升级至|更新到|更新至|标识符|バージョン|版数|버전|펌웨어");
  private static final Words LINKS =
      Words.of(" is| was| no| no.| nr| nr.| number| num.| ist| est| es| jest| now|是|为");
  private static final Words BETWEEN =
      Words.of(
          "to|and|or|bis|und|oder|et|ou|au|à|y|o|al|a|i|lub|do|oraz|en|of|through|至|"
              + "到|和|及|或|与|、|->|=>|→|,|/|&");
  private static final Words OF_VERSIONS =
      Words.of(
          "version|versión|wersj|wydani|section|clause|rfc|oid|release|released|"
              + "upgrade|upgraded|upgrading|downgrade|downgraded|bump|bumped|pinned|rollback|"
              + "rolled back|table|rule|item|point|firmware|driver|treiber|pilote|sterownik|"
              + "controlador|patch|patched|jdbc|sdk|library|bibliothek|bibliot|changelog|"
              + "update to|update from|updated to|updated from|aktualisier|aktualiz|"
              + "mise à jour|actualiz|版本|固件|升级|更新|驱动|回滚");
  private static final Words OF_HOSTS =
      Words.of(
          "ip|ips|ipv4|host|hosts|addr|address|adres|adresse|dirección|server|servers|"
              + "serwer|servidor|serveur|client|klient|cliente|ping|ssh|port|subnet|route|"
              + "router|gateway|dns|resolver|nameserver|proxy|listen|listening|connect|"
              + "connected|connection|http|https|network|inet|vpn|login|logged in|peer|"
              + "remote|src|dst|request|requests|visitor|downloaded by|blocked|banned|"
              + "traffic|地址|服务器|登录|来自|访问|主机|客户端|网关|封禁");
  private static final Words AFTERWARDS =
      Words.of(
          "release|version|build|firmware|driver|patch|hotfix|update|sdk|beta|preview|final|lts|"
              + "(build|(official build");
  private static final Words TITLES =
      Words.of(
          "general|scope|introduction|overview|terms|definitions|requirements|purpose|normative|"
              + "allgemein|geltungsbereich|begriff|anforderung|einleitung|zakres|definicj|"
              + "postanowienia|wymagania|wprowadzenie|introducción|alcance|definiciones|"
              + "requisitos|définitions|exigences|généralités|总则|范围|定义|术语|要求|概述");
  private static final Words SINCE =
      Words.of(" in | since | until | before | after | seit | depuis | desde | od | w ");
  private static final Words PARTS_OF_TEXTS = new Words("节", "章", "条", "款", "版");

  private Versions() {}

  /// Whether the four `parts` at [start, end) number something else than a host.
  static boolean isOne(Scan s, int start, int end, byte[] parts, Releases releases) {
    return isGlued(s, start, end)
        || PARTS_OF_TEXTS.endAt(s.bytes(), end, s.to()) > 0
        || isArc(parts)
        || isCompared(s, start)
        || areNamed(s.bytes(), s.from(), start, mayBeRelease(parts))
        || (isTiny(parts) && (!isOfHost(s, start, end) || isSince(s, start)))
        || ((isTiny(parts) || isSmall(parts)) && releases.isOne(s, start, end))
        || (parts[0] == 10 && Releases.isBeside(s, start, end))
        || (isSmall(parts)
            && (areSpokenOf(s.bytes(), s.from(), start) || isFollowed(s, end) || isIn(s, start)))
        || isHeading(s.bytes(), s.from(), start)
        || isFirstHeading(s, start, end, parts)
        || isTime(s.bytes(), s.from(), start, parts)
        || (isStep(s, start, end) && areSpokenOf(s.bytes(), s.from(), start));
  }

  /// Whether a line that speaks of releases has the tiny number behind a word and no sign.
  static boolean isReleased(Scan s, int start, int end, byte[] parts, Releases releases) {
    boolean bare = start - 2 >= s.from() && s.bytes()[start - 1] == ' ';
    bare = bare && ":=\"'".indexOf(s.bytes()[start - 2]) < 0;
    return bare && isTiny(parts) && releases.isOne(s, start, end);
  }

  /// Whether a word directly before `at`, or before the list that goes on at `at`, says that
  /// versions or sections stand there.
  public static boolean areNamed(byte[] b, int from, int at) {
    return areNamed(b, from, at, true);
  }

  private static boolean areNamed(byte[] b, int from, int at, boolean products) {
    int start = at;
    for (int k = 0; k < LONGEST_LIST; k++) {
      if (isNamed(b, from, start, products)) {
        return true;
      }
      start = before(b, from, start);
      if (start < 0) {
        return false;
      }
    }
    return false;
  }

  private static boolean isNamed(byte[] b, int from, int start, boolean products) {
    int end = signsBefore(b, from, start);
    int link = LINKS.startOfLast(b, from, end);
    return endsInWord(b, from, end, products)
        || (link > from && endsInWord(b, from, signsBefore(b, from, link), products));
  }

  /// Whether it is more likely a version of such a product than the address of the host that it
  /// runs on: no address of a private network (RFC 1918), and large at the beginning only where
  /// browsers end it in zeros.
  private static boolean mayBeRelease(byte[] parts) {
    boolean zeros = parts[1] == 0 && parts[2] == 0 && parts[3] == 0;
    return zeros || (parts[0] != 10 && (parts[0] & 0xFF) <= LARGEST_LEADING);
  }

  private static int signsBefore(byte[] b, int from, int start) {
    int end = start;
    while (end > from && " =:\"'`(>".indexOf(b[end - 1]) >= 0) {
      end--;
    }
    return end;
  }

  /// Whether a word that says so ends at `end`.
  private static boolean endsInWord(byte[] b, int from, int end, boolean products) {
    if (end == from) {
      return false;
    }
    if (b[end - 1] < 0 && DIRECTLY.startOfLast(b, from, end) >= 0) {
      return true;
    }
    int least = Math.max(from, end - LONGEST_WORD);
    int word = b[end - 1] == '.' ? end - 1 : end;
    while (word > least
        && (b[word - 1] < 0 || Bytes.letter(b[word - 1]))
        && !isHump(b, word, end)) {
      word--;
    }
    int stem = STEMS.endAt(b, word, end);
    boolean named = stem > 0 && end - stem <= LONGEST_ENDING;
    return named || isWhole(WHOLE, b, word, end) || (products && isWhole(PRODUCTS, b, word, end));
  }

  /// Whether [from, end) is one of these words, or more than one of what it names.
  private static boolean isWhole(Words words, byte[] b, int from, int end) {
    int stem = words.endAt(b, from, end);
    return stem == end || (stem == end - 1 && stem > 0 && b[stem] == 's');
  }

  /// Whether a word begins at `at` inside a name such as `FileVersion`.
  private static boolean isHump(byte[] b, int at, int end) {
    return at < end && b[at] >= 'A' && b[at] <= 'Z' && b[at - 1] >= 'a' && b[at - 1] <= 'z';
  }

  /// Where the number with dots begins that a word or sign of a list links to the one at `start`,
  /// or -1.
  private static int before(byte[] b, int from, int start) {
    int end = blanksBefore(b, from, start);
    int word = BETWEEN.startOfLast(b, from, end);
    if (word <= from || (Bytes.letter(b[word]) && b[word - 1] != ' ')) {
      return -1;
    }
    int i = blanksBefore(b, from, word);
    int last = i;
    int dots = 0;
    while (i > from && (Bytes.digit(b[i - 1]) || b[i - 1] == '.')) {
      i--;
      dots += b[i] == '.' ? 1 : 0;
    }
    return dots >= 2 && i < last ? i : -1;
  }

  private static int blanksBefore(byte[] b, int from, int at) {
    int i = at;
    while (i > from && b[i - 1] == ' ') {
      i--;
    }
    return i;
  }

  /// `app-1.2.3.4`, `Chrome/120.0.0.0`, `1.2.3.4-rc1`, `1.2.3.4-1ubuntu2`. `host/10.1.2.3:8020` is
  /// an address.
  private static boolean isGlued(Scan s, int start, int end) {
    byte[] b = s.bytes();
    boolean glued =
        NumberChain.edgeBefore(b, s.from(), start) != Edge.FREE && !endsRange(b, s.from(), start);
    boolean afterName = start - 1 > s.from() && b[start - 1] == '/' && Bytes.letter(b[start - 2]);
    boolean port = end < s.to() && b[end] == ':';
    return glued || (afterName && !port) || hasSuffix(b, end, s.to());
  }

  /// `10.0.0.1-10.0.0.9` is a range of addresses.
  private static boolean endsRange(byte[] b, int from, int start) {
    int dots = 0;
    int i = start - 1;
    while (i > from && b[start - 1] == '-' && (Bytes.digit(b[i - 1]) || b[i - 1] == '.')) {
      i--;
      dots += b[i] == '.' ? 1 : 0;
    }
    return dots == 3 && (i == from || !Bytes.alphanumeric(b[i - 1]));
  }

  /// Whether an operator of a package's requirements stands before it, and no word for a host: `>=
  /// 24.8.40.138`, `pkg==4.3.2.1`.
  private static boolean isCompared(Scan s, int start) {
    byte[] b = s.bytes();
    int end = blanksBefore(b, s.from(), start);
    boolean operator =
        end - 2 >= s.from()
            && (b[end - 1] == '=' || (b[end - 1] == '>' && b[end - 2] == '~'))
            && "=<>~!".indexOf(b[end - 2]) >= 0;
    int line = Nearby.lineStart(b, s.from(), start);
    return operator && OF_HOSTS.lastWhole(b, line, start) < 0;
  }

  private static boolean hasSuffix(byte[] b, int end, int to) {
    int i = end + 1;
    if (i >= to || (b[end] != '-' && b[end] != '+')) {
      return false;
    }
    while (i < to && Bytes.digit(b[i])) {
      i++;
    }
    return i < to && Bytes.letter(b[i]);
  }

  /// Arcs of object identifiers: of the Internet (RFC 1155), of X.520's attributes and of X.509's
  /// extensions.
  private static boolean isArc(byte[] parts) {
    boolean internet = parts[0] == 1 && parts[1] == 3 && parts[2] == 6 && parts[3] == 1;
    return internet || (parts[0] == 2 && parts[1] == 5 && (parts[2] == 4 || parts[2] == 29));
  }

  /// Whether all four numbers are as small as those of most versions and of few hosts. Those
  /// resolvers whose numbers repeat are hosts that everybody knows.
  private static boolean isTiny(byte[] parts) {
    boolean tiny = parts[0] != 10 && !isKnown(parts);
    for (int k = 0; k < 4; k++) {
      tiny &= (parts[k] & 0xFF) <= LARGEST_OF_MOST;
    }
    return tiny;
  }

  private static boolean isKnown(byte[] parts) {
    boolean same = parts[0] == parts[1] && parts[1] == parts[2] && parts[2] == parts[3];
    boolean pairs = parts[0] == parts[1] && parts[2] == parts[3] && parts[0] == 2 * parts[2];
    boolean level3 = parts[0] == 4 && parts[1] == 2 && parts[2] == 2;
    boolean one = parts[0] == 1 && parts[1] == 0 && parts[2] == 0;
    return same || pairs || level3 || one;
  }

  /// Whether a word directly before it says when something changed, as a version tells.
  private static boolean isSince(Scan s, int start) {
    return SINCE.startOfLast(s.bytes(), s.from(), start) >= 0;
  }

  private static boolean isIn(Scan s, int start) {
    byte[] b = s.bytes();
    int word = start - "in ".length();
    boolean in = word >= s.from() && Bytes.at(b, word, start, "in ");
    return in && (word == s.from() || !Bytes.alphanumeric(b[word - 1]));
  }

  /// Whether a port, a prefix length, a scheme or a word says that it is a host's.
  static boolean isOfHost(Scan s, int start, int end) {
    byte[] b = s.bytes();
    boolean from = start - 5 >= s.from() && Bytes.at(b, start - 5, s.to(), "from ");
    int line = sentenceStart(b, Nearby.lineStart(b, s.from(), start), start);
    int host = OF_HOSTS.lastWhole(b, line, start);
    return Releases.isReached(s, start, end)
        || ((from || host >= 0) && host >= OF_VERSIONS.lastWhole(b, line, start));
  }

  /// Whether a word before it in its sentence speaks of versions, and no number with dots took that
  /// word before.
  public static boolean areSpokenOf(byte[] b, int from, int start) {
    int first = start;
    for (int k = 0; k < LONGEST_LIST && before(b, from, first) >= 0; k++) {
      first = before(b, from, first);
    }
    int sentence = sentenceStart(b, Nearby.lineStart(b, from, first), first);
    int version = OF_VERSIONS.lastWhole(b, sentence, first);
    return version >= 0 && version > OF_HOSTS.lastWhole(b, sentence, first);
  }

  /// Whether it begins its line, and the line before begins with a number of its chapter that has
  /// fewer parts than an address.
  private static boolean isHeading(byte[] b, int from, int start) {
    int line = start;
    while (line > from && (b[line - 1] == ' ' || b[line - 1] == '#')) {
      line--;
    }
    if (line == from || b[line - 1] != '\n') {
      return false;
    }
    int before = line - 1;
    int least = Math.max(from, before - LONGEST_HEADING);
    while (before > least && b[before - 1] != '\n') {
      before--;
    }
    while (before < line && (b[before] == ' ' || b[before] == '#')) {
      before++;
    }
    int same = 0;
    int dots = 0;
    boolean alike = true;
    int i = before;
    // Where the first numbers are alike, the address ends its own with the same point.
    while (alike && i < line && (Bytes.digit(b[i]) || (b[i] == '.' && Bytes.digit(b[i + 1])))) {
      alike = dots > 0 || b[i] == b[start + i - before];
      same += dots == 0 ? 1 : 0;
      dots += b[i++] == '.' ? 1 : 0;
    }
    return alike && same > 0 && (dots == 1 || dots == 2) && i < line && b[i] == ' ';
  }

  /// Whether it begins its line with small numbers and a title follows: of a word that chapters are
  /// called by, or where no private network can be meant, any while a line beside it has the number
  /// that comes before or next.
  private static boolean isFirstHeading(Scan s, int start, int end, byte[] parts) {
    byte[] b = s.bytes();
    int to = s.to();
    boolean small = (parts[0] & 0xFF) <= LARGEST_OF_MOST;
    boolean begins = beginsLine(b, s.from(), start);
    if (!small || !begins || end + 2 >= to || b[end] != ' ' || !isTitle(b[end + 1])) {
      return false;
    }
    if (TITLES.endAt(b, end + 1, to) > 0) {
      return true;
    }
    if (parts[0] == 10) {
      return false;
    }
    int next = Bytes.find(b, end, Math.min(to, end + LONGEST_HEADING), '\n') + 1;
    if (next < to && b[next - 1] == '\n' && numbersNext(b, start, end, next, to, 1)) {
      return true;
    }
    int before = lineBefore(b, s.from(), start);
    return before >= 0 && numbersNext(b, start, end, before, to, -1);
  }

  /// Whether the line of `at` has nothing but blanks and signs of headings before it.
  private static boolean beginsLine(byte[] b, int from, int at) {
    int line = at;
    while (line > from && (b[line - 1] == ' ' || b[line - 1] == '#')) {
      line--;
    }
    return line == from || b[line - 1] == '\n';
  }

  private static boolean isTitle(byte c) {
    return c < 0 || (c >= 'A' && c <= 'Z');
  }

  /// Where the line before that of `at` begins, behind its blanks and signs, or -1.
  private static int lineBefore(byte[] b, int from, int at) {
    int end = at;
    while (end > from && b[end - 1] != '\n') {
      end--;
    }
    int line = end - 1;
    int least = Math.max(from, line - LONGEST_HEADING);
    while (line > least && b[line - 1] != '\n') {
      line--;
    }
    while (line >= from && line < end && (b[line] == ' ' || b[line] == '#')) {
      line++;
    }
    return end > from ? line : -1;
  }

  /// Whether the number of the heading at `other` is that of [start, end), but `step` more at its
  /// end, and a title follows it.
  private static boolean numbersNext(byte[] b, int start, int end, int other, int to, int step) {
    int dot = end;
    while (b[dot - 1] != '.') {
      dot--;
    }
    int i = other;
    while (i < to && (b[i] == ' ' || b[i] == '#')) {
      i++;
    }
    int k = start;
    while (k < dot && i < to && b[i] == b[k]) {
      i++;
      k++;
    }
    int number = 0;
    int digits = i;
    while (i < to && i - digits < 3 && Bytes.digit(b[i])) {
      number = number * 10 + b[i++] - '0';
    }
    int own = 0;
    for (int d = dot; d < end; d++) {
      own = own * 10 + b[d] - '0';
    }
    boolean title = i + 1 < to && b[i] == ' ' && isTitle(b[i + 1]);
    return k == dot && i > digits && number == own + step && title;
  }

  /// Whether it is the time of day behind a date: `2026-11-23 10.15.33.120`.
  private static boolean isTime(byte[] b, int from, int start, byte[] parts) {
    int date = start - 11;
    boolean day =
        date >= from && b[date + 4] == '-' && b[date + 7] == '-' && Bytes.digit(b[date + 9]);
    return day
        && (b[start - 1] == ' ' || b[start - 1] == 'T')
        && (parts[0] & 0xFF) < 24
        && (parts[1] & 0xFF) < 60
        && (parts[2] & 0xFF) < 60;
  }

  /// Whether it is one of the two numbers of "from 10.4.2.1 to 10.5.0.3", which a word for versions
  /// governs even where hosts of a private network could be meant.
  private static boolean isStep(Scan s, int start, int end) {
    byte[] b = s.bytes();
    boolean first =
        start - 5 >= s.from()
            && Bytes.at(b, start - 5, s.to(), "from ")
            && Bytes.at(b, end, s.to(), " to ")
            && end + 4 < s.to()
            && Bytes.digit(b[end + 4]);
    boolean second =
        start - 4 >= s.from()
            && Bytes.at(b, start - 4, s.to(), " to ")
            && before(b, s.from(), start) >= 0;
    return first || second;
  }

  /// Where the sentence of `at` begins, or what stands behind the last number with dots.
  private static int sentenceStart(byte[] b, int from, int at) {
    int i = at;
    while (i > from) {
      boolean stop = b[i - 1] == '.' || b[i - 1] == '!' || b[i - 1] == '?' || b[i - 1] == ';';
      boolean dot = b[i - 1] == '.' && i < at && Bytes.digit(b[i]);
      if (dot || (stop && i < at && b[i] == ' ')) {
        return i;
      }
      i--;
    }
    return i;
  }

  /// Whether a word that says so follows.
  private static boolean isFollowed(Scan s, int end) {
    byte[] b = s.bytes();
    return end < s.to() && b[end] == ' ' && AFTERWARDS.endAt(b, end + 1, s.to()) > 0;
  }

  /// Whether the first two numbers are as small as those of versions, and none of a private host.
  private static boolean isSmall(byte[] parts) {
    return parts[0] != 10
        && (parts[0] & 0xFF) <= LARGEST_LEADING
        && (parts[1] & 0xFF) <= LARGEST_LEADING;
  }
}
