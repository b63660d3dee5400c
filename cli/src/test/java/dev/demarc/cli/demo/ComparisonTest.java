package dev.demarc.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void a_changed_line_is_shown_with_the_values_and_what_stands_in_for_them() {
    Comparison comparison =
        compare(
            "hello\\nfrom 81.2.69.160 paid by 4012 8888 8888 1881, thanks",
            "hello\\nfrom IP_7K3QX9M4 paid by REDACTED_CARD, thanks");

    // The role and the first line.
    assertThat(comparison.unchangedLines()).isEqualTo(2);
    assertThat(comparison.changes()).hasSize(1);
    Comparison.Change change = comparison.changes().getFirst();
    assertThat(change.place()).isEqualTo("the user's message");
    assertThat(marked(change.sent())).containsExactly("81.2.69.160", "4012 8888 8888 1881");
    assertThat(marked(change.received())).containsExactly("IP_7K3QX9M4", "REDACTED_CARD");
    assertThat(change.received().shows()).containsOnly("PSEUDONYM IP", "REDACTED CARD");
  }

  @Test
  void only_pseudonyms_are_restorable() {
    Comparison comparison = compare("81.2.69.160 paid 84.20", "IP_7K3QX9M4 paid REDACTED_AMOUNT");

    assertThat(comparison.restorable()).containsOnly(Map.entry("IP_7K3QX9M4", "81.2.69.160"));
  }

  @Test
  void a_number_that_became_0_is_a_redaction_and_a_0_that_was_sent_is_not() {
    Comparison comparison =
        compare("{\\\"amount\\\": 84.20, \\\"fee\\\": 0}", "{\\\"amount\\\": 0, \\\"fee\\\": 0}");

    assertThat(marked(comparison.changes().getFirst().sent())).containsExactly("84.20");
    assertThat(marked(comparison.changes().getFirst().received())).containsExactly("0");
  }

  @Test
  void a_line_that_changed_in_another_way_is_marked_where_it_differs() {
    Comparison comparison = compare("a total of twelve euros", "a total of nothing at all");

    assertThat(marked(comparison.changes().getFirst().sent())).containsExactly("twelve euros");
  }

  @Test
  void the_name_of_the_model_is_no_change() {
    assertThat(compare("hello", "hello").changes()).isEmpty();
  }

  private static Comparison compare(String sent, String received) {
    return Comparison.of(body("assistant", sent), body("qwen-plus", received));
  }

  private static byte[] body(String model, String content) {
    return """
    {"model": "%s", "messages": [{"role": "user", "content": "%s"}]}\
    """
        .formatted(model, content)
        .getBytes(UTF_8);
  }

  private static List<String> marked(MarkedLine line) {
    return line.spans().stream()
        .map(span -> line.text().substring(span.start(), span.end()))
        .toList();
  }
}
