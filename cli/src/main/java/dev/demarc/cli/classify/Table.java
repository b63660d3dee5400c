package dev.demarc.cli.classify;

/// What the first lines of a text show of a table: its delimiter and where its header stands.
///
/// @param headerStart offset of the line that names the columns
/// @param headerEnd offset after it; the same where there is none
record Table(byte delimiter, int headerStart, int headerEnd) {
  /// How much of a text is looked at.
  static final int LOOKED_AT = 16 * 1024;

  private static final byte[] DELIMITERS = {'\t', ';', ',', '|'};
  private static final int MOST_LINES_BEFORE = 10;

  /// A header line is repeated before each window, so it stays short.
  private static final int LONGEST_HEADER = 4096;

  /// The table that begins within the first lines of [from, to).
  static Table at(byte[] b, int from, int to) {
    int line = from;
    for (int k = 0; k < MOST_LINES_BEFORE && line < to; k++) {
      int end = lineEnd(b, line, to);
      for (byte delimiter : DELIMITERS) {
        int cells = cells(b, line, end, delimiter);
        if (cells > 1
            && end < to
            && end - line <= LONGEST_HEADER
            && cells == cells(b, end, lineEnd(b, end, to), delimiter)) {
          return new Table(delimiter, line, end);
        }
      }
      line = end;
    }
    return new Table((byte) ',', from, from);
  }

  boolean hasHeader() {
    return headerEnd > headerStart;
  }

  /// Whether the lines from the header on go on as rows of one width under names without digits:
  /// what a table looks like where nothing else says that it is one.
  boolean isPlain(byte[] b, int to) {
    if (!hasHeader()) {
      return false;
    }
    for (int i = headerStart; i < headerEnd; i++) {
      if ((b[i] >= '0' && b[i] <= '9') || b[i] == '=' || b[i] == ':') {
        return false;
      }
    }
    int cells = cells(b, headerStart, headerEnd, delimiter);
    int line = headerEnd;
    for (int k = 0; k < 2; k++) {
      int end = lineEnd(b, line, to);
      if (end == to || cells(b, line, end, delimiter) != cells) {
        return k > 0 && end == to;
      }
      line = end;
    }
    return true;
  }

  /// Offset after the line end.
  static int lineEnd(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] != '\n') {
      i++;
    }
    return Math.min(to, i + 1);
  }

  private static int cells(byte[] b, int from, int to, byte delimiter) {
    int cells = to > from ? 1 : 0;
    boolean quoted = false;
    for (int i = from; i < to; i++) {
      quoted ^= b[i] == '"';
      cells += b[i] == delimiter && !quoted ? 1 : 0;
    }
    return cells;
  }
}
