package dev.demarc.classify;

/// Finds the name of a Wi-Fi network after the word that announces it: `SSID: x`, `SSID="x"`,
/// `ESSID:"x"`, `SSID 1 : x`, `ssid=x`, `SSID 'x'`. The name itself has no shape, so its end is
/// read from quotes, the line, or the 32 octets that IEEE 802.11 allows.
final class NetworkNames {
  private static final int LONGEST = 32;
  private static final int LONGEST_QUOTED = 128;
  private static final String[] NOTHING = {
    "hidden",
    "<hidden>",
    "null",
    "none",
    "nil",
    "any",
    "off/any",
    "off",
    "unknown",
    "<unknown ssid>",
    "n/a",
    "na",
    "--",
    "-",
    "true",
    "false",
    "undefined",
    "string",
    "0x"
  };
  private int start;
  private int end;

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /// Whether a name follows the `:` or `=` before `at`.
  boolean after(byte[] b, int from, int at, int to) {
    int i = Bytes.skipBlanks(b, at, to);
    if (i < to && (b[i] == '=' || b[i] == '>')) {
      i = Bytes.skipBlanks(b, i + 1, to);
    }
    int quote = quote(b, i, to);
    if (quote > 0) {
      return quoted(b, i, quote, to);
    }
    boolean toLineEnd = b[at - 1] == ':' || startsLine(b, from, at - 1);
    end = bareEnd(b, i, to, toLineEnd);
    start = i;
    return isName(b);
  }

  /// Whether the whole of [from, to) is a name, quoted or not.
  boolean whole(byte[] b, int from, int to) {
    start = JsonSyntax.skipSpace(b, from, to);
    end = Bytes.trimEnd(b, start, to);
    int quote = quote(b, start, end);
    if (quote > 0 && end - start >= 2 * quote && same(b, start, end - quote, quote)) {
      start += quote;
      end -= quote;
    }
    return isName(b);
  }

  /// Whether a quoted name opens at `at`.
  boolean quotedAt(byte[] b, int at, int to) {
    int quote = quote(b, at, to);
    return quote > 0 && quoted(b, at, quote, to);
  }

  private boolean quoted(byte[] b, int at, int quote, int to) {
    start = at + quote;
    int limit = Math.min(to, start + LONGEST_QUOTED);
    int i = start;
    while (i + quote <= limit && b[i] != '\n') {
      int escape = escape(b, i, quote, to);
      if (escape == 0 && closes(b, at, i, quote)) {
        end = i;
        return isName(b);
      }
      i += Math.max(1, escape);
    }
    return false;
  }

  /// Length of the escaped character at `at` between such quotes, or 0: a backslash and what it
  /// escapes, each written twice where the quotes are those of JSON shown in JSON.
  private static int escape(byte[] b, int at, int quote, int to) {
    boolean escapes = b[at] == '\\' && quote <= 2 && at + 2 * quote <= to;
    return escapes && (quote == 1 || b[at + 1] == '\\') ? 2 * quote : 0;
  }

  /// Length of the quotation mark at `at`, or 0. A backslash belongs to the mark where the text
  /// shows escaped JSON.
  private static int quote(byte[] b, int at, int to) {
    if (at >= to) {
      return 0;
    }
    return switch (b[at]) {
      case '"', '\'', '`' -> 1;
      case '\\' -> at + 1 < to && b[at + 1] == '"' ? 2 : 0;
      case (byte) 0xE2 ->
          at + 3 <= to && b[at + 1] == (byte) 0x80 && (b[at + 2] & 0xFE) == 0x9C ? 3 : 0;
      case (byte) 0xE3 ->
          at + 3 <= to && b[at + 1] == (byte) 0x80 && b[at + 2] == (byte) 0x8C ? 3 : 0;
      default -> 0;
    };
  }

  private static boolean closes(byte[] b, int open, int at, int quote) {
    if (quote < 3) {
      return same(b, open, at, quote);
    }
    // “ ” and 「 」: the closing mark is the next code point.
    return b[at] == b[open] && b[at + 1] == b[open + 1] && (b[at + 2] | 1) == (b[open + 2] | 1);
  }

  private static boolean same(byte[] b, int one, int other, int length) {
    for (int k = 0; k < length; k++) {
      if (b[one + k] != b[other + k]) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsLine(byte[] b, int from, int at) {
    int words = 0;
    for (int i = at - 1; i >= from && b[i] != '\n'; i--) {
      if (b[i] == '=' || b[i] == '&' || b[i] == '?' || words++ > 40) {
        return false;
      }
    }
    return true;
  }

  private static int bareEnd(byte[] b, int from, int to, boolean toLineEnd) {
    int i = from;
    for (int octets = 0; i < to && octets < LONGEST; octets++) {
      int quoted = toLineEnd && i > from && b[i - 1] == ' ' ? quotedEnd(b, i, to) : -1;
      if (quoted < 0 && endsName(b, i, to, toLineEnd)) {
        break;
      }
      i = quoted > 0 ? quoted : octetEnd(b, i, to);
    }
    while (i < to && (b[i] & 0xC0) == 0x80) {
      i--;
    }
    return Bytes.trimEnd(b, from, i);
  }

  /// Offset after a word in quotes that is part of a name, or -1.
  private static int quotedEnd(byte[] b, int at, int to) {
    if (b[at] != '"') {
      return -1;
    }
    int i = at + 1;
    while (i < to && i - at < LONGEST && b[i] != '"' && b[i] != '\n') {
      i++;
    }
    return i < to && b[i] == '"' && i > at + 1 ? i + 1 : -1;
  }

  /// Offset after one octet of a name, which a URL may spell with three characters.
  private static int octetEnd(byte[] b, int at, int to) {
    boolean encoded =
        b[at] == '%' && at + 2 < to && Bytes.hex(b[at + 1]) >= 0 && Bytes.hex(b[at + 2]) >= 0;
    return encoded ? at + 3 : at + 1;
  }

  private static boolean endsName(byte[] b, int i, int to, boolean toLineEnd) {
    return switch (b[i]) {
      case '\n', '\r', '\t', ',', ';', '|', '&', ')', ']', '}', '"' -> true;
      case ' ' -> !toLineEnd || (i + 1 < to && (b[i + 1] == ' ' || b[i + 1] == '('));
      case '.' -> i + 1 < to && (b[i + 1] == ' ' || b[i + 1] == '\n');
      case '\\' -> i + 1 < to && (b[i + 1] == 'n' || b[i + 1] == 't' || b[i + 1] == 'r');
      case (byte) 0xE3 ->
          b[i + 1] == (byte) 0x80 && (b[i + 2] == (byte) 0x82 || b[i + 2] == (byte) 0x81);
      default -> false;
    };
  }

  private boolean isName(byte[] b) {
    if (end <= start) {
      return false;
    }
    for (String word : NOTHING) {
      if (word.length() == end - start && Bytes.at(b, start, end, word)) {
        return false;
      }
    }
    return true;
  }
}
