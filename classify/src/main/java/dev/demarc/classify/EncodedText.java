package dev.demarc.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds text that stands in a text as base64 (RFC 4648, both alphabets, wrapped or not) or as hex.
/// What decodes to anything but printable UTF-8 is no text and stays unread.
final class EncodedText {
  private static final int SHORTEST = 16;
  private static final byte[] SIXTYFOUR = new byte[256];

  static {
    Arrays.fill(SIXTYFOUR, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      SIXTYFOUR[alphabet.charAt(i)] = (byte) i;
    }
    SIXTYFOUR['-'] = SIXTYFOUR['+'];
    SIXTYFOUR['_'] = SIXTYFOUR['/'];
  }

  /// Encoded text at [from, to) and what it says.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy would be waste
  record Run(int from, int to, byte[] text) {
    /// The same run as it stands in the view below `view`.
    Run below(View view) {
      return new Run(view.down(from), view.down(to), text);
    }

    /// The decoded text, all of which stands where the run does.
    View view(View string) {
      int[] map = new int[text.length + 1];
      Arrays.fill(map, from);
      map[text.length] = to;
      View view = new View();
      view.rewritten(text, 0, text.length, map, string);
      return view;
    }
  }

  private EncodedText() {}

  /// The encoded texts in `view`, in order. Most texts have none: only every sixteenth byte is
  /// looked at until one of the alphabet is met.
  static List<Run> in(View view) {
    List<Run> runs = List.of();
    byte[] b = view.bytes();
    int least = view.start();
    int i = least + SHORTEST - 1;
    while (i < view.end()) {
      if (!encodes(b[i])) {
        i += SHORTEST;
        continue;
      }
      int start = startOf(b, least, i);
      int end = endOf(b, start, i, view.end());
      byte[] text = end - start < SHORTEST ? new byte[0] : decoded(b, start, end);
      if (text.length > 0) {
        runs = runs.isEmpty() ? new ArrayList<>() : runs;
        runs.add(new Run(start, afterPadding(b, end, view.end()), text));
      }
      least = end;
      i = end + SHORTEST;
    }
    return runs;
  }

  private static boolean encodes(byte c) {
    return SIXTYFOUR[c & 0xFF] >= 0;
  }

  private static int startOf(byte[] b, int least, int at) {
    int i = at;
    while (i > least && encodes(b[i - 1])) {
      i--;
    }
    return i;
  }

  /// Where the run ends, through the line ends of wrapped base64 (RFC 2045: 76, RFC 7468: 64).
  private static int endOf(byte[] b, int start, int at, int to) {
    int i = at;
    int line = start;
    while (i < to) {
      if (encodes(b[i])) {
        i++;
        continue;
      }
      int next = i + (b[i] == '\r' ? 1 : 0);
      boolean wraps =
          (i - line == 76 || i - line == 64)
              && next + 1 < to
              && b[next] == '\n'
              && encodes(b[next + 1]);
      if (!wraps) {
        return i;
      }
      i = line = next + 1;
    }
    return i;
  }

  private static int afterPadding(byte[] b, int end, int to) {
    int i = end;
    while (i < to && i - end < 2 && b[i] == '=') {
      i++;
    }
    return i;
  }

  private static byte[] decoded(byte[] b, int from, int to) {
    byte[] text = hex(b, from, to);
    return text.length > 0 || !beginsText(b, from, to) ? text : base64(b, from, to);
  }

  /// Whether the first bytes are a text's, so that a long picture costs no buffer.
  private static boolean beginsText(byte[] b, int from, int to) {
    return base64(b, from, Math.min(to, from + SHORTEST), false).length > 0;
  }

  private static byte[] base64(byte[] b, int from, int to) {
    return base64(b, from, to, true);
  }

  private static byte[] hex(byte[] b, int from, int to) {
    if ((to - from) % 2 != 0) {
      return new byte[0];
    }
    int first = Math.min(to, from + SHORTEST);
    if (from < first && (Bytes.hex(b[from]) < 2 || Bytes.hex(b[first - 1]) < 0)) {
      return new byte[0];
    }
    byte[] out = new byte[(to - from) / 2];
    for (int i = 0; i < out.length; i++) {
      int high = Bytes.hex(b[from + 2 * i]);
      int low = Bytes.hex(b[from + 2 * i + 1]);
      if (high < 0 || low < 0 || !mayBeText(high << 4 | low)) {
        return new byte[0];
      }
      out[i] = (byte) (high << 4 | low);
    }
    return text(out, out.length);
  }

  private static byte[] base64(byte[] b, int from, int to, boolean whole) {
    byte[] out = new byte[(to - from) * 3 / 4 + 1];
    int size = 0;
    int bits = 0;
    int have = 0;
    for (int i = from; i < to; i++) {
      int value = SIXTYFOUR[b[i] & 0xFF];
      if (value < 0) {
        continue;
      }
      bits = bits << 6 | value;
      have += 6;
      if (have >= 8) {
        have -= 8;
        int decoded = bits >> have & 0xFF;
        if (!mayBeText(decoded)) {
          return new byte[0];
        }
        out[size++] = (byte) decoded;
      }
    }
    return whole ? text(out, size) : out;
  }

  private static boolean mayBeText(int c) {
    return c >= ' ' ? c < 0xF5 && c != 0x7F : c == '\n' || c == '\r' || c == '\t';
  }

  private static byte[] text(byte[] out, int size) {
    byte[] text = Arrays.copyOf(out, size);
    return Utf8.firstInvalid(text) < 0 ? text : new byte[0];
  }
}
