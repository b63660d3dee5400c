package dev.demarc.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConclusionTest {
  private static final Conclusion GOOD =
      new Conclusion(0, 1, 3, List.of(), 2, List.of(), List.of());

  @Test
  void a_demo_that_shows_everything_exits_with_0() {
    assertThat(GOOD.claims()).allMatch(Conclusion.Claim::holds);
    assertThat(GOOD.exitCode()).isZero();
  }

  @Test
  void a_log_that_is_not_verified_fails_the_demo() {
    for (int exitCode : new int[] {1, 2, 70, 137}) {
      Conclusion conclusion = new Conclusion(exitCode, 1, 3, List.of(), 2, List.of(), List.of());

      assertThat(conclusion.exitCode()).isNotZero();
      assertThat(broken(conclusion))
          .containsExactly(
              "The verifier did not verify the log: its exit code is " + exitCode + ".");
    }
  }

  @Test
  void an_altered_log_that_is_not_refuted_fails_the_demo() {
    for (int exitCode : new int[] {0, 2, 70}) {
      Conclusion conclusion = new Conclusion(0, exitCode, 3, List.of(), 2, List.of(), List.of());

      assertThat(conclusion.exitCode()).isNotZero();
      assertThat(broken(conclusion))
          .containsExactly(
              "With one byte flipped the verifier did not refute the log: its exit code is "
                  + exitCode
                  + ".");
    }
  }

  @Test
  void a_planted_value_that_left_fails_the_demo_and_is_named() {
    Conclusion conclusion =
        new Conclusion(0, 1, 3, List.of("198.18.7.7", "Mill Lane"), 2, List.of(), List.of());

    assertThat(conclusion.exitCode()).isNotZero();
    assertThat(broken(conclusion))
        .containsExactly(
            "The provider in mainland China received 2 planted values: 198.18.7.7, Mill Lane.");
  }

  @Test
  void looking_for_nothing_fails_the_demo() {
    assertThat(new Conclusion(0, 1, 0, List.of(), 2, List.of(), List.of()).exitCode()).isNotZero();
  }

  @Test
  void a_control_value_that_did_not_arrive_fails_the_demo() {
    assertThat(new Conclusion(0, 1, 3, List.of(), 2, List.of("hello"), List.of()).exitCode())
        .isNotZero();
  }

  @Test
  void a_pseudonym_that_reached_a_phone_fails_the_demo() {
    Conclusion conclusion =
        new Conclusion(0, 1, 3, List.of(), 2, List.of(), List.of("IP_7K3QX9M4"));

    assertThat(conclusion.exitCode()).isNotZero();
    assertThat(broken(conclusion)).containsExactly("A phone got back 1 pseudonym: IP_7K3QX9M4.");
  }

  private static List<String> broken(Conclusion conclusion) {
    return conclusion.claims().stream()
        .filter(claim -> !claim.holds())
        .map(Conclusion.Claim::says)
        .toList();
  }
}
