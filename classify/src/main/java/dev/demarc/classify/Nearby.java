package dev.demarc.classify;

/// What the words before a value say about it.
final class Nearby {
  private static final int KEY_REACH = 48;
  private static final int WORD_REACH = 40;
  private static final String[] LINKS = {"is", "was", "are", "number", "no", "是", "为"};
  private static final String[] CARD_WORDS = {
    "card", "visa", "mastercard", "amex", "unionpay", "cvv", "cvc", "expir", "debit", "卡", "银联"
  };
  private static final String[] SERIAL_WORDS = {
    "order", "ticket", "track", "trace", "commit", "block", "blk", "serial", "imei", "isbn", "订单",
    "运单", "快递", "单号"
  };
  private static final String[] WIFI_WORDS = {
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
    "接入点"
  };

  private Nearby() {}

  /// What a key or word directly before `at` names, across `:`, `=`, `is`, 是 and the like.
  static Field keyBefore(byte[] b, int from, int at) {
    int start = keyStart(b, from, at);
    int end = at;
    Field field = KeyTable.of(b, start, end);
    while (field == Field.NONE) {
      int shorter = withoutLink(b, start, end);
      if (shorter == end) {
        return Field.NONE;
      }
      end = shorter;
      field = KeyTable.of(b, start, end);
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
    for (String link : LINKS) {
      if (endsWith(b, start, end, link)) {
        return end - length(link);
      }
    }
    return to;
  }

  private static boolean endsWith(byte[] b, int from, int to, String word) {
    int at = to - length(word);
    boolean latin = word.charAt(0) < 0x80;
    return at >= from
        && matches(b, at, to, word)
        && (!latin || at == from || !Bytes.alphanumeric(b[at - 1]));
  }

  /// Evidence of a card, positive or negative, from the nearest telling word before `at`.
  static int cardWords(byte[] b, int from, int at) {
    int start = lineStart(b, from, at);
    int card = last(b, start, at, CARD_WORDS);
    int serial = last(b, start, at, SERIAL_WORDS);
    if (card < 0 && serial < 0) {
      return 0;
    }
    return card > serial ? Score.FOR_CONTEXT : -Score.AGAINST;
  }

  /// Whether the line speaks of Wi-Fi before `at`.
  static boolean wifi(byte[] b, int from, int at) {
    return last(b, lineStart(b, from, at), at, WIFI_WORDS) >= 0;
  }

  /// Whether one of the words stands in [from, to).
  static boolean contains(byte[] b, int from, int to, String[] words) {
    return last(b, from, to, words) >= 0;
  }

  private static int lineStart(byte[] b, int from, int at) {
    int least = Math.max(from, at - WORD_REACH);
    int i = at;
    while (i > least && b[i - 1] != '\n') {
      i--;
    }
    return i;
  }

  private static int last(byte[] b, int from, int to, String[] words) {
    for (int i = to - 1; i >= from; i--) {
      for (String word : words) {
        if (matches(b, i, to, word)) {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean matches(byte[] b, int at, int to, String word) {
    return matchEnd(b, at, to, word) > 0;
  }

  /// Offset after `word` at `at`, ignoring the case of ASCII letters, or -1.
  static int matchEnd(byte[] b, int at, int to, String word) {
    int i = at;
    for (int k = 0; k < word.length(); k++) {
      char c = word.charAt(k);
      if (c < 0x80) {
        if (i >= to || Bytes.lower(b[i]) != c) {
          return -1;
        }
        i++;
      } else {
        if (i + 3 > to || b[i] >= 0 || Utf8.codePoint(b, i) != c) {
          return -1;
        }
        i += 3;
      }
    }
    return i;
  }

  private static int length(String word) {
    return word.charAt(0) < 0x80 ? word.length() : 3 * word.length();
  }
}
