package dev.demarc.cli;

import dev.demarc.gateway.meter.Count;
import dev.demarc.gateway.meter.Meters;
import dev.demarc.gateway.meter.OpenAttempt;
import dev.demarc.gateway.record.Recovery;
import dev.demarc.policy.MeterKey;
import dev.demarc.policy.Policy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The counts toward legal thresholds.
@Command(
    name = "meter",
    description = "Show the counts toward legal thresholds.",
    subcommands = MeterCommand.Show.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class MeterCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  /// Each meter with its count and threshold, rebuilt from the records.
  @Command(
      name = "list",
      description =
          "List the meters of a data directory: distinct persons in the window, how many of them"
              + " are declared or verified, the threshold, and attempts that a crash left open.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The gateway's data directory.")
    private Path dir;

    @Option(
        names = "--config",
        paramLabel = "FILE",
        description = "The gateway's config, for the thresholds (default: the built-in one).")
    private @Nullable Path config;

    @Override
    public Integer call() {
      Policy policy = Setup.of(Home.find(), Optional.ofNullable(config), List.of()).policy();
      Meters meters = new Meters(policy::windowMonths);
      Recovery recovery = new Recovery(meters);
      Records.forEach(Records.dataDirectory(dir), recovery::replay);
      Set<String> running =
          recovery.finish().stream().map(Recovery.Open::attempt).collect(Collectors.toSet());
      SortedMap<MeterKey, Count> counts = meters.counts(LocalDate.now(ZoneOffset.UTC));
      if (counts.isEmpty()) {
        System.out.println("no person counts in any meter");
      }
      counts.forEach((key, count) -> System.out.println(line(policy, key, count)));
      for (OpenAttempt open : meters.open()) {
        System.out.println(
            "open attempt "
                + open.attempt()
                + ": "
                + (running.contains(open.attempt())
                    ? "no outcome yet"
                    : "left open by a crash; it counts, although it may not have been sent"));
      }
      return 0;
    }

    private static String line(Policy policy, MeterKey key, Count count) {
      return key.meter()
          + "  "
          + key.exporter()
          + " -> "
          + key.recipient()
          + ": "
          + MeterWords.persons(count)
          + ", "
          + count.open()
          + " by open attempts only; "
          + MeterWords.threshold(policy, key.meter());
    }
  }
}
