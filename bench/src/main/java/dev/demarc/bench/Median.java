package dev.demarc.bench;

import java.util.Arrays;

/// The middle of several values.
final class Median {
  private Median() {}

  /// The middle one, the mean of the middle two where their number is even, or NaN of none.
  static double of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
