package dev.demarc.classify.read;

import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Utf8;
import dev.demarc.classify.text.View;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Decodes runs of hexadecimal and base64 (RFC 4648, both alphabets) that hold text. What decodes
/// to anything but well-formed text without control characters is left alone: a hash, a picture, a
/// word. A byte of the decoded text maps back to its two digits, or to its group of four
/// characters.
final class Decoding {
  /// Nine bytes of text in base64, six in hexadecimal.
  static final int SHORTEST = 12;

  private static final byte[] BASE64 = new byte[256];

  static {
    Arrays.fill(BASE64, (byte) -1);
    for (int k = 0; k < 26; k++) {
      BASE64['A' + k] = (byte) k;
      BASE64['a' + k] = (byte) (26 + k);
    }
    for (int k = 0; k < 10; k++) {
      BASE64['0' + k] = (byte) (52 + k);
    }
    BASE64['+'] = 62;
    BASE64['-'] = 62;
    BASE64['/'] = 63;
    BASE64['_'] = 63;
  }

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101_0101_0101_0101L;
  private static final long HIGHEST = 0x8080_8080_8080_8080L;

  private final View decoded = new View();
  private byte[] out = new byte[0];
  private int[] map = new int[0];
  private int size;
  private int start;
  private int next;
  private int runEnd;

  /// Begins with this text.
  void begin(View text) {
    next = text.start();
    runEnd = next;
  }

  /// Whether a further run holds text; [#text()] is it then.
  boolean find(View text) {
    byte[] b = text.bytes();
    while (true) {
      if (next < runEnd) {
        if (part(text)) {
          return true;
        }
      } else if (!run(b, text.end())) {
        return false;
      } else if (decode(text, start, runEnd)) {
        next = runEnd;
        return true;
      }
    }
  }

  /// Finds the next run of the alphabet and says whether there is one.
  private boolean run(byte[] b, int to) {
    while (next + SHORTEST <= to) {
      int divided = lastDivision(b, next + SHORTEST - Long.BYTES);
      if (divided >= 0) {
        next = divided + 1;
        continue;
      }
      int at = next + SHORTEST - 1;
      while (at >= next && BASE64[b[at] & 0xFF] >= 0) {
        at--;
      }
      if (at < next) {
        start = next;
        runEnd = endOf(b, start, to);
        return true;
      }
      next = at + 1;
    }
    return false;
  }

  /// Where the last of the eight bytes at `at` stands that is a blank, a control or beyond ASCII,
  /// or -1. A borrow marks at most the byte after such a one falsely, and only where that is `!`.
  private static int lastDivision(byte[] b, int at) {
    long eight = (long) EIGHT.get(b, at);
    long marks = (((eight - EACH * '!') & ~eight) | eight) & HIGHEST;
    return marks == 0 ? -1 : at + 7 - Long.numberOfLeadingZeros(marks) / Byte.SIZE;
  }

  /// Tries the next part of a run that is no code as a whole: what a path may hold between slashes.
  private boolean part(View text) {
    int from = next;
    int end = Bytes.find(text.bytes(), from, runEnd, '/');
    boolean whole = from == start && end == runEnd;
    next = end + 1;
    if (whole || end - from < SHORTEST) {
      return false;
    }
    start = from;
    return decode(text, from, end);
  }

  /// Where the run ends, through the line ends of wrapped base64 (RFC 2045: 76, RFC 7468: 64).
  private static int endOf(byte[] b, int from, int to) {
    int line = from;
    int i = from;
    while (i < to) {
      if (BASE64[b[i] & 0xFF] >= 0) {
        i++;
        continue;
      }
      int next = i + (b[i] == '\r' ? 1 : 0);
      boolean wraps = i - line == 76 || i - line == 64;
      boolean goesOn = next + 1 < to && b[next] == '\n' && BASE64[b[next + 1] & 0xFF] >= 0;
      if (!wraps || !goesOn) {
        return i;
      }
      i = line = next + 1;
    }
    return i;
  }

  /// The text decoded last, good until the next.
  View text() {
    return decoded;
  }

  /// Where the run decoded last begins.
  int start() {
    return start;
  }

  /// Where the run decoded last ends, its padding included.
  int end() {
    return map[size];
  }

  private boolean decode(View text, int from, int end) {
    byte[] b = text.bytes();
    room(end - from);
    boolean code = hex(b, from, end) || base64(b, from, end, text.end());
    if (code) {
      show(text);
    }
    return code;
  }

  private void show(View text) {
    decoded.rewritten(out, 0, size, map, text);
    decoded.markRespelled();
  }

  private void room(int length) {
    if (out.length < length) {
      out = new byte[length];
      map = new int[length + 1];
    }
    size = 0;
  }

  private boolean hex(byte[] b, int from, int to) {
    size = 0;
    if ((to - from) % 2 != 0) {
      return false;
    }
    for (int i = from; i < to; i += 2) {
      int high = Bytes.hex(b[i]);
      int low = Bytes.hex(b[i + 1]);
      if (high < 0 || low < 0 || !put(high << 4 | low)) {
        return false;
      }
    }
    map[size] = to;
    return isText();
  }

  private boolean base64(byte[] b, int from, int to, int textEnd) {
    size = 0;
    int bits = 0;
    int have = 0;
    int characters = 0;
    for (int i = from; i < to; i++) {
      int value = BASE64[b[i] & 0xFF];
      if (value < 0) {
        continue;
      }
      characters++;
      bits = bits << 6 | value;
      have += 6;
      if (have >= 8) {
        have -= 8;
        if (!put(bits >> have & 0xFF)) {
          return false;
        }
      }
    }
    int end = to;
    while (end < textEnd && end - to < 2 && b[end] == '=') {
      end++;
    }
    map[size] = end;
    return characters % 4 != 1 && isText();
  }

  private boolean put(int value) {
    out[size] = (byte) value;
    map[size++] = start;
    return value >= 0x20 ? value != 0x7F : value == '\n' || value == '\t' || value == '\r';
  }

  private boolean isText() {
    for (int i = 0; i < size; ) {
      int length = Utf8.lengthAt(out, i, size);
      if (length == 0) {
        return false;
      }
      i += length;
    }
    return size > 0;
  }
}
