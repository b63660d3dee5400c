package dev.demarc.evidence;

/// Text of others made safe to show: a log under suspicion, or a file that is read, must not be
/// able to move the cursor, hide a line or write right to left in the reader's terminal.
public final class Printable {
  private Printable() {}

  /// The text with each control, format, separator and unassigned character replaced by `?`.
  public static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> shown.appendCodePoint(harmless(c) ? c : '?'));
    return shown.toString();
  }

  private static boolean harmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
