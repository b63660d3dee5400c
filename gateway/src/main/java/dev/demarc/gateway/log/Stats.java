package dev.demarc.gateway.log;

import java.time.Duration;
import java.util.Optional;

/// How the log is doing, for readiness and metrics.
///
/// @param pending records that wait for their answer
/// @param oldestPending how long the oldest of them has waited for the disk; grows while a sync
///   hangs
/// @param lastSync how long the last sync took
/// @param medianSync the median of the last 1,024 syncs
/// @param slowSync the 99th percentile of them
/// @param durable records in the write-ahead log
/// @param published records under the published checkpoint
/// @param oldestUnpublished how long the oldest durable record has waited to be published
/// @param segmentProblem why the next segment could not be allocated at the last try; the log is
///   sealed when the present one is full
public record Stats(
    int pending,
    Duration oldestPending,
    Duration lastSync,
    Duration medianSync,
    Duration slowSync,
    long durable,
    long published,
    Duration oldestUnpublished,
    Optional<String> segmentProblem) {
  /// Why nobody should send new requests here, though the log is not sealed; absent where all is
  /// well.
  ///
  /// @param syncDeadline how long a record may wait for its answer
  /// @param publishWithin what receipts promise; half of it gone, records are refused
  public Optional<String> trouble(Duration syncDeadline, Duration publishWithin) {
    if (oldestPending.compareTo(syncDeadline) > 0) {
      return Optional.of("the log's disk does not answer");
    }
    if (oldestUnpublished.compareTo(publishWithin.dividedBy(2)) > 0) {
      return Optional.of("publishing the log is too far behind");
    }
    return segmentProblem.map(why -> "the log's next segment cannot be allocated: " + why);
  }
}
