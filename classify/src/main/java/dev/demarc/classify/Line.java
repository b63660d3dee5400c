package dev.demarc.classify;

/// One line of a text: where it ends and what kinds of bytes it holds.
final class Line {
  private int start;
  private int end;
  private int signs;

  /// Reads the line at `at`; true if there is one.
  boolean read(byte[] b, int at, int to) {
    start = at;
    signs = 0;
    int i = at;
    boolean blank = false;
    while (i < to && b[i] != '\n') {
      signs |= Signs.of(b[i]);
      if (b[i] == ' ') {
        signs |= blank ? Signs.COLUMNS : 0;
        blank = true;
      } else {
        blank = false;
      }
      i++;
    }
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
