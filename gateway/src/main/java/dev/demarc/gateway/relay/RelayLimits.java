package dev.demarc.gateway.relay;

import java.time.Duration;

/// Limits on the way back to the client.
///
/// @param headSilence how long a stream's client waits for the provider's head before we send ours
///   and heartbeats; Node's fetch gives up after 5 minutes without a byte
/// @param heartbeat longest silence on an open stream before a comment is sent
/// @param firstByte longest wait for the provider's head
/// @param silence longest silence of a provider inside its answer
/// @param slowReader how long a client may leave a full buffer unread before it counts as gone
/// @param answerTime longest time for an answer, from sending to its last byte, however it flows
/// @param wholeBytes largest answer that is not streamed
/// @param wholeBytesInFlight bytes of such answers held at once, over all connections
/// @param eventBytes largest single event of a stream
public record RelayLimits(
    Duration headSilence,
    Duration heartbeat,
    Duration firstByte,
    Duration silence,
    Duration slowReader,
    Duration answerTime,
    int wholeBytes,
    long wholeBytesInFlight,
    int eventBytes) {
  public static RelayLimits defaults() {
    return new RelayLimits(
        Duration.ofSeconds(15),
        Duration.ofSeconds(15),
        Duration.ofMinutes(10),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5),
        Duration.ofHours(1),
        64 << 20,
        512L << 20,
        4 << 20);
  }
}
