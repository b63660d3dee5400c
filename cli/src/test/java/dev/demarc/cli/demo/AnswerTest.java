package dev.demarc.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {
  @Test
  void the_pieces_of_a_stream_are_put_together() {
    List<String> lines =
        List.of(piece("Hel"), "", ": heartbeat", piece("lo"), "", "data: [DONE]", "");

    Answer answer = Answer.streamed(lines, "r");

    assertThat(answer.text()).isEqualTo("Hello");
    assertThat(answer.pieces()).isEqualTo(2);
  }

  @Test
  void a_stream_without_its_end_is_no_answer() {
    assertThatThrownBy(() -> Answer.streamed(List.of(piece("Hel")), "r"))
        .isInstanceOf(DemoFailed.class)
        .hasMessageContaining("broke off");
  }

  @Test
  void a_plain_answer_is_its_text() {
    String body =
        """
        {"choices": [{"message": {"role": "assistant", "content": "Hello"}}]}\
        """;

    assertThat(Answer.plain(body, "r").text()).isEqualTo("Hello");
  }

  @Test
  void a_tool_call_is_shown_by_its_arguments() {
    String body =
        """
        {"choices": [{"message": {"content": null,
          "tool_calls": [{"function": {"name": "pay", "arguments": "{}"}}]}}]}\
        """;

    assertThat(Answer.plain(body, "r").text()).isEqualTo("{}");
  }

  private static String piece(String text) {
    return "data: {\"choices\": [{\"delta\": {\"content\": \"" + text + "\"}}]}";
  }
}
