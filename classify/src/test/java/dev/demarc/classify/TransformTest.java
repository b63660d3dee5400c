package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Treatment;
import dev.demarc.classify.pseudonym.Transform;
import dev.demarc.classify.pseudonym.Transformed;
import dev.demarc.classify.text.Splice;
import dev.demarc.classify.text.Splices;
import dev.demarc.classify.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransformTest {
  private static Map<Category, Treatment> treatments(Treatment rest, Category one, Treatment its) {
    Map<Category, Treatment> treatments = Chat.all(rest);
    treatments.put(one, its);
    return treatments;
  }

  @Test
  void passing_everything_changes_no_byte() {
    String body = Chat.message("card 4929127381726356, 81.2.69.142, a@b.org");
    Transformed out = Chat.transformed(body, Chat.all(Treatment.PASS));
    assertThat(out.body().decoded()).isEqualTo(body);
    assertThat(out.redacted()).isEmpty();
    assertThat(out.pseudonymised()).isEmpty();
  }

  @Test
  void a_category_without_a_treatment_is_an_error_not_a_pass() {
    String body = Chat.message("81.2.69.142");
    Map<Category, Treatment> none = new HashMap<>(Chat.all(Treatment.PASS));
    none.remove(Category.IP_ADDRESS);
    assertThatThrownBy(() -> Chat.transformed(body, none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("network.ip");
  }

  @Test
  void a_number_stays_a_number() {
    String body = "{\"model\":\"m\",\"x\":{\"card_number\": 4929127381726356 ,\"n\":7}}";
    String out = "{\"model\":\"m\",\"x\":{\"card_number\": 0 ,\"n\":7}}";
    assertThat(Chat.redacted(body)).isEqualTo(out);
    Transformed pseudonymised = Chat.transformed(body, Chat.all(Treatment.PSEUDONYMISE));
    assertThat(pseudonymised.body().decoded()).isEqualTo(out);
    assertThat(pseudonymised.redacted()).containsEntry(Category.PAYMENT_CARD, 1);
    assertThat(pseudonymised.pseudonymised()).isEmpty();
  }

  @Test
  void a_number_inside_json_in_a_string_stays_a_number() {
    String body =
        Chat.message(
            "{\"cardNumber\":4929127381726356,\"amount\":-4.5,\"currency\":\"USD\",\"payee\":\"Bob\"}");
    assertThat(Chat.redacted(body))
        .isEqualTo(
            Chat.message(
                "{\"cardNumber\":0,\"amount\":0,\"currency\":\"REDACTED_CURRENCY\",\"payee\":\"REDACTED_PAYEE\"}"));
  }

  @Test
  void a_stand_in_is_asked_for_with_canonical_and_original_spelling() {
    String body = Chat.message("card 4929 1273 8172 6356 or ４９２９-1273-8172-6356");
    List<String> asked = new ArrayList<>();
    Transformed out =
        Transform.apply(
            Text.of(body),
            Chat.classify(body),
            Chat.all(Treatment.PSEUDONYMISE),
            (word, canonical, value) -> {
              asked.add(word + ": " + canonical.decoded() + ": " + value.decoded());
              return word + "_7K3QX9M4";
            });
    assertThat(asked)
        .containsExactly(
            "CARD: 4929127381726356: 4929 1273 8172 6356",
            "CARD: 4929127381726356: ４９２９-1273-8172-6356");
    assertThat(out.body().decoded()).isEqualTo(Chat.message("card CARD_7K3QX9M4 or CARD_7K3QX9M4"));
    assertThat(out.pseudonymised()).containsEntry(Category.PAYMENT_CARD, 2);
  }

  @Test
  void a_stand_in_that_could_need_an_escape_is_never_written() {
    String body = Chat.message("81.2.69.142");
    assertThatThrownBy(() ->
            Transform.apply(
                Text.of(body),
                Chat.classify(body),
                Chat.all(Treatment.PSEUDONYMISE),
                (word, canonical, value) -> "<IP_1>"))
        .isInstanceOf(IllegalStateException.class);
  }

  private static final String MEMO_WITH_EMAIL =
      "{\"model\":\"m\",\"x\":{\"amount\":5,\"currency\":\"USD\",\"payee\":\"Bob\",\"memo\":\"ask"
          + " jane@mail.org now\"}}";

  @Test
  void where_findings_overlap_the_stricter_treatment_wins_for_all_of_it() {
    Transformed payment =
        Chat.transformed(
            MEMO_WITH_EMAIL,
            treatments(Treatment.PSEUDONYMISE, Category.PAYMENT_TRANSACTION, Treatment.REDACT));
    assertThat(payment.body().decoded()).endsWith("\"memo\":\"REDACTED_MEMO\"}}");
    Transformed email =
        Chat.transformed(
            MEMO_WITH_EMAIL, treatments(Treatment.PSEUDONYMISE, Category.EMAIL, Treatment.REDACT));
    assertThat(email.body().decoded()).endsWith("\"memo\":\"REDACTED_EMAIL\"}}");
    assertThat(email.redacted()).containsEntry(Category.EMAIL, 1);
  }

  @Test
  void a_passed_finding_does_not_shield_one_inside_it() {
    Transformed out =
        Chat.transformed(
            MEMO_WITH_EMAIL,
            treatments(Treatment.REDACT, Category.PAYMENT_TRANSACTION, Treatment.PASS));
    assertThat(out.body().decoded())
        .isEqualTo(MEMO_WITH_EMAIL.replace("jane@mail.org", "REDACTED_EMAIL"));
  }

  @Test
  void a_stand_in_covers_overlapping_findings_only_as_a_whole() {
    Transformed out = Chat.transformed(MEMO_WITH_EMAIL, Chat.all(Treatment.PSEUDONYMISE));
    assertThat(out.body().decoded()).endsWith("\"payee\":\"PAYEE_0\",\"memo\":\"MEMO_0\"}}");
    assertThat(out.pseudonymised()).containsEntry(Category.PAYMENT_TRANSACTION, 1);
  }

  @Test
  void names_of_members_stay_different_when_values_in_them_are_redacted() {
    String body =
        "{\"model\":\"m\",\"x\":{\"81.2.69.142\":1,\"81.2.69.143\":2,\"REDACTED_IP_7\":3},\"y\":{\"a@b.org\":4}}";
    assertThat(Chat.redacted(body))
        .isEqualTo(
            "{\"model\":\"m\",\"x\":{\"REDACTED_IP_8\":1,\"REDACTED_IP_9\":2,\"REDACTED_IP_7\":3},\"y\":{\"REDACTED_EMAIL_10\":4}}");
  }

  @Test
  void spellings_of_one_value_in_two_names_get_two_stand_ins() {
    String body = "{\"model\":\"m\",\"x\":{\"A@b.org\":1,\"a@b.org\":2}}";
    List<String> canonical =
        Chat.classify(body).findings().stream()
            .map(finding -> finding.spans().getFirst().canonical().decoded())
            .toList();
    assertThat(canonical).containsExactly("A@b.org", "a@b.org");
  }

  @Test
  void members_are_replaced_together_with_what_is_in_them() {
    String body = "{\"model\":\"assistant\",\"user\":\"jane@mail.org\",\"x\":\"81.2.69.142\"}";
    Classification c = Chat.classify(body);
    var user = c.control().user().orElseThrow();
    var model = c.control().model().orElseThrow();
    Transformed out =
        Transform.apply(
            Text.of(body),
            c,
            Chat.all(Treatment.REDACT),
            (word, canonical, value) -> "X",
            List.of(
                new Splice(user.start(), user.end(), "\"u-1\"".getBytes(StandardCharsets.UTF_8)),
                new Splice(
                    model.start(), model.end(), "\"qwen\"".getBytes(StandardCharsets.UTF_8))));
    assertThat(out.body().decoded())
        .isEqualTo("{\"model\":\"qwen\",\"user\":\"u-1\",\"x\":\"REDACTED_IP\"}");
  }

  @Test
  void splices_must_be_in_order_apart_and_inside() {
    Text text = Text.of("0123456789");
    byte[] x = {'x'};
    assertThat(
            Splices.apply(
                    text, List.of(new Splice(0, 0, x), new Splice(2, 5, x), new Splice(5, 10, x)))
                .decoded())
        .isEqualTo("x01xx");
    assertThatThrownBy(() -> Splices.apply(text, List.of(new Splice(2, 5, x), new Splice(4, 6, x))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Splices.apply(text, List.of(new Splice(2, 11, x))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothing_that_is_printed_holds_a_value() {
    Classification c = Chat.classify(Chat.message("card 4929127381726356"));
    assertThat(c.toString()).doesNotContain("4929").contains("PAYMENT_CARD", "Text[");
  }
}
