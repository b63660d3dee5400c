package dev.demarc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The machine that a measurement ran on, in one line, and what others did on it meanwhile.
final class Machine {
  private Machine() {}

  static void print(Path directory) throws IOException {
    String processor =
        Files.readString(Path.of("/proc/cpuinfo"))
            .lines()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("unknown processor");
    double[] syncs = DiskSync.micros(directory);
    System.out.printf(
        Locale.ROOT,
        "%s, %d processors; Linux %s; Java %s; load average before the start %s; a sync of this"
            + " disk p50 %.0f us, p99 %.0f us%n",
        processor,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.version"),
        System.getProperty("java.version"),
        Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0],
        syncs[syncs.length / 2],
        syncs[syncs.length * 99 / 100]);
  }
}
