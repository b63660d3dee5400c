package dev.demarc.bench.scoring;

/// A stretch of text in UTF-16 units, end exclusive, and what is there.
///
/// @param category a dotted id, or [#SPLIT] for the place where the lane `parts` cuts
record GoldSpan(int start, int end, String category) {
  static final String SPLIT = "";

  GoldSpan shifted(int by) {
    return new GoldSpan(start + by, end + by, category);
  }

  boolean isSplit() {
    return category.isEmpty();
  }
}
