package dev.demarc.cli.e2e;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Waiting for what another process does. The bound only keeps a hang from lasting; nothing is
/// asserted about time.
final class Patience {
  private static final Duration BOUND = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private Patience() {}

  /// The first value that `look` finds.
  static <T> T await(String what, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + BOUND.toNanos();
    while (true) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > deadline) {
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
