package dev.demarc.classify;

import java.util.Arrays;

/// Splits what `INSERT INTO t (columns) VALUES (…), (…)` lists: names and values in parentheses,
/// with commas between them, strings in single quotes that are doubled inside.
final class SqlRows {
  private static final String INTO = "into";
  private static final int LONGEST_TABLE = 128;
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int cells;

  /// Offset of the list of columns of the first statement in [from, to), or -1.
  int columns(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == '(' && followsInto(b, from, i)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether the word before the table's name before `open` is `INTO`.
  private static boolean followsInto(byte[] b, int from, int open) {
    int name = Bytes.trimEnd(b, from, open);
    int least = Math.max(from, name - LONGEST_TABLE);
    int i = name;
    while (i > least && (Bytes.alphanumeric(b[i - 1]) || b[i - 1] < 0 || isOfName(b[i - 1]))) {
      i--;
    }
    int into = Bytes.trimEnd(b, from, i) - INTO.length();
    return i < name && into >= from && into + INTO.length() < i && Bytes.at(b, into, i, INTO);
  }

  private static boolean isOfName(byte c) {
    return c == '_' || c == '.' || c == '"' || c == '`' || c == '$';
  }

  /// Reads the list that opens at `open` and returns the offset after it, or -1.
  int read(byte[] b, int open, int to) {
    cells = 0;
    int i = open + 1;
    while (i < to) {
      i = JsonSyntax.skipSpace(b, i, to);
      int end = i < to && b[i] == '\'' ? stringEnd(b, i, to) : bareEnd(b, i, to);
      if (end < 0) {
        return -1;
      }
      add(b, i, end);
      i = JsonSyntax.skipSpace(b, end, to);
      if (i >= to || (b[i] != ',' && b[i] != ')')) {
        return -1;
      }
      if (b[i++] == ')') {
        return i;
      }
    }
    return -1;
  }

  /// Offset of the next list after `VALUES` or a comma at `at`, or -1.
  int next(byte[] b, int at, int to) {
    int i = JsonSyntax.skipSpace(b, at, to);
    if (Bytes.at(b, i, to, "values")) {
      i += "values".length();
    } else if (i < to && b[i] == ',') {
      i++;
    } else {
      return -1;
    }
    i = JsonSyntax.skipSpace(b, i, to);
    return i < to && b[i] == '(' ? i : -1;
  }

  private static int stringEnd(byte[] b, int open, int to) {
    for (int i = open + 1; i < to; i++) {
      if (b[i] == '\'') {
        if (i + 1 < to && b[i + 1] == '\'') {
          i++;
        } else {
          return i + 1;
        }
      }
    }
    return -1;
  }

  private static int bareEnd(byte[] b, int from, int to) {
    int nested = 0;
    for (int i = from; i < to; i++) {
      if (nested == 0 && (b[i] == ',' || b[i] == ')')) {
        return i;
      }
      nested += b[i] == '(' ? 1 : b[i] == ')' ? -1 : 0;
    }
    return -1;
  }

  private void add(byte[] b, int from, int to) {
    if (cells == starts.length) {
      starts = Arrays.copyOf(starts, cells * 2);
      ends = Arrays.copyOf(ends, cells * 2);
    }
    int start = from;
    int end = Bytes.trimEnd(b, start, to);
    boolean quoted = end - start >= 2 && "'\"`".indexOf(b[start]) >= 0 && b[end - 1] == b[start];
    starts[cells] = quoted ? start + 1 : start;
    ends[cells++] = quoted ? end - 1 : end;
  }

  int cells() {
    return cells;
  }

  int start(int cell) {
    return starts[cell];
  }

  int end(int cell) {
    return ends[cell];
  }
}
