package dev.demarc.gateway.log;

import dev.demarc.evidence.tlog.EntryBundle;
import dev.demarc.evidence.tlog.Merkle;
import dev.demarc.evidence.tlog.VerifierKey;
import dev.demarc.gateway.log.Recovery.Recovered;
import dev.demarc.gateway.log.Sequencer.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The log: a record is durable, in its place and under a signed root before anybody is told so;
/// tiles and published checkpoints follow behind.
///
/// A record goes *submitted* → *durable* (frame synced) → *integrated* (tiles written) →
/// *published* (under the checkpoint file). Three threads: the sequencer writes frames, the
/// integrator reads them back and publishes, and now and then one allocates the next segment. A
/// failed write, sync or comparison on any of them seals the log until it is opened anew.
public final class TransparencyLog implements AutoCloseable {
  /// How long [#close()] waits for a disk that hangs.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// The longest sidecar; anything larger belongs in a file named by its hash.
  public static final int MAX_SIDECAR_BYTES = 1 << 20;

  private final VerifierKey key;
  private final Sequencer sequencer;
  private final Integrator integrator;
  private final SegmentsAhead ahead;
  private final SyncTimes times;
  private final Seal seal;
  private final Closeable lock;
  private final int frameBytes;
  private boolean closed;

  /// Told what became of a record: one of the two methods is called, once. `durable` comes on the
  /// sequencer's thread, and so does `failed`, unless the log refuses the record at once: then it
  /// comes on the thread that appends. Neither may block.
  public interface Appended {
    /// The record is on disk. Only now may anything happen that depends on it.
    ///
    /// @param receipt makes the value of the `Demarc-Receipt` header, on whatever thread asks for
    ///   it; what it holds on to is the batch's
    void durable(long index, Supplier<String> receipt);

    /// The record is not known to be on disk, and nothing that depends on it may happen.
    void failed(LogSealed why);
  }

  /// Opens the log of a data directory, or creates it where the settings allow that.
  ///
  /// @param replay gets every durable record, in order, before this method returns; what it got is
  ///   void if the method throws
  public static TransparencyLog open(
      LogSettings settings, Disk disk, InstantSource clock, Consumer<StoredRecord> replay)
      throws LogUnusable {
    return open(settings, disk, clock, replay, Threads.PLATFORM);
  }

  static TransparencyLog open(
      LogSettings settings,
      Disk disk,
      InstantSource clock,
      Consumer<StoredRecord> replay,
      Threads threads)
      throws LogUnusable {
    LogDirectory directory = new LogDirectory(disk, settings.dir());
    try {
      Closeable lock = directory.lock(settings.create());
      try {
        LogKey key = directory.open(settings);
        Recovered recovered = Recovery.recover(directory, key.verifierKey(), replay, threads);
        return new TransparencyLog(settings, directory, key, recovered, clock, lock, threads);
      } catch (IOException | LogUnusable | RuntimeException | Error e) {
        release(lock, e);
        throw e;
      }
    } catch (IOException e) {
      throw LogUnusable.because("the log in " + settings.dir() + " cannot be opened", e);
    }
  }

  private TransparencyLog(
      LogSettings settings,
      LogDirectory directory,
      LogKey key,
      Recovered recovered,
      InstantSource clock,
      Closeable lock,
      Threads threads)
      throws IOException {
    this.key = key.verifierKey();
    this.lock = lock;
    this.times = new SyncTimes();
    this.seal = new Seal();
    this.ahead = new SegmentsAhead(directory.segments(), settings.segmentBytes(), threads);
    this.frameBytes = (int) Math.min(Frame.LONGEST, settings.segmentBytes());
    WalWriter writer = new WalWriter(directory.segments(), ahead, recovered.end(), times);
    Committer committer = new Committer(key, writer, recovered, clock, settings.publishWithin());
    this.integrator =
        new Integrator(directory, key, recovered.tiles(), settings.publishEvery(), seal, threads);
    recovered.landed().forEach(integrator::landed);
    this.sequencer =
        new Sequencer(
            committer,
            integrator,
            seal,
            // Half the promise: what is appended last can still be published in time.
            new Limits(frameBytes, settings.queueLimit(), settings.publishWithin().dividedBy(2)),
            recovered.range().size(),
            threads);
    integrator.start();
    sequencer.start();
  }

  /// Submits a record; `callback` says what became of it. The arrays belong to the log from here
  /// on.
  ///
  /// @throws IllegalArgumentException where the leaf is longer than an entry of a tlog-tiles log
  ///   can be (65,535 bytes), the sidecar longer than [#MAX_SIDECAR_BYTES], or both together longer
  ///   than a segment; the callback is not called then
  public void append(byte[] leaf, byte[] sidecar, Appended callback) {
    append(leaf, sidecar, callback, true);
  }

  /// The same for a record that nothing waits for: it shares the sync of the next awaited one, or
  /// has one of its own a few milliseconds later.
  public void appendBehind(byte[] leaf, Appended callback) {
    append(leaf, new byte[0], callback, false);
  }

  private void append(byte[] leaf, byte[] sidecar, Appended callback, boolean awaited) {
    if (leaf.length > EntryBundle.MAX_ENTRY_BYTES) {
      throw new IllegalArgumentException(
          "a leaf has at most " + EntryBundle.MAX_ENTRY_BYTES + " bytes, not " + leaf.length);
    }
    if (sidecar.length > MAX_SIDECAR_BYTES) {
      throw new IllegalArgumentException(
          "a sidecar has at most " + MAX_SIDECAR_BYTES + " bytes, not " + sidecar.length);
    }
    Submission submission =
        new Submission(leaf, sidecar, Merkle.leafHash(leaf), callback, awaited, System.nanoTime());
    if (Frame.OVERHEAD + submission.frameBytes() > frameBytes) {
      throw new IllegalArgumentException(
          "leaf and sidecar do not fit into a segment: " + submission.frameBytes() + " bytes");
    }
    sequencer.submit(submission);
  }

  /// What a stranger checks this log's checkpoints and receipts with.
  public VerifierKey key() {
    return key;
  }

  /// How many records are durable.
  public long size() {
    return sequencer.durable();
  }

  /// Whether the log has stopped taking records until it is opened anew.
  public boolean sealed() {
    return seal.sealed();
  }

  public Optional<String> sealedReason() {
    return seal.reason();
  }

  public Stats stats() {
    return new Stats(
        sequencer.pending(),
        sequencer.oldestPending(),
        times.last(),
        times.percentile(50),
        times.percentile(99),
        sequencer.durable(),
        integrator.published(),
        integrator.oldestUnpublished(),
        ahead.problem());
  }

  /// Commits what was submitted, publishes everything durable, and gives the directory free. Later
  /// appends fail. If the disk hangs for ten seconds the directory stays locked until the process
  /// ends, since a write may still reach it.
  @Override
  public void close() {
    close(PATIENCE);
  }

  synchronized void close(Duration patience) {
    if (closed) {
      return;
    }
    closed = true;
    try {
      boolean quiet = sequencer.close(patience);
      if (!quiet) {
        // Whoever is called durable after this would find no log to write the outcome to.
        seal.because("the log was closed while a sync hung");
      }
      if (integrator.close(patience) && quiet) {
        lock.close();
      }
    } catch (InterruptedException e) {
      seal.because("the thread that closed the log was interrupted");
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // The lock goes with the process.
    }
  }

  private static void release(Closeable lock, Throwable cause) {
    try {
      lock.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
