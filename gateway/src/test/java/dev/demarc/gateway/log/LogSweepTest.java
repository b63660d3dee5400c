package dev.demarc.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.gateway.log.SweepTally.Broken;
import dev.demarc.gateway.log.SweepTally.Harm;
import dev.demarc.gateway.log.SweptHistory.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Faults at any operation of seeded histories: of seven one is a kill, one an error and five are
/// power losses. `-Dprove.count=N` sweeps that many; `-Dprove.seed=N` repeats the history that a
/// failure names; `-Dprove.without-sync=true` takes the syncs out, and then the sweep must fail.
class LogSweepTest {
  private static final int SHORT = 70;
  private static final int ENOUGH_HARM = 20;
  private static final Duration MOMENT = Duration.ofSeconds(10);
  private static final int MOMENTS = 60;

  private final SweepTally tally = new SweepTally();
  private final boolean atLength = Integer.getInteger("prove.count") != null;

  @Test
  void no_fault_loses_an_acknowledged_record_forks_the_log_or_stops_a_start() {
    boolean syncs = !Boolean.getBoolean("prove.without-sync");
    Long seed = Long.getLong("prove.seed");
    if (seed != null) {
      run(seed, syncs);
    } else {
      sweep(Integer.getInteger("prove.count", SHORT), syncs);
    }
    if (atLength) {
      System.out.println((tally.harms() == 0 ? "held: " : "BROKEN: ") + tally);
    }
    assertThat(tally.harms()).as(tally.toString()).isZero();
  }

  @Test
  void without_the_syncs_the_same_sweep_finds_lost_records() {
    for (long seed = 0; seed < 60; seed++) {
      if (SweptHistory.kind(seed) == Fault.POWER_LOSS) {
        tryOut(seed, false);
      }
    }

    assertThat(tally.harms(Harm.LOSS)).as(tally.toString()).isPositive();
  }

  @Test
  void a_seed_repeats_its_history_step_by_step() throws Exception {
    assumeTrue(
        Integer.getInteger("jdk.virtualThreadScheduler.parallelism", 0) == 1,
        "virtual threads with one carrier");
    for (long seed = 0; seed < 9; seed++) {
      SweptHistory first = new SweptHistory(seed, tally);
      SweptHistory second = new SweptHistory(seed, tally);
      runAlone(first::run);
      runAlone(second::run);
      assertThat(second.steps()).isNotEmpty().isEqualTo(first.steps());
    }
  }

  private void sweep(int count, boolean syncs) {
    sweep(Fault.KILL, count / 7, syncs);
    sweep(Fault.ERROR, count / 7, syncs);
    sweep(Fault.POWER_LOSS, count - 2 * (count / 7), syncs);
  }

  private void sweep(Fault kind, int count, boolean syncs) {
    int shown = tally.faults();
    for (long seed = 0; tally.faults(kind) < count && tally.harms() < ENOUGH_HARM; seed++) {
      if (SweptHistory.kind(seed) == kind) {
        run(seed, syncs);
      }
      if (atLength && tally.faults() >= shown + 500) {
        shown = tally.faults();
        System.out.printf("%,d faults, harm: %d%n", shown, tally.harms());
      }
    }
  }

  private void run(long seed, boolean syncs) {
    tryOut(seed, syncs)
        .forEach(broken -> {
          System.out.println("seed " + seed + ": " + broken.getMessage());
          System.out.println("repeat it with -Dprove.seed=" + seed);
        });
  }

  private List<Broken> tryOut(long seed, boolean syncs) {
    try {
      SweptHistory history = new SweptHistory(seed, tally);
      runAlone(syncs ? history::run : history::runWithoutSyncs);
      return List.of();
    } catch (Broken e) {
      tally.broken(e);
      return List.of(e);
    }
  }

  private interface History {
    void run() throws Exception;
  }

  /// Runs the history on a virtual thread, with those of its logs.
  private static void runAlone(History history) throws Broken {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        Thread.ofVirtual()
            .uncaughtExceptionHandler((where, e) -> thrown.set(e))
            .start(() -> {
              try {
                history.run();
              } catch (Throwable e) {
                thrown.set(e);
              }
            });
    try {
      // Of a process that was stopped for long only one moment has gone.
      int waited = 0;
      while (!thread.join(MOMENT)) {
        if (++waited == MOMENTS) {
          throw new Broken(Harm.HANG, "it did not end within " + MOMENT.multipliedBy(MOMENTS));
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    switch (thrown.get()) {
      case null -> {}
      case Broken broken -> throw broken;
      case IOException e -> throw new Broken(Harm.FORK, e);
      case Throwable other -> throw new IllegalStateException(other);
    }
  }
}
