package dev.demarc.gateway.log;

import dev.demarc.evidence.tlog.Checkpoint;
import dev.demarc.evidence.tlog.CompactRange;
import dev.demarc.evidence.tlog.VerifierKey;
import dev.demarc.gateway.log.Disk.DiskFile;
import dev.demarc.gateway.log.LocatedFrame.Good;
import dev.demarc.gateway.log.WalScan.Remains;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Brings a log back to where it was: replays each durable record, compares with what was
/// published, and makes the end of the write-ahead log sound to write after.
///
/// The last frame may be one whose sync failed: then it is in the kernel's pages, which count as
/// clean, and not on the disk. All frames before it were synced before it was begun. So the last
/// frame is written again, byte for byte, and synced, unless a checkpoint was published over it,
/// which happens only after a sync. What a crash left after it is zeroed first.
final class Recovery {
  private final LogDirectory directory;
  private final VerifierKey key;
  private final Optional<Checkpoint> published;
  private final Tiles tiles;
  private final List<Landed> landed = new ArrayList<>();
  private @Nullable LocatedFrame last;

  /// Where the log goes on.
  ///
  /// @param end where the next frame is written
  /// @param previous hash of the last frame
  /// @param range the tree of all durable records
  /// @param tiles the tree of the published records
  /// @param landed the durable frames that are not published
  @SuppressWarnings("ArrayRecordComponent") // equality is never asked
  record Recovered(
      Place end, byte[] previous, CompactRange range, Tiles tiles, List<Landed> landed) {}

  private Recovery(LogDirectory directory, VerifierKey key, Threads threads)
      throws IOException, LogUnusable {
    this.directory = directory;
    this.key = key;
    this.published = directory.published(key);
    this.tiles = new Tiles(directory.disk(), directory.log(), threads);
  }

  static Recovered recover(
      LogDirectory directory, VerifierKey key, Consumer<StoredRecord> replay, Threads threads)
      throws IOException, LogUnusable {
    return new Recovery(directory, key, threads).run(replay);
  }

  private Recovered run(Consumer<StoredRecord> replay) throws IOException, LogUnusable {
    Segments segments = directory.segments();
    try (WalScan scan = new WalScan(segments, key)) {
      for (Optional<Good> next = scan.next(); next.isPresent(); next = scan.next()) {
        take(next.get());
        next.get().frame().records().forEach(replay);
      }
      List<Remains> remains = scan.remains();
      requireNotBehind(scan.range().size());
      repair(segments, remains);
      return new Recovered(scan.end(), scan.previous(), scan.range(), tiles, landed);
    }
  }

  private long publishedSize() {
    return published.map(Checkpoint::size).orElse(0L);
  }

  private void take(Good good) throws LogUnusable {
    Frame frame = good.frame();
    last = good.located();
    if (frame.firstIndex() >= publishedSize()) {
      landed.add(
          new Landed(
              good.located().place(),
              good.located().bytes().length,
              good.located().hash(),
              frame.firstIndex(),
              good.leafHashes(),
              System.nanoTime()));
      return;
    }
    for (int i = 0; i < frame.records().size(); i++) {
      tiles.pass(frame.records().get(i).leaf(), good.leafHashes().get(i));
    }
    if (frame.end() > publishedSize()) {
      throw inconsistent("ends inside a batch");
    }
    if (published.filter(checkpoint -> contradicts(checkpoint, frame)).isPresent()) {
      throw inconsistent("has another root than the records");
    }
  }

  private static boolean contradicts(Checkpoint published, Frame frame) {
    return published.size() == frame.end() && !Arrays.equals(published.root(), frame.root());
  }

  private void requireNotBehind(long size) throws LogUnusable {
    if (size < publishedSize()) {
      throw inconsistent("covers " + publishedSize() + " records, wal/ holds only " + size);
    }
  }

  private LogUnusable inconsistent(String how) {
    return new LogUnusable(
        directory.checkpoint()
            + " "
            + how
            + ". It was published, so the write-ahead log is not the one that belongs to it: has an"
            + " older copy been put back? Restore the newest wal/; going on from here would fork"
            + " the log");
  }

  private void repair(Segments segments, List<Remains> remains) throws IOException {
    for (Remains torn : remains) {
      try (DiskFile file = segments.openToWrite(torn.from().segment())) {
        file.write(ByteBuffer.allocate((int) torn.length()), torn.from().offset());
        file.sync();
      }
    }
    LocatedFrame end = last;
    if (end != null && end.frame().end() > publishedSize()) {
      try (DiskFile file = segments.openToWrite(end.place().segment())) {
        file.write(ByteBuffer.wrap(end.bytes()), end.place().offset());
        file.sync();
      }
    }
    segments.syncNames();
  }
}
