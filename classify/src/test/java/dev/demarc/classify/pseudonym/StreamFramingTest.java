package dev.demarc.classify.pseudonym;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.classify.text.Text;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamFramingTest {
  private static final String CARD_VALUE = "4111 1111 1111 1111";

  private final Pseudonyms pseudonyms = new Pseudonyms("a scope key of tests".getBytes(UTF_8));
  private final String card = pseudonym("CARD", CARD_VALUE);

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void the_bytes_may_be_cut_anywhere(String lineEnd) throws StreamBroken {
    byte[] sent =
        new ChatStream(lineEnd, false)
            .raw("\uFEFFdata:" + ChatStream.envelope("{\"delta\":{\"refusal\":\"" + card + ".\"}}"))
            .raw(lineEnd + lineEnd + ": a comment" + lineEnd + lineEnd)
            .content("卡号CA")
            .content(card.substring(2) + "是😀 a ")
            .raw("event: x" + lineEnd + "id: 7" + lineEnd)
            .content(card + " b " + card.substring(0, 9))
            .arguments(0, 0, "{\"a\":\"" + card.substring(0, 6))
            .arguments(0, 0, card.substring(6) + "\"}")
            .finish(0)
            .usage()
            .done()
            .bytes();
    byte[] whole = restored(sent, sent.length);
    assertThat(ChatClient.of(whole).texts)
        .containsEntry(
            "0/content", "卡号4111 1111 1111 1111是😀 a 4111 1111 1111 1111 b " + card.substring(0, 9))
        .containsEntry("0/tool_calls/0/function/arguments", "{\"a\":\"4111 1111 1111 1111\"}")
        .containsEntry("null/refusal", CARD_VALUE + ".");
    for (int cut = 0; cut <= sent.length; cut++) {
      StreamRestorer stream = pseudonyms.restorer().stream();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(stream.feed(Arrays.copyOf(sent, cut)));
      out.writeBytes(stream.feed(Arrays.copyOfRange(sent, cut, sent.length)));
      out.writeBytes(stream.end());
      assertThat(out.toByteArray()).as("cut at %d", cut).isEqualTo(whole);
      assertThat(stream.terminated()).isTrue();
      assertThat(stream.atEventBoundary()).isTrue();
    }
    for (int size = 1; size < 70; size++) {
      assertThat(restored(sent, size)).as("chunks of %d", size).isEqualTo(whole);
    }
  }

  @Test
  void an_event_without_a_pseudonym_is_the_very_bytes_that_came() throws StreamBroken {
    StreamRestorer stream = pseudonyms.restorer().stream();
    for (byte[] event :
        List.of(
            new ChatStream().raw(": keep-alive\n\n").bytes(),
            new ChatStream()
                .raw("data:{ \"choices\" : [ {\"delta\":{\"content\":\"\\u5361 1.\"}}]}\r\n\r\n")
                .bytes(),
            new ChatStream().raw("retry: 3\n\n").bytes(),
            new ChatStream().raw("data\ndata: {\ndata: \"choices\":[]}\n\n").bytes(),
            new ChatStream().data("not json").content("ordinary words").usage().bytes(),
            new ChatStream().finish(0).done().bytes())) {
      assertThat(stream.feed(event)).isSameAs(event);
    }
    assertThat(stream.end()).isEmpty();
  }

  @Test
  void a_stream_may_end_without_done() throws StreamBroken {
    StreamRestorer stream = pseudonyms.restorer().stream();
    stream.feed(new ChatStream().content("it is " + card).bytes());
    assertThat(stream.finished(1)).isFalse();
    assertThat(ChatClient.of(stream.end()).texts).containsEntry("0/content", CARD_VALUE);
    assertThat(stream.atEventBoundary()).isTrue();
    assertThat(stream.terminated()).isFalse();
    assertThat(stream.end()).isEmpty();
  }

  @Test
  void the_last_event_may_lack_its_blank_line() throws StreamBroken {
    StreamRestorer stream = pseudonyms.restorer().stream();
    byte[] event = new ChatStream().content(card).bytes();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(stream.feed(new ChatStream().arguments(1, 0, "{\"a\":\"" + card).bytes()));
    out.writeBytes(stream.feed(Arrays.copyOf(event, event.length - 2)));
    out.writeBytes(stream.end());
    assertThat(stream.atEventBoundary()).isFalse();
    assertThat(new String(out.toByteArray(), UTF_8)).endsWith("\"finish_reason\":null}]}");
    out.writeBytes(new byte[] {'\n', '\n'});
    assertThat(ChatClient.of(out.toByteArray()).texts)
        .containsEntry("0/content", CARD_VALUE)
        .containsEntry("1/tool_calls/0/function/arguments", "{\"a\":\"" + CARD_VALUE);
    StreamRestorer done = pseudonyms.restorer().stream();
    assertThat(done.feed("data: [DONE]\n".getBytes(UTF_8))).isEmpty();
    assertThat(done.end()).isEqualTo("data: [DONE]\n".getBytes(UTF_8));
    assertThat(done.terminated()).isTrue();
  }

  @Test
  void of_a_stream_that_breaks_off_the_text_is_kept_and_the_unfinished_event_is_not()
      throws StreamBroken {
    byte[] event = new ChatStream().content("more").bytes();
    StreamRestorer cut = pseudonyms.restorer().stream();
    cut.feed(new ChatStream().content("it is " + card.substring(0, 9)).bytes());
    assertThat(cut.feed(Arrays.copyOf(event, 60))).isEmpty();
    assertThat(ChatClient.of(cut.cut()).texts)
        .containsExactly(entry("0/content", card.substring(0, 9)));
    assertThat(cut.atEventBoundary()).isTrue();
    assertThat(cut.end()).isEmpty();
    StreamRestorer ended = pseudonyms.restorer().stream();
    ended.feed(new ChatStream().content(card).bytes());
    ended.feed(Arrays.copyOf(event, 60));
    assertThat(new String(ended.end(), UTF_8))
        .contains(CARD_VALUE)
        .endsWith("\n\n" + new String(event, 0, 60, UTF_8));
    assertThat(ended.atEventBoundary()).isFalse();
  }

  @Test
  void an_error_event_passes_and_is_noticed_behind_what_waited() throws StreamBroken {
    StreamRestorer stream = pseudonyms.restorer().stream();
    stream.feed(new ChatStream().content(card).data("{\"error\":null,\"choices\":[]}").bytes());
    assertThat(stream.errorSeen()).isFalse();
    byte[] error = new ChatStream().data("{\"error\":{\"message\":\"" + card + "\"}}").bytes();
    String after = new String(stream.feed(error), UTF_8);
    assertThat(stream.errorSeen()).isTrue();
    assertThat(after).contains(CARD_VALUE).endsWith(new String(error, UTF_8));
  }

  @Test
  void a_choice_that_finished_does_not_finish_the_others() throws StreamBroken {
    StreamRestorer stream = pseudonyms.restorer().stream();
    stream.feed(new ChatStream().content("a").text(1, "content", "b").finish(0).bytes());
    assertThat(stream.finished(1)).isFalse();
    stream.feed(new ChatStream().finish(1).bytes());
    assertThat(stream.finished(1)).isTrue();
    assertThat(stream.finished(2)).isTrue();
    assertThat(stream.finished(3)).isFalse();
  }

  @Test
  void finish_and_done_are_noticed() throws StreamBroken {
    StreamRestorer stream = pseudonyms.restorer().stream();
    stream.feed(new ChatStream().content("a").usage().bytes());
    assertThat(stream.finished(1) || stream.terminated()).isFalse();
    stream.feed(new ChatStream().finish(0).bytes());
    assertThat(stream.finished(1)).isTrue();
    assertThat(stream.finished(2)).isFalse();
    assertThat(stream.terminated()).isFalse();
    stream.feed(new ChatStream().data("[DONE] ").bytes());
    assertThat(stream.terminated()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: %s\n\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"%s.\"}}]\n\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"%s.\",\"content\":\"%s.\"}}]}\n\n",
        "data: {\"choices\":[{\"message\":{\"content\":\"%s.\"}}]}\n\n",
        "data:"
            + " {\"choices\":[{\"delta\":{\"role\":\"%s.\"},\"logprobs\":{\"content\":[{\"token\":\"%s.\"}]}}]}\n\n",
        "data: [\"%s.\"]\n\n",
        "Data: {\"choices\":[{\"delta\":{\"content\":\"%s.\"}}]}\n\n",
        " data: {\"choices\":[{\"delta\":{\"content\":\"%s.\"}}]}\n\n",
        ": {\"choices\":[{\"delta\":{\"content\":\"%s.\"}}]}\n\n"
      })
  void events_of_other_shapes_pass_as_they_came(String event) throws StreamBroken {
    byte[] sent = event.replace("%s", card).getBytes(UTF_8);
    StreamRestorer stream = pseudonyms.restorer().stream();
    assertThat(stream.feed(sent)).isSameAs(sent);
    assertThat(counts(stream)).isEqualTo("0 0 0");
  }

  @Test
  void data_may_stand_on_several_lines() throws StreamBroken {
    String event =
        """
        event: chunk
        data: {"id":"c-1",
        data:"choices":
        id: 1
        data:  [{"delta":
        data
        data: {"content":"a %s b CA"}}]}

        """
            .replace("\n", "\r\n");
    StreamRestorer stream = pseudonyms.restorer().stream();
    assertThat(new String(stream.feed(event.replace("%s", card).getBytes(UTF_8)), UTF_8))
        .isEqualTo(event.replace("%s", CARD_VALUE).replace("CA\"", "\""));
    assertThat(new String(stream.end(), UTF_8))
        .isEqualTo(
            "event: chunk\r\ndata: {\"id\":\"c-1\",\"choices\":[{\"index\":0,\"delta\":"
                + "{\"content\":\"CA\"},\"finish_reason\":null}]}\r\n\r\n");
  }

  @Test
  void an_event_longer_than_the_limit_breaks_the_stream() throws StreamBroken {
    byte[] event = new ChatStream().content("x".repeat(1000)).bytes();
    assertThat(pseudonyms.restorer().stream(event.length).feed(event)).isSameAs(event);
    StreamRestorer whole = pseudonyms.restorer().stream(event.length - 1);
    assertThatThrownBy(() -> whole.feed(event))
        .isInstanceOfSatisfying(
            StreamBroken.class, e -> assertThat(e.reason()).isEqualTo("event_too_long"));
    StreamRestorer unfinished = pseudonyms.restorer().stream(500);
    unfinished.feed(new ChatStream().content(card).bytes());
    unfinished.feed(Arrays.copyOf(event, 500));
    assertThatThrownBy(() -> unfinished.feed(new byte[] {'x'})).isInstanceOf(StreamBroken.class);
    assertThat(ChatClient.of(unfinished.cut()).texts).containsEntry("0/content", CARD_VALUE);
    StreamRestorer usual = pseudonyms.restorer().stream();
    usual.feed(new byte[Restorer.EVENT_LIMIT]);
    assertThatThrownBy(() -> usual.feed(new byte[1])).isInstanceOf(StreamBroken.class);
  }

  private String pseudonym(String word, String value) {
    return pseudonyms.pseudonym(word, Text.of(value), Text.of(value));
  }

  private byte[] restored(byte[] sent, int chunk) throws StreamBroken {
    StreamRestorer stream = pseudonyms.restorer().stream();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < sent.length; at += chunk) {
      out.writeBytes(stream.feed(Arrays.copyOfRange(sent, at, Math.min(sent.length, at + chunk))));
    }
    out.writeBytes(stream.end());
    return out.toByteArray();
  }

  private static String counts(StreamRestorer stream) {
    return stream.restored() + " " + stream.unknown() + " " + stream.withheld();
  }

  private static Map.Entry<String, String> entry(String place, String text) {
    return Map.entry(place, text);
  }
}
