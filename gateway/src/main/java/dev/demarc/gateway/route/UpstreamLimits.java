package dev.demarc.gateway.route;

import java.time.Duration;

/// Limits towards providers.
///
/// @param connections pooled connections for each host and event loop
/// @param connect longest wait for a connection, TLS included
/// @param keepAlive how long an idle connection stays in the pool
/// @param answerHeadBytes largest head of an answer
/// @param chunkBytes largest piece in which an answer is handed on
public record UpstreamLimits(
    int connections, Duration connect, Duration keepAlive, int answerHeadBytes, int chunkBytes) {
  public static UpstreamLimits defaults() {
    return new UpstreamLimits(
        512, Duration.ofSeconds(5), Duration.ofSeconds(30), 32 * 1024, 16 * 1024);
  }
}
