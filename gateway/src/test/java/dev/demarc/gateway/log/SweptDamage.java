package dev.demarc.gateway.log;

import dev.demarc.gateway.log.Disk.DiskFile;
import dev.demarc.gateway.log.SweepTally.Broken;
import dev.demarc.gateway.log.SweepTally.Harm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What must happen to damage that no crash explains, and to what a crash explains: a frame that is
/// bad before a good one refuses the start and leaves every file as it is; a torn last frame is
/// dropped.
final class SweptDamage {
  private final MemoryDisk closed;
  private final Random random;
  private final SweepTally tally;
  private final List<LocatedFrame> frames = new ArrayList<>();
  private Place end;

  private SweptDamage(MemoryDisk closed, Random random, SweepTally tally) throws Broken {
    this.closed = closed;
    this.random = random;
    this.tally = tally;
    this.end = scan(closed, frames);
  }

  /// Damages copies of a closed log.
  static void judge(MemoryDisk closed, Random random, SweepTally tally) throws Broken, IOException {
    SweptDamage damage = new SweptDamage(closed, random, tally);
    damage.requireRefused();
    damage.requireDropped();
  }

  private static Place scan(MemoryDisk disk, List<LocatedFrame> frames) throws Broken {
    LogDirectory directory = new LogDirectory(disk, Bench.DIR);
    try (WalScan scan = new WalScan(directory.segments(), directory.readVerifierKey())) {
      for (var next = scan.next(); next.isPresent(); next = scan.next()) {
        frames.add(next.get().located());
      }
      return scan.end();
    } catch (IOException | LogUnusable e) {
      throw new Broken(Harm.REFUSAL, e);
    }
  }

  private static Path file(Place place) {
    return Bench.DIR.resolve("wal").resolve(Segments.name(place.segment()));
  }

  private void requireRefused() throws Broken, IOException {
    if (frames.size() < 2) {
      return;
    }
    LocatedFrame frame = frames.get(random.nextInt(frames.size() - 1));
    MemoryDisk damaged = closed.copy();
    Path file = file(frame.place());
    long from = frame.place().offset();
    if (random.nextInt(4) == 0) {
      Damage.zero(damaged, file, from, frame.end().offset());
    } else {
      Damage.flipBit(damaged, file, from + random.nextInt(frame.bytes().length));
    }
    String before = damaged.fingerprint();
    try (TransparencyLog log = SweptHistory.open(damaged)) {
      throw new Broken(Harm.LOSS, "a damaged frame before good ones was taken for " + log.size());
    } catch (LogUnusable refused) {
      if (!damaged.fingerprint().equals(before)) {
        throw new Broken(Harm.LOSS, "a refused start changed the files");
      }
      tally.refused();
    }
  }

  private void requireDropped() throws Broken, IOException {
    MemoryDisk longer = closed.copy();
    try (TransparencyLog log = SweptHistory.open(longer)) {
      Answer.append(log, "torn".repeat(random.nextInt(600))).acknowledged();
    } catch (LogUnusable e) {
      throw new Broken(Harm.REFUSAL, e);
    }
    List<LocatedFrame> all = new ArrayList<>();
    scan(longer, all);
    LocatedFrame last = all.getLast();
    if (all.size() != frames.size() + 1 || !last.place().equals(end)) {
      // It begins another segment, which the shorter log need not have.
      return;
    }
    MemoryDisk torn = closed.copy();
    try (DiskFile segment = torn.openToWrite(file(end))) {
      int kept = random.nextInt(last.bytes().length);
      segment.write(ByteBuffer.wrap(last.bytes(), 0, kept), end.offset());
      segment.sync();
    }
    try (TransparencyLog log = SweptHistory.open(torn)) {
      if (log.size() != last.frame().firstIndex()) {
        throw new Broken(Harm.FORK, "a torn last frame was not dropped");
      }
      tally.dropped();
    } catch (LogUnusable e) {
      throw new Broken(Harm.REFUSAL, e);
    }
  }
}
