package dev.demarc.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.demarc.gateway.log.FileDisk;
import dev.demarc.gateway.log.LogSettings;
import dev.demarc.gateway.log.TransparencyLog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How many signed, durable appends the log takes on this disk, and what one of them waits for.
///
/// A closed loop: one thread, as an event loop would be, keeps a number of records waiting; as soon
/// as one is durable it submits the next in its place. Beside it, in the same run, what a sync
/// alone takes on this disk. Each round begins a new log; the figures shown last are the medians of
/// the rounds.
final class LogAppends {
  private static final List<Shape> SHAPES =
      List.of(new Shape(1, true), new Shape(16, true), new Shape(256, false), new Shape(256, true));
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration MEASURED = Duration.ofSeconds(3);

  /// @param waiting how many records wait at each moment
  /// @param receipts whether the loop makes the receipt of each, as for a decision, or of none, as
  ///   for an outcome
  private record Shape(int waiting, boolean receipts) {}

  private LogAppends() {}

  /// @param rounds how often each number of waiting records is measured
  static void run(int rounds) throws Exception {
    try (Scratch scratch = Scratch.temporary()) {
      Path place = scratch.path();
      List<List<Figures>> all = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        System.out.printf(Locale.ROOT, "round %d: %s%n", round, RawSync.measure(place));
        List<Figures> figures = new ArrayList<>();
        for (Shape shape : SHAPES) {
          figures.add(measure(place.resolve("log-" + round + "-" + figures.size()), shape));
          System.out.println("  " + figures.getLast());
        }
        all.add(figures);
      }
      System.out.printf(Locale.ROOT, "medians of %d rounds on %s%n", rounds, machine(place));
      for (int i = 0; i < SHAPES.size(); i++) {
        int column = i;
        System.out.println(
            "  " + Figures.medians(all.stream().map(round -> round.get(column)).toList()));
      }
    }
  }

  private static String machine(Path place) throws IOException {
    return Runtime.getRuntime().availableProcessors()
        + " processors, "
        + Files.getFileStore(place).type()
        + ", Java "
        + Runtime.version();
  }

  private static Figures measure(Path dir, Shape shape) throws Exception {
    try (Scratch scratch = Scratch.of(dir);
        TransparencyLog log =
            TransparencyLog.open(
                LogSettings.at(scratch.path(), true),
                new FileDisk(),
                InstantSource.system(),
                stored -> {})) {
      AppendLoop loop = new AppendLoop(log, shape.waiting, shape.receipts);
      loop.run(WARM_UP);
      Cpu before = Cpu.now();
      long[] latencies = loop.run(MEASURED);
      Cpu used = Cpu.now().minus(before);
      if (loop.refusals() > 0) {
        System.out.println("  refused and submitted again: " + loop.refusals());
      }
      Arrays.sort(latencies);
      long behind = log.stats().oldestUnpublished().toMillis();
      awaitPublished(log);
      return Figures.of(shape, latencies, MEASURED, used, log.stats().medianSync(), behind);
    }
  }

  /// What is behind would still be written while its directory is removed.
  private static void awaitPublished(TransparencyLog log) throws InterruptedException {
    while (log.stats().published() < log.stats().durable() && !log.sealed()) {
      Thread.sleep(10);
    }
  }

  /// Processor time in nanoseconds: of the whole process, and of the threads that do the work.
  private record Cpu(double process, double sequencer, double integrator, double loop) {
    static Cpu now() {
      OperatingSystemMXBean system =
          (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return new Cpu(
          system.getProcessCpuTime(),
          ofThread("demarc-log-sequencer"),
          ofThread("demarc-log-integrator"),
          ofThread(Thread.currentThread().getName()));
    }

    private static long ofThread(String name) {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
          .filter(thread -> thread != null && thread.getThreadName().equals(name))
          .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
          .sum();
    }

    Cpu minus(Cpu before) {
      return new Cpu(
          process - before.process,
          sequencer - before.sequencer,
          integrator - before.integrator,
          loop - before.loop);
    }

    Cpu microsFor(long records) {
      double each = 1e3 * records;
      return new Cpu(process / each, sequencer / each, integrator / each, loop / each);
    }

    static Cpu medians(List<Cpu> rounds) {
      return new Cpu(
          Median.of(rounds.stream().mapToDouble(Cpu::process).toArray()),
          Median.of(rounds.stream().mapToDouble(Cpu::sequencer).toArray()),
          Median.of(rounds.stream().mapToDouble(Cpu::integrator).toArray()),
          Median.of(rounds.stream().mapToDouble(Cpu::loop).toArray()));
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "CPU %.2f us a record (sequencer %.2f, integrator %.2f, loop %.2f)",
          process,
          sequencer,
          integrator,
          loop);
    }
  }

  /// What one number of waiting records gave.
  ///
  /// @param perSecond records made durable
  /// @param cpu processor time for each of them, in microseconds
  /// @param syncMillis the log's own median sync
  /// @param behindMillis how long the oldest durable record had waited for its checkpoint at the
  ///   end
  private record Figures(
      Shape shape,
      double perSecond,
      double p50Millis,
      double p99Millis,
      Cpu cpu,
      double syncMillis,
      double behindMillis) {
    static Figures of(
        Shape shape, long[] sorted, Duration time, Cpu cpu, Duration sync, long behind) {
      return new Figures(
          shape,
          sorted.length * 1e9 / time.toNanos(),
          sorted[sorted.length / 2] / 1e6,
          sorted[(int) (sorted.length * 0.99)] / 1e6,
          cpu.microsFor(sorted.length),
          sync.toNanos() / 1e6,
          behind);
    }

    static Figures medians(List<Figures> rounds) {
      return new Figures(
          rounds.getFirst().shape,
          Median.of(rounds.stream().mapToDouble(Figures::perSecond).toArray()),
          Median.of(rounds.stream().mapToDouble(Figures::p50Millis).toArray()),
          Median.of(rounds.stream().mapToDouble(Figures::p99Millis).toArray()),
          Cpu.medians(rounds.stream().map(Figures::cpu).toList()),
          Median.of(rounds.stream().mapToDouble(Figures::syncMillis).toArray()),
          Median.of(rounds.stream().mapToDouble(Figures::behindMillis).toArray()));
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%3d waiting, %s %,9.0f/s  p50 %6.3f ms  p99 %6.3f ms, its sync %.3f"
              + " ms, publishing %,.0f ms behind, %s",
          shape.waiting,
          shape.receipts ? "with receipts   " : "without receipts",
          perSecond,
          p50Millis,
          p99Millis,
          syncMillis,
          behindMillis,
          cpu);
    }
  }

  /// Writes into zeros and syncs, as the log does for one batch, with nothing else.
  private record RawSync(int bytes, double p50Millis, double p99Millis) {
    private static final int ROUNDS = 1000;
    private static final int FILE_BYTES = 64 << 20;

    static String measure(Path place) throws IOException {
      return measure(place, 700) + ", " + measure(place, 110_000);
    }

    private static RawSync measure(Path place, int bytes) throws IOException {
      Path file = place.resolve("sync");
      long[] nanos = new long[ROUNDS];
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.allocate(FILE_BYTES), 0);
        channel.force(true);
        byte[] frame = new byte[bytes];
        Arrays.fill(frame, (byte) 7);
        for (int i = 0; i < ROUNDS; i++) {
          long before = System.nanoTime();
          channel.write(ByteBuffer.wrap(frame), (long) i * bytes % (FILE_BYTES - bytes));
          channel.force(false);
          nanos[i] = System.nanoTime() - before;
        }
      }
      Files.delete(file);
      Arrays.sort(nanos);
      return new RawSync(bytes, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 99 / 100] / 1e6);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "writing and syncing %,d bytes takes p50 %.3f ms, p99 %.3f ms",
          bytes,
          p50Millis,
          p99Millis);
    }
  }
}
