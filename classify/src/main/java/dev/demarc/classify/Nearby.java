package dev.demarc.classify;

/// What the words before a value say about it.
final class Nearby {
  private static final int KEY_REACH = 48;
  private static final int WORD_REACH = 40;
  private static final Words LINKS =
      new Words(
          "is", "was", "are", "number", "no", "nr", "num", "numer", "nummer", "numero", "numéro",
          "número", "n°", "nº", "ist", "est", "是", "为", "為", "号", "号码", "號", "號碼");
  private static final Words WIFI_WORDS =
      new Words(
          "ssid",
          "wifi",
          "wi-fi",
          "wlan",
          "access point",
          "cell ",
          "associat",
          "roam",
          "bss ",
          "hotspot",
          "ap ",
          "ap:",
          "ap=",
          "无线",
          "热点",
          "路由",
          "接入点");

  private Nearby() {}

  /// What a key or word directly before `at` names, across `:`, `=`, `is`, 是 and the like.
  static Field keyBefore(KeyTable keys, byte[] b, int from, int at) {
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
    return WIFI_WORDS.standIn(b, lineStart(b, from, at), at);
  }

  /// Where the line of `at` begins, or the reach of a word on it.
  static int lineStart(byte[] b, int from, int at) {
    int least = Math.max(from, at - WORD_REACH);
    int i = at;
    while (i > least && b[i - 1] != '\n') {
      i--;
    }
    return i;
  }

  /// Where the line of `at` ends, or the reach of a word on it.
  static int lineEnd(byte[] b, int at, int to) {
    int most = Math.min(to, at + WORD_REACH);
    int i = at;
    while (i < most && b[i] != '\n') {
      i++;
    }
    return i;
  }
}
