package dev.demarc.classify;

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

  private final View decoded = new View();
  private byte[] out = new byte[0];
  private int[] map = new int[0];
  private int size;
  private int start;
  private int next;

  /// Begins with this text.
  void begin(View text) {
    next = text.start();
  }

  /// Whether a further run holds text; [#text()] is it then.
  boolean find(View text) {
    byte[] b = text.bytes();
    int to = text.end();
    while (next + SHORTEST <= to) {
      int at = next + SHORTEST - 1;
      while (at >= next && BASE64[b[at] & 0xFF] >= 0) {
        at--;
      }
      if (at >= next) {
        next = at + 1;
        continue;
      }
      start = next;
      int end = start + SHORTEST;
      while (end < to && BASE64[b[end] & 0xFF] >= 0) {
        end++;
      }
      next = end;
      if (decode(text, end)) {
        return true;
      }
    }
    return false;
  }

  /// The text decoded last, good until the next.
  View text() {
    return decoded;
  }

  /// Where the run decoded last begins.
  int start() {
    return start;
  }

  private boolean decode(View text, int end) {
    byte[] b = text.bytes();
    room(end - start);
    if (hex(b, start, end) || base64(b, start, end, text.end())) {
      show(text);
      return true;
    }
    // A path may stand before it. What follows this part is tried next.
    int slash = Bytes.find(b, start, end, '/');
    if (slash < end) {
      next = slash + 1;
    }
    return false;
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
    if ((to - from) % 2 != 0) {
      return false;
    }
    for (int i = from; i < to; i += 2) {
      int high = Bytes.hex(b[i]);
      int low = Bytes.hex(b[i + 1]);
      if (high < 0 || low < 0 || !put(high << 4 | low, i)) {
        return false;
      }
    }
    map[size] = to;
    return isText();
  }

  private boolean base64(byte[] b, int from, int to, int textEnd) {
    size = 0;
    int i = from;
    for (; i + 4 <= to; i += 4) {
      int group = sextet(b, i) << 18 | sextet(b, i + 1) << 12 | sextet(b, i + 2) << 6;
      group |= sextet(b, i + 3);
      if (!put(group >> 16, i) || !put(group >> 8 & 0xFF, i) || !put(group & 0xFF, i)) {
        return false;
      }
    }
    int rest = to - i;
    if (rest == 1
        || (rest > 1 && !put(sextet(b, i) << 2 | sextet(b, i + 1) >> 4, i))
        || (rest > 2 && !put((sextet(b, i + 1) << 4 | sextet(b, i + 2) >> 2) & 0xFF, i))) {
      return false;
    }
    int end = to;
    while (end < textEnd && end - to < 2 && b[end] == '=') {
      end++;
    }
    map[size] = end;
    return isText();
  }

  private static int sextet(byte[] b, int i) {
    return BASE64[b[i] & 0xFF];
  }

  private boolean put(int value, int from) {
    out[size] = (byte) value;
    map[size++] = from;
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
