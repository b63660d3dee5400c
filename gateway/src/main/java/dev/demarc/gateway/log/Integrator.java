package dev.demarc.gateway.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.demarc.evidence.tlog.Checkpoint;
import dev.demarc.evidence.tlog.Merkle;
import dev.demarc.gateway.log.Disk.Readers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Follows the write-ahead log: reads durable frames back, writes their tiles, and publishes a
/// signed checkpoint over them.
///
/// It trusts the file and nothing else. Every frame must come back as it was built and every leaf
/// must hash to what was computed when it was submitted, or the log is sealed before a checkpoint
/// covers it: a bit that flipped in memory would otherwise be published and could never be taken
/// back.
final class Integrator {
  private final LogDirectory directory;
  private final LogKey key;
  private final Tiles tiles;
  private final Duration publishEvery;
  private final Seal seal;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Landed> landed = new ArrayDeque<>();
  private @Nullable Landed oldestTaken;
  private boolean closing;

  // Of the integrator's thread alone.
  private @Nullable SegmentReader reader;
  private int readerSegment;
  private long dueNanos = System.nanoTime();

  private volatile long published;

  /// `tiles` hold the tree of the published size; what is durable beyond it comes by [#landed].
  Integrator(
      LogDirectory directory,
      LogKey key,
      Tiles tiles,
      Duration publishEvery,
      Seal seal,
      Threads threads) {
    this.directory = directory;
    this.key = key;
    this.tiles = tiles;
    this.publishEvery = publishEvery;
    this.seal = seal;
    this.published = tiles.size();
    this.thread = threads.unstarted("demarc-log-integrator", this::run);
  }

  void start() {
    thread.start();
  }

  /// Takes a frame that is durable; never one that only may be.
  void landed(Landed frame) {
    lock.lock();
    try {
      landed.add(frame);
      if (landed.size() == 1) {
        // It waits for the first; others it takes with it when their time comes.
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Publishes what is left, then ends; waits for that no longer than `patience`.
  ///
  /// @return whether it has ended
  boolean close(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      closing = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    return thread.join(patience);
  }

  /// Records under the published checkpoint.
  long published() {
    return published;
  }

  /// How long the oldest durable record has waited to be published.
  Duration oldestUnpublished() {
    lock.lock();
    try {
      Landed oldest = oldestTaken == null ? landed.peek() : oldestTaken;
      return oldest == null
          ? Duration.ZERO
          : Duration.ofNanos(System.nanoTime() - oldest.landedAtNanos());
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // only when others run depends on the yield
  private void run() {
    try {
      for (List<Landed> frames = take(); !frames.isEmpty(); frames = take()) {
        for (Landed frame : frames) {
          integrate(frame);
          // Nobody waits for this thread: where cores are few, those that answer come first.
          Thread.yield();
        }
        tiles.settle();
        publish();
        dueNanos = System.nanoTime() + publishEvery.toNanos();
      }
    } catch (Throwable e) {
      seal.because("integration stopped: " + LogUnusable.words(e));
    } finally {
      tiles.close();
      closeReader();
    }
  }

  /// The frames to publish next, once it is time; none when the log is closed and all is published.
  private List<Landed> take() throws InterruptedException {
    lock.lock();
    try {
      oldestTaken = null;
      while (!closing && (landed.isEmpty() || dueNanos - System.nanoTime() > 0)) {
        if (landed.isEmpty()) {
          changed.await();
        } else {
          changed.awaitNanos(dueNanos - System.nanoTime());
        }
      }
      List<Landed> frames = new ArrayList<>(landed);
      oldestTaken = landed.peek();
      landed.clear();
      return frames;
    } finally {
      lock.unlock();
    }
  }

  private void integrate(Landed expected) throws IOException {
    Frame frame = readBack(expected);
    for (int i = 0; i < frame.records().size(); i++) {
      byte[] leaf = frame.records().get(i).leaf();
      byte[] hash = Merkle.leafHash(leaf);
      if (!Arrays.equals(hash, expected.leafHashes().get(i))) {
        throw differs(expected, "leaf " + (frame.firstIndex() + i) + " is not as submitted");
      }
      tiles.append(leaf, hash);
    }
    if (!Arrays.equals(tiles.root(), frame.root())) {
      throw differs(expected, "its root is not that of its records");
    }
  }

  private Frame readBack(Landed expected) throws IOException {
    SegmentReader segment = reader(expected.place().segment());
    byte[] bytes = segment.fresh(expected.place().offset(), expected.length());
    if (!Arrays.equals(LocatedFrame.sha256(bytes), expected.hash())) {
      throw differs(expected, "the file does not hold what was written");
    }
    Frame frame = Frame.parse(bytes).orElseThrow(() -> differs(expected, "it is no frame"));
    if (frame.firstIndex() != tiles.size()) {
      throw differs(expected, "it is not the next frame");
    }
    return frame;
  }

  private IOException differs(Landed expected, String how) {
    Path segment = directory.segments().path(expected.place().segment());
    return new IOException(segment + ", byte " + expected.place().offset() + ": " + how);
  }

  private SegmentReader reader(int segment) throws IOException {
    SegmentReader present = reader;
    if (present == null || readerSegment != segment) {
      closeReader();
      present = directory.segments().read(segment);
      reader = present;
      readerSegment = segment;
    }
    return present;
  }

  private void closeReader() {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (IOException e) {
      // Nothing was written through it.
    }
    reader = null;
  }

  private void publish() throws IOException {
    Checkpoint checkpoint = new Checkpoint(key.origin(), tiles.size(), tiles.root(), List.of());
    byte[] signature = key.sign(checkpoint.text());
    if (!key.verifies(checkpoint.text(), signature)) {
      throw new IOException("a signature just made does not verify");
    }
    byte[] published = key.note(checkpoint.text(), signature).encode().getBytes(UTF_8);
    directory.disk().replace(directory.checkpoint(), published, Readers.ANYONE);
    this.published = checkpoint.size();
  }
}
