package dev.demarc.classify.family.identity;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.number.NumberChain;
import java.util.Arrays;
import java.util.List;

/// One kind of identity document as its numbers are written: what proves them, and what else must
/// speak before such a number is believed.
///
/// @param bits the evidence that [Check] gives where it holds
/// @param shapes the ways to write it, see [IdShape]; the first is the one without separators
record IdDocument(Category category, Needs needs, int bits, Check check, List<IdShape> shapes) {

  /// What must speak for a number beside its check. Points so that the least that is named adds up
  /// to the 60 a finding needs, and less does not.
  enum Needs {
    /// Nothing, whatever speaks against it.
    NEVER(100),
    /// Nothing, unless something speaks against it.
    NOTHING(60),
    /// Separators where the document has them, or a word nearby.
    GROUPING(45),
    /// A word nearby.
    CONTEXT(40),
    /// A key, column or word directly before it.
    KEY(15);

    private final int points;

    Needs(int points) {
      this.points = points;
    }

    int points() {
      return points;
    }
  }

  /// Whether the letters and digits from 0 on, without separators and in upper case, may be a
  /// number of this document.
  @FunctionalInterface
  interface Check {
    boolean fits(byte[] s);
  }

  static IdDocument row(Category category, Needs needs, int bits, Check check, String... shapes) {
    return new IdDocument(
        category, needs, bits, check, Arrays.stream(shapes).map(IdShape::new).toList());
  }

  /// Number of letters and digits.
  int length() {
    return shapes.getFirst().length();
  }

  /// Whether the stretch is grouped as on this document.
  boolean isGrouped(byte[] b, NumberChain n) {
    for (int k = 1; k < shapes.size(); k++) {
      if (shapes.get(k).matches(b, n.start(), n.end())) {
        return true;
      }
    }
    return false;
  }
}
