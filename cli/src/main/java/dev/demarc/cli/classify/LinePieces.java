package dev.demarc.cli.classify;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/// JSON lines, each a document. A line too long for one piece is read as text in windows.
final class LinePieces implements Pieces {
  private static final byte[] NOTHING = {};

  private final Source source;
  private final Sizes sizes;
  private final Consumer<String> warning;
  private final TextPieces windows;
  private final JsonTrail trail = JsonTrail.ofLines();
  private boolean inLongLine;

  LinePieces(Source source, Sizes sizes, Consumer<String> warning) {
    this.source = source;
    this.sizes = sizes;
    this.warning = warning;
    this.windows = new TextPieces(source, sizes);
  }

  @Override
  public Optional<Piece> next() throws IOException {
    int asked = Math.min(sizes.window(), 64 * 1024);
    int searched = 0;
    while (true) {
      int there = source.ask(asked);
      int end = lineEnd(searched, Math.min(there, sizes.document()));
      if (end > 0 || (there < asked && there > 0)) {
        inLongLine = false;
        return Optional.of(line(end > 0 ? end : there));
      }
      if (there == 0) {
        return Optional.empty();
      }
      if (there >= sizes.document()) {
        return windows();
      }
      searched = there;
      asked = Math.min(2 * there, sizes.document());
    }
  }

  private int lineEnd(int from, int to) {
    byte[] bytes = source.bytes();
    for (int i = source.start() + from; i < source.start() + to; i++) {
      if (bytes[i] == '\n') {
        return i + 1 - source.start();
      }
    }
    return 0;
  }

  private Piece line(int length) {
    Piece piece =
        new Piece(
            source.copy(NOTHING, length, NOTHING), 0, length, length, source.position(), true);
    source.drop(length);
    return piece;
  }

  private Optional<Piece> windows() throws IOException {
    if (!inLongLine) {
      warning.accept(
          "line " + source.position().line() + " is too long for one piece: read as text");
    }
    inLongLine = true;
    return windows.next();
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
