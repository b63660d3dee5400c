package dev.demarc.cli;

import dev.demarc.gateway.config.Config.Listen;
import java.util.concurrent.CountDownLatch;

/// What several commands read in the same way.
final class Arguments {
  /// How long a process may take to close what it holds.
  private static final long STOP_MILLIS = 30_000;

  private Arguments() {}

  static Listen listen(String option, String text) {
    try {
      return Listen.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Usage(option + ": " + e.getMessage());
    }
  }

  /// Waits until the process is asked to end, then lets it go on to close what it holds.
  static void untilStopped(CountDownLatch stopped) throws InterruptedException {
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  stopped.countDown();
                  try {
                    main.join(STOP_MILLIS);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
    stopped.await();
  }
}
