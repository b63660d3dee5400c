package dev.demarc.gateway.log;

import dev.demarc.gateway.log.Committer.Committed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The one thread that gives records their place in the log.
///
/// It takes all that has come while the last sync ran, commits it, and only then says *durable*.
/// Records that nobody waits for do not ask for a sync: they share that of the next awaited one.
/// Whatever goes wrong before that seals the log, and each record that was not called durable is
/// called failed: one of the two, once.
final class Sequencer {
  /// Bytes of records that may wait for their sync.
  private static final long QUEUE_BYTES = 64L << 20;

  /// Durable records that may wait to be published: bounds the hashes kept for comparing.
  private static final long UNPUBLISHED = 1L << 20;

  /// How long a record that nobody waits for may wait for one that somebody waits for.
  private static final long LINGER_NANOS = 5_000_000;

  /// So many records are worth a sync of their own.
  private static final int WORTH_A_SYNC = 64;

  private final Committer committer;
  private final Integrator integrator;
  private final Seal seal;
  private final Limits limits;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final ArrayDeque<Submission> queue = new ArrayDeque<>();
  private List<Submission> inFlight = List.of();
  private long queuedBytes;
  private int awaited;
  private boolean asleep;
  private boolean closing;

  // Of the sequencer's thread alone: how many of those in flight have their answer.
  private int answered;

  private final AtomicInteger pending = new AtomicInteger();
  private volatile long durable;

  /// @param frameBytes length of the longest frame
  /// @param records how many records may wait
  /// @param unpublished how long a durable record may wait for its checkpoint
  record Limits(int frameBytes, int records, Duration unpublished) {}

  Sequencer(
      Committer committer,
      Integrator integrator,
      Seal seal,
      Limits limits,
      long size,
      Threads threads) {
    this.committer = committer;
    this.integrator = integrator;
    this.seal = seal;
    this.limits = limits;
    this.durable = size;
    this.thread = threads.unstarted("demarc-log-sequencer", this::run);
  }

  void start() {
    seal.onSealed(this::wake);
    thread.start();
  }

  /// Takes the record, or answers at once on the calling thread that it cannot.
  void submit(Submission submission) {
    offer(submission).ifPresent(submission.callback()::failed);
  }

