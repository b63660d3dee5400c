package dev.demarc.classify.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Decodes the escapes of a JSON string into a buffer of its own, with the map back.
public final class Unescape {
  static final int BAD = -1;
  static final int LONE_SURROGATE = -2;
  static final int CUT = -3;

  private byte[] out = new byte[256];
  private int[] map = new int[257];
  private int size;
  private int seen;

  /// Starts with the stretch before the first escape, which is copied as it is.
  void begin(byte[] b, int from, int to) {
    size = 0;
    seen = 0;
    room(to - from);
    for (int i = from; i < to; i++) {
      copy(b[i], i);
    }
  }

  /// Takes [from, to) as it is, bytes of these kinds.
  void copy(byte[] b, int from, int to, int kinds) {
    room(to - from);
    System.arraycopy(b, from, out, size, to - from);
    for (int i = from; i < to; i++) {
      map[size++] = i;
    }
    seen |= kinds;
  }

  /// Takes one byte as it is.
  void copy(byte c, int at) {
    if (size == out.length) {
      room(1);
    }
    out[size] = c;
    map[size++] = at;
    seen |= Signs.of(c);
  }

  /// Decodes the escape at `i` and returns the offset after it, or one of the faults.
  int escape(byte[] b, int i, int end, boolean strict) {
    if (i + 1 >= end) {
      return CUT;
    }
    byte c = b[i + 1];
    if (c == 'u') {
      return unicode(b, i, end, strict);
    }
    int decoded = simple(c);
    if (decoded < 0) {
      return BAD;
    }
    copy((byte) decoded, i);
    return i + 2;
  }

  /// What the one-letter escape stands for, or -1.
  public static int simple(byte letter) {
    return switch (letter) {
      case '"', '\\', '/' -> letter;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> -1;
    };
  }

  private int unicode(byte[] b, int i, int end, boolean strict) {
    if (i + 6 > end) {
      return CUT;
    }
    int unit = hex4(b, i + 2, end);
    if (unit < 0) {
      return BAD;
    }
    if (unit < 0xD800 || unit > 0xDFFF) {
      put(unit, i);
      return i + 6;
    }
    int low = i + 7 < end && b[i + 6] == '\\' && b[i + 7] == 'u' ? hex4(b, i + 8, end) : -1;
    if (unit < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF) {
      put(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), i);
      return i + 12;
    }
    if (strict) {
      return LONE_SURROGATE;
    }
    put(0xFFFD, i);
    return i + 6;
  }

  /// Value of four hex digits at `at`, or -1.
  public static int hex4(byte[] b, int at, int end) {
    if (at + 4 > end) {
      return -1;
    }
    int value = 0;
    for (int k = at; k < at + 4; k++) {
      int digit = Bytes.hex(b[k]);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private void put(int codePoint, int at) {
    room(4);
    int next = Utf8.write(out, size, codePoint);
    for (; size < next; size++) {
      map[size] = at;
      seen |= Signs.of(out[size]);
    }
  }

  /// Shows what was decoded; the string's content ends at `end` below.
  void show(View view, int end, @Nullable View below) {
    map[size] = end;
    view.rewritten(out, 0, size, map, below);
    view.sign(seen);
  }

  private void room(int more) {
    if (size + more > out.length) {
      int length = Math.max(out.length * 2, size + more);
      out = Arrays.copyOf(out, length);
      map = Arrays.copyOf(map, length + 1);
    }
  }
}
