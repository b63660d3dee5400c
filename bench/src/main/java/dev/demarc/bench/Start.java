package dev.demarc.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;

/// How long a start takes, from the launcher's exec to the line `ready`, over a log that is there
/// already, and what the process then holds in memory.
final class Start {
  private static final long REST_MILLIS = 3000;

  private Start() {}

  static void run(Path home, int times) throws Exception {
    Path directory = Files.createDirectories(home.resolve("target/bench"));
    Machine.print(directory);
    try (Scratch data = Scratch.in(directory)) {
      // Makes the log; what counts are starts over one.
      once(home, data.path(), 0);
      double[] millis = new double[times];
      double[] cpu = new double[times];
      double[] resident = new double[times];
      for (int i = 0; i < times; i++) {
        double[] taken = once(home, data.path(), i < 3 ? REST_MILLIS : 0);
        millis[i] = taken[0];
        cpu[i] = taken[1];
        resident[i] = taken[2];
      }
      print("exec to ready, ms", millis);
      print("CPU until ready, ms", cpu);
      print(
          "resident after three seconds at rest, MiB", Arrays.copyOf(resident, Math.min(3, times)));
    }
  }

  private static double[] once(Path home, Path data, long restMillis) throws Exception {
    long begun = System.nanoTime();
    try (GatewayProcess gateway = GatewayProcess.start(home, data, 1)) {
      double millis = (System.nanoTime() - begun) / 1e6;
      double cpu = gateway.tree().cpuMicros() / 1000;
      Thread.sleep(restMillis);
      return new double[] {millis, cpu, gateway.tree().residentMib()};
    }
  }

  private static void print(String what, double[] values) {
    DoubleSummaryStatistics ends = Arrays.stream(values).summaryStatistics();
    System.out.printf(
        Locale.ROOT,
        "%s: median %.0f, least %.0f, most %.0f (%d starts)%n",
        what,
        Median.of(values),
        ends.getMin(),
        ends.getMax(),
        values.length);
  }
}
