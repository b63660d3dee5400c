package dev.demarc.gateway.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.gateway.log.FaultyDisk.Hang;
import dev.demarc.gateway.log.FaultyDisk.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class TransparencyLogTest {
  @RegisterExtension final Bench bench = new Bench();

  @Test
  void a_record_is_acknowledged_with_a_receipt_that_proves_it() throws Exception {
    TransparencyLog log = bench.create();

    Answer answer = bench.append("first");

    assertThat(answer.index()).isZero();
    assertThat(answer.receipt().publishBySeconds())
        .isEqualTo(Bench.NOW.plus(Duration.ofHours(2)).getEpochSecond());
    assertThat(answer.receipt().checkpoint().origin()).isEqualTo("log.example/bench");
    assertThat(log.size()).isEqualTo(1);
    answer.requireKept(bench.check());
  }

  @Test
  void records_keep_the_order_in_which_they_were_submitted() throws Exception {
    bench.create();

    List<Answer> answers =
        IntStream.range(0, 1000).mapToObj(i -> bench.append("record " + i)).toList();

    assertThat(answers).extracting(Answer::index).isEqualTo(indices(1000));
  }

  @Test
  void what_queues_while_a_sync_runs_is_one_batch() throws Exception {
    bench.create();
    Hang hang = bench.disk().hang(step -> step.is(Operation.SYNC, "/wal/"));
    Answer first = bench.append("first");
    hang.awaitReached();
    List<Answer> rest = IntStream.range(0, 50).mapToObj(i -> bench.append("then " + i)).toList();

    hang.release();

    assertThat(first.receipt().checkpoint().size()).isEqualTo(1);
    assertThat(rest).allMatch(answer -> answer.receipt().checkpoint().size() == 51);
  }

  @Test
  void a_record_that_nobody_waits_for_becomes_durable_on_its_own() throws Exception {
    TransparencyLog log = bench.create();
    bench.append("first").acknowledged();

    for (int i = 1; i < 20; i++) {
      assertThat(Answer.appendBehind(log, "behind " + i).index()).isEqualTo(i);
    }
  }

  @Test
  void a_record_that_nobody_waits_for_keeps_its_place_before_an_awaited_one() throws Exception {
    TransparencyLog log = bench.create();

    Answer behind = Answer.appendBehind(log, "behind");
    Answer awaited = bench.append("awaited");

    assertThat(awaited.index()).isEqualTo(1);
    assertThat(behind.answered()).isTrue();
    assertThat(behind.index()).isZero();
  }

  @Test
  void closing_takes_along_what_nobody_waits_for() throws Exception {
    TransparencyLog log = bench.create();
    Answer behind = Answer.appendBehind(log, "behind");

    log.close();

    assertThat(behind.index()).isZero();
    assertThat(bench.open().size()).isEqualTo(1);
  }

  @Test
  void appenders_on_many_threads_each_get_a_place_of_their_own() throws Exception {
    bench.create();
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        String name = "thread " + i;
        threads.execute(() -> appendInTurn(name, answers));
      }
    }

    assertThat(answers.stream().map(Answer::index).sorted().toList()).isEqualTo(indices(16 * 50));
  }

  private void appendInTurn(String name, List<Answer> answers) {
    for (int i = 0; i < 50; i++) {
      Answer answer = bench.append(name + ", record " + i);
      answer.acknowledged();
      synchronized (answers) {
        answers.add(answer);
      }
    }
  }

  @Test
  void every_record_is_replayed_in_order_when_the_log_is_opened_again() throws Exception {
    TransparencyLog log = bench.create();
    IntStream.range(0, 700).forEach(i -> bench.append("record " + i));
    log.close();

    TransparencyLog again = bench.open();

    assertThat(again.size()).isEqualTo(700);
    assertThat(bench.replayed())
        .extracting(record -> new String(record.leaf(), UTF_8))
        .isEqualTo(
            IntStream.range(0, 700)
                .mapToObj(i -> new String(Answer.leaf("record " + i), UTF_8))
                .toList());
    assertThat(new String(bench.replayed().get(699).sidecar(), UTF_8))
        .isEqualTo("sidecar of record 699");
    assertThat(bench.append("one more").index()).isEqualTo(700);
  }

  @Test
  void a_log_goes_on_over_many_segments() throws Exception {
    bench.create();

    for (int i = 0; i < 40; i++) {
      bench.append("x".repeat(20_000) + i).index();
    }

    assertThat(bench.memory().list(Bench.DIR.resolve("wal")))
        .contains("0000000001.wal", "0000000010.wal", "0000000014.wal");
  }

  @Test
  void close_publishes_everything_that_is_durable() throws Exception {
    TransparencyLog log = bench.create();
    IntStream.range(0, 600).forEach(i -> bench.append("record " + i));

    log.close();

    assertThat(bench.check().published()).isEqualTo(600);
    assertThat(log.stats().published()).isEqualTo(600);
  }

  @Test
  void a_partial_tile_goes_when_the_full_one_is_there() throws Exception {
    TransparencyLog log = bench.create();
    IntStream.range(0, 200).forEach(i -> bench.append("record " + i));
    log.close();
    assertThat(bench.memory().exists(Bench.DIR.resolve("log/tile/0/000.p/200"))).isTrue();

    TransparencyLog again = bench.open();
    IntStream.range(200, 300).forEach(i -> bench.append("record " + i));
    again.close();

    assertThat(bench.memory().list(Bench.DIR.resolve("log/tile/0")))
        .containsExactly("000", "001.p");
    assertThat(bench.memory().list(Bench.DIR.resolve("log/tile/entries")))
        .containsExactly("000", "001.p");
  }

  @Test
  void a_growing_log_is_published_without_being_closed() throws Exception {
    TransparencyLog log =
        bench.open(
            new LogSettings(
                Bench.DIR, Optional.empty(), 64 << 10, Duration.ZERO, Duration.ofHours(1), true));
    for (int i = 0; i < 20; i++) {
      long size = bench.append("record " + i).index() + 1;
      while (log.stats().published() < size) {
        Thread.onSpinWait();
      }
      assertThat(LogCheck.of(bench.memory(), Bench.DIR).published()).isEqualTo(size);
    }
  }

  @Test
  void a_log_without_a_configured_origin_gets_a_random_one_and_keeps_it() throws Exception {
    LogSettings settings = Bench.settings(Optional.empty(), 64 << 10, true);
    TransparencyLog log = bench.open(settings);
    String origin = log.key().name();
    log.close();

    assertThat(origin).matches("demarc\\.invalid/[a-z2-7]{8}");
    assertThat(bench.open(settings).key().name()).isEqualTo(origin);
  }

  @Test
  void a_leaf_that_no_bundle_can_hold_is_not_taken() throws Exception {
    TransparencyLog log = bench.open(Bench.settings(Optional.empty(), 256 << 10, true));
    int longest = 65_535 - Answer.leaf("").length;
    bench.append("x".repeat(longest)).index();

    assertThatThrownBy(() -> bench.append("x".repeat(longest + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65535")
        .hasMessageContaining("65536");
    assertThat(log.size()).isEqualTo(1);
  }

  @Test
  void a_record_longer_than_a_segment_is_not_taken() throws Exception {
    TransparencyLog log = bench.create();

    assertThatThrownBy(() -> bench.append("x".repeat(40_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("do not fit into a segment");
    assertThat(bench.append("x".repeat(32_000)).acknowledged()).isTrue();
    assertThat(log.sealed()).isFalse();
  }

  @Test
  void an_append_after_close_fails_at_once() throws Exception {
    TransparencyLog log = bench.create();
    log.close();

    assertThat(bench.append("late").failure().kind()).isEqualTo(LogSealed.Kind.CLOSED);
  }

  @Test
  void what_was_submitted_before_close_is_durable() throws Exception {
    TransparencyLog log = bench.create();
    List<Answer> answers =
        IntStream.range(0, 500).mapToObj(i -> bench.append("record " + i)).toList();

    log.close();

    assertThat(answers).allMatch(Answer::answered).allMatch(Answer::acknowledged);
  }

  @Test
  void a_full_queue_refuses_and_recovers() throws Exception {
    TransparencyLog log =
        bench.open(
            new LogSettings(
                Bench.DIR,
                Optional.empty(),
                64 << 10,
                Duration.ofHours(1),
                Duration.ofHours(2),
                true,
                3));
    Hang hang = bench.disk().hang(step -> step.is(Operation.SYNC, "/wal/"));
    List<Answer> taken = IntStream.range(0, 3).mapToObj(i -> bench.append("taken " + i)).toList();

    LogSealed why = bench.append("too many").failure();
    hang.release();

    assertThat(why.kind()).isEqualTo(LogSealed.Kind.OVERLOADED);
    assertThat(why.reason()).startsWith("overloaded: ");
    assertThat(taken).allMatch(Answer::acknowledged);
    assertThat(log.sealed()).isFalse();
    assertThat(bench.append("fits again").acknowledged()).isTrue();
  }

  @Test
  void a_callback_that_throws_keeps_no_other_from_its_answer() throws Exception {
    TransparencyLog log = bench.create();
    log.append(
        Answer.leaf("alone"),
        new byte[0],
        new TransparencyLog.Appended() {
          @Override
          public void durable(long index, Supplier<String> receipt) {
            throw new IllegalStateException("thrown by a test's callback");
          }

          @Override
          public void failed(LogSealed why) {}
        });

    assertThat(bench.append("next").index()).isEqualTo(1);
    assertThat(log.sealed()).isFalse();
  }

  @Test
  void the_statistics_say_what_waits_and_how_long_syncs_take() throws Exception {
    TransparencyLog log = bench.create();
    bench.append("first").index();
    Hang hang = bench.disk().hang(step -> step.is(Operation.SYNC, "/wal/"));
    Answer waiting = bench.append("waits");
    hang.awaitReached();

    Stats stats = log.stats();
    Duration later = log.stats().oldestPending();
    hang.release();

    assertThat(stats.pending()).isEqualTo(1);
    assertThat(stats.durable()).isEqualTo(1);
    assertThat(stats.lastSync()).isPositive();
    assertThat(stats.slowSync()).isGreaterThanOrEqualTo(stats.medianSync());
    assertThat(later).isGreaterThan(stats.oldestPending()).isPositive();
    assertThat(waiting.acknowledged()).isTrue();
  }

  private static List<Long> indices(int count) {
    return IntStream.range(0, count).mapToObj(Long::valueOf).toList();
  }
}
