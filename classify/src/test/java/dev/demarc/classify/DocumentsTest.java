package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Stretch;
import dev.demarc.classify.text.CodePoints;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts that are no chat body are read as one text of a message would be.
class DocumentsTest {
  private static List<String> textFindings(String text) throws Unreadable {
    return words(text, Chat.CLASSIFIER.classifyText(Text.of(text)));
  }

  private static List<String> documentFindings(String text) throws Unreadable {
    return words(text, Chat.CLASSIFIER.classifyDocument(Text.of(text)));
  }

  private static List<String> words(String text, Classification classification) {
    byte[] bytes = Text.of(text).bytes();
    return classification.findings().stream()
        .map(finding -> {
          Stretch first = finding.stretches().getFirst();
          return finding.category().id()
              + " "
              + new String(
                  bytes, first.start(), first.end() - first.start(), StandardCharsets.UTF_8);
        })
        .toList();
  }

  @Test
  void a_text_gives_what_a_message_of_it_gives_with_offsets_of_its_own() throws Unreadable {
    List<String> texts =
        List.of(
            "",
            "card 4539 7897 2281 8663, ada@lanternbrook-post.com",
            "ssid,mac\nOrchard Lane,3c:84:6a:71:0d:9e\n",
            "{\"wifi\":{\"ssid\":\"Orchard"
                + " Lane\"},\"pay\":{\"date\":\"2026-10-02\",\"payee\":\"H\","
                + "\"amount\":{\"value\":-187.46,\"currency\":\"USD\"}}}",
            "{\"date\":\"2026-10-02\",\"payee\":\"H\",\"inner\":{\"amount\":-187.46}}",
            "[{\"email\":\"ada@lanternbrook-post.com\"}] and %34%35%33%39789722818663");
    for (String text : texts) {
      List<String> inMessage = Found.in(text).stream().map(found -> found.category().id()).toList();

      assertThat(textFindings(text))
          .extracting(words -> words.substring(0, words.indexOf(' ')))
          .isEqualTo(inMessage);
    }
    assertThat(textFindings("ü ada@lanternbrook-post.com"))
        .containsExactly("contact.email ada@lanternbrook-post.com");
  }

  @Test
  void json_that_is_a_text_steers_nothing_and_holds_no_positions() throws Unreadable {
    Text text =
        Text.of(
            "{\"model\":\"m\",\"messages\":[{\"content\":[{\"type\":\"image_url\",\"image_url\":"
                + "{\"url\":\"https://x.test/a.png\"}}]}]}");

    assertThat(Chat.CLASSIFIER.classifyText(text).findings()).isEmpty();
    assertThat(Chat.CLASSIFIER.classifyText(text).control().model()).isEmpty();
    assertThat(Chat.CLASSIFIER.classifyDocument(text).counts()).containsKey(Category.OPAQUE);
  }

  @Test
  void a_chat_body_is_read_across_its_messages() throws Unreadable {
    String body =
        "{\"messages\":[{\"role\":\"user\",\"content\":\"card 4539 7897\"},"
            + "{\"role\":\"user\",\"content\":\"2281 8663\"}]}";

    for (Classification read :
        List.of(
            Chat.CLASSIFIER.classifyDocument(Text.of(body)),
            Chat.CLASSIFIER.classifyText(Text.of(body)))) {
      assertThat(
              read.findings().stream()
                  .filter(finding -> finding.category() == Category.PAYMENT_CARD)
                  .map(finding -> finding.stretches().size()))
          .containsExactly(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"host 81.2\"},"
            + "{\"type\":\"text\",\"text\":\".69.142 is down\"}]}",
        "{\"log\":[{\"request\":{\"messages\":[{\"role\":\"user\",\"content\":\"host 81.2\"},"
            + "{\"role\":\"user\",\"content\":\".69.142 is down\"}]}}]}",
        "{\"role\":\"user\",\"content\":[{\"text\":\"q=ask+host+81.2\"},"
            + "{\"text\":\".69.142+is+down&page=2\"}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"{\\\"messages\\\":[{\\\"role\\\":\\\"system\\\",\\\"content\\\":\\\"x\\\"},{\\\"content\\\":\\\"host"
            + " 81.2\"},{\"role\":\"user\",\"content\":\".69.142 is down\\\"}]}\"}]}",
      })
  void a_conversation_is_read_across_its_texts_wherever_it_stands(String body) throws Unreadable {
    assertThat(
            Chat.CLASSIFIER.classifyDocument(Text.of(body)).findings().stream()
                .filter(finding -> finding.category() == Category.IP_ADDRESS)
                .map(finding -> finding.stretches().size()))
        .containsExactly(2);
  }

  @Test
  void what_two_speakers_say_is_not_joined() throws Unreadable {
    assertThat(
            documentFindings(
                "{\"messages\":[{\"role\":\"user\",\"content\":\"host 81.2\"},"
                    + "{\"role\":\"tool\",\"content\":\".69.142 is down\"}]}"))
        .isEmpty();
    assertThat(documentFindings("[{\"content\":\"host 81.2\"},{\"content\":\".69.142 is down\"}]"))
        .isEmpty();
  }

  @Test
  void a_body_that_not_everybody_reads_the_same_way_is_a_text() throws Unreadable {
    assertThat(
            documentFindings(
                "{\"messages\":[],\"messages\":[{\"content\":\"ada@lanternbrook-post.com\"}]}"))
        .containsExactly("contact.email ada@lanternbrook-post.com");
  }

  @Test
  void a_record_points_at_one_stretch() throws Unreadable {
    assertThat(documentFindings("Date,Payee,Amount,Currency\n2026-10-02,Halvorsen,-187.46,USD\n"))
        .containsExactly("payment.transaction 2026-10-02,Halvorsen,-187.46,USD");
  }

  @Test
  void code_points_are_counted_whichever_way_they_are_asked() {
    CodePoints points = new CodePoints(Text.of("a😀é漢b"));

    assertThat(points.before(10)).isEqualTo(4);
    assertThat(points.before(5)).isEqualTo(2);
    assertThat(points.before(0)).isZero();
    assertThat(points.before(11)).isEqualTo(5);
  }
}
