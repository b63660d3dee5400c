package dev.demarc.classify.read;

import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordSet;

/// Tells the header of a table from its other rows, and from lines that only have its signs: a row
/// that describes a field names the field and its type, where a header would name columns.
final class TableShape {
  private static final int LONGEST_TYPE = 24;
  private static final int LONGEST_RULE = 512;
  private static final WordSet TYPES =
      WordSet.of(
          "string integer boolean varchar varchar2 nvarchar bigint smallint tinyint double float"
              + " bool char int int32 int64 uint uint8 uint32 longtext mediumtext timestamptz"
              + " 字符串 字符型 整数 整型 布尔 浮点 浮点数 datetime");

  /// Types that may also be what a column is called.
  private static final WordSet SIZED =
      WordSet.of("text decimal numeric number blob binary varbinary time timestamp bytes str");

  private TableShape() {}

  /// Whether a cell is the type of a field, or a comment: `string(32)`, `# the name of the
  /// network`.
  static boolean describes(byte[] b, int from, int to) {
    if (to - from > 2 && b[from] == '#' && b[from + 1] == ' ' && !beginsLine(b, from)) {
      return true;
    }
    if (to == from || to - from > LONGEST_TYPE) {
      return false;
    }
    int end = Bytes.find(b, from, to, '(');
    boolean sized = end < to && b[to - 1] == ')';
    int type = Bytes.trimEnd(b, from, end);
    boolean list = type - 2 > from && b[type - 2] == '[' && b[type - 1] == ']';
    type = list ? type - 2 : type;
    return TYPES.has(b, from, type) || (sized && SIZED.has(b, from, type));
  }

  private static boolean beginsLine(byte[] b, int at) {
    int i = at;
    while (i > 0 && b[i - 1] == ' ') {
      i--;
    }
    return i == 0 || b[i - 1] == '\n';
  }

  /// Whether the line at [start, end) belongs to a Markdown table that began before it: it and the
  /// line before begin with a pipe, and no rule follows it.
  static boolean goesOn(byte[] b, int from, int start, int end, int to) {
    int first = Bytes.skipBlanks(b, start, end);
    if (first == end || b[first] != '|' || start - 2 < from) {
      return false;
    }
    int line = start - 1;
    int least = Math.max(from, line - LONGEST_RULE);
    while (line > least && b[line - 1] != '\n') {
      line--;
    }
    int before = Bytes.skipBlanks(b, line, start);
    boolean whole = line == from || b[line - 1] == '\n';
    return whole && b[before] == '|' && !isRule(b, Math.min(end + 1, to), to);
  }

  /// Whether the line at `at` is the one between a header and its rows.
  private static boolean isRule(byte[] b, int at, int to) {
    int most = Math.min(to, at + LONGEST_RULE);
    int i = at;
    while (i < most && "|-: +=\r".indexOf(b[i]) >= 0) {
      i++;
    }
    return i > at + 2 && (i == to || b[i] == '\n');
  }
}
