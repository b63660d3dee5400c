package dev.demarc.cli.classify;

/// A place in a file: the byte offset, and line and column from 1 on. Columns count Unicode code
/// points.
record Position(long offset, long line, long column) {
  static final Position START = new Position(0, 1, 1);

  /// The place after the bytes [from, to), if `bytes[from]` stands here.
  Position after(byte[] bytes, int from, int to) {
    long lines = line;
    long columns = column;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        lines++;
        columns = 1;
      } else if ((bytes[i] & 0xC0) != 0x80) {
        columns++;
      }
    }
    return new Position(offset + to - from, lines, columns);
  }

  /// Line and column as people and editors write them.
  String words() {
    return line + ":" + column;
  }
}
