package dev.demarc.classify.scan;

import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.JsonSyntax;
import dev.demarc.classify.text.WordSet;
import java.util.Arrays;

/// One line of a table, split into cells: comma, semicolon, tab or pipe between them (quotes as RFC
/// 4180 has them, and a pipe at either end as Markdown has it), or two and more spaces.
public final class Row {
  /// Stands for "two or more spaces" where a delimiter is asked for.
  public static final byte COLUMNS = ' ';

  private static final int MOST_CELLS = 64;
  private static final int LONGEST_NOTHING = 12;
  private static final WordSet NOTHING =
      WordSet.of(
          "null none n/a n%2fa na n.a. nil undefined unknown empty missing nan tbd todo - -- --- –"
              + " — ? ?? \"\" '' {} [] 无 暂无 未知 空 待定 brak keine keiner leer k.a. néant aucun inconnu"
              + " vide ninguno nulo vacío desconocido");
  private static final int LONGEST_QUOTED = 1024;
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int cells;
  private boolean tall;

  /// Splits the line at `at` and returns the offset after its line end.
  public int split(byte[] b, int at, int to, byte delimiter) {
    cells = 0;
    tall = false;
    int i = delimiter == '|' ? afterOpeningPipe(b, at, to) : at;
    while (true) {
      int end = cellEnd(b, i, to, delimiter);
      boolean last = end >= to || b[end] == '\n';
      if (!(last && delimiter == '|' && isBlank(b, i, end)) && cells < MOST_CELLS) {
        add(b, i, end);
      }
      if (last) {
        return Math.min(to, end + 1);
      }
      i = delimiter == COLUMNS ? Bytes.skipBlanks(b, end, to) : end + 1;
    }
  }

  private static int afterOpeningPipe(byte[] b, int at, int to) {
    int i = Bytes.skipBlanks(b, at, to);
    return i < to && b[i] == '|' ? i + 1 : at;
  }

  private int cellEnd(byte[] b, int at, int to, byte delimiter) {
    int i = Bytes.skipBlanks(b, at, to);
    if (i < to && b[i] == '"' && delimiter != '|') {
      int closed = quoteEnd(b, i, to);
      i = closed > 0 ? closed : i;
    } else {
      i = at;
    }
    while (i < to && b[i] != '\n' && !delimits(b, i, to, delimiter)) {
      i++;
    }
    return i;
  }

  /// Whether the delimiter stands at `i`.
  public static boolean delimits(byte[] b, int i, int to, byte delimiter) {
    return delimiter == COLUMNS
        ? (b[i] == ' ' && i + 1 < to && b[i + 1] == ' ') || b[i] == '\t'
        : b[i] == delimiter;
  }

  private int quoteEnd(byte[] b, int open, int to) {
    int limit = Math.min(to, open + LONGEST_QUOTED);
    for (int i = open + 1; i < limit; i++) {
      tall |= b[i] == '\n';
      if (b[i] == '"') {
        if (i + 1 < to && b[i + 1] == '"') {
          i++;
        } else {
          return i + 1;
        }
      }
    }
    return -1;
  }

  private static boolean isBlank(byte[] b, int from, int to) {
    return Bytes.trimEnd(b, from, to) == from || Bytes.skipBlanks(b, from, to) == to;
  }

  /// Begins a row that is not a line.
  public void begin() {
    cells = 0;
    tall = false;
  }

  /// Adds a cell that may stand in quotes of any kind.
  public void addQuoted(byte[] b, int from, int to) {
    if (cells == MOST_CELLS) {
      return;
    }
    int start = JsonSyntax.skipSpace(b, from, to);
    int end = Bytes.trimEnd(b, start, to);
    boolean quoted = end - start >= 2 && "'\"`".indexOf(b[start]) >= 0 && b[start] == b[end - 1];
    add(b, quoted ? start + 1 : start, quoted ? end - 1 : end);
  }

  private void add(byte[] b, int from, int to) {
    if (cells == starts.length) {
      starts = Arrays.copyOf(starts, cells * 2);
      ends = Arrays.copyOf(ends, cells * 2);
    }
    int start = Bytes.skipBlanks(b, from, to);
    int end = Bytes.trimEnd(b, start, to);
    if (end - start >= 2 && b[start] == '"' && b[end - 1] == '"') {
      start++;
      end--;
    } else if (end > start + 1 && b[end - 1] == '"' && Bytes.find(b, start, end, '"') == end - 1) {
      // What opened it stands lines before: the table is a cell of another.
      end--;
    }
    starts[cells] = start;
    ends[cells++] = end;
  }

  /// Whether a cell in quotes may have more than one line.
  public boolean isTall() {
    return tall;
  }

  public int cells() {
    return cells;
  }

  public int start(int cell) {
    return starts[cell];
  }

  public int end(int cell) {
    return ends[cell];
  }

  public boolean isEmpty(int cell) {
    return starts[cell] >= ends[cell];
  }

  /// Whether the cell only says that there is nothing.
  public boolean saysNothing(byte[] b, int cell) {
    return saysNothing(b, starts[cell], ends[cell]);
  }

  /// Whether [from, to) is empty or only says that there is nothing.
  public static boolean saysNothing(byte[] b, int from, int to) {
    return to <= from || (to - from <= LONGEST_NOTHING && NOTHING.has(b, from, to));
  }
}
