package dev.demarc.classify.family.identity;

import dev.demarc.classify.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.IntStream;

/// One way to write the number of a document: `9` stands for a digit, `A` for a letter, `N` for
/// either, and any other character for itself.
///
/// A shape with letters is looked for where the scanner calls for a part of it, its anchor: the
/// whole word, else the first stretch of at least six digits, else the first word of letters and
/// digits.
final class IdShape {
  private static final int SHORTEST_ANCHOR = 6;
  private final byte[] pattern;

  /// Places of the pattern, those first that are no digits: most numbers fail at one of them.
  private final int[] places;

  private final int length;
  private final boolean number;
  private final int anchor;
  private final int lead;

  IdShape(String pattern) {
    this.pattern = pattern.getBytes(StandardCharsets.US_ASCII);
    places =
        IntStream.range(0, pattern.length())
            .boxed()
            .sorted(Comparator.comparing(k -> pattern.charAt(k) == '9'))
            .mapToInt(Integer::intValue)
            .toArray();
    length = (int) pattern.chars().filter(IdShape::stands).count();
    int digit = pattern.indexOf('9');
    int digits = 0;
    for (int i = Math.max(0, digit); i < pattern.length() && !letter(pattern.charAt(i)); i++) {
      digits += pattern.charAt(i) == '9' ? 1 : 0;
    }
    boolean word = length == pattern.length();
    number = !word && digits >= SHORTEST_ANCHOR;
    int end = digit < 0 ? -1 : pattern.indexOf(' ', digit);
    lead = word ? 0 : digit;
    anchor = word ? length : number ? digits : end - digit;
  }

  private static boolean stands(int c) {
    return c == '9' || letter(c);
  }

  private static boolean letter(int c) {
    return c == 'A' || c == 'N';
  }

  /// Number of letters and digits.
  int length() {
    return length;
  }

  /// Whether the anchor is a number; else it is a word of letters and digits.
  boolean isByNumber() {
    return number;
  }

  /// Length of the anchor.
  int anchor() {
    return anchor;
  }

  /// Where the shape begins if its anchor begins at `at`.
  int start(int at) {
    return at - lead;
  }

  /// Offset after what begins at `start`.
  int end(int start) {
    return start + pattern.length;
  }

  /// Whether [from, to) is written so.
  boolean matches(byte[] b, int from, int to) {
    if (to - from != pattern.length) {
      return false;
    }
    for (int k : places) {
      byte c = b[from + k];
      boolean same =
          switch (pattern[k]) {
            case '9' -> Bytes.digit(c);
            case 'A' -> Bytes.letter(c);
            case 'N' -> Bytes.alphanumeric(c);
            default -> c == pattern[k];
          };
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
