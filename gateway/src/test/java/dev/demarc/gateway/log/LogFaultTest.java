package dev.demarc.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.demarc.gateway.log.FaultyDisk.Hang;
import dev.demarc.gateway.log.FaultyDisk.Operation;
import dev.demarc.gateway.log.FaultyDisk.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class LogFaultTest {
  @RegisterExtension final Bench bench = new Bench();

  @ParameterizedTest
  @CsvSource({
    "WRITE, BEFORE, Input/output error",
    "WRITE, HALFWAY, Input/output error",
    "WRITE, AFTER, Input/output error",
    "WRITE, BEFORE, Read-only file system",
    "WRITE, HALFWAY, No space left on device",
    "SYNC, BEFORE, Input/output error",
    "SYNC, AFTER, Input/output error",
  })
  void a_failed_write_or_sync_seals_the_log(Operation operation, When when, String error)
      throws Exception {
    TransparencyLog log = bench.create();
    bench.append("acknowledged").index();
    bench.disk().fail(step -> step.is(operation, "/wal/"), when, error);

    LogSealed first = bench.append("fails").failure();
    bench.disk().heal();
    LogSealed later = bench.append("fails, though the disk works again").failure();

    assertThat(first.kind()).isEqualTo(LogSealed.Kind.SEALED);
    assertThat(first.reason()).startsWith("sealed: a frame cannot be").contains(error);
    assertThat(later.reason()).isEqualTo(first.reason());
    assertThat(log.sealed()).isTrue();
    assertThat(log.sealedReason()).hasValueSatisfying(why -> assertThat(why).contains(error));
    assertThat(log.size()).isEqualTo(1);
  }

  @Test
  void all_that_wait_are_told_when_the_log_is_sealed() throws Exception {
    bench.create();
    Hang hang = bench.disk().hang(step -> step.is(Operation.SYNC, "/wal/"));
    List<Answer> waiting = new ArrayList<>(List.of(bench.append("in flight")));
    hang.awaitReached();
    for (int i = 0; i < 20; i++) {
      waiting.add(bench.append("queued " + i));
    }

    bench.disk().fail(step -> step.is(Operation.SYNC, "/wal/"), When.BEFORE, FaultyDisk.EIO);
    hang.release();

    assertThat(waiting).noneMatch(Answer::acknowledged);
  }

  @Test
  void what_was_durable_before_the_seal_is_still_published() throws Exception {
    TransparencyLog log = bench.create();
    bench.append("acknowledged").index();
    bench.disk().fail(step -> step.is(Operation.SYNC, "/wal/"), When.BEFORE, FaultyDisk.EIO);
    bench.append("fails").failure();

    log.close();

    assertThat(bench.check().published()).isEqualTo(1);
  }

  @Test
  void nothing_is_acknowledged_while_a_sync_hangs_and_everything_once_it_ends() throws Exception {
    TransparencyLog log = bench.create();
    bench.append("before").index();
    Hang hang = bench.disk().hang(step -> step.is(Operation.SYNC, "/wal/"));
    Answer first = bench.append("in flight");
    hang.awaitReached();
    Answer second = bench.append("queued");

    assertThat(first.answered()).isFalse();
    assertThat(second.answered()).isFalse();
    assertThat(log.size()).isEqualTo(1);
    assertThat(log.stats().oldestPending()).isPositive();
    assertThat(log.sealed()).isFalse();

    hang.release();

    assertThat(first.index()).isEqualTo(1);
    assertThat(second.index()).isEqualTo(2);
  }

  @Test
  void the_log_is_sealed_when_the_next_segment_cannot_be_allocated() throws Exception {
    TransparencyLog log = bench.create();
    bench.append("acknowledged").index();
    bench
        .disk()
        .fail(step -> step.is(Operation.WRITE, ".wal.new"), When.HALFWAY, FaultyDisk.ENOSPC);

    LogSealed why = appendUntilFailure();

    assertThat(why.reason())
        .isEqualTo("sealed: the next segment cannot be allocated: No space left on device");
    assertThat(log.stats().segmentProblem()).contains("No space left on device");
    assertThat(bench.memory().list(Bench.DIR.resolve("wal"))).containsExactly("0000000001.wal");
  }

  @Test
  void a_full_disk_that_has_room_again_in_time_does_no_harm() throws Exception {
    TransparencyLog log = bench.create();
    bench.disk().fail(step -> step.is(Operation.WRITE, ".wal.new"), When.BEFORE, FaultyDisk.ENOSPC);
    while (log.stats().segmentProblem().isEmpty()) {
      bench.append("x".repeat(500)).index();
    }
    bench.disk().heal();

    for (int i = 0; i < 200; i++) {
      bench.append("x".repeat(500)).index();
    }

    assertThat(log.sealed()).isFalse();
    assertThat(log.stats().segmentProblem()).isEmpty();
  }

  private LogSealed appendUntilFailure() {
    for (int i = 0; i < 100; i++) {
      Answer answer = bench.append("x".repeat(1000) + i);
      if (!answer.acknowledged()) {
        return answer.failure();
      }
    }
    throw new AssertionError("100 kB went into a segment of 64 KiB");
  }

  @Test
  void the_next_segment_is_there_before_it_is_needed() throws Exception {
    bench.create();
    for (int i = 0; i < 4; i++) {
      bench.append("x".repeat(5_000)).index();
    }
    while (!bench.memory().exists(Bench.DIR.resolve("wal/0000000002.wal"))) {
      Thread.onSpinWait();
    }
    bench.disk().fail(step -> step.is(Operation.CREATE, ".wal"), When.BEFORE, FaultyDisk.ENOSPC);

    assertThat(bench.append("x".repeat(20_000)).acknowledged()).isTrue();
  }

  @Test
  void a_file_that_does_not_hold_what_was_written_is_never_published() throws Exception {
    TransparencyLog log = publishingAtOnce();
    bench.leaveDamaged();
    Hang hang = bench.disk().hang(step -> step.is(Operation.OPEN, "/wal/"));
    bench.append("acknowledged").index();
    hang.awaitReached();
    flipBit("/wal/0000000001.wal", 100);

    hang.release();
    awaitSealed(log);

    assertThat(log.sealedReason().orElseThrow())
        .startsWith("integration stopped: ")
        .endsWith("wal/0000000001.wal, byte 0: the file does not hold what was written");
    assertThat(bench.memory().exists(Bench.DIR.resolve("log/checkpoint"))).isFalse();
    assertThat(bench.append("later").failure().kind()).isEqualTo(LogSealed.Kind.SEALED);
  }

  @Test
  void a_leaf_that_changes_in_memory_after_its_submission_is_never_published() throws Exception {
    TransparencyLog log = publishingAtOnce();
    bench.leaveDamaged();
    Hang hang = bench.disk().hang(step -> step.is(Operation.SYNC, "/wal/"));
    bench.append("first");
    hang.awaitReached();
    byte[] leaf = Answer.leaf("in memory");
    CountDownLatch answered = new CountDownLatch(1);
    log.append(leaf, new byte[0], new Counted(answered));
    leaf[3] ^= 1;

    hang.release();
    answered.await();
    awaitSealed(log);

    assertThat(log.sealedReason().orElseThrow()).contains("leaf 1 is not as submitted");
    assertThat(log.stats().published()).isLessThanOrEqualTo(1);
  }

  private record Counted(CountDownLatch answered) implements TransparencyLog.Appended {
    @Override
    public void durable(long index, Supplier<String> receipt) {
      answered.countDown();
    }

    @Override
    public void failed(LogSealed why) {
      answered.countDown();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      names = {"CREATE", "WRITE", "SYNC", "RENAME", "SYNC_DIRECTORY", "CREATE_DIRECTORY"})
  void a_tile_or_checkpoint_that_cannot_be_written_seals_the_log(Operation operation)
      throws Exception {
    TransparencyLog log = publishingAtOnce();
    bench.disk().fail(step -> step.is(operation, "/data/log"), When.BEFORE, FaultyDisk.EIO);

    Answer answer = bench.append("acknowledged or failed");
    answer.acknowledged();
    awaitSealed(log);

    assertThat(log.sealedReason()).contains("integration stopped: Input/output error");
    assertThat(bench.append("later").failure().kind()).isEqualTo(LogSealed.Kind.SEALED);
  }

  @Test
  void no_new_promise_is_made_while_publishing_is_far_behind() throws Exception {
    TransparencyLog log =
        bench.open(
            new LogSettings(
                Bench.DIR, Optional.empty(), 64 << 10, Duration.ZERO, Duration.ofMillis(50), true));
    Hang hang = bench.disk().hang(step -> step.is(Operation.RENAME, "log/checkpoint"));
    bench.append("acknowledged").index();
    hang.awaitReached();

    Answer answer = bench.append("next");
    while (answer.acknowledged()) {
      answer = bench.append("next");
    }
    LogSealed why = answer.failure();
    hang.release();
    while (log.stats().published() < log.size()) {
      Thread.onSpinWait();
    }

    assertThat(why.kind()).isEqualTo(LogSealed.Kind.OVERLOADED);
    assertThat(why.reason()).contains("publishing");
    assertThat(bench.append("again").acknowledged()).isTrue();
  }

  /// After a failed sync the kernel shows the new bytes and the disk does not have them: a log that
  /// went on after a frame it only saw in the kernel's pages would lose it, and all that follows,
  /// with the power.
  @Test
  void a_frame_whose_sync_failed_is_written_again_before_the_log_goes_on() throws Exception {
    bench.create();
    bench.append("x".repeat(900)).index();
    bench.disk().fail(step -> step.is(Operation.SYNC, "/wal/"), When.BEFORE, FaultyDisk.EIO);
    bench.append("y".repeat(900)).failure();
    bench.kill();

    bench.open();
    assertThat(bench.replayed()).hasSize(2);
    Answer next = bench.append("acknowledged");
    assertThat(next.index()).isEqualTo(2);
    bench.cutPower(new Random(1));

    bench.open();
    assertThat(bench.replayed()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void closing_while_a_sync_hangs_gives_up_and_keeps_the_directory_locked() throws Exception {
    TransparencyLog log = bench.create();
    Hang hang = bench.disk().hang(step -> step.is(Operation.SYNC, "/wal/"));
    Answer answer = bench.append("in flight");
    hang.awaitReached();

    log.close(Duration.ofMillis(1));
    assertThat(log.sealedReason()).contains("the log was closed while a sync hung");
    LogUnusable second = catchThrowableOfType(LogUnusable.class, bench::open);
    hang.release();

    assertThat(second.says()).contains("in use");
    assertThat(answer.failure().kind()).isEqualTo(LogSealed.Kind.SEALED);
  }

  private TransparencyLog publishingAtOnce() throws LogUnusable {
    return bench.open(
        new LogSettings(
            Bench.DIR, Optional.empty(), 64 << 10, Duration.ZERO, Duration.ofHours(1), true));
  }

  private static void awaitSealed(TransparencyLog log) {
    while (!log.sealed()) {
      Thread.onSpinWait();
    }
  }

  private void flipBit(String file, long offset) throws Exception {
    Damage.flipBit(bench.memory(), Bench.DIR.resolve(file.substring(1)), offset);
  }
}
