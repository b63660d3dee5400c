package dev.demarc.cli;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.tlog.Checkpoint;
import dev.demarc.evidence.tlog.SignedNote;
import dev.demarc.evidence.verify.LogDirectory;
import dev.demarc.evidence.verify.LogReader;
import dev.demarc.gateway.log.FileDisk;
import dev.demarc.gateway.log.LogUnusable;
import dev.demarc.gateway.log.StoredRecord;
import dev.demarc.gateway.log.WalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the records of a data directory, or the published entries of a log directory, in order.
final class Records {
  private Records() {}

  /// What a reader does with each record; a published log has no sidecars.
  interface Sink {
    void take(StoredRecord stored) throws Malformed;
  }

  /// Whether `dir` is a data directory rather than a published log.
  static boolean isDataDirectory(Path dir) {
    return Files.isDirectory(dir.resolve("wal"));
  }

  /// The data directory itself, or a usage error.
  static Path dataDirectory(Path dir) {
    if (!isDataDirectory(dir)) {
      throw new Usage(dir + " is no data directory of a gateway: it has no wal/ in it");
    }
    return dir;
  }

  static void forEach(Path dir, Sink sink) {
    try {
      if (isDataDirectory(dir)) {
        fromDataDirectory(dir, sink);
      } else {
        fromLogDirectory(dir, sink);
      }
    } catch (LogUnusable e) {
      throw new Usage(e.says());
    } catch (IOException e) {
      throw new Usage(dir + " cannot be read: " + e.getMessage());
    } catch (Malformed e) {
      throw new Usage(dir + ": " + e.says());
    }
  }

  private static void fromDataDirectory(Path dir, Sink sink)
      throws LogUnusable, IOException, Malformed {
    try (WalReader reader = WalReader.open(dir, new FileDisk())) {
      for (Optional<StoredRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        sink.take(next.get());
      }
    }
  }

  private static void fromLogDirectory(Path dir, Sink sink) throws IOException, Malformed {
    LogReader reader = new LogReader(new LogDirectory(dir));
    Optional<SignedNote> checkpoint = reader.checkpoint();
    if (checkpoint.isEmpty()) {
      throw new Usage(
          dir + " is neither a data directory (it has no wal/) nor a log (it has no checkpoint)");
    }
    long size = Checkpoint.parse(checkpoint.get().text()).size();
    for (long index = 0; index < size; index++) {
      byte[] leaf =
          reader
              .entry(index, size)
              .orElseThrow(() -> new Usage("an entry of " + dir + " is missing: verify the log"));
      sink.take(new StoredRecord(index, leaf, new byte[0]));
    }
  }
}
