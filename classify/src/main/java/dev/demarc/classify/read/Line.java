package dev.demarc.classify.read;

import dev.demarc.classify.text.Signs;

/// One line of a text: where it ends and what kinds of bytes it holds.
final class Line {
  private int start;
  private int end;
  private int signs;

  /// Reads the line at `at`; true if there is one.
  boolean read(byte[] b, int at, int to) {
    start = at;
    int i = at;
    int seen = 0;
    int twice = 0;
    int before = 0;
    while (i < to && b[i] != '\n') {
      int sign = Signs.of(b[i++]);
      seen |= sign;
      twice |= sign & before;
      before = sign;
    }
    signs = seen | ((twice & Signs.BLANK) != 0 ? Signs.COLUMNS : 0);
    end = i;
    return at < to;
  }

  int start() {
    return start;
  }

  /// Offset of the line end, or of the text's end.
  int end() {
    return end;
  }

  /// Whether the line holds one of these.
  boolean has(int sign) {
    return (signs & sign) != 0;
  }
}
