package dev.demarc.bench;

import dev.demarc.gateway.log.LogSealed;
import dev.demarc.gateway.log.TransparencyLog;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One thread that keeps a number of records waiting in a log, as an event loop does for the
/// requests that it serves: the log's answer is a task for the loop, which submits the next record.
final class AppendLoop {
  private static final int LEAF_BYTES = 300;
  private static final int SIDECAR_BYTES = 100;
  private static final long REFUSED_NANOS = 1_000_000;

  private final TransparencyLog log;
  private final boolean receipts;
  private final ConcurrentLinkedQueue<Waiter> answered = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean parked = new AtomicBoolean();
  private final Thread thread = Thread.currentThread();
  private final byte[] template = template();
  private long[] latencies = new long[1 << 20];
  private int count;
  private int refusals;
  private long submitted;
  private volatile @Nullable LogSealed failure;

  /// Starts with `waiting` records; makes the receipt of each where `receipts` says so.
  AppendLoop(TransparencyLog log, int waiting, boolean receipts) {
    this.log = log;
    this.receipts = receipts;
    for (int i = 0; i < waiting; i++) {
      new Waiter().submit();
    }
  }

  /// Goes on for this time.
  ///
  /// @return the nanoseconds that each record waited
  long[] run(Duration time) throws LogSealed {
    count = 0;
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Waiter next = answered.poll();
      if (next == null) {
        park();
      } else if (next.refused) {
        refusals++;
        LockSupport.parkNanos(REFUSED_NANOS);
        next.submit();
      } else {
        note(next.nanos);
        if (receipts && next.receipt.get().isEmpty()) {
          throw new IllegalStateException("a receipt is empty");
        }
        next.submit();
      }
      LogSealed why = failure;
      if (why != null) {
        throw why;
      }
    }
    return Arrays.copyOf(latencies, count);
  }

  /// How many records were refused so far, because publishing was too far behind, and submitted
  /// again.
  int refusals() {
    return refusals;
  }

  private void park() {
    parked.set(true);
    if (answered.isEmpty()) {
      LockSupport.park(this);
    }
    parked.set(false);
  }

  private void wake() {
    if (parked.get() && parked.compareAndSet(true, false)) {
      LockSupport.unpark(thread);
    }
  }

  private void note(long nanos) {
    if (count == latencies.length) {
      latencies = Arrays.copyOf(latencies, 2 * count);
    }
    latencies[count++] = nanos;
  }

  private static byte[] template() {
    byte[] leaf = new byte[LEAF_BYTES];
    for (int i = 0; i < leaf.length; i++) {
      leaf[i] = (byte) ('a' + i % 26);
    }
    return leaf;
  }

  private final class Waiter implements TransparencyLog.Appended {
    private long since;
    private long nanos;
    private boolean refused;
    private Supplier<String> receipt = () -> "";

    void submit() {
      refused = false;
      byte[] leaf = template.clone();
      ByteBuffer.wrap(leaf).putLong(submitted++);
      since = System.nanoTime();
      log.append(leaf, new byte[SIDECAR_BYTES], this);
    }

    @Override
    public void durable(long index, Supplier<String> made) {
      receipt = made;
      nanos = System.nanoTime() - since;
      answered.add(this);
      wake();
    }

    @Override
    public void failed(LogSealed why) {
      if (why.kind() == LogSealed.Kind.OVERLOADED) {
        refused = true;
        answered.add(this);
      } else {
        failure = why;
      }
      wake();
    }
  }
}
