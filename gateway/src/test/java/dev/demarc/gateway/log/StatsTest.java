package dev.demarc.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StatsTest {
  private static final Duration NONE = Duration.ZERO;

  private static Optional<String> trouble(
      Duration oldestPending, Duration oldestUnpublished, Optional<String> segmentProblem) {
    return new Stats(1, oldestPending, NONE, NONE, NONE, 2, 1, oldestUnpublished, segmentProblem)
        .trouble(Duration.ofSeconds(2), Duration.ofSeconds(60));
  }

  @Test
  void a_log_that_answers_and_publishes_in_time_is_in_no_trouble() {
    assertThat(trouble(Duration.ofSeconds(2), Duration.ofSeconds(30), Optional.empty())).isEmpty();
  }

  @Test
  void a_record_that_lingers_for_others_does_not_wait_for_the_disk() {
    long millis = 1_000_000;
    assertThat(Sequencer.waited(submission(false), 4 * millis)).isZero();
    assertThat(Sequencer.waited(submission(false), 9 * millis)).isEqualTo(Duration.ofMillis(4));
    assertThat(Sequencer.waited(submission(true), 4 * millis)).isEqualTo(Duration.ofMillis(4));
  }

  private static Submission submission(boolean awaited) {
    TransparencyLog.Appended nobody =
        new TransparencyLog.Appended() {
          @Override
          public void durable(long index, Supplier<String> receipt) {}

          @Override
          public void failed(LogSealed why) {}
        };
    return new Submission(new byte[1], new byte[0], new byte[32], nobody, awaited, 0);
  }

  @Test
  void a_record_that_waits_beyond_the_deadline_is_trouble() {
    assertThat(trouble(Duration.ofMillis(2001), NONE, Optional.empty()))
        .contains("the log's disk does not answer");
  }

  @Test
  void publishing_that_has_used_half_of_its_promise_is_trouble() {
    assertThat(trouble(NONE, Duration.ofMillis(30_001), Optional.empty()))
        .contains("publishing the log is too far behind");
  }

  @Test
  void a_segment_that_cannot_be_allocated_is_trouble_while_there_still_is_room() {
    assertThat(trouble(NONE, NONE, Optional.of("No space left on device")))
        .contains("the log's next segment cannot be allocated: No space left on device");
  }
}
