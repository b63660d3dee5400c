package dev.demarc.gateway.http;

import java.time.Duration;

/// Limits towards clients; each has an error of its own.
///
/// @param bodyBytes largest request body
/// @param headBytes largest request head
/// @param bodyTime longest time for a body to arrive
/// @param idle how long an idle connection stays open
/// @param requestsInFlight requests being handled at once, over all connections
/// @param bytesInFlight request body bytes held at once, over all connections
public record HttpLimits(
    int bodyBytes,
    int headBytes,
    Duration bodyTime,
    Duration idle,
    int requestsInFlight,
    long bytesInFlight) {
  public static HttpLimits defaults() {
    return new HttpLimits(
        16 << 20, 32 * 1024, Duration.ofSeconds(30), Duration.ofSeconds(75), 4096, 256L << 20);
  }
}
