package dev.demarc.cli.classify;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// A table of delimited values as windows of rows, each below the header, so that columns keep
/// their meaning however far down they go.
final class TablePieces extends TextPieces {
  private static final byte[] NO_HEADER = {};

  private final Table table;
  private final byte[] header;
  private final ColumnTrail trail;
  private boolean begun;

  TablePieces(Source source, Sizes sizes) throws IOException {
    super(source, sizes);
    int there = source.ask(Table.LOOKED_AT);
    this.table = Table.at(source.bytes(), source.start(), source.start() + there);
    this.header =
        table.hasHeader()
            ? Arrays.copyOfRange(source.bytes(), table.headerStart(), table.headerEnd())
            : NO_HEADER;
    this.trail = new ColumnTrail(header, table.delimiter(), table.headerEnd() - source.start());
  }

  @Override
  byte[] frame() {
    return begun ? header : NO_HEADER;
  }

  @Override
  public Optional<Piece> next() throws IOException {
    Optional<Piece> piece = super.next();
    begun = true;
    return piece;
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
