package dev.demarc.cli.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.classify.Classifier;
import dev.demarc.classify.scan.ClassifierSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The surface that others score us by.
class DocumentsTest {
  private static String written(String lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Wanted wanted = new Wanted(Optional.empty(), Wanted.categories(List.of()), false);
    try (PrintStream printed = new PrintStream(out, false, StandardCharsets.UTF_8)) {
      new Documents(new Classifier(wanted.settings(ClassifierSettings.defaults())), wanted, printed)
          .read("set.jsonl", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void offsets_count_code_points_and_values_are_not_shown() throws IOException {
    assertThat(written("{\"doc\":\"a\",\"text\":\"😀 漢 to ada@lanternbrook-post.com now\"}"))
        .isEqualTo(
            "{\"doc\":\"a\",\"findings\":[{\"start\":7,\"end\":32,\"category\":\"contact.email\","
                + "\"score\":75,\"evidence\":[\"shape\"]}]}\n");
  }

  @Test
  void ids_are_echoed_as_they_were_and_order_is_kept() throws IOException {
    assertThat(
            written(
                """
                {"doc":"x\\n\\u00e9","text":"nothing","more":{"text":1}}
                {"text":"","doc":12345678901234567890}

                {"doc":1.50,"text":"nothing"}
                """))
        .isEqualTo(
            """
            {"doc":"x\\né","findings":[]}
            {"doc":12345678901234567890,"findings":[]}
            {"doc":1.50,"findings":[]}
            """);
  }

  @Test
  void a_record_is_one_finding_from_its_first_field_to_its_last() throws IOException {
    String csv = "Date,Payee,Amount,Currency\\n2026-10-02,Halvorsen Grocers,-187.46,USD";

    assertThat(written("{\"doc\":1,\"text\":\"" + csv + "\"}"))
        .containsOnlyOnce("payment.transaction")
        .contains("\"start\":27,\"end\":67,\"category\":\"payment.transaction\"");
  }

  @Test
  void a_value_that_is_split_has_a_finding_for_each_piece() throws IOException {
    String body =
        "{\\\"messages\\\":[{\\\"role\\\":\\\"user\\\",\\\"content\\\":\\\"card 4539 7897\\\"},"
            + "{\\\"role\\\":\\\"user\\\",\\\"content\\\":\\\"2281 8663\\\"}]}";

    assertThat(written("{\"doc\":1,\"text\":\"" + body + "\"}").split("payment.card", -1))
        .hasSize(3);
  }

  @Test
  void a_bad_line_is_named_by_its_number() {
    assertThatThrownBy(() -> written("{\"doc\":1,\"text\":\"\"}\n\n{\"doc\":2}\n"))
        .hasMessage("set.jsonl, line 3: \"text\" is missing");
    assertThatThrownBy(() -> written("[1]")).hasMessageContaining("line 1: a JSON object");
    assertThatThrownBy(() -> written("{\"doc\":1,\"text\":7}"))
        .hasMessage("set.jsonl, line 1: \"text\" has to be a string");
    assertThatThrownBy(() -> written("{\"doc\":true,\"text\":\"\"}"))
        .hasMessage("set.jsonl, line 1: \"doc\" has to be a string or a number");
    assertThatThrownBy(() -> written("{\"doc\":1,\"doc\":2,\"text\":\"\"}"))
        .hasMessageContaining("line 1: not a JSON object");
    assertThatThrownBy(() -> written("{\"doc\":1,\"text\":\"secret"))
        .hasMessageNotContaining("secret");
  }
}
