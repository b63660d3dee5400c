package dev.demarc.classify.scan;

import dev.demarc.classify.finding.Category;
import org.jspecify.annotations.Nullable;

/// Readings of one number as values of several families, of which at most one can be right at each
/// place: the best score wins, and of equal ones the longest.
final class Offers {
  private static final int MOST = 32;
  private final @Nullable Category[] categories = new Category[MOST];
  private final int[] starts = new int[MOST];
  private final int[] ends = new int[MOST];
  private final int[] points = new int[MOST];
  private final int[] evidence = new int[MOST];
  private final boolean[] gone = new boolean[MOST];
  private int size;

  void clear() {
    size = 0;
  }

  /// Takes an offer if it scores enough, which is what `enough` says; returns that.
  boolean add(Category category, int start, int end, int score, int bits, boolean enough) {
    if (enough) {
      put(category, start, end, score, bits);
    }
    return enough;
  }

  /// Takes the offer that these are nobody's digits.
  void addNobody(int start, int end, int score) {
    put(null, start, end, score, 0);
  }

  private void put(@Nullable Category category, int start, int end, int score, int bits) {
    int at = size < MOST ? size++ : worst();
    if (at < size - 1 && points[at] >= score) {
      return;
    }
    categories[at] = category;
    starts[at] = start;
    ends[at] = end;
    points[at] = score;
    evidence[at] = bits;
    gone[at] = false;
  }

  private int worst() {
    int worst = 0;
    for (int k = 1; k < size; k++) {
      worst = points[k] < points[worst] ? k : worst;
    }
    return worst;
  }

  /// The best offer that is left, or -1. It and what overlaps it are not left after that.
  int best() {
    int best = -1;
    for (int k = 0; k < size; k++) {
      if (!gone[k] && (best < 0 || beats(k, best))) {
        best = k;
      }
    }
    for (int k = 0; k < size && best >= 0; k++) {
      gone[k] |= starts[k] < ends[best] && ends[k] > starts[best];
    }
    return best;
  }

  private boolean beats(int one, int other) {
    return points[one] != points[other]
        ? points[one] > points[other]
        : ends[one] - starts[one] > ends[other] - starts[other];
  }

  @Nullable Category category(int k) {
    return categories[k];
  }

  int start(int k) {
    return starts[k];
  }

  int end(int k) {
    return ends[k];
  }

  int points(int k) {
    return points[k];
  }

  int evidence(int k) {
    return evidence[k];
  }
}
