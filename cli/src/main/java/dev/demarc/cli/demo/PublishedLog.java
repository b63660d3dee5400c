package dev.demarc.cli.demo;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.record.Entry;
import dev.demarc.evidence.record.OutcomeEntry;
import dev.demarc.evidence.tlog.Checkpoint;
import dev.demarc.evidence.tlog.SignedNote;
import dev.demarc.evidence.verify.LogDirectory;
import dev.demarc.evidence.verify.LogReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The entries that a log has published, in order.
record PublishedLog(List<Entry> entries) {
  private static final long WAIT_SECONDS = 20;
  private static final long LOOK_EVERY_MILLIS = 50;

  PublishedLog {
    entries = List.copyOf(entries);
  }

  /// Waits until this many outcomes are published; each stands behind the decision it ends.
  static PublishedLog awaitOutcomes(Path directory, int wanted) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (System.nanoTime() < deadline) {
      PublishedLog log = read(directory);
      if (log.entries.stream().filter(OutcomeEntry.class::isInstance).count() >= wanted) {
        return log;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
    }
    throw new DemoFailed(
        "the log in %s did not publish the outcomes within %d s"
            .formatted(directory, WAIT_SECONDS));
  }

  /// What is published now; nothing before the first checkpoint.
  static PublishedLog read(Path directory) throws IOException {
    LogReader reader = new LogReader(new LogDirectory(directory));
    List<Entry> entries = new ArrayList<>();
    try {
      Optional<SignedNote> note = reader.checkpoint();
      long size = note.isEmpty() ? 0 : Checkpoint.parse(note.get().text()).size();
      for (long index = 0; index < size; index++) {
        entries.add(Entry.parse(leaf(reader, index, size)));
      }
    } catch (Malformed e) {
      throw new DemoFailed("the log in " + directory + " cannot be read: " + e.getMessage());
    }
    return new PublishedLog(entries);
  }

  private static byte[] leaf(LogReader reader, long index, long size) throws IOException {
    return reader
        .entry(index, size)
        .orElseThrow(() -> new DemoFailed("the published log lacks entry " + index));
  }
}
