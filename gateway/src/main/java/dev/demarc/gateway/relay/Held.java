package dev.demarc.gateway.relay;

import java.util.concurrent.atomic.AtomicLong;

/// Bytes of whole answers that wait for their end, over all event loops, held under a limit: many
/// large answers at once must not take the process's memory.
public final class Held {
  private final long limit;
  private final AtomicLong bytes = new AtomicLong();

  public Held(RelayLimits limits) {
    this.limit = limits.wholeBytesInFlight();
  }

  /// Takes room for `count` bytes; false, and nothing taken, where there is none.
  boolean take(long count) {
    if (bytes.addAndGet(count) > limit) {
      bytes.addAndGet(-count);
      return false;
    }
    return true;
  }

  void free(long count) {
    bytes.addAndGet(-count);
  }

  public long bytes() {
    return bytes.get();
  }
}
