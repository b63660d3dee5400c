package dev.demarc.classify.pseudonym;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.text.Text;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
