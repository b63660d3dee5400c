package dev.demarc.bench.accuracy;

/// What the classifier marked: a stretch in code points and its category.
record Mark(int start, int end, String category) {
  int overlap(Gold gold) {
    return Math.max(0, Math.min(end, gold.end()) - Math.max(start, gold.start()));
  }

  /// Whether at least half of what either covers is covered by both.
  boolean covers(Gold gold) {
    int both = overlap(gold);
    return 2L * both >= (end - start) + (gold.end() - gold.start()) - both;
  }

  boolean isExactly(Gold gold) {
    return start == gold.start() && end == gold.end();
  }
}
