package dev.demarc.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamRestorerTest {
  private static final String CARD_VALUE = "4111 1111 1111 1111";
  private static final String AWKWARD = "Zoë \"Lì\" 李\\n\n\t\u0001😀/";

  private final Pseudonyms pseudonyms = new Pseudonyms("a scope key of tests".getBytes(UTF_8));
  private final String card = pseudonym("CARD", CARD_VALUE);
  private final String payee = pseudonym("PAYEE", AWKWARD);
  private final String memo = pseudonym("MEMO", "memo 40377");
  private final String longerMemo = pseudonym("MEMO", "memo 341397");

  @Test
  void a_pseudonym_is_restored_however_its_delta_is_split() throws StreamBroken {
    for (String pseudonym : List.of(card, payee, memo, longerMemo, card.replace("_", "\\_"))) {
      String text = "卡😀" + pseudonym + ", b";
      String value = "卡😀" + value(pseudonym.replace("\\", "")) + ", b";
      for (int a = 0; a <= text.length(); a++) {
        for (int b = a; b <= text.length(); b++) {
          ChatStream sent =
              new ChatStream()
                  .content(text.substring(0, a))
                  .content(text.substring(a, b))
                  .content(text.substring(b))
                  .finish(0)
                  .done();
          assertThat(seen(sent).texts).containsExactly(entry("0/content", value));
        }
      }
    }
  }

  @Test
  void a_pseudonym_in_tool_arguments_is_restored_however_its_delta_is_split() throws StreamBroken {
    String marked = card.replace("_", "\\\\_");
    String text =
        "{\"to\":\"\\u674e\\n" + payee + "\\n\",\"n\":" + memo + ",\"c\":\"" + marked + "\"}";
    for (int a = 0; a <= text.length(); a++) {
      for (int b = a; b <= text.length(); b += 3) {
        ChatStream sent =
            new ChatStream()
                .arguments(0, 0, text.substring(0, a))
                .arguments(0, 0, text.substring(a, b))
                .arguments(0, 0, text.substring(b))
                .finish(0);
        String arguments = seen(sent).texts.getOrDefault("0/tool_calls/0/function/arguments", "");
        assertThat(arguments).contains(",\"n\":memo 40377,");
        Object read = PlainJson.read(arguments.replace("memo 40377", "1"));
        assertThat(PlainJson.at(read, "to")).isEqualTo("李\n" + AWKWARD + "\n");
        assertThat(PlainJson.at(read, "c")).isEqualTo(CARD_VALUE);
      }
    }
  }

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
  void half_a_character_passes_as_it_came() throws StreamBroken {
    byte[] sent = new ChatStream().content("a\ud83d").content("\ude00 b").finish(0).bytes();
    assertThat(new String(sent, UTF_8)).contains("\\ud83d\"", "\"\\ude00");
    assertThat(restored(sent, sent.length)).isEqualTo(sent);
    byte[] more =
        new ChatStream().content(card + "\ud83d").content("\ude00" + card).finish(0).bytes();
    assertThat(ChatClient.of(restored(more, 7)).texts)
        .containsEntry("0/content", CARD_VALUE + "😀" + CARD_VALUE);
  }

  @Test
  void only_what_could_begin_a_live_pseudonym_waits() throws StreamBroken {
    for (String text :
        List.of(
            "the card ", "CARDS", "IP_7K", "MEM OR", "EMAIL_", card.substring(0, 8) + "?", "x\\")) {
      assertThat(passed(text)).as(text).isEqualTo(text);
    }
    assertThat(passed("your C")).isEqualTo("your ");
    assertThat(passed("your " + card.substring(0, 12))).isEqualTo("your ");
    assertThat(passed("your " + card)).isEqualTo("your ");
    assertThat(passed("your " + card.toLowerCase(Locale.ROOT))).isEqualTo("your ");
    assertThat(passed("your " + card + ".")).isEqualTo("your " + CARD_VALUE + ".");
    assertThat(passed("your " + memo)).isEqualTo("your ");
    assertThat(passed("your " + memo.substring(0, 10) + card.substring(0, 3)))
        .isEqualTo("your " + memo.substring(0, 10) + card.substring(0, 3));
    assertThat(passed("MEMO_CA")).isEqualTo("MEMO_");
    assertThat(passed("https://a.example/" + card)).isEqualTo("https://a.example/" + card);
  }

  @Test
  void what_waits_is_never_longer_than_a_pseudonym() throws StreamBroken {
    String text =
        ("CARD\\_CARD_" + card.substring(5, 12) + "CARD" + longerMemo + " MEMO\\\\").repeat(20);
    StreamRestorer stream = pseudonyms.restorer().stream();
    int seen = 0;
    for (int i = 0; i < text.length(); i++) {
      byte[] event = new ChatStream().content(text.substring(i, i + 1)).bytes();
      seen += ChatClient.of(stream.feed(event)).texts.getOrDefault("0/content", "").length();
      assertThat(i + 1 - seen).isBetween(0, 40);
    }
  }

  @Test
  void what_waits_is_sent_before_the_event_that_finishes_its_choice() throws StreamBroken {
    ChatStream sent =
        new ChatStream()
            .content("it is " + card)
            .arguments(0, 1, "{\"a\":\"CA")
            .finish(0)
            .usage()
            .done();
    ChatClient client = seen(sent);
    assertThat(client.events)
        .containsSubsequence(
            "{\"id\":\"c-1\",\"object\":\"chat.completion.chunk\",\"created\":1795000000,\"model\":\"m\","
                + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
                + CARD_VALUE
                + "\"},\"finish_reason\":null}]}",
            "{\"id\":\"c-1\",\"object\":\"chat.completion.chunk\",\"created\":1795000000,\"model\":\"m\","
                + "\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":1,"
                + "\"function\":{\"arguments\":\"CA\"}}]},\"finish_reason\":null}]}",
            "[DONE]");
    assertThat(client.late).isEmpty();
  }

  @Test
  void what_waits_goes_into_the_finishing_event_where_that_has_text_of_its_own()
      throws StreamBroken {
    ChatStream sent =
        new ChatStream()
            .content("it is " + card.substring(0, 7))
            .data(
                ChatStream.envelope(
                    "{\"finish_reason\":\"stop\",\"index\":0,\"delta\":{\"content\":\""
                        + card.substring(7)
                        + "\"}}"));
    ChatClient client = seen(sent);
    assertThat(client.events).hasSize(2);
    assertThat(client.texts).containsEntry("0/content", "it is " + CARD_VALUE);
  }

  @Test
  void a_pseudonym_may_be_split_over_the_parts_of_a_finishing_event() throws StreamBroken {
    String parts =
        "{\"type\":\"text\",\"text\":\"a CA\"},{\"type\":\"text\",\"text\":\""
            + card.substring(2)
            + "\"}";
    byte[] sent =
        new ChatStream()
            .data(
                ChatStream.envelope(
                    "{\"delta\":{\"content\":[" + parts + "]},\"finish_reason\":\"stop\"}"))
            .bytes();
    assertThat(new String(pseudonyms.restorer().stream().feed(sent), UTF_8))
        .isEqualTo(
            new String(sent, UTF_8)
                .replace("a CA", "a ")
                .replace('"' + card.substring(2), '"' + CARD_VALUE));
  }

  @Test
  void an_empty_text_in_the_finishing_event_does_not_take_what_waits() throws StreamBroken {
    ChatStream sent =
        new ChatStream()
            .content("it is " + card)
            .data(
                ChatStream.envelope(
                    "{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"stop\"}"));
    ChatClient client = seen(sent);
    assertThat(client.events).hasSize(3);
    assertThat(client.events.get(2)).contains("\"content\":\"\"", "\"stop\"");
    assertThat(client.texts).containsEntry("0/content", "it is " + CARD_VALUE);
  }

  @Test
  void an_event_of_our_own_repeats_what_is_a_string_or_a_number_and_nothing_else()
      throws StreamBroken {
    StreamRestorer stream = pseudonyms.restorer().stream();
    stream.feed(
        new ChatStream()
            .raw("data: {\"id\":{\ndata: \"a\":1},\"model\":[],\"created\":-1.5e3,\n")
            .data("\"choices\":[{\"delta\":{\"content\":\"CA\"}}]}")
            .bytes());
    assertThat(ChatClient.of(stream.end()).events)
        .containsExactly(
            "{\"created\":-1.5e3,\"choices\":[{\"index\":0,"
                + "\"delta\":{\"content\":\"CA\"},\"finish_reason\":null}]}");
  }

  @Test
  void every_kind_of_lane_can_be_flushed() throws StreamBroken {
    ChatStream sent =
        new ChatStream()
            .text(0, "refusal", card)
            .text(1, "reasoning_content", card)
            .text(2, "reasoning", card)
            .input(3, 2, card)
            .arguments(4, 3, "{\"a\":\"" + card)
            .delta(5, "\"function_call\":{\"arguments\":\"{\\\"a\\\":\\\"" + card + "\"}")
            .delta(6, "\"content\":[{\"type\":\"text\",\"text\":\"" + card + "\"}]")
            .done();
    ChatClient client = seen(sent);
    assertThat(client.texts)
        .containsEntry("0/refusal", CARD_VALUE)
        .containsEntry("1/reasoning_content", CARD_VALUE)
        .containsEntry("2/reasoning", CARD_VALUE)
        .containsEntry("3/tool_calls/2/custom/input", CARD_VALUE)
        .containsEntry("4/tool_calls/3/function/arguments", "{\"a\":\"" + CARD_VALUE)
        .containsEntry("5/function_call/arguments", "{\"a\":\"" + CARD_VALUE)
        .containsEntry("6/content", CARD_VALUE);
    assertThat(client.events.getLast()).isEqualTo("[DONE]");
  }

  @Test
  void a_choice_that_goes_on_in_another_field_ends_the_text_before() throws StreamBroken {
    StreamRestorer stream = pseudonyms.restorer().stream();
    stream.feed(new ChatStream().text(0, "reasoning_content", "it is " + card).bytes());
    byte[] empty = new ChatStream().content("").bytes();
    assertThat(stream.feed(empty)).isSameAs(empty);
    stream.feed(new ChatStream().text(1, "content", "I").bytes());
    ChatClient client = ChatClient.of(stream.feed(new ChatStream().content("So CA").bytes()));
    assertThat(client.texts)
        .containsExactly(entry("0/content", "So "), entry("0/reasoning_content", CARD_VALUE));
    client = ChatClient.of(stream.feed(new ChatStream().arguments(0, 0, "{").bytes()));
    assertThat(client.texts).containsEntry("0/content", "CA");
    assertThat(client.events.getFirst()).contains("\"content\":\"CA\"");
  }

  @Test
  void lanes_that_take_turns_are_restored_each_for_itself() throws StreamBroken {
    ChatStream sent = new ChatStream();
    String text = "x " + card + " y";
    String arguments = "{\"a\":\"" + payee + "\"}";
    for (int i = 0; i < arguments.length(); i++) {
      String letter = i < text.length() ? text.substring(i, i + 1) : "";
      sent.text(0, "content", letter).text(1, "content", letter);
      sent.arguments(2, 0, arguments.substring(i, i + 1));
      sent.arguments(2, 1, arguments.substring(i, i + 1));
    }
    ChatClient client = seen(sent.finish(1).finish(0).finish(2).done());
    assertThat(client.texts)
        .containsEntry("0/content", "x " + CARD_VALUE + " y")
        .containsEntry("1/content", "x " + CARD_VALUE + " y");
    for (String tool : List.of("0", "1")) {
      String seen = client.texts.getOrDefault("2/tool_calls/" + tool + "/function/arguments", "");
      assertThat(PlainJson.at(PlainJson.read(seen), "a")).isEqualTo(AWKWARD);
    }
    assertThat(client.late).isEmpty();
  }

  @Test
  void several_choices_and_texts_in_one_event_are_each_restored() throws StreamBroken {
    ChatStream sent =
        new ChatStream()
            .data(
                ChatStream.envelope(
                    "{\"delta\":{\"content\":\""
                        + card
                        + "\",\"refusal\":\"CA\"},\"index\":4},"
                        + "{\"delta\":{\"tool_calls\":[{\"function\":{\"arguments\":\"{\\\"a\\\":\\\"x\"}},"
                        + "{\"function\":{\"arguments\":\""
                        + card
                        + " \"},\"index\":7}]}}"))
            .done();
    assertThat(seen(sent).texts)
        .containsEntry("4/content", CARD_VALUE)
        .containsEntry("4/refusal", "CA")
        .containsEntry("null/tool_calls/7/function/arguments", CARD_VALUE + " ")
        .containsEntry("null/tool_calls/null/function/arguments", "{\"a\":\"x");
  }

  @Test
  void a_url_is_known_over_all_the_deltas_it_is_split_into() throws StreamBroken {
    String text =
        "![x](https://a.example/?q=%3D" + card + ") " + card + " www.a.example/" + card + " end";
    for (int size = 1; size < 30; size++) {
      ChatStream sent = new ChatStream();
      for (int i = 0; i < text.length(); i += size) {
        sent.content(text.substring(i, Math.min(text.length(), i + size)));
      }
      StreamRestorer stream = pseudonyms.restorer().stream();
      ChatClient client = ChatClient.of(stream.feed(sent.done().bytes()));
      assertThat(client.texts)
          .containsEntry(
              "0/content",
              "![x](https://a.example/?q=%3D"
                  + card
                  + ") "
                  + CARD_VALUE
                  + " www.a.example/"
                  + card
                  + " end");
      assertThat(counts(stream)).isEqualTo("1 0 2");
    }
  }

  @Test
  void unknown_pseudonyms_pass_at_once_and_are_counted_once() throws StreamBroken {
    String unknown = pseudonym("REF", "elsewhere");
    Pseudonyms live = new Pseudonyms("a scope key of tests".getBytes(UTF_8));
    live.pseudonym("CARD", Text.of("1"), Text.of("1"));
    String text = "a " + unknown + " b";
    for (int cut = 0; cut <= text.length(); cut++) {
      byte[] sent =
          new ChatStream()
              .content(text.substring(0, cut))
              .content(text.substring(cut))
              .finish(0)
              .bytes();
      StreamRestorer stream = live.restorer().stream();
      assertThat(stream.feed(sent)).isEqualTo(sent);
      assertThat(counts(stream)).isEqualTo("0 1 0");
    }
  }

  @Test
  void a_stream_may_end_without_done() throws StreamBroken {
    StreamRestorer stream = pseudonyms.restorer().stream();
    stream.feed(new ChatStream().content("it is " + card).bytes());
    assertThat(stream.finishSeen()).isFalse();
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
  void finish_and_done_are_noticed() throws StreamBroken {
    StreamRestorer stream = pseudonyms.restorer().stream();
    stream.feed(new ChatStream().content("a").usage().bytes());
    assertThat(stream.finishSeen() || stream.terminated()).isFalse();
    stream.feed(new ChatStream().finish(0).bytes());
    assertThat(stream.finishSeen()).isTrue();
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

  @Test
  void more_texts_than_any_answer_has_pass_as_they_are() throws StreamBroken {
    ChatStream sent = new ChatStream();
    for (int choice = 0; choice < 1030; choice++) {
      sent.text(choice, "content", card + ".");
    }
    StreamRestorer stream = pseudonyms.restorer().stream();
    ChatClient client = ChatClient.of(stream.feed(sent.bytes()));
    assertThat(client.texts)
        .containsEntry("1023/content", CARD_VALUE + ".")
        .containsEntry("1024/content", card + ".");
  }

  private String pseudonym(String word, String value) {
    return pseudonyms.pseudonym(word, Text.of(value), Text.of(value));
  }

  private String value(String pseudonym) {
    return pseudonym.equals(card)
        ? CARD_VALUE
        : pseudonym.equals(payee) ? AWKWARD : pseudonym.equals(memo) ? "memo 40377" : "memo 341397";
  }

  /// What of one delta of content goes on before anything follows.
  private String passed(String content) throws StreamBroken {
    byte[] out = pseudonyms.restorer().stream().feed(new ChatStream().content(content).bytes());
    return ChatClient.of(out).texts.getOrDefault("0/content", "");
  }

  private ChatClient seen(ChatStream sent) throws StreamBroken {
    return ChatClient.of(restored(sent.bytes(), sent.bytes().length));
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
