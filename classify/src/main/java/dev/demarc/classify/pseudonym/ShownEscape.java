package dev.demarc.classify.pseudonym;

/// Tells, character by character, whether a letter or digit belongs to an escape that a text shows
/// as text: percent-encoding, or the backslash escapes of logs and JSON. A word that follows such
/// an escape begins behind it.
///
/// A percent sign is also just that, and `100%CARD` no escape: two letters after it never are.
final class ShownEscape {
  private enum After {
    NOTHING,
    PERCENT,
    PERCENT_DIGIT,
    PERCENT_LETTER,
    BACKSLASH,
    UNICODE
  }

  private After after = After.NOTHING;
  private int digits;

  void reset() {
    after = After.NOTHING;
  }

  /// Whether the next character, `c`, belongs to an escape.
  boolean has(int c) {
    After before = after;
    after = next(c);
    return switch (before) {
      case NOTHING -> false;
      case PERCENT, PERCENT_LETTER -> digit(c);
      case PERCENT_DIGIT, UNICODE -> Character.digit(c, 16) >= 0;
      case BACKSLASH -> "nrtbfu".indexOf(c) >= 0;
    };
  }

  private After next(int c) {
    if (after == After.PERCENT && Character.digit(c, 16) >= 0) {
      return digit(c) ? After.PERCENT_DIGIT : After.PERCENT_LETTER;
    }
    if (after == After.BACKSLASH && c == 'u') {
      digits = 4;
      return After.UNICODE;
    }
    if (after == After.UNICODE && Character.digit(c, 16) >= 0 && --digits > 0) {
      return After.UNICODE;
    }
    if (c == '\\') {
      return after == After.BACKSLASH ? After.NOTHING : After.BACKSLASH;
    }
    return c == '%' ? After.PERCENT : After.NOTHING;
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }
}
