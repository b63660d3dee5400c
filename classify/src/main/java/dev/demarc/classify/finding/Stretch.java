package dev.demarc.classify.finding;

import java.util.Comparator;

/// A stretch of a text: from `start` to before `end`.
public record Stretch(int start, int end) implements Comparable<Stretch> {
  private static final Comparator<Stretch> ORDER =
      Comparator.comparingInt(Stretch::start).thenComparingInt(Stretch::end);

  @Override
  public int compareTo(Stretch other) {
    return ORDER.compare(this, other);
  }
}
