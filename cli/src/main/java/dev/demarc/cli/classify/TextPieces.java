package dev.demarc.cli.classify;

import java.io.IOException;
import java.util.Optional;

/// Text as windows that overlap, so that each value stands whole in one of them. Cut at line ends
/// where there are some.
class TextPieces implements Pieces {
  private static final byte[] NOTHING = {};

  private final Source source;
  private final Sizes sizes;

  TextPieces(Source source, Sizes sizes) {
    this.source = source;
    this.sizes = sizes;
  }

  Source source() {
    return source;
  }

  /// What goes before a window, because its meaning depends on it.
  byte[] frame() {
    return NOTHING;
  }

  @Override
  public Optional<Piece> next() throws IOException {
    int there = source.ask(sizes.window() + 1);
    if (there == 0) {
      return Optional.empty();
    }
    return Optional.of(there <= sizes.window() ? last(there) : window());
  }

  private Piece last(int length) {
    Piece piece = piece(length, length);
    source.drop(length);
    return piece;
  }

  private Piece window() {
    byte[] bytes = source.bytes();
    int start = source.start();
    int end = Pieces.cut(bytes, start + sizes.window() / 2, start + sizes.window());
    int quarter = sizes.overlap() / 4;
    int next = Pieces.cut(bytes, end - sizes.overlap(), end - 3 * quarter);
    int boundary = Pieces.cut(bytes, end - 2 * quarter, end - quarter);
    Piece piece = piece(end - start, boundary - start);
    source.drop(next - start);
    return piece;
  }

  private Piece piece(int length, int boundary) {
    byte[] frame = frame();
    return new Piece(
        source.copy(frame, length, NOTHING),
        frame.length,
        frame.length + length,
        frame.length + boundary,
        source.position(),
        false);
  }
}
