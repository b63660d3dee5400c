package dev.demarc.cli;

import dev.demarc.gateway.meter.Meters;
import dev.demarc.gateway.record.Recovery;
import dev.demarc.policy.Meter;
import dev.demarc.policy.MeterReading;
import dev.demarc.policy.Policy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
          "List the meters of a data directory: distinct persons in the window, how many of them are"
              + " declared or verified, the threshold, and attempts that a crash left open.",
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
      Meters meters = new Meters();
      Recovery recovery = new Recovery(meters);
      Records.forEach(Records.dataDirectory(dir), recovery::replay);
      List<Recovery.Open> open = recovery.finish();
      List<MeterReading> readings = meters.list(LocalDate.now(ZoneOffset.UTC));
      if (readings.isEmpty()) {
        System.out.println("no person counts in any meter");
      }
      for (MeterReading reading : readings) {
        System.out.println(line(policy, reading));
      }
      open.forEach(
          left ->
              System.out.println(
                  "open: attempt "
                      + left.attempt()
                      + " (entry "
                      + left.decisionIndex()
                      + ") has no outcome yet"));
      meters
          .open()
          .forEach(
              attempt ->
                  System.out.println(
                      "left open by a crash, counted although it may not have been sent: " + attempt));
      return 0;
    }

    private static String line(Policy policy, MeterReading reading) {
      String threshold =
          policy
              .meter(reading.key().meter())
              .map(Meter::words)
              .orElse("no pack has this meter any more");
      return reading.key().meter()
          + "  "
          + reading.key().exporter()
          + " → "
          + reading.key().recipient()
          + ": "
          + reading.persons()
          + " persons, "
          + reading.established()
          + " of them declared or verified; "
          + threshold;
    }
  }
}
