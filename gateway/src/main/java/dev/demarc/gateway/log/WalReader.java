package dev.demarc.gateway.log;

import dev.demarc.evidence.tlog.VerifierKey;
import dev.demarc.gateway.log.LocatedFrame.Good;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;

/// Reads the records of a data directory, leaves and sidecars, without writing or locking anything
/// in it; a gateway may be writing it meanwhile.
///
/// Every frame is checked as at a start. The last records of a running gateway may be some that are
/// not synced yet.
public final class WalReader implements Closeable {
  private final Path dir;
  private final VerifierKey key;
  private final WalScan scan;
  private final ArrayDeque<StoredRecord> records = new ArrayDeque<>();

  private WalReader(Path dir, VerifierKey key, WalScan scan) {
    this.dir = dir;
    this.key = key;
    this.scan = scan;
  }

  public static WalReader open(Path dir, Disk disk) throws LogUnusable {
    LogDirectory directory = new LogDirectory(disk, dir);
    VerifierKey key = directory.readVerifierKey();
    try {
      return new WalReader(dir, key, new WalScan(directory.segments(), key));
    } catch (IOException e) {
      throw LogUnusable.because("the log in " + dir + " cannot be read", e);
    }
  }

  /// The key of the log.
  public VerifierKey key() {
    return key;
  }

  /// The next record; absent after the last one.
  public Optional<StoredRecord> next() throws LogUnusable {
    try {
      if (records.isEmpty()) {
        nextFrame().ifPresent(good -> records.addAll(good.frame().records()));
      }
      return Optional.ofNullable(records.poll());
    } catch (IOException e) {
      throw LogUnusable.because("the log in " + dir + " cannot be read", e);
    }
  }

  /// A frame that is being written looks torn, and is whole a moment later with others after it: so
  /// the end is looked at again before it is called damaged.
  private Optional<Good> nextFrame() throws IOException, LogUnusable {
    Optional<Good> next = scan.next();
    if (next.isPresent()) {
      return next;
    }
    try {
      scan.remains();
      return next;
    } catch (LogUnusable damaged) {
      next = scan.again();
      if (next.isEmpty()) {
        throw damaged;
      }
      return next;
    }
  }

  @Override
  public void close() throws IOException {
    scan.close();
  }
}
