package dev.demarc.cli.classify;

import java.io.IOException;
import java.util.Optional;

/// Cuts an input into pieces, one after the other, however large it is.
interface Pieces {
  /// Most bytes of a piece of text, and by how much neighbours overlap.
  record Sizes(int window, int overlap, int document) {
    /// 512 KB with 16 KB of overlap; documents up to 8 MB in one piece.
    static final Sizes USUAL = new Sizes(512 * 1024, 16 * 1024, 8 * 1024 * 1024);
  }

  /// The next piece; none at the end of the input.
  Optional<Piece> next() throws IOException;

  /// What in the file's own structure names a place in it, as the pieces go by.
  default Trail trail() {
    return Trail.NONE;
  }

  /// Where text may be cut: after the last line end in [floor, limit), else after a blank or comma,
  /// else between two characters.
  static int cut(byte[] bytes, int floor, int limit) {
    for (int i = limit; i > floor; i--) {
      if (bytes[i - 1] == '\n') {
        return i;
      }
    }
    for (int i = limit; i > Math.max(floor, limit - 1024); i--) {
      if (bytes[i - 1] == ' ' || bytes[i - 1] == ',') {
        return i;
      }
    }
    int i = limit;
    while (i > floor + 1 && (bytes[i] & 0xC0) == 0x80) {
      i--;
    }
    return i;
  }
}
