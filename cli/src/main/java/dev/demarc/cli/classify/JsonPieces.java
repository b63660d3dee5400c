package dev.demarc.cli.classify;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One JSON text. What is too large for one piece is cut at commas, as far out as there are some,
/// and each piece stands in the brackets and under the names that are open there. Where a piece has
/// no comma to cut at, the rest is read as text.
final class JsonPieces implements Pieces {
  private static final byte[] NOTHING = {};

  private final Source source;
  private final Sizes sizes;
  private final Consumer<String> warning;
  private final JsonTrail named = JsonTrail.ofOne();
  private final JsonTrail here = JsonTrail.ofOne();
  private @Nullable TextPieces asText;
  private boolean begun;

  JsonPieces(Source source, Sizes sizes, Consumer<String> warning) {
    this.source = source;
    this.sizes = sizes;
    this.warning = warning;
  }

  @Override
  public Trail trail() {
    return named;
  }

  @Override
  public Optional<Piece> next() throws IOException {
    if (asText != null) {
      return asText.next();
    }
    if (!begun) {
      begun = true;
      int there = source.ask(sizes.document() + 1);
      if (there <= sizes.document()) {
        return there == 0 ? Optional.empty() : Optional.of(whole(there));
      }
      warning.accept("is too large for one piece: read by its elements and members");
    }
    int there = source.ask(sizes.window() + 1);
    if (there == 0) {
      return Optional.empty();
    }
    return there <= sizes.window() ? Optional.of(last(there)) : cut();
  }

  private Piece whole(int length) {
    JsonTrail check = JsonTrail.ofOne();
    int start = source.start();
    check.pass(source.bytes(), start, start + length);
    if (check.fault() >= 0) {
      Position at = source.position().after(source.bytes(), start, start + (int) check.fault());
      warning.accept(
          "is not one JSON text (see " + at.words() + "): read as text where it is none");
    }
    Piece piece = piece(NOTHING, length, NOTHING, true);
    source.drop(length);
    return piece;
  }

  private Piece last(int length) {
    Piece piece = piece(here.lead(), length, NOTHING, false);
    source.drop(length);
    return piece;
  }

  private Optional<Piece> cut() throws IOException {
    int length = lengthToComma();
    if (length < 0) {
      warning.accept(
          "from " + source.position().words() + " on nothing can be cut: read as text from there");
      asText = new TextPieces(source, sizes);
      return asText.next();
    }
    byte[] lead = here.lead();
    here.pass(source.bytes(), source.start(), source.start() + length);
    Piece piece = piece(lead, length, here.tail(), false);
    here.pass(source.bytes(), source.start() + length, source.start() + length + 1);
    source.drop(length + 1);
    return Optional.of(piece);
  }

  /// The last of the outermost commas of the window's later part, or -1.
  private int lengthToComma() {
    byte[] bytes = source.bytes();
    int start = source.start();
    int depth = here.depth();
    int best = -1;
    int bestDepth = Integer.MAX_VALUE;
    boolean inString = here.isInString();
    for (int i = start; i < start + sizes.window(); i++) {
      switch (bytes[i]) {
        case '\\' -> i += inString ? 1 : 0;
        case '"' -> inString = !inString;
        case '{', '[' -> depth += inString ? 0 : 1;
        case '}', ']' -> depth -= inString ? 0 : 1;
        case ',' -> {
          boolean later = i - start >= sizes.window() / 4;
          if (!inString && later && depth > 0 && depth <= bestDepth) {
            best = i - start;
            bestDepth = depth;
          }
        }
        default -> {}
      }
    }
    return best;
  }

  private Piece piece(byte[] lead, int length, byte[] tail, boolean document) {
    int to = lead.length + length;
    return new Piece(
        source.copy(lead, length, tail), lead.length, to, to, source.position(), document);
  }
}