  /// Commits what waits, then ends; waits for that no longer than `patience`.
  ///
  /// @return whether it has ended
  boolean close(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      closing = true;
      arrived.signal();
    } finally {
      lock.unlock();
    }
    return thread.join(patience);
  }

  /// Records that are durable.
  long durable() {
    return durable;
  }

  /// Records that wait for their answer.
  int pending() {
    return pending.get();
  }

  /// How long the oldest record has waited for its answer, beyond what it lingers on purpose.
  Duration oldestPending() {
    lock.lock();
    try {
      Submission oldest = inFlight.isEmpty() ? queue.peek() : inFlight.getFirst();
      return oldest == null || pending.get() == 0
          ? Duration.ZERO
          : waited(oldest, System.nanoTime());
    } finally {
      lock.unlock();
    }
  }

  /// How long the disk has kept a record waiting.
  static Duration waited(Submission record, long nowNanos) {
    long lingers = record.awaited() ? 0 : LINGER_NANOS;
    return Duration.ofNanos(Math.max(0, nowNanos - record.sinceNanos() - lingers));
  }

  /// Why the record is not taken; absent where it is. The seal is looked at under the lock, and it
  /// is set before [#wake] asks for the lock: a record added here is seen by the thread that
  /// drains.
  private Optional<LogSealed> offer(Submission submission) {
    lock.lock();
    try {
      Optional<LogSealed> refusal = refusal(submission);
      if (refusal.isEmpty()) {
        queue.add(submission);
        queuedBytes += submission.frameBytes();
        awaited += submission.awaited() ? 1 : 0;
        pending.incrementAndGet();
        if (asleep || isWorthSync()) {
          arrived.signal();
        }
      }
      return refusal;
    } finally {
      lock.unlock();
    }
  }

  private Optional<LogSealed> refusal(Submission submission) {
    if (seal.sealed()) {
      return seal.reason().map(LogSealed::sealed);
    }
    if (closing) {
      return Optional.of(LogSealed.closed());
    }
    if (pending.get() >= limits.records() || queuedBytes + submission.frameBytes() > QUEUE_BYTES) {
      return Optional.of(LogSealed.overloaded("too many records wait for the disk"));
    }
    if (durable - integrator.published() >= UNPUBLISHED
        || integrator.oldestUnpublished().compareTo(limits.unpublished()) > 0) {
      return Optional.of(LogSealed.overloaded("publishing checkpoints is too far behind"));
    }
    return Optional.empty();
  }

  private void wake() {
    lock.lock();
    try {
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      for (List<Submission> batch = take(); !batch.isEmpty(); batch = take()) {
        commit(batch);
      }
    } catch (Throwable e) {
      seal.because(LogUnusable.words(e));
    } finally {
      failAll();
      closeCommitter();
    }
  }

  /// All that waits, as far as one frame holds it; none when the log is sealed, or closed and all
  /// is committed.
  @SuppressWarnings("ThreadPriorityCheck") // only how many share a sync depends on the yield
  private List<Submission> take() throws InterruptedException {
    if (!awaitWork()) {
      return List.of();
    }
    // Whoever shares this core and is about to add more does so first: one sync for all of it.
    Thread.yield();
    lock.lock();
    try {
      if (seal.sealed()) {
        return List.of();
      }
      inFlight = batch();
      return inFlight;
    } finally {
      lock.unlock();
    }
  }

  /// Returns once there is something to do; false where the log is sealed: what was in flight then
  /// has no answer yet.
  private boolean awaitWork() throws InterruptedException {
    lock.lock();
    try {
      if (seal.sealed()) {
        return false;
      }
      inFlight = List.of();
      answered = 0;
      while (!isWorthSync() && !closing && !seal.sealed()) {
        rest();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Whether what waits is to be committed now.
  private boolean isWorthSync() {
    return awaited > 0 || queue.size() >= WORTH_A_SYNC || lingersNanos() <= 0;
  }

  /// How long what waits may still go without a sync; as long as ever where nothing waits.
  private long lingersNanos() {
    Submission oldest = queue.peek();
    return oldest == null ? LINGER_NANOS : LINGER_NANOS - (System.nanoTime() - oldest.sinceNanos());
  }

  /// Waits for more. Sleeps without an end only where nothing came for a while, so that under load
  /// a record that nobody waits for wakes nobody.
  @SuppressWarnings("WaitNotInLoop") // the loop is that of awaitWork
  private void rest() throws InterruptedException {
    long left = arrived.awaitNanos(lingersNanos());
    if (left <= 0 && queue.isEmpty() && !closing && !seal.sealed()) {
      asleep = true;
      arrived.await();
      asleep = false;
    }
  }

  private List<Submission> batch() {
    List<Submission> batch = new ArrayList<>();
    int bytes = Frame.OVERHEAD;
    for (Submission next = queue.peek(); next != null; next = queue.peek()) {
      bytes += next.frameBytes();
      if (bytes > limits.frameBytes()) {
        break;
      }
      batch.add(queue.remove());
      queuedBytes -= next.frameBytes();
      awaited -= next.awaited() ? 1 : 0;
    }
    return batch;
  }

  private void commit(List<Submission> batch) throws IOException {
    Committed committed = committer.commit(batch);
    if (seal.sealed()) {
      // Found unsound while this batch was written: nothing more is acknowledged.
      return;
    }
    durable = committed.landed().end();
    integrator.landed(committed.landed());
    for (Submission submission : batch) {
      int position = answered++;
      long index = committed.firstIndex() + position;
      answer(() -> submission.callback().durable(index, () -> committed.receipt(position)));
    }
  }

  private void failAll() {
    List<Submission> unanswered;
    lock.lock();
    try {
      unanswered = new ArrayList<>(inFlight.subList(answered, inFlight.size()));
      unanswered.addAll(queue);
      inFlight = List.of();
      queue.clear();
    } finally {
      lock.unlock();
    }
    LogSealed why = seal.reason().map(LogSealed::sealed).orElseGet(LogSealed::closed);
    for (Submission submission : unanswered) {
      answer(() -> submission.callback().failed(why));
    }
  }

  /// A callback that throws has had its answer; the others shall have theirs.
  private void answer(Runnable callback) {
    pending.decrementAndGet();
    try {
      callback.run();
    } catch (RuntimeException | Error e) {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  private void closeCommitter() {
    try {
      committer.close();
    } catch (IOException e) {
      // Whatever was acknowledged was synced before.
    }
  }
}
