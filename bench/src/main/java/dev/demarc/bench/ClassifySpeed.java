package dev.demarc.bench;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// `./demarc bench classify [PATTERN]`: runs the classifier's JMH benchmarks and prints one line
/// for each, with its rate and what it allocates.
final class ClassifySpeed {
  private ClassifySpeed() {}

  static void run(String pattern) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("ClassifyBenchmark." + pattern)
                    .addProfiler(GCProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    System.out.println("| stage | bytes | values | µs | ± | MB/s | bytes allocated |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (RunResult result : results) {
      Result<?> time = result.getPrimaryResult();
      Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
      String size = result.getParams().getParam("size");
      System.out.printf(
          "| %s | %s | %s | %.2f | %.2f | %.0f | %.0f |%n",
          time.getLabel(),
          size,
          result.getParams().getParam("planted").equals("true") ? "in every second" : "none",
          time.getScore(),
          time.getScoreError(),
          Integer.parseInt(size) / time.getScore(),
          allocated == null ? Double.NaN : allocated.getScore());
    }
  }
}
