package dev.demarc.gateway.http;

import dev.demarc.gateway.exchange.Refusal;
import dev.demarc.gateway.exchange.Refused;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What is in flight over all event loops, held under the limits.
public final class Load {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final HttpLimits limits;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  public Load(HttpLimits limits) {
    this.limits = limits;
  }

  /// Takes the place of one request.
  ///
  /// @throws Refused as [Refusal.Overloaded] where none is free
  void enter() {
    if (requests.incrementAndGet() > limits.requestsInFlight()) {
      requests.decrementAndGet();
      throw new Refused(
          new Refusal.Overloaded(limits.requestsInFlight() + " requests in flight", RETRY_AFTER));
    }
  }

  void leave() {
    requests.decrementAndGet();
  }

  /// Takes room for `count` bytes of a body.
  ///
  /// @throws Refused as [Refusal.Overloaded] where there is none
  void hold(long count) {
    if (bytes.addAndGet(count) > limits.bytesInFlight()) {
      bytes.addAndGet(-count);
      throw new Refused(
          new Refusal.Overloaded(limits.bytesInFlight() + " body bytes in flight", RETRY_AFTER));
    }
  }

  void free(long count) {
    bytes.addAndGet(-count);
  }

  public int requestsInFlight() {
    return requests.get();
  }

  public long bytesInFlight() {
    return bytes.get();
  }
}
