package dev.demarc.classify.read;

import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Row;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.JsonSyntax;
import java.util.Arrays;

/// Remembers where SQL's `VALUES` follows a list of columns, `INSERT INTO t (a, b) VALUES (…),
/// (…)`, and cuts such a list into the cells of rows.
final class ValueLists implements Family {
  static final int LONGEST_COLUMNS = 4096;
  static final int LONGEST_TUPLE = 1 << 16;

  /// A tuple opens and does not end.
  static final int UNCLOSED = -2;

  private int[] places = new int[8];
  private int size;

  @Override
  public void declare(Triggers triggers) {
    triggers.words(this::values, "values");
  }

  private void values(Scan s, int from, int to) {
    if (columnsEnd(s.bytes(), s.from(), from) > 0) {
      if (size == places.length) {
        places = Arrays.copyOf(places, size * 2);
      }
      places[size++] = to;
    }
  }

  private static int columnsEnd(byte[] b, int from, int at) {
    int end = Bytes.trimEnd(b, from, at);
    return end > from && b[end - 1] == ')' ? end - 1 : -1;
  }

  /// How many there are.
  int size() {
    return size;
  }

  /// Offset after the word.
  int place(int k) {
    return places[k];
  }

  void clear() {
    size = 0;
  }

  /// Reads the columns before the word that ends at `at` into the row; false if there are none.
  static boolean columns(byte[] b, int from, int at, Row row) {
    int end = columnsEnd(b, from, at - "values".length());
    int open = end;
    while (open > from && end - open < LONGEST_COLUMNS && b[open] != '(') {
      open--;
    }
    return open >= from && b[open] == '(' && tuple(b, open, end + 1, row) > 0;
  }

  /// Reads the tuple that follows at `at` into the row and returns the offset after it, -1 if none
  /// follows, or [#UNCLOSED].
  static int tuple(byte[] b, int at, int to, Row row) {
    int i = at;
    while (i < to && (JsonSyntax.isSpace(b[i]) || b[i] == ',')) {
      i++;
    }
    if (i == to || b[i] != '(') {
      return -1;
    }
    row.begin();
    int start = ++i;
    int nested = 0;
    while (i < to) {
      if (b[i] == '\'' || b[i] == '"' || b[i] == '`') {
        i = quoteEnd(b, i, to);
      } else if (b[i] == '(') {
        nested++;
        i++;
      } else if (nested > 0) {
        nested -= b[i++] == ')' ? 1 : 0;
      } else if (b[i] == ',' || b[i] == ')') {
        row.addQuoted(b, start, i);
        if (b[i++] == ')') {
          return i;
        }
        start = i;
      } else {
        i++;
      }
    }
    return UNCLOSED;
  }

  /// A doubled quote stands for one.
  private static int quoteEnd(byte[] b, int open, int to) {
    int i = open + 1;
    while (i < to && (b[i] != b[open] || (i + 1 < to && b[i + 1] == b[open]))) {
      i += b[i] == b[open] || b[i] == '\\' ? 2 : 1;
    }
    return Math.min(to, i + 1);
  }
}
