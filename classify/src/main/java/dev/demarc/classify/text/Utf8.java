package dev.demarc.classify.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// UTF-8 as RFC 3629 section 4 defines it: no overlong forms, no surrogates, nothing above
/// U+10FFFF.
public final class Utf8 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private Utf8() {}

  /// Offset of the first byte that is not part of a well-formed character, or -1.
  public static int firstInvalid(byte[] b) {
    int i = 0;
    while (i < b.length) {
      if (b[i] >= 0) {
        i = ascii(b, i + 1);
        continue;
      }
      int length = lengthAt(b, i, b.length);
      if (length == 0) {
        return i;
      }
      i += length;
    }
    return -1;
  }

  /// Where eight bytes that are not all ASCII begin, from `from` on, or fewer than eight are left.
  private static int ascii(byte[] b, int from) {
    int i = from;
    while (i + Long.BYTES <= b.length && ((long) LONGS.get(b, i) & 0x8080808080808080L) == 0) {
      i += Long.BYTES;
    }
    return i;
  }

  /// Length of the well-formed character at `i`, or 0 if there is none.
  public static int lengthAt(byte[] b, int i, int end) {
    int lead = b[i] & 0xFF;
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    int length = length(lead);
    if (end - i < length) {
      return 0;
    }
    int second = b[i + 1] & 0xFF;
    int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < low || second > high) {
      return 0;
    }
    for (int k = 2; k < length; k++) {
      if ((b[i + k] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /// Length of the character that this lead byte opens; 1 for anything that is not a lead byte.
  public static int length(int lead) {
    if (lead < 0xC0) {
      return 1;
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }

  /// The code point at `i` of well-formed UTF-8.
  public static int codePoint(byte[] b, int i) {
    int lead = b[i] & 0xFF;
    return switch (length(lead)) {
      case 1 -> lead;
      case 2 -> (lead & 0x1F) << 6 | (b[i + 1] & 0x3F);
      case 3 -> (lead & 0x0F) << 12 | (b[i + 1] & 0x3F) << 6 | (b[i + 2] & 0x3F);
      default ->
          (lead & 0x07) << 18
              | (b[i + 1] & 0x3F) << 12
              | (b[i + 2] & 0x3F) << 6
              | (b[i + 3] & 0x3F);
    };
  }

  /// Writes a code point and returns the offset after it.
  public static int write(byte[] b, int at, int codePoint) {
    if (codePoint < 0x80) {
      b[at] = (byte) codePoint;
      return at + 1;
    }
    if (codePoint < 0x800) {
      b[at] = (byte) (0xC0 | codePoint >> 6);
      b[at + 1] = (byte) (0x80 | (codePoint & 0x3F));
      return at + 2;
    }
    if (codePoint < 0x10000) {
      b[at] = (byte) (0xE0 | codePoint >> 12);
      b[at + 1] = (byte) (0x80 | (codePoint >> 6 & 0x3F));
      b[at + 2] = (byte) (0x80 | (codePoint & 0x3F));
      return at + 3;
    }
    b[at] = (byte) (0xF0 | codePoint >> 18);
    b[at + 1] = (byte) (0x80 | (codePoint >> 12 & 0x3F));
    b[at + 2] = (byte) (0x80 | (codePoint >> 6 & 0x3F));
    b[at + 3] = (byte) (0x80 | (codePoint & 0x3F));
    return at + 4;
  }

  /// Start of the character before `i`, not before `from`.
  public static int before(byte[] b, int i, int from) {
    int k = i - 1;
    while (k > from && (b[k] & 0xC0) == 0x80) {
      k--;
    }
    return k;
  }

  /// Makes a space of every byte of [0, size) that is no UTF-8, as percent-decoding may leave some.
  public static void repair(byte[] b, int size) {
    int i = 0;
    while (i < size) {
      int length = lengthAt(b, i, size);
      if (length == 0) {
        b[i++] = ' ';
      } else {
        i += length;
      }
    }
  }
}
