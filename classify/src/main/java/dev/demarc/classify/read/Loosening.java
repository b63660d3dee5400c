package dev.demarc.classify.read;

import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Signs;
import dev.demarc.classify.text.Unescape;
import dev.demarc.classify.text.Utf8;
import dev.demarc.classify.text.View;

/// Resolves the escapes that text shows as text: backslash escapes of JSON, logs and programs,
/// `%41` and the `+` of query strings, `&#65;` and `&nbsp;` of HTML. The text is read as it stands
/// and once more so.
final class Loosening {
  /// Named entities, each with its character at the end.
  private static final String[] ENTITIES = {
    "nbsp ",
    "ensp ",
    "emsp ",
    "thinsp ",
    "amp&",
    "quot\"",
    "apos'",
    "lt<",
    "gt>",
    "commat@",
    "period.",
    "colon:",
    "hyphen-",
    "dash-",
    "ndash-",
    "mdash-",
    "lowbar_",
    "sol/",
    "equals=",
    "num#",
    "plus+",
    "lpar(",
    "rpar)",
    "shy\u00AD",
    "zwnj\u200C",
    "zwj\u200D",
    "middot."
  };

  private static final int LONGEST_ENTITY = 8;

  private final View loosened = new View();
  private byte[] out = new byte[0];
  private int[] map = new int[0];

  /// Whether there is anything to resolve.
  static boolean applies(View text) {
    if (!text.has(Signs.ESCAPE)) {
      return false;
    }
    byte[] b = text.bytes();
    for (int i = text.start(); i + 2 < text.end(); i++) {
      byte c = b[i];
      if (c == '\\'
          || (c == '&' && (b[i + 1] == '#' || entityEnd(b, i, text.end()) > 0))
          || (c == '+' && i > text.start() && isSpace(b, i, text.end()))
          || (c == '%' && Bytes.hex(b[i + 1]) >= 0 && Bytes.hex(b[i + 2]) >= 0)) {
        return true;
      }
    }
    return false;
  }

  /// The text with its escapes resolved, good until the next call.
  View loosen(View text) {
    byte[] b = text.bytes();
    if (out.length < text.length()) {
      out = new byte[text.length()];
      map = new int[text.length() + 1];
    }
    int size = 0;
    int i = text.start();
    while (i < text.end()) {
      int codePoint = -1;
      int end = escapeEnd(b, i, text.end());
      if (end > 0) {
        codePoint = decode(b, i, end);
      }
      if (codePoint < 0) {
        out[size] = b[i];
        map[size++] = i++;
        continue;
      }
      boolean single = b[i] == '%' || (b[i] == '\\' && b[i + 1] == 'x');
      int next = single ? one(size, codePoint) : Utf8.write(out, size, codePoint);
      for (; size < next; size++) {
        map[size] = i;
      }
      i = end;
    }
    map[size] = text.end();
    Utf8.repair(out, size);
    loosened.rewritten(out, 0, size, map, text);
    loosened.markRespelled();
    return loosened;
  }

  private int one(int size, int value) {
    out[size] = (byte) value;
    return size + 1;
  }

  private static int escapeEnd(byte[] b, int i, int to) {
    return switch (b[i]) {
      case '%' -> i + 2 < to && Bytes.hex(b[i + 1]) >= 0 && Bytes.hex(b[i + 2]) >= 0 ? i + 3 : -1;
      case '\\' -> backslashEnd(b, i, to);
      case '&' -> entityEnd(b, i, to);
      case '+' -> i > 0 && isSpace(b, i, to) ? i + 1 : -1;
      default -> -1;
    };
  }

  /// Whether the `+` at `i` may be the space of a form: between numbers, where else it would mean
  /// that one ends. Where letters mix with the digits it is of base64.
  private static boolean isSpace(byte[] b, int i, int to) {
    if (i + 1 >= to || !Bytes.digit(b[i - 1]) || !Bytes.digit(b[i + 1])) {
      return false;
    }
    int before = i - 1;
    while (before > 0 && Bytes.digit(b[before])) {
      before--;
    }
    int after = i + 1;
    while (after < to - 1 && Bytes.digit(b[after])) {
      after++;
    }
    return !Bytes.letter(b[before]) && !Bytes.letter(b[after]);
  }

  private static int backslashEnd(byte[] b, int i, int to) {
    if (i + 1 >= to) {
      return -1;
    }
    if (b[i + 1] == 'u') {
      return Unescape.hex4(b, i + 2, to) >= 0 ? i + 6 : -1;
    }
    if (b[i + 1] == 'x') {
      return i + 3 < to && Bytes.hex(b[i + 2]) >= 0 && Bytes.hex(b[i + 3]) >= 0 ? i + 4 : -1;
    }
    return b[i + 1] == ':' || Unescape.simple(b[i + 1]) >= 0 ? i + 2 : -1;
  }

  private static int entityEnd(byte[] b, int i, int to) {
    if (i + 3 >= to) {
      return -1;
    }
    if (b[i + 1] != '#') {
      int end = Bytes.find(b, i, Math.min(to, i + LONGEST_ENTITY + 2), ';');
      boolean ends = end < to && b[end] == ';' && named(b, i + 1, end) >= 0;
      return ends ? end + 1 : -1;
    }
    int k = i + 2;
    while (k < to && k - i < 9 && Bytes.alphanumeric(b[k])) {
      k++;
    }
    return k < to && b[k] == ';' && k > i + 2 ? k + 1 : -1;
  }

  private static int decode(byte[] b, int from, int end) {
    return switch (b[from]) {
      case '%' -> Bytes.hex(b[from + 1]) << 4 | Bytes.hex(b[from + 2]);
      case '&' -> b[from + 1] == '#' ? entity(b, from + 2, end - 1) : named(b, from + 1, end - 1);
      case '+' -> ' ';
      default ->
          switch (b[from + 1]) {
            case 'u' -> unit(b, from, end);
            case 'x' -> Bytes.hex(b[from + 2]) << 4 | Bytes.hex(b[from + 3]);
            default -> simple(b[from + 1]);
          };
    };
  }

  /// What the entity of this name stands for, or -1.
  private static int named(byte[] b, int from, int to) {
    for (String entity : ENTITIES) {
      int length = entity.length() - 1;
      int k = 0;
      while (k < length && length == to - from && b[from + k] == entity.charAt(k)) {
        k++;
      }
      if (k == length) {
        return entity.charAt(length);
      }
    }
    return -1;
  }

  private static int simple(byte letter) {
    return letter == ':' ? ':' : Unescape.simple(letter);
  }

  private static int unit(byte[] b, int from, int end) {
    int unit = Unescape.hex4(b, from + 2, end);
    return unit >= 0xD800 && unit <= 0xDFFF ? ' ' : unit;
  }

  private static int entity(byte[] b, int from, int to) {
    boolean hex = Bytes.lower(b[from]) == 'x';
    int value = 0;
    for (int i = hex ? from + 1 : from; i < to; i++) {
      int digit = Bytes.hex(b[i]);
      if (digit < 0 || (!hex && digit > 9) || value > 0xFFFF) {
        return -1;
      }
      value = value * (hex ? 16 : 10) + digit;
    }
    boolean character =
        value > 0 && value <= Character.MAX_CODE_POINT && (value < 0xD800 || value > 0xDFFF);
    return character ? value : -1;
  }
}
