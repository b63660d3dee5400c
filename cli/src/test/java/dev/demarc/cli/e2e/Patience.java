package dev.demarc.cli.e2e;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Waiting for what another process does. The bound only keeps a hang from lasting; nothing is
/// asserted about time, and time in which this process itself did not run hardly counts.
final class Patience {
  private static final Duration BOUND = Duration.ofMinutes(3);
  private static final Duration MOST_AT_ONCE = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private Patience() {}

  /// The first value that `look` finds.
  static <T> T await(String what, Supplier<Optional<T>> look) {
    long waited = 0;
    long last = System.nanoTime();
    while (true) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      long now = System.nanoTime();
      waited += Math.min(now - last, MOST_AT_ONCE.toNanos());
      last = now;
      if (waited > BOUND.toNanos()) {
        throw new AssertionError("no " + what + " within " + BOUND.toSeconds() + " s");
      }
      pause();
    }
  }

  /// Waits until `holds`.
  static void until(String what, Supplier<Boolean> holds) {
    var _ = await(what, () -> holds.get() ? Optional.of(what) : Optional.empty());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
