package dev.demarc.classify.family.network;

import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Utf8;
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;

/// What the name of a Wi-Fi network looks like where nothing sets it apart, and where it ends. IEEE
/// 802.11 allows 32 octets of anything; people and makers use less.
final class NetworkNameShape {
  private static final int LONGEST = 32;

  /// First byte of the last letters of Latin Extended-B (U+024F).
  private static final int LAST_LATIN = 0xC9;

  /// Small words inside of names.
  private static final Words PARTICLES =
      Words.of(
          "de |del |de la |de los |do |da |dos |das |di |della |dello |dei |du |des |van |van de"
              + " |van der |von |der |den |of the |of |et |y |e |& |la |le |el |los |les |pod |nad"
              + " |na ");

  /// What a network is for.
  private static final WordSet ROLES =
      WordSet.of(
          "pos net wifi wlan guest guests gast gaeste iot staff corp lan home office byod mesh ext"
              + " tills till warehouse store shop depot kiosk scanners cctv cams visitors public"
              + " goscie invites invitados ospiti convidados gasten sklep biuro");

  /// Parts of words that a language has.
  private static final WordSet NO_PARTS =
      WordSet.of(
          "wi fi non on off pre post in out only based enabled wide free less to of the and or by"
              + " for no up down all any self multi single dual tri inter intra sub anti over"
              + " under driven ready side style first friendly related specific work working");

  private static final String[] STANDARDS = {
    "802.11",
    "ios",
    "android",
    "windows",
    "ipv",
    "wpa",
    "openvpn",
    "2.4",
    "5g",
    "wi-fi",
    "wifi",
    "ap-sta",
    "ctrl-event",
    "sta-",
    "rx-",
    "tx-",
    "dhcp",
    "cfg80211",
    "ieee",
    "esp32",
    "esp82",
    "rtl8",
    "iwl",
    "ath1",
    "kernel",
    "channel",
    "rfc",
    "version",
    "debian",
    "ubuntu",
    "fedora",
    "linux",
    "macos",
    "bluetooth",
    "macbook-pro",
    "macbook-air",
    "dual-band",
    "tri-band"
  };

  private NetworkNameShape() {}

  /// Whether a word is no word of a language and no name of a standard: with a sign inside, or
  /// digits.
  static boolean isMarked(byte[] b, int from, int to) {
    for (String standard : STANDARDS) {
      if (Bytes.at(b, from, to, standard)) {
        return false;
      }
    }
    boolean sign = false;
    boolean letter = false;
    int digits = 0;
    for (int i = from; i < to; i++) {
      sign |= i > from && (b[i] == '_' || b[i] == '-');
      letter |= Bytes.letter(b[i]);
      digits += Bytes.digit(b[i]) ? 1 : 0;
    }
    boolean capital = to > from && b[from] >= 'A' && b[from] <= 'Z';
    boolean shaped = (sign && (capital || digits > 0)) || digits > 1;
    return letter && to - from >= 4 && (shaped || (digits > 0 && hasHump(b, from, to)));
  }

  /// Whether it is a word of small letters with hyphens or underscores inside, one part of which
  /// says what networks are for: `canal-pos`, `till-net-west`.
  static boolean isOfRole(byte[] b, int from, int to) {
    boolean role = false;
    int part = from;
    int parts = 0;
    for (int i = from; i <= to; i++) {
      if (i < to && b[i] != '-' && b[i] != '_') {
        if (!Bytes.alphanumeric(b[i])) {
          return false;
        }
        continue;
      }
      role |= ROLES.has(b, part, i);
      if (i - part < 2 || NO_PARTS.has(b, part, i)) {
        return false;
      }
      parts++;
      part = i + 1;
    }
    return role && parts >= 2;
  }

  /// Whether a capital stands behind a small letter.
  static boolean hasHump(byte[] b, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (b[i] >= 'A' && b[i] <= 'Z' && b[i - 1] >= 'a' && b[i - 1] <= 'z') {
        return true;
      }
    }
    return false;
  }

  /// Whether a marked word has an underscore, or both a sign or capital inside and a digit, as no
  /// name of a thing that is sold has.
  static boolean isStrange(byte[] b, int from, int to) {
    boolean underscore = Bytes.find(b, from, to, '_') < to;
    boolean digit = false;
    for (int i = from + 1; i < to; i++) {
      digit |= Bytes.digit(b[i]);
    }
    boolean mixed = digit && (to - from > 7 || hasHump(b, from, to));
    return isMarked(b, from, to) && (underscore || mixed);
  }

  /// Where a name without quotes ends: after its first word, those after that which begin with a
  /// capital or digit or are pictures, and those of the articles that lead to such a word.
  static int nameEnd(byte[] b, int from, int to) {
    int end = wordEnd(b, from, to);
    while (end > from && end + 1 < to && end - from < LONGEST && b[end] == ' ') {
      int particle = PARTICLES.endAt(b, end + 1, to);
      int start = particle > 0 && isOpening(b, particle, to) ? particle : end + 1;
      int next = isOpening(b, start, to) ? wordEnd(b, start, to) : end;
      if (next <= end + 1 || next - from > LONGEST) {
        break;
      }
      end = next;
    }
    return end;
  }

  /// Whether a word of a name may begin at `at`: with a capital, a digit or a picture.
  private static boolean isOpening(byte[] b, int at, int to) {
    if (at >= to) {
      return false;
    }
    boolean own = b[at] == 'i' && at + 1 < to && Bytes.capital(b[at + 1]);
    boolean latin = b[at] == (byte) 0xC3 && at + 1 < to && (b[at + 1] & 0xFF) < 0x9F;
    return own || latin || Bytes.capital(b[at]) || Bytes.digit(b[at]) || isPicture(b, at, to);
  }

  /// Where the word ends that begins at `from`. One that begins with ASCII goes on through letters
  /// of the Latin script, and not into Chinese, which has no blanks. Pictures belong to any.
  static int wordEnd(byte[] b, int from, int to) {
    int i = from;
    boolean ascii = from < to && b[from] >= 0;
    while (i < to && i - from < LONGEST) {
      boolean picture = b[i] < 0 && isPicture(b, i, to);
      boolean other = b[i] < 0 && ascii && (b[i] & 0xFF) > LAST_LATIN;
      if (b[i] >= 0 ? !isOfName(b[i]) : !picture && (other || !isLetter(b, i, to))) {
        break;
      }
      i += b[i] < 0 ? Utf8.length(b[i] & 0xFF) : 1;
    }
    while (i > from && (b[i - 1] == '.' || b[i - 1] == '!' || b[i - 1] == '\'')) {
      i--;
    }
    return i;
  }

  /// Whether an emoji or another picture stands at `at`.
  static boolean isPicture(byte[] b, int at, int to) {
    int first = b[at] & 0xFF;
    if ((first != 0xE2 && first < 0xF0) || at + Utf8.length(first) > to) {
      return false;
    }
    int type = Character.getType(Utf8.codePoint(b, at));
    return type == Character.OTHER_SYMBOL || type == Character.MODIFIER_SYMBOL;
  }

  /// Whether it is one of the ASCII signs that names without quotes have.
  static boolean isOfName(byte c) {
    return Bytes.alphanumeric(c) || "_-.'@&!#+".indexOf(c) >= 0;
  }

  private static boolean isLetter(byte[] b, int at, int to) {
    return at + Utf8.length(b[at] & 0xFF) <= to && Character.isLetterOrDigit(Utf8.codePoint(b, at));
  }
}
