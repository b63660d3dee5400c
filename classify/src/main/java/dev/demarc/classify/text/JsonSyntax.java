package dev.demarc.classify.text;

import java.util.Arrays;

/// Finds where a JSON value ends, without recursion, so that text can be tried for JSON before it
/// is walked. As generous as [JsonWalker] is with JSON inside strings.
public final class JsonSyntax {
  private JsonSyntax() {}

  public static boolean isSpace(byte c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /// Whether [from, to) is one object or array and nothing else but white space.
  public static boolean isContainer(byte[] b, int from, int to) {
    int first = skipSpace(b, from, to);
    int last = to - 1;
    while (last > first && isSpace(b[last])) {
      last--;
    }
    boolean object = last > first && b[first] == '{' && b[last] == '}';
    boolean array = last > first && b[first] == '[' && b[last] == ']';
    return (object || array) && containerEnd(b, first, to) == last + 1;
  }

  /// Offset after the object or array that starts at `from`; if there is none, the complement (`~`)
  /// of how far reading got.
  public static int containerEnd(byte[] b, int from, int to) {
    Nesting open = new Nesting();
    int i = from;
    boolean wantsValue = true;
    while (true) {
      i = skipSpace(b, i, to);
      if (i >= to) {
        return ~to;
      }
      int at = i;
      byte c = b[i];
      if (wantsValue && (c == '{' || c == '[')) {
        open.push(c == '{');
        i = skipSpace(b, i + 1, to);
        if (i < to && b[i] == (c == '{' ? '}' : ']')) {
          wantsValue = false;
        } else if (c == '{') {
          i = name(b, i, to);
        }
      } else if (wantsValue) {
        i = scalar(b, i, to);
        wantsValue = false;
      } else if (c == ',') {
        i = open.inObject() ? name(b, skipSpace(b, i + 1, to), to) : i + 1;
        wantsValue = true;
      } else if (c == (open.inObject() ? '}' : ']')) {
        i++;
        if (open.pop()) {
          return i;
        }
      } else {
        return ~at;
      }
      if (i < 0) {
        return i;
      }
    }
  }

  // Each of these gives the offset after what it reads, or the complement of where it failed.

  private static int name(byte[] b, int from, int to) {
    int i = from < to && b[from] == '"' ? string(b, from, to) : ~from;
    if (i < 0) {
      return i;
    }
    i = skipSpace(b, i, to);
    return i < to && b[i] == ':' ? i + 1 : ~i;
  }

  private static int scalar(byte[] b, int from, int to) {
    return switch (b[from]) {
      case '"' -> string(b, from, to);
      case 't' -> word(b, from, to, "true");
      case 'f' -> word(b, from, to, "false");
      case 'n' -> word(b, from, to, "null");
      default -> {
        int end = number(b, from, to);
        yield end < 0 ? ~from : end;
      }
    };
  }

  private static int word(byte[] b, int from, int to, String word) {
    if (from + word.length() > to) {
      return ~from;
    }
    for (int k = 0; k < word.length(); k++) {
      if (b[from + k] != word.charAt(k)) {
        return ~from;
      }
    }
    return from + word.length();
  }

  private static int string(byte[] b, int from, int to) {
    int i = from + 1;
    while (i < to) {
      if (b[i] == '"') {
        return i + 1;
      }
      if (b[i] != '\\') {
        i++;
      } else if (i + 1 < to && b[i + 1] == 'u' && Unescape.hex4(b, i + 2, to) >= 0) {
        i += 6;
      } else if (i + 1 < to && Unescape.simple(b[i + 1]) >= 0) {
        i += 2;
      } else {
        return ~i;
      }
    }
    return ~to;
  }

  /// Offset after the number at `from`, or -1 if none stands there.
  public static int number(byte[] b, int from, int to) {
    int i = from < to && b[from] == '-' ? from + 1 : from;
    int digits = i;
    i = digits(b, i, to);
    if (i == digits || (b[digits] == '0' && i > digits + 1)) {
      return -1;
    }
    if (i < to && b[i] == '.') {
      int fraction = i + 1;
      i = digits(b, fraction, to);
      if (i == fraction) {
        return -1;
      }
    }
    if (i < to && (b[i] | 0x20) == 'e') {
      int exponent = i + 1 < to && (b[i + 1] == '+' || b[i + 1] == '-') ? i + 2 : i + 1;
      i = digits(b, exponent, to);
      if (i == exponent) {
        return -1;
      }
    }
    return i;
  }

  private static int digits(byte[] b, int from, int to) {
    int i = from;
    while (i < to && Bytes.digit(b[i])) {
      i++;
    }
    return i;
  }

  public static int skipSpace(byte[] b, int from, int to) {
    int i = from;
    while (i < to && isSpace(b[i])) {
      i++;
    }
    return i;
  }

  /// Which of the open containers are objects, one bit each.
  private static final class Nesting {
    private long[] bits = new long[1];
    private int depth;

    void push(boolean object) {
      if (depth == bits.length * 64) {
        bits = Arrays.copyOf(bits, bits.length * 2);
      }
      long bit = 1L << depth;
      bits[depth >> 6] = object ? bits[depth >> 6] | bit : bits[depth >> 6] & ~bit;
      depth++;
    }

    /// Closes the innermost container; true if it was the outermost.
    boolean pop() {
      return --depth == 0;
    }

    boolean inObject() {
      int at = depth - 1;
      return depth > 0 && (bits[at >> 6] >>> at & 1) != 0;
    }
  }
}
