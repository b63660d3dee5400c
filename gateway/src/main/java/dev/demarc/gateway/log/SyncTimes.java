package dev.demarc.gateway.log;

import java.time.Duration;
import java.util.Arrays;

/// How long the last syncs took.
final class SyncTimes {
  private static final int KEPT = 1024;

  private final long[] nanos = new long[KEPT];
  private long count;

  synchronized void add(long taken) {
    nanos[(int) (count++ % KEPT)] = taken;
  }

  synchronized Duration last() {
    return Duration.ofNanos(count == 0 ? 0 : nanos[(int) ((count - 1) % KEPT)]);
  }

  /// The time that `percent` of the last 1,024 syncs did not exceed; zero before the first.
  Duration percentile(int percent) {
    long[] sorted = kept();
    if (sorted.length == 0) {
      return Duration.ZERO;
    }
    Arrays.sort(sorted);
    return Duration.ofNanos(sorted[(sorted.length - 1) * percent / 100]);
  }

  private synchronized long[] kept() {
    return Arrays.copyOf(nanos, (int) Math.min(count, KEPT));
  }
}
