package dev.demarc.classify.read;

import dev.demarc.classify.scan.Field;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordSet;

/// Tells a cell that says how a payment's value is written from one that is a value: its row
/// describes the table and is nobody's.
final class TemplateCell {
  private static final int SHORTEST_FORM = 6;
  private static final int LONGEST_FORM = 24;

  /// Letters that stand for parts of a date in the languages that we know.
  private static final String PARTS = "ymdhsjtagr";

  private static final WordSet TYPES =
      WordSet.of("string <string> varchar decimal datetime iso8601 iso-8601");

  private TemplateCell() {}

  static boolean isOne(byte[] b, int from, int to, Field field) {
    return TYPES.has(b, from, to) || (field == Field.DATE && isForm(b, from, to));
  }

  /// Whether it is the form of a date: `YYYY-MM-DD`, `TT.MM.JJJJ`.
  private static boolean isForm(byte[] b, int from, int to) {
    int letters = 0;
    int pairs = 0;
    for (int i = from; i < to && to - from <= LONGEST_FORM; i++) {
      if (Bytes.letter(b[i])) {
        byte c = Bytes.lower(b[i]);
        if (PARTS.indexOf(c) < 0) {
          return false;
        }
        letters++;
        pairs += i > from && Bytes.lower(b[i - 1]) == c ? 1 : 0;
      } else if ("-/.: ".indexOf(b[i]) < 0) {
        return false;
      }
    }
    return letters >= SHORTEST_FORM && 2 * pairs >= letters;
  }
}
