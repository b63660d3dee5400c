package dev.demarc.bench.accuracy;

/// How many are there, were found, and were found right, by each way of looking at borders.
final class Counts {
  /// A way of looking at borders.
  enum By {
    STRICT,
    HALF,
    OVERLAP
  }

  private int there;
  private int found;
  private int strict;
  private int half;
  private int overlapping;

  void match(Matching.Pair pair) {
    there++;
    found++;
    overlapping++;
    strict += pair.strict() ? 1 : 0;
    half += pair.half() ? 1 : 0;
  }

  void miss() {
    there++;
  }

  void wrong() {
    found++;
  }

  int there() {
    return there;
  }

  int found() {
    return found;
  }

  private int right(By by) {
    return switch (by) {
      case STRICT -> strict;
      case HALF -> half;
      case OVERLAP -> overlapping;
    };
  }

  /// Share of the findings that are right; 1 where nothing was found.
  double precision(By by) {
    return found == 0 ? 1 : (double) right(by) / found;
  }

  /// Share of what is there that was found; 1 where nothing is there.
  double recall(By by) {
    return there == 0 ? 1 : (double) right(by) / there;
  }

  double f1(By by) {
    return there + found == 0 ? 1 : 2.0 * right(by) / (there + found);
  }
}
