package dev.demarc.gateway.log;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Allocates the next segment on a thread of its own while the present one still has room, so that
/// no record waits for it and a full disk is noticed before it hurts.
///
/// Only the sequencer's thread calls its methods, but for [#problem()].
final class SegmentsAhead {
  private final Segments segments;
  private final long segmentBytes;
  private final Threads threads;
  private @Nullable FutureTask<Boolean> task;
  private int taskNumber;
  private volatile @Nullable String problem;

  SegmentsAhead(Segments segments, long segmentBytes, Threads threads) {
    this.segments = segments;
    this.segmentBytes = segmentBytes;
    this.threads = threads;
  }

  /// Why the last allocation failed, while no later one has succeeded.
  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /// Starts to allocate the segment with this number, unless that is done or under way. One that
  /// failed is tried again.
  void prepare(int number) {
    FutureTask<Boolean> present = task;
    boolean failed = present != null && present.isDone() && problem != null;
    if (present == null || taskNumber != number || failed) {
      start(number);
    }
  }

  /// Returns once the segment with this number is there and durable.
  void require(int number) throws IOException {
    prepare(number);
    FutureTask<Boolean> present = task;
    try {
      if (present != null) {
        present.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(
          "the next segment cannot be allocated: " + LogUnusable.words(cause(e)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the next segment was allocated", e);
    }
  }

  /// Waits for an allocation that is under way, so that it does not outlive the log's lock.
  void await() {
    FutureTask<Boolean> present = task;
    try {
      if (present != null) {
        present.get();
      }
    } catch (ExecutionException e) {
      // The problem is kept; nothing needs the segment any more.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void start(int number) {
    Callable<Boolean> allocation =
        () -> {
          try {
            boolean fresh = allocate(number);
            problem = null;
            return fresh;
          } catch (IOException | RuntimeException e) {
            problem = LogUnusable.words(e);
            throw e;
          }
        };
    FutureTask<Boolean> next = new FutureTask<>(allocation);
    task = next;
    taskNumber = number;
    threads.unstarted("demarc-log-segment", next).start();
  }

  private boolean allocate(int number) throws IOException {
    if (segments.exists(number)) {
      // Left by a process that may have ended before the name was durable.
      segments.syncNames();
      return false;
    }
    segments.allocate(number, segmentBytes);
    return true;
  }

  private static Throwable cause(ExecutionException e) {
    Throwable cause = e.getCause();
    return cause == null ? e : cause;
  }
}
