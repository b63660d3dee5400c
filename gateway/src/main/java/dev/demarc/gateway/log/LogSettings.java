package dev.demarc.gateway.log;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How a log is opened.
///
/// @param dir the data directory; the log uses `keys`, `wal` and `log` in it
/// @param origin the log's name in its checkpoints; absent: a new log gets a random one, an
///   existing one keeps its own
/// @param segmentBytes size of a write-ahead segment, written as zeros ahead of its use
/// @param publishEvery how often a checkpoint is published while the log grows
/// @param publishWithin what receipts promise: a record is published this long after it is durable
/// @param create whether an empty or missing directory may become a new log
/// @param queueLimit how many records may wait for their sync
public record LogSettings(
    Path dir,
    Optional<String> origin,
    long segmentBytes,
    Duration publishEvery,
    Duration publishWithin,
    boolean create,
    int queueLimit) {
  /// Size of a segment unless configured: long enough that a new one is rare, short enough to be
  /// written ahead within a second.
  public static final long SEGMENT_BYTES = 64L << 20;

  /// Records that may wait for their sync unless configured.
  public static final int QUEUE_LIMIT = 8192;

  private static final long SMALLEST_SEGMENT = 64L << 10;
  private static final long LARGEST_SEGMENT = 1L << 30;

  public LogSettings {
    if (segmentBytes < SMALLEST_SEGMENT || segmentBytes > LARGEST_SEGMENT) {
      throw new IllegalArgumentException("a segment has 64 KiB to 1 GiB, not " + segmentBytes);
    }
    if (publishEvery.isNegative() || publishWithin.compareTo(publishEvery) <= 0) {
      throw new IllegalArgumentException("publishWithin must be longer than publishEvery");
    }
    if (queueLimit < 1) {
      throw new IllegalArgumentException("at least one record must be able to wait");
    }
  }

  /// With the default queue limit.
  public LogSettings(
      Path dir,
      Optional<String> origin,
      long segmentBytes,
      Duration publishEvery,
      Duration publishWithin,
      boolean create) {
    this(dir, origin, segmentBytes, publishEvery, publishWithin, create, QUEUE_LIMIT);
  }

  /// The defaults for a directory.
  public static LogSettings at(Path dir, boolean create) {
    return new LogSettings(
        dir,
        Optional.empty(),
        SEGMENT_BYTES,
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        create);
  }
}
