package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.classify.ControlMembers.Kind;
import dev.demarc.classify.ControlMembers.Member;
import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Evidence;
import dev.demarc.classify.finding.Finding;
import dev.demarc.classify.finding.Span;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierTest {
  @Test
  void members_that_steer_the_request_are_found_with_their_ranges() {
    String body =
        """
        { "mod\\u0065l" : "assis\\ttant","stream":true,"stream_options":{"include_usage": false,"x":1},
         "user":"u1","safety_identifier":null,"n":2,"store":false,"metadata":{"model":"other","user":"x"}}\
        """;
    ControlMembers control = Chat.classify(body).control();
    check(body, control.model().orElseThrow(), "\"assis\\ttant\"", "assis\ttant", Kind.STRING);
    check(body, control.stream().orElseThrow(), "true", "true", Kind.BOOLEAN);
    assertThat(control.stream().orElseThrow().isTrue()).isTrue();
    check(body, control.includeUsage().orElseThrow(), "false", "false", Kind.BOOLEAN);
    assertThat(control.includeUsage().orElseThrow().isTrue()).isFalse();
    String options = "{\"include_usage\": false,\"x\":1}";
    check(body, control.streamOptions().orElseThrow(), options, options, Kind.OBJECT);
    check(body, control.user().orElseThrow(), "\"u1\"", "u1", Kind.STRING);
    check(body, control.safetyIdentifier().orElseThrow(), "null", "null", Kind.NULL);
    check(body, control.n().orElseThrow(), "2", "2", Kind.NUMBER);
    check(body, control.store().orElseThrow(), "false", "false", Kind.BOOLEAN);
    assertThat(control.firstMemberAt()).isEqualTo(1);
    assertThat(control.empty()).isFalse();
  }

  private static void check(String body, Member member, String written, String value, Kind kind) {
    assertThat(body.substring(member.start(), member.end())).isEqualTo(written);
    assertThat(member.value().decoded()).isEqualTo(value);
    assertThat(member.kind()).isEqualTo(kind);
  }

  @Test
  void an_empty_object_has_room_for_a_first_member() {
    ControlMembers control = Chat.classify("  {}").control();
    assertThat(control.firstMemberAt()).isEqualTo(3);
    assertThat(control.empty()).isTrue();
    assertThat(control.model()).isEmpty();
  }

  @Test
  void a_container_where_a_string_is_expected_is_reported_as_what_it_is() {
    assertThat(Chat.classify("{\"model\":[1],\"user\":{}}").control().model().orElseThrow().kind())
        .isEqualTo(Kind.ARRAY);
  }

  @Test
  void a_place_shows_names_of_the_protocol_only() {
    assertThat(place("{\"model\":\"m\",\"metadata\":{\"jane\":\"81.2.69.142\"}}"))
        .isEqualTo("metadata.*");
    assertThat(place("{\"model\":\"m\",\"jane@mail.org\":1}")).isEqualTo("*");
    assertThat(
            place("{\"model\":\"m\",\"tools\":[{\"function\":{\"description\":\"81.2.69.142\"}}]}"))
        .isEqualTo("tools[].function.description");
    assertThat(
            place(
                "{\"messages\":[{\"tool_calls\":[{\"function\":{\"arguments\":\"{\\\"messages\\\":[\\\"81.2.69.142\\\"]}\"}}]}]}"))
        .isEqualTo("messages[].tool_calls[].function.arguments>json");
    assertThat(
            place(
                "{\"messages\":[{\"content\":\"{\\\"a\\\":\\\"[\\\\\\\"81.2.69.142\\\\\\\"]\\\"}\"}]}"))
        .isEqualTo("messages[].content>json>json");
  }

  private static String place(String body) {
    return Chat.classify(body).findings().getFirst().place();
  }

  @Test
  void findings_stand_in_the_order_of_the_body_and_are_counted() {
    Classification c = Chat.classify(Chat.message("a@b.org 81.2.69.142 c@d.org"));
    assertThat(c.findings())
        .extracting(Finding::category)
        .containsExactly(Category.EMAIL, Category.IP_ADDRESS, Category.EMAIL);
    assertThat(c.counts()).containsEntry(Category.EMAIL, 2).containsEntry(Category.IP_ADDRESS, 1);
    assertThat(c.counts()).doesNotContainKey(Category.PAYMENT_CARD);
  }

  @Test
  void evidence_and_score_say_why() {
    Finding keyed = Chat.classify(Chat.message("card 4929127381726356")).findings().getFirst();
    assertThat(keyed.evidence())
        .containsExactlyInAnyOrder(Evidence.CHECKSUM, Evidence.PREFIX, Evidence.KEY);
    assertThat(keyed.score()).isEqualTo(100);
    Finding bare = Chat.classify(Chat.message("4929127381726356")).findings().getFirst();
    assertThat(bare.evidence()).containsExactlyInAnyOrder(Evidence.CHECKSUM, Evidence.PREFIX);
    assertThat(bare.score()).isEqualTo(60);
  }

  @Test
  void a_control_value_of_every_type_in_many_messages_is_left_alone() {
    String body =
        """
        {"model":"assistant","temperature":0.7,"seed":12345678901,"logit_bias":{"50256":-100},
         "messages":[{"role":"system","content":"You are helpful. Today is 2026-11-23."},
          {"role":"user","content":"Compare Java 21.0.5 and 25.0.1; what is 3.14159 × 2 in USD at 1.08?"}]}\
        """;
    assertThat(Chat.classify(body).findings()).isEmpty();
  }

  @Test
  void defaults_are_these() {
    ClassifierSettings settings = ClassifierSettings.defaults();
    assertThat(settings).isEqualTo(new ClassifierSettings(64, 1_000_000, 60, true));
    assertThatThrownBy(() -> new ClassifierSettings(0, 1, 60, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void values_that_belong_to_nobody_are_findings_where_the_settings_say_so() throws Unreadable {
    Text body =
        Text.of(
            Chat.message("192.0.2.1 ::1 card 4111111111111111 a@example.com 00:00:5e:00:53:01"));
    assertThat(Chat.CLASSIFIER.classify(body).findings()).isEmpty();
    Classifier all = new Classifier(new ClassifierSettings(64, 1000, 40, false));
    assertThat(all.classify(body).findings()).hasSize(5);
  }

  @Test
  void a_higher_score_finds_less() throws Unreadable {
    Text body = Text.of(Chat.message("4929127381726356 81.2.69.142"));
    List<Finding> sure =
        new Classifier(new ClassifierSettings(64, 1000, 65, true)).classify(body).findings();
    assertThat(sure).extracting(Finding::category).containsExactly(Category.IP_ADDRESS);
  }

  @Test
  void bytes_and_offsets_agree_beyond_ascii() {
    String body = Chat.message("你好 😀 81.2.69.142 é");
    Span span = Chat.classify(body).findings().getFirst().spans().getFirst();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    assertThat(new String(bytes, span.start(), span.end() - span.start(), StandardCharsets.UTF_8))
        .isEqualTo("81.2.69.142");
  }
}
