package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read where one text of a conversation ends and the next begins.
class SeamsTest {
  private static final String CARD = "4539148803436467";

  @ParameterizedTest
  @ValueSource(ints = {58, 59, 60, 61, 62, 63, 64, 65, 66, 125, 126, 127, 128, 129})
  void ends_are_cut_between_characters(int ascii) throws Unreadable {
    for (String wide : List.of("é", "你", "\uD83D\uDE00")) {
      String before = wide.repeat(40) + " card 4539 1488 ";
      String after = "0343 6467 " + "a".repeat(ascii) + wide.repeat(40);
      String body =
          messages("Room 5", "\u00A0" + "a".repeat(ascii) + wide.repeat(30), before, after);

      // Buffers that no other text has widened.
      Classifier fresh = new Classifier(ClassifierSettings.defaults());
      Text text = Text.of(body.getBytes(StandardCharsets.UTF_8));
      assertThat(fresh.classify(text).findings()).as(body).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 63, 64, 65, 127, 128, 129, 200, 1000})
  void a_value_in_many_parts_is_found_however_many_came_before(int before) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < before; i++) {
      parts.add("a ");
    }
    parts.add("card ");
    parts.addAll(CARD.chars().mapToObj(Character::toString).toList());

    String roleFirst = "{\"role\":\"user\",\"content\":[" + String.join(",", of(parts)) + "]}";
    String roleLast = "{\"content\":[" + String.join(",", of(parts)) + "],\"role\":\"user\"}";
    for (String message : List.of(roleFirst, roleLast)) {
      String body = "{\"model\":\"m\",\"messages\":[" + message + "]}";
      assertThat(Found.inBody(body).stream().map(Found::category))
          .as(message)
          .contains(Category.PAYMENT_CARD);
    }
  }

  @Test
  void a_message_of_many_parts_goes_on_in_the_next_of_its_role() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      parts.add("a ");
    }
    parts.add("card 4539 1488 ");
    String first = "{\"content\":[" + String.join(",", of(parts)) + "],\"role\":\"user\"}";
    String second = "{\"role\":\"user\",\"content\":\"0343 6467\"}";

    assertThat(Found.inBody("{\"model\":\"m\",\"messages\":[" + first + "," + second + "]}"))
        .hasSize(1);
  }

  private static List<String> of(List<String> texts) {
    return texts.stream().map(text -> "{\"type\":\"text\",\"text\":\"" + text + "\"}").toList();
  }

  private static String messages(String... texts) {
    List<String> messages = new ArrayList<>();
    for (String text : texts) {
      messages.add("{\"role\":\"user\",\"content\":\"" + text + "\"}");
    }
    return "{\"model\":\"m\",\"messages\":[" + String.join(",", messages) + "]}";
  }
}
