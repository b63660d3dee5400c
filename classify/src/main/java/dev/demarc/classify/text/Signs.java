package dev.demarc.classify.text;

import java.util.Arrays;

/// What kinds of bytes a text holds, gathered as bits while it is read anyway. A text without a
/// kind cannot hold what needs it, so most texts skip most work.
public final class Signs {
  public static final int DIGIT = 1;
  public static final int NON_ASCII = 1 << 1;

  /// A line end.
  public static final int LINE = 1 << 2;

  /// `:` or `=`, which stand between a label and its value.
  public static final int LABEL = 1 << 3;

  /// `\`, `%`, `&` or `+`, which are or open an escape that the text may show.
  public static final int ESCAPE = 1 << 4;

  /// `{` or `[`.
  public static final int OPENING = 1 << 5;

  public static final int TAB = 1 << 6;
  public static final int PIPE = 1 << 7;
  public static final int SEMICOLON = 1 << 8;
  public static final int COMMA = 1 << 9;

  /// Two blanks one after the other; no byte has this sign alone.
  public static final int COLUMNS = 1 << 10;

  /// A blank; part of [#COLUMNS] where it stands twice.
  public static final int BLANK = 1 << 11;

  /// `%` or `+`, which forms spell bytes and spaces with.
  public static final int FORM = 1 << 12;

  public static final int CELLS = TAB | PIPE | SEMICOLON | COMMA | COLUMNS;

  private static final int[] OF = new int[256];

  static {
    Arrays.fill(OF, '0', '9' + 1, DIGIT);
    Arrays.fill(OF, 0x80, 0x100, NON_ASCII);
    OF['\n'] = LINE;
    OF[':'] = LABEL;
    OF['='] = LABEL;
    OF['\\'] = ESCAPE;
    OF['%'] = ESCAPE | FORM;
    OF['&'] = ESCAPE;
    OF['+'] = ESCAPE | FORM;
    OF['{'] = OPENING;
    OF['['] = OPENING;
    OF['\t'] = TAB;
    OF['|'] = PIPE;
    OF[';'] = SEMICOLON;
    OF[','] = COMMA;
    OF[' '] = BLANK;
  }

  private Signs() {}

  public static int of(byte c) {
    return OF[c & 0xFF];
  }
}
