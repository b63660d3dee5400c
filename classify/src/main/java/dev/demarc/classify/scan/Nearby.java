package dev.demarc.classify.scan;

import dev.demarc.classify.number.NumberChain;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// What the words before a value say about it.
public final class Nearby {
  private static final int KEY_REACH = 48;
  private static final int WORD_REACH = 40;

  /// Words up to this length stand at the beginning of others.
  private static final int LONGEST_SHORT = 4;

  private static final Words LINKS =
      new Words(
          "is", "was", "are", "number", "no", "nr", "num", "numer", "nummer", "numero", "numéro",
          "est le", "es el", "è il", "número", "n°", "nº", "ist", "est", "是", "为", "為", "号", "号码",
          "號", "號碼");
  private static final Words WIFI_WORDS =
      new Words(
          "ssid",
          "wifi",
          "wi-fi",
          "wlan",
          "access point",
          "associat",
          "roam",
          "hotspot",
          "无线",
          "热点",
          "路由",
          "接入点");

  /// Those that stand inside other words too: map, excel.
  private static final Words SHORT_WIFI_WORDS = new Words("cell ", "bss ", "ap ", "ap:", "ap=");

  private Nearby() {}

  /// What a key or word directly before `at` names, across `:`, `=`, `is`, 是 and the like.
  public static Field keyBefore(KeyTable keys, byte[] b, int from, int at) {
    int start = keyStart(b, from, at);
    int end = at;
    Field field = keys.of(b, start, end);
    while (field == Field.NONE) {
      int shorter = withoutLink(b, start, end);
      if (shorter == end) {
        return Field.NONE;
      }
      end = shorter;
      field = keys.of(b, start, end);
    }
    return field;
  }

  /// Where the key that ends at `at` may begin at the earliest.
  static int keyStart(byte[] b, int from, int at) {
    int least = Math.max(from, at - KEY_REACH);
    int i = at;
    while (i > least && !divides(b[i - 1])) {
      i--;
    }
    return i;
  }

  private static boolean divides(byte c) {
    return switch (c) {
      case '\n', '\r', ',', ';', '{', '}', '[', ']', '&', '?', '|', '\t' -> true;
      default -> false;
    };
  }

  private static int withoutLink(byte[] b, int start, int to) {
    int end = to;
    while (end > start && b[end - 1] >= 0 && !Bytes.alphanumeric(b[end - 1])) {
      end--;
    }
    int link = LINKS.startOfLast(b, start, end);
    boolean word = link == start || (link > 0 && (b[link] < 0 || !Bytes.alphanumeric(b[link - 1])));
    return word ? link : to;
  }

  /// Whether the line speaks of Wi-Fi before `at`.
  static boolean wifi(byte[] b, int from, int at) {
    int line = lineStart(b, from, at);
    return WIFI_WORDS.standIn(b, line, at) || lastWord(SHORT_WIFI_WORDS, b, line, at) >= 0;
  }

  /// Where the last of the words in [from, to) begins that is a word by itself: none goes on before
  /// it, and none after it where it is short, but for the humps of a name such as `orderId`; or -1.
  public static int lastWord(Words words, byte[] b, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      int end = words.endAt(b, i, to);
      if (end > 0 && begins(b, from, i) && (end - i > LONGEST_SHORT || ends(b, end, to))) {
        return i;
      }
    }
    return -1;
  }

  /// Where the last of the words in [from, to) begins that none goes on before; or -1.
  public static int lastBegun(Words words, byte[] b, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (words.endAt(b, i, to) > 0 && begins(b, from, i)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether four hexadecimal digits, one of them a letter, stand directly before or after a number
  /// in groups of four: the number is a stretch of a dump or a list of characters.
  public static boolean isAmongHex(Scan s, NumberChain n) {
    for (int k = 0; k < n.groups(); k++) {
      if (n.length(k) != 4) {
        return false;
      }
    }
    byte[] b = s.bytes();
    int before = n.start();
    while (before > s.from() && n.start() - before < 2 && dividesGroups(b[before - 1])) {
      before--;
    }
    int after = n.end();
    while (after < s.to() && after - n.end() < 2 && dividesGroups(b[after])) {
      after++;
    }
    return (before < n.start() && isHexGroup(b, s.from(), before - 4, s.to()))
        || (after > n.end() && isHexGroup(b, s.from(), after, s.to()));
  }

  private static boolean dividesGroups(byte c) {
    return c == ' ' || c == '\n' || c == ';' || c == ',';
  }

  private static boolean isHexGroup(byte[] b, int from, int at, int to) {
    if (at < from || at + 4 > to) {
      return false;
    }
    boolean letter = false;
    boolean digit = false;
    for (int i = at; i < at + 4; i++) {
      if (Bytes.hex(b[i]) < 0) {
        return false;
      }
      letter |= Bytes.letter(b[i]);
      digit |= Bytes.digit(b[i]);
    }
    boolean free = at == from || !Bytes.alphanumeric(b[at - 1]);
    return letter && digit && free && (at + 4 == to || !Bytes.alphanumeric(b[at + 4]));
  }

  private static boolean begins(byte[] b, int from, int at) {
    boolean first = at == from || !Bytes.letter(b[at]);
    return first || !isLetter(b, from, at - 1) || isHump(b, at);
  }

  private static boolean ends(byte[] b, int end, int to) {
    int past = end < to && b[end] == 's' ? end + 1 : end;
    boolean letters = Bytes.letter(b[end - 1]) && past < to;
    boolean goesOn = letters && (Bytes.letter(b[past]) || isLatin(b[past]));
    return !goesOn || isHump(b, past);
  }

  /// Whether a letter of an alphabet ends with the byte at `at`.
  private static boolean isLetter(byte[] b, int from, int at) {
    return Bytes.letter(b[at]) || (b[at] < 0 && at > from && isLatin(b[at - 1]));
  }

  /// Whether it is the first of two bytes, as those of Latin, Greek and Cyrillic letters are.
  private static boolean isLatin(byte c) {
    return (c & 0xE0) == 0xC0 && (c & 0xFF) > 0xC2;
  }

  private static boolean isHump(byte[] b, int at) {
    return b[at] >= 'A' && b[at] <= 'Z' && b[at - 1] >= 'a' && b[at - 1] <= 'z';
  }

  /// Where the line of `at` begins, or the reach of a word on it.
  public static int lineStart(byte[] b, int from, int at) {
    return lineStart(b, from, at, WORD_REACH);
  }

  /// Where the line of `at` begins, or `reach` bytes of it before `at`.
  public static int lineStart(byte[] b, int from, int at, int reach) {
    int least = Math.max(from, at - reach);
    int i = at;
    while (i > least && b[i - 1] != '\n') {
      i--;
    }
    return i;
  }

  /// Where the line of `at` ends, or the reach of a word on it.
  public static int lineEnd(byte[] b, int at, int to) {
    int most = Math.min(to, at + WORD_REACH);
    int i = at;
    while (i < most && b[i] != '\n') {
      i++;
    }
    return i;
  }
}
