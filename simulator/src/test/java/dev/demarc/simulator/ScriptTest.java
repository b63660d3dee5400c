package dev.demarc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  private static final Reply STREAM =
      Reply.stream(List.of(bytes("data: 1\n\n"), bytes("data: 2\n\n"), bytes("data: [DONE]\n\n")));
  private static final Reply PLAIN = Reply.plain(200, bytes("{\"a\":1}"));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Step> script(Reply reply, String faults) {
    return Script.of(reply, Misbehaviour.parse(faults), Duration.ZERO);
  }

  private static String written(List<Step> steps) {
    var all = new ByteArrayOutputStream();
    for (Step step : steps) {
      if (step instanceof Step.Write(byte[] bytes)) {
        all.writeBytes(bytes);
      }
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  @Test
  void every_event_is_a_write_of_its_own() {
    assertThat(script(STREAM, "")).hasSize(1 + 3 + 1).allMatch(Step.Write.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 50})
  void split_bounds_each_write_and_keeps_the_bytes(int size) {
    List<Step> steps = script(STREAM, "split=" + size);

    assertThat(steps)
        .allSatisfy(step -> assertThat(((Step.Write) step).bytes()).hasSizeBetween(1, size));
    assertThat(written(steps)).isEqualTo(written(script(STREAM, "")));
  }

  @Test
  void a_pace_stands_between_events_and_not_before_the_first() {
    List<Step> steps = script(STREAM, "pace=30");

    assertThat(steps)
        .extracting(step -> step.getClass().getSimpleName())
        .containsExactly("Write", "Write", "Pause", "Write", "Pause", "Write", "Write");
    assertThat(steps).contains(new Step.Pause(Duration.ofMillis(30)));
  }

  @Test
  void a_fault_ends_the_script_where_it_was_told_to() {
    assertThat(script(STREAM, "silent")).containsExactly(new Step.Hold());
    assertThat(script(STREAM, "stall=1")).hasSize(3).last().isEqualTo(new Step.Hold());
    assertThat(script(STREAM, "cut=2")).hasSize(4).last().isEqualTo(new Step.Close());
    assertThat(script(PLAIN, "cut")).hasSize(3).last().isEqualTo(new Step.Close());
    assertThat(written(script(PLAIN, "cut"))).endsWith("{\"a");
    assertThat(script(PLAIN, "slow-head=9"))
        .first()
        .isEqualTo(new Step.Pause(Duration.ofMillis(9)));
  }
}
