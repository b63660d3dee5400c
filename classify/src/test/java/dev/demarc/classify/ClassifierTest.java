package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassifierTest {
  private final Classifier classifier = new Classifier(ClassifierSettings.defaults());

  private Transformed redact(String body) throws Unreadable {
    Text text = Text.of(body);
    return Transform.apply(
        text, classifier.classify(text), all(Treatment.REDACT), (word, canonical, value) -> "X");
  }

  private static Map<Category, Treatment> all(Treatment treatment) {
    Map<Category, Treatment> treatments = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      treatments.put(category, treatment);
    }
    return treatments;
  }

  @Test
  void a_card_an_address_and_an_email_in_one_message_are_taken_out_and_nothing_else()
      throws Unreadable {
    String body =
        """
        {"model":"assistant", "messages":[{"role":"user",
          "content":"My card 4929 1273 8172 6354 from 81.2.69.142, write to jane.doe@mail.org."}],
          "temperature": 1.50}\
        """;
    assertThat(redact(body).body().decoded())
        .isEqualTo(
            body.replace("4929 1273 8172 6354", "REDACTED_CARD")
                .replace("81.2.69.142", "REDACTED_IP")
                .replace("jane.doe@mail.org", "REDACTED_EMAIL"));
  }
}
