package dev.demarc.cli.classify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The column of a table it has come to, by its name in the header. Quotes are as RFC 4180 section
/// 2 has them: delimiters and line ends inside them are text.
final class ColumnTrail implements Trail {
  /// A quote that is not closed by then was none.
  private static final int LONGEST_QUOTED = 1024;

  private final List<String> names = new ArrayList<>();
  private final byte delimiter;
  private long untilRows;
  private int column;
  private boolean atCellStart = true;
  private int quoted;

  /// @param header the line that names the columns; empty where there is none
  /// @param untilRows bytes before the first row
  ColumnTrail(byte[] header, byte delimiter, long untilRows) {
    this.delimiter = delimiter;
    this.untilRows = untilRows;
    StringBuilder name = new StringBuilder();
    for (char c :
        (new String(header, StandardCharsets.UTF_8).strip() + (char) delimiter).toCharArray()) {
      if (c == delimiter) {
        names.add(name.toString().replace("\"", "").strip());
        name.setLength(0);
      } else {
        name.append(c);
      }
    }
  }

  @Override
  public void pass(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (untilRows > 0) {
        untilRows--;
      } else {
        pass(bytes[i]);
      }
    }
  }

  private void pass(byte c) {
    if (quoted > 0) {
      quoted = c == '"' || quoted > LONGEST_QUOTED ? 0 : quoted + 1;
    } else if (c == '"' && atCellStart) {
      quoted = 1;
    } else if (c == '\n') {
      column = 0;
    } else if (c == delimiter) {
      column++;
    }
    atCellStart = c == '\n' || c == delimiter || (atCellStart && c == ' ');
  }

  @Override
  public String name(boolean inKey) {
    boolean named = untilRows == 0 && column < names.size() && !names.get(column).isEmpty();
    return named ? "column " + names.get(column) : "";
  }
}
