package dev.demarc.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Treatment;
import dev.demarc.classify.pseudonym.Pseudonyms;
import dev.demarc.classify.pseudonym.Transform;
import dev.demarc.classify.text.Text;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a client spells like a pseudonym of its own request comes back as it was spelled, and not
/// as the value behind that pseudonym.
class LookAlikesTest {
  private static final String CARD = "4929127381726356";

  private final Pseudonyms pseudonyms = new Pseudonyms("a scope key of tests".getBytes(UTF_8));
  private final String name =
      new Pseudonyms("a scope key of tests".getBytes(UTF_8))
          .pseudonym("CARD", Text.of(CARD), Text.of(CARD));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what is %s?",
        "%s",
        "line\n%s\tand %s",
        "是%s的",
        "`%s`, (%s), _%s_",
        "{\"id\":\"%s\"}"
      })
  void a_look_alike_comes_back_as_it_was_spelled(String text) {
    for (String spelled : spellings()) {
      String said = "card " + CARD + " and " + text.replace("%s", spelled);
      assertThat(sent(said)).contains("LIT_").containsOnlyOnce(name);
      assertThat(echoed(said)).isEqualTo(Chat.escaped(said));
    }
  }

  private String[] spellings() {
    return new String[] {name, name.toLowerCase(Locale.ROOT), name.replace("_", "\\_")};
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example/?c=%s",
        "see www.shop.example/%s",
        "x%s",
        "%sx",
        "CARD_00000000",
        "DATE_20240115"
      })
  void what_would_not_be_taken_for_one_stays(String text) {
    String said = "card " + CARD + " and " + text.replace("%s", name);
    assertThat(sent(said)).doesNotContain("LIT_");
    assertThat(echoed(said)).isEqualTo(Chat.escaped(said));
  }

  @Test
  void a_request_without_pseudonyms_stays_as_it_is() {
    assertThat(sent("nothing but " + name)).isEqualTo(Chat.message("nothing but " + name));
  }

  @Test
  void a_look_alike_in_a_member_name_leaves_as_a_literal_too() {
    String body =
        "{\"model\":\"m\",\"messages\":[{\"content\":\""
            + CARD
            + "\"}],\"x\":{\""
            + name
            + "\":1}}";
    assertThat(transformed(body)).contains("\"x\":{\"LIT_");
  }

  private String sent(String text) {
    return transformed(Chat.message(text));
  }

  private String transformed(String body) {
    return Transform.apply(
            Text.of(body), Chat.classify(body), Chat.all(Treatment.PSEUDONYMISE), pseudonyms)
        .body()
        .decoded();
  }

  /// What the client reads where the provider repeats the message word for word.
  private String echoed(String text) {
    String sent = sent(text);
    String empty = Chat.message("");
    int before = empty.indexOf("\"\"") + 1;
    int after = empty.length() - before;
    String content = sent.substring(before, sent.length() - after);
    String answer = "{\"choices\":[{\"message\":{\"content\":\"" + content + "\"}}]}";
    String restored = pseudonyms.restorer().restoreAnswer(Text.of(answer)).body().decoded();
    int from = answer.indexOf(content);
    return restored.substring(from, restored.length() - "\"}}]}".length());
  }
}
