package dev.demarc.classify.text;

/// What single bytes are, by table.
public final class Bytes {
  private static final byte[] HEX = new byte[256];
  private static final byte[] KIND = new byte[256];
  private static final byte DIGIT = 1;
  private static final byte LETTER = 2;

  static {
    for (int c = 0; c < 256; c++) {
      HEX[c] = (byte) Character.digit(c < 0x80 ? c : 0, 16);
    }
    for (int c = '0'; c <= '9'; c++) {
      KIND[c] = DIGIT;
    }
    for (int c = 'a'; c <= 'z'; c++) {
      KIND[c] = LETTER;
      KIND[c - 32] = LETTER;
    }
  }

  private Bytes() {}

  /// Value of a hex digit, or -1.
  public static int hex(byte c) {
    return HEX[c & 0xFF];
  }

  public static boolean digit(byte c) {
    return KIND[c & 0xFF] == DIGIT;
  }

  public static boolean letter(byte c) {
    return KIND[c & 0xFF] == LETTER;
  }

  /// Whether it is a capital letter of ASCII.
  public static boolean capital(byte c) {
    return c >= 'A' && c <= 'Z';
  }

  public static boolean alphanumeric(byte c) {
    return KIND[c & 0xFF] != 0;
  }

  /// ASCII letters lower-cased, anything else as it is.
  public static byte lower(byte c) {
    return c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
  }

  /// Whether the ASCII text stands at `at`, ignoring case; `text` is lower case.
  public static boolean at(byte[] b, int at, int end, String text) {
    if (at < 0 || at + text.length() > end) {
      return false;
    }
    for (int k = 0; k < text.length(); k++) {
      if (lower(b[at + k]) != text.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /// Offset of `wanted` in [from, to), or `to`.
  public static int find(byte[] b, int from, int to, char wanted) {
    int i = from;
    while (i < to && b[i] != wanted) {
      i++;
    }
    return i;
  }

  /// Whether an ASCII digit stands in [from, to).
  public static boolean hasDigit(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (digit(b[i])) {
        return true;
      }
    }
    return false;
  }

  /// Offset of the first byte in [from, to) that is no space or tab, or `to`.
  public static int skipBlanks(byte[] b, int from, int to) {
    int i = from;
    while (i < to && (b[i] == ' ' || b[i] == '\t')) {
      i++;
    }
    return i;
  }

  /// Offset after the last byte in [from, to) that is no blank, line end included, or `from`.
  public static int trimEnd(byte[] b, int from, int to) {
    int i = to;
    while (i > from
        && (b[i - 1] == ' ' || b[i - 1] == '\t' || b[i - 1] == '\r' || b[i - 1] == '\n')) {
      i--;
    }
    return i;
  }
}
