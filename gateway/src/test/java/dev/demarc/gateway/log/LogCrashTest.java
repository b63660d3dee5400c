package dev.demarc.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.gateway.log.FaultyDisk.Operation;
import dev.demarc.gateway.log.FaultyDisk.Step;
import dev.demarc.gateway.log.FaultyDisk.When;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Ends the process, or the power, at every operation of a small history, and opens the log again:
/// nothing that was acknowledged is lost, the tree goes on from every checkpoint that could be
/// seen, and no start is refused.
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class LogCrashTest {
  /// Records alone and together, over three segments, with tiles and checkpoints.
  private static void history(Bench bench) {
    try {
      TransparencyLog log = bench.open(Bench.settings(true));
      for (int i = 0; i < 4; i++) {
        bench.append(log, "x".repeat(14_000) + i).acknowledged();
      }
      List<Answer> together =
          IntStream.range(0, 5).mapToObj(i -> bench.append(log, "together " + i)).toList();
      together.forEach(Answer::acknowledged);
      log.close();
    } catch (LogUnusable e) {
      // The fault fell into the opening.
    }
  }

  private static List<Step> stepsOfHistory() throws Exception {
    Bench bench = new Bench();
    bench.disk().dieAt(Integer.MAX_VALUE, When.BEFORE);
    history(bench);
    assertThat(bench.check().published()).isEqualTo(9);
    return bench.disk().steps();
  }

  /// The numbers of the steps at which a fault of this kind makes a difference. Threads may shift
  /// them from run to run; what is checked holds at every step.
  private static IntStream faults(When when) throws Exception {
    List<Step> steps = stepsOfHistory();
    return IntStream.rangeClosed(1, steps.size())
        .filter(n -> steps.get(n - 1).operation().changes())
        .filter(n -> when != When.HALFWAY || steps.get(n - 1).operation() == Operation.WRITE);
  }

  private static void goOn(Bench bench, String name) throws Exception {
    try {
      TransparencyLog log = bench.open(Bench.settings(true));
      bench.check();
      assertThat(bench.append(log, "afterwards").acknowledged()).isTrue();
      log.close();
      assertThat(bench.check().published()).isEqualTo(log.size());
    } catch (LogUnusable | AssertionError e) {
      throw new AssertionError(name + ": " + e.getMessage(), e);
    }
  }

  @ParameterizedTest
  @EnumSource(When.class)
  void a_process_killed_at_any_operation_loses_nothing(When when) throws Exception {
    for (int n : faults(when).toArray()) {
      Bench bench = new Bench();
      bench.disk().dieAt(n, when);
      history(bench);
      bench.kill();
      goOn(bench, "killed " + when + " operation " + n);
    }
  }

  @ParameterizedTest
  @EnumSource(When.class)
  void a_power_cut_at_any_operation_loses_nothing(When when) throws Exception {
    for (int n : faults(when).toArray()) {
      for (int seed = 0; seed < 2; seed++) {
        Bench bench = new Bench();
        bench.disk().dieAt(n, when);
        history(bench);
        bench.cutPower(new Random(seed));
        goOn(bench, "cut " + when + " operation " + n + ", seed " + seed);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(When.class)
  void an_operation_that_fails_once_loses_nothing_now_or_after_a_power_cut(When when)
      throws Exception {
    for (int n : faults(when).toArray()) {
      Bench bench = new Bench();
      bench.disk().failOnce(n, when, FaultyDisk.EIO);
      history(bench);
      bench.kill();
      goOn(bench, "failed " + when + " operation " + n);
      bench.cutPower(new Random(n));
      goOn(bench, "failed " + when + " operation " + n + ", then cut");
    }
  }

  @Test
  void a_look_at_the_disk_that_fails_once_refuses_or_seals_and_loses_nothing() throws Exception {
    int steps = stepsOfHistory().size();
    for (int n = 1; n <= steps; n += 3) {
      Bench bench = new Bench();
      bench.disk().failOnce(n, When.BEFORE, FaultyDisk.EIO);
      history(bench);
      bench.kill();
      goOn(bench, "failed at operation " + n);
    }
  }

  @Test
  void crashes_within_recovery_from_crashes_lose_nothing() throws Exception {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Bench bench = new Bench();
      for (int crash = 0; crash < 4; crash++) {
        When when = List.of(When.values()).get(random.nextInt(3));
        if (random.nextBoolean()) {
          bench.disk().failOnce(1 + random.nextInt(60), when, FaultyDisk.EIO);
        } else {
          bench.disk().dieAt(1 + random.nextInt(60), when);
        }
        history(bench);
        if (random.nextBoolean()) {
          bench.kill();
        } else {
          bench.cutPower(random);
        }
      }
      goOn(bench, "seed " + seed);
    }
  }
}
