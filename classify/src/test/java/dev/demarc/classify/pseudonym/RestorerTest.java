package dev.demarc.classify.pseudonym;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.text.Text;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestorerTest {
  /// A value with everything that JSON must escape, and characters of two, three and four bytes.
  private static final String AWKWARD = "Zoë \"Lì\" 李\\n\n\t\u0001😀/";

  private static final String CARD_VALUE = "4111 1111 1111 1111";

  private final Pseudonyms pseudonyms = new Pseudonyms("a scope key of tests".getBytes(UTF_8));
  private final String card = pseudonym("CARD", CARD_VALUE);
  private final String ip = pseudonym("IP", "192.0.2.7");
  private final String payee = pseudonym("PAYEE", AWKWARD);

  @Test
  void a_value_comes_back_in_the_text_for_the_user() {
    Restored answer =
        restore(message("\"content\":\"Your card " + card + " paid from " + ip + ".\""));
    assertThat(member(answer, "content"))
        .isEqualTo("Your card " + CARD_VALUE + " paid from 192.0.2.7.");
    assertThat(counts(answer)).isEqualTo("true 2 0 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"refusal\":\"%s\"",
        "\"reasoning_content\":\"%s\"",
        "\"reasoning\":\"%s\"",
        "\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]",
        "\"content\":[{\"text\":\"%s\"}]",
        "\"content\":[{\"text\":\"%s\",\"type\":\"text\"}]",
        "\"tool_calls\":[{\"type\":\"custom\",\"custom\":{\"name\":\"n\",\"input\":\"%s\"}}]",
        "\"tool_calls\":[{\"id\":\"c\",\"function\":{\"name\":\"n\",\"arguments\":\"%s\"}}]",
        "\"function_call\":{\"name\":\"n\",\"arguments\":\"%s\"}"
      })
  void a_value_comes_back_wherever_the_model_wrote_for_the_client(String member) {
    Restored answer = restore(message(member.replace("%s", "a " + payee + " b")));
    assertThat(answer.body().decoded())
        .isEqualTo(message(member.replace("%s", "a " + PlainJson.escaped(AWKWARD, false) + " b")));
    assertThat(answer.restored()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"name\":\"%s\"",
        "\"encrypted_content\":\"%s\"",
        "\"signature\":\"%s\"",
        "\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"%s\",\"signature\":\"s\"}]",
        "\"thinking_blocks\":[{\"type\":\"thinking\",\"thinking\":\"%s\",\"signature\":\"s\"}]",
        "\"content\":[{\"type\":\"thinking\",\"text\":\"%s\"}]",
        "\"content\":[{\"text\":\"%s\",\"type\":\"redacted_thinking\"}]",
        "\"annotations\":[{\"type\":\"url_citation\",\"title\":\"%s\"}]",
        "\"audio\":{\"transcript\":\"%s\"}",
        "\"tool_calls\":[{\"id\":\"%s\",\"function\":{\"name\":\"%s\",\"arguments\":\"{}\"}}]",
        "\"cont\\u0065nt\":\"%s\"",
        "\"other\":{\"content\":\"%s\"}"
      })
  void what_is_sealed_signed_named_or_not_known_stays_as_it_was(String member) {
    String answer = message(member.replace("%s", card));
    assertThat(restore(answer).body().decoded()).isEqualTo(answer);
  }

  @Test
  void bytes_that_are_not_restored_stay_as_they_were() {
    String around =
        """
        {"id" : "\\u0063-1",\r
          "choices":[ {"index":0, "logprobs":{"content":[{"token":"CARD"}]},"finish_reason":"stop",
          "message":{"role":"assistant","content":"\\u5361\\u53f7 %s \\ud83d, \\/ \\u003c 1.50e+1"}} ],
        "usage":{"prompt_tokens":1.0E+2,"x":-0.0}, "z":[1e400,{}, [ ] ] ,"z":null}\t
        """;
    Restored answer = restore(around.replace("%s", card));
    assertThat(answer.body().decoded()).isEqualTo(around.replace("%s", CARD_VALUE));
  }

  @Test
  void an_answer_without_pseudonyms_is_the_very_same_bytes() {
    Text answer = Text.of(message("\"content\":\"no card here\""));
    assertThat(pseudonyms.restorer().restoreAnswer(answer).body().bytes()).isSameAs(answer.bytes());
  }

  @Test
  void a_value_inside_a_string_of_tool_arguments_is_escaped_twice() {
    String arguments = "{\"to\":\"" + payee + "\",\"list\":[\"x\\n" + payee + "\"]}";
    Restored answer = restore(tool(arguments));
    Object read = PlainJson.read(toolArguments(answer));
    assertThat(PlainJson.at(read, "to")).isEqualTo(AWKWARD);
    assertThat(PlainJson.at(read, "list", "0")).isEqualTo("x\n" + AWKWARD);
    assertThat(answer.restored()).isEqualTo(2);
  }

  @Test
  void a_value_outside_the_strings_of_tool_arguments_is_escaped_as_text() {
    String amount = pseudonym("AMOUNT", "12.50");
    Restored answer = restore(tool("{\"amount\":" + amount + ",\"say\":\"ok\"}"));
    assertThat(PlainJson.at(PlainJson.read(toolArguments(answer)), "amount")).isEqualTo("12.50");
    assertThat(toolArguments(restore(tool("pay " + payee + " \"" + payee + "\""))))
        .isEqualTo("pay " + AWKWARD + " \"" + AWKWARD + "\"");
  }

  @Test
  void tool_arguments_are_json_also_where_they_are_no_object() {
    Object list = PlainJson.read(toolArguments(restore(tool(" [\"" + payee + "\"]"))));
    assertThat(list).isEqualTo(List.of(AWKWARD));
    Object text = PlainJson.read(toolArguments(restore(tool("\"" + payee + "\""))));
    assertThat(text).isEqualTo(AWKWARD);
  }

  @Test
  void a_run_of_letters_may_be_of_any_length() {
    String run = "CARD".repeat(1000);
    assertThat(restoredText(run + " " + card + run + " " + card))
        .endsWith(card + run + " " + CARD_VALUE);
  }

  @Test
  void structured_output_stays_json_when_a_value_is_put_into_it() {
    String text = PlainJson.escaped(" {\"payee\":\"" + payee + "\"}", false);
    Restored answer = restore(message("\"content\":\"" + text + "\""));
    assertThat(PlainJson.at(PlainJson.read(member(answer, "content")), "payee")).isEqualTo(AWKWARD);
  }

  @Test
  void the_escapes_of_tool_arguments_do_not_stick_to_the_word_behind_them() {
    for (String escape :
        new String[] {"\\n", "\\t", "\\u5361\\u53f7", "\\\"", "\\\\", "\\/", "\\u000A"}) {
      Restored answer = restore(tool("{\"a\":\"x" + escape + card + escape + "\"}"));
      String expected = "x" + escape + CARD_VALUE + escape;
      assertThat(toolArguments(answer)).as(escape).isEqualTo("{\"a\":\"" + expected + "\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%s", "卡号%s是", "**%s**", "`%s`", "_%s_", "(%s)", "%s,", "<%s>", "-%s.", "é%sé"})
  void a_pseudonym_is_found_whatever_stands_around_it(String around) {
    assertThat(restoredText(around.replace("%s", card)))
        .isEqualTo(around.replace("%s", CARD_VALUE));
  }

  @Test
  void a_pseudonym_is_found_in_lower_case_and_with_the_escape_of_markdown() {
    for (String spelled :
        new String[] {
          card.toLowerCase(Locale.ROOT),
          "Card" + card.substring(4),
          card.replace("_", "\\_"),
          card.toLowerCase(Locale.ROOT).replace("_", "\\_")
        }) {
      assertThat(restoredText("a " + spelled + " b"))
          .as(spelled)
          .isEqualTo("a " + CARD_VALUE + " b");
    }
    assertThat(toolArguments(restore(tool("{\"a\":\"" + card.replace("_", "\\\\_") + "\"}"))))
        .isEqualTo("{\"a\":\"" + CARD_VALUE + "\"}");
  }

  @Test
  void what_is_not_a_live_pseudonym_is_left_and_counted_never_guessed() {
    String swapped = card.substring(0, 11) + card.charAt(12) + card.charAt(11);
    String elsewhere =
        new Pseudonyms("another scope".getBytes(UTF_8))
            .pseudonym("CARD", Text.of(CARD_VALUE), Text.of(CARD_VALUE));
    for (String unknown :
        new String[] {
          swapped, // the check character fails
          elsewhere, // whole, of another scope
          elsewhere.toLowerCase(Locale.ROOT),
          card.substring(0, 10), // cut short
          card + "S", // run together
          card + card,
          "IP" + card.substring(4) // the code of another word
        }) {
      Restored answer = restore(message("\"content\":\"a " + unknown + " b\""));
      assertThat(member(answer, "content")).isEqualTo("a " + unknown + " b");
      assertThat(counts(answer)).as(unknown).isEqualTo("true 0 1 0");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CARD",
        "CARD_",
        "card_holder",
        "CARD_HOLDER_NAME",
        "date_20240115",
        "IP_ADDRESS",
        "my_ip",
        "ref_4f3a2b1d",
        "HTTP_7K3QX9M4",
        "7K3QX9M4",
        "_",
        "\\",
        "CARD\\",
        "CARD\\S_%s",
        "CARD_PAYMENTS",
        "DATE_20240115",
        "CARD\\ _7K3QX9M4"
      })
  void ordinary_words_are_no_pseudonyms(String words) {
    String text = words.replace("%s", card.substring(5));
    Restored answer = restore(message("\"content\":\"" + text.replace("\\", "\\\\") + "\""));
    assertThat(counts(answer)).isEqualTo("true 0 0 0");
  }

  @Test
  void a_letter_before_the_word_makes_it_another_word() {
    assertThat(restoredText("X" + card)).isEqualTo("X" + card);
    assertThat(restoredText("CARD_" + card)).isEqualTo("CARD_" + CARD_VALUE);
  }

  @Test
  void pseudonyms_that_begin_alike_are_told_apart() {
    String shorter = pseudonym("MEMO", "memo 40377");
    String longer = pseudonym("MEMO", "memo 341397");
    assertThat(longer).startsWith(shorter);
    assertThat(restoredText(longer + " " + shorter + " " + longer))
        .isEqualTo("memo 341397 memo 40377 memo 341397");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/?q=%s",
        "https://a.example/%s/x and %s => https://a.example/%s/x and VALUE",
        "HTTPS://%s.a.example",
        "ftp+x://a/%s",
        "//a.example/%s",
        "www.a.example/%s and %s => www.a.example/%s and VALUE",
        "![x](https://a.example/?q=%s) %s => ![x](https://a.example/?q=%s) VALUE",
        "![x](//a.example/%s)",
        "[x](mailto:%s)",
        "[x](/%s)",
        "![x]( https://a.example/ab%3D%s)",
        "![x](https://a.example/(a)%s)%s => ![x](https://a.example/(a)%s)VALUE",
        "![x](https://a.example/\\)%s)",
        "![x](<https://a.example/a b %s>) %s => ![x](<https://a.example/a b %s>) VALUE",
        "![x](https://a.example/?q=|\"<%s)",
        "![x](https://a.example/，%s)",
        "[1]: https://a.example/?q=\"%s",
        "[1]: https:/\\/a.example/%s",
        "<https://a.example/a b %s>",
        "<img src=\"https://a.example/a b %s\"> %s => <img src=\"https://a.example/a b %s\"> VALUE",
        "<img src='https://a.example/a b %s'> %s => <img src='https://a.example/a b %s'> VALUE",
        "<img src=https://a.example/\"%s> %s => <img src=https://a.example/\"%s> VALUE",
        "<img src = https://a.example/\"%s>",
        "`https://a.example/a b %s` %s => `https://a.example/a b %s` VALUE",
        "https://a.example/?q=%22%s%22",
        "https://a.example/?q=%3D%s&x=%s",
        "\"https://a.example\",\"%s\" => \"https://a.example\",\"VALUE\"",
        "see https://a.example\",\"%s\" => see https://a.example\",\"VALUE\"",
        "(see https://a.example/b) %s => (see https://a.example/b) VALUE",
        "(https://a.example/b)%s => (https://a.example/b)VALUE",
        "<https://a.example/b\n%s => <https://a.example/b\nVALUE",
        "https://a.example\n%s => https://a.example\nVALUE",
        "a/b %s [x] (%s) c: %s http: %s / / %s => a/b VALUE [x] (VALUE) c: VALUE http: VALUE / /"
            + " VALUE",
        "wwwx.%s ww.%s => wwwx.VALUE ww.VALUE",
        "// %s => // VALUE"
      })
  void nothing_is_restored_inside_a_url(String example) {
    String text = example.split(" => ", -1)[0];
    String after = text.equals(example) ? text : example.substring(text.length() + 4);
    Restored answer =
        restore(
            message("\"content\":\"" + PlainJson.escaped(text.replace("%s", card), false) + "\""));
    assertThat(member(answer, "content"))
        .isEqualTo(after.replace("%s", card).replace("VALUE", CARD_VALUE));
    assertThat(answer.withheld()).isEqualTo(after.split("%s", -1).length - 1);
    assertThat(answer.unknown()).isZero();
  }

  @Test
  void a_url_in_tool_arguments_is_left_and_ends_with_its_string() {
    Restored answer =
        restore(
            tool(
                "{\"url\":\"https:\\/\\/a.example\\/?q=a b "
                    + card
                    + "\",\"card\":\""
                    + card
                    + "\",\"t\":\"\\u0068ttp://x/"
                    + card
                    + " "
                    + card
                    + "\"}"));
    assertThat(toolArguments(answer))
        .isEqualTo(
            "{\"url\":\"https:\\/\\/a.example\\/?q=a b "
                + card
                + "\",\"card\":\""
                + CARD_VALUE
                + "\",\"t\":\"\\u0068ttp://x/"
                + card
                + " "
                + card
                + "\"}");
    assertThat(counts(answer)).isEqualTo("true 1 0 3");
  }

  @Test
  void a_url_that_is_a_string_of_tool_arguments_ends_neither_before_nor_after_it() {
    String amount = pseudonym("AMOUNT", "12.50");
    String arguments = "{\"u\":[\"https://a.example/?q=\\\"" + card + "\"," + amount + "]}";
    Restored answer = restore(tool(arguments));
    assertThat(toolArguments(answer)).isEqualTo(arguments.replace(amount, "12.50"));
    assertThat(counts(answer)).isEqualTo("true 1 0 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"choices\":[{\"message\":{\"content\":\"%s\"}}]",
        "{\"choices\":[{\"message\":{\"content\":\"%s\"}}]}x",
        "{\"choices\":[{\"message\":{\"content\":\"%s\",}}]}",
        "{\"choices\":[{\"message\":{\"content\":\"%s\"}},]}",
        "{\"choices\":[{\"message\":{\"content\":\"\\x %s\"}}]}",
        "{\"choices\":[{\"message\":{\"content\":\"\\u12g4 %s\"}}]}",
        "{\"choices\":[{\"message\":{\"content\":\"%s\n\"}}]}",
        "{\"choices\":[{\"message\":{\"content\":\"%s\"}}],\"x\":01}",
        "{\"choices\":[{\"message\":{\"content\":\"%s\"}}],\"x\":1.}",
        "{\"choices\":[{\"message\":{\"content\":\"%s\"}}],\"x\":nul}",
        "{'choices':[{\"message\":{\"content\":\"%s\"}}]}",
        "\uFEFF{\"choices\":[{\"message\":{\"content\":\"%s\"}}]}",
        "{\"choices\":[{\"message\":{\"content\":\"%s\",\"content\":\"%s\"}}]}",
        "{\"choices\":[],\"choices\":[{\"message\":{\"content\":\"%s\"}}]}"
      })
  void what_cannot_be_read_in_one_way_only_is_passed_unchanged_and_said_so(String json) {
    Text body = Text.of(json.replace("%s", card));
    Restored answer = pseudonyms.restorer().restoreAnswer(body);
    assertThat(answer.body()).isSameAs(body);
    assertThat(counts(answer)).isEqualTo("false 0 0 0");
  }

  @Test
  void nesting_is_bounded() {
    String deep = "[".repeat(200) + "]".repeat(200);
    assertThat(restore(deep).readable()).isFalse();
    assertThat(restore("[".repeat(100) + "]".repeat(100)).readable()).isTrue();
  }

  @Test
  void every_choice_is_restored() {
    Restored answer =
        restore(
            "{\"choices\":[{\"index\":1,\"message\":{\"content\":\""
                + card
                + "\"}},{\"index\":0,\"message\":{\"content\":\""
                + ip
                + "\"}}]}");
    Object tree = PlainJson.read(answer.body().bytes());
    assertThat(PlainJson.at(tree, "choices", "0", "message", "content")).isEqualTo(CARD_VALUE);
    assertThat(PlainJson.at(tree, "choices", "1", "message", "content")).isEqualTo("192.0.2.7");
  }

  private String pseudonym(String word, String value) {
    return pseudonyms.pseudonym(word, Text.of(value), Text.of(value));
  }

  private Restored restore(String answer) {
    return pseudonyms.restorer().restoreAnswer(Text.of(answer));
  }

  private String restoredText(String text) {
    return member(
        restore(message("\"content\":\"" + PlainJson.escaped(text, false) + "\"")), "content");
  }

  private static String message(String member) {
    return "{\"choices\":[{\"index\":0,\"message\":{" + member + "}}]}";
  }

  private static String tool(String arguments) {
    return message(
        "\"tool_calls\":[{\"function\":{\"arguments\":\""
            + PlainJson.escaped(arguments, false)
            + "\"}}]");
  }

  private static String toolArguments(Restored answer) {
    return (String)
        PlainJson.at(
            PlainJson.read(answer.body().bytes()),
            "choices",
            "0",
            "message",
            "tool_calls",
            "0",
            "function",
            "arguments");
  }

  private static String member(Restored answer, String name) {
    return (String)
        PlainJson.at(PlainJson.read(answer.body().bytes()), "choices", "0", "message", name);
  }

  private static String counts(Restored answer) {
    return answer.readable()
        + " "
        + answer.restored()
        + " "
        + answer.unknown()
        + " "
        + answer.withheld();
  }
}
