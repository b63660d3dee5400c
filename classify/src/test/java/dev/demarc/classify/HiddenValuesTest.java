package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Span;
import dev.demarc.classify.finding.Treatment;
import dev.demarc.classify.pseudonym.Pseudonyms;
import dev.demarc.classify.pseudonym.Transformed;
import dev.demarc.classify.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values in forms that are read another way than they are written: encoded, listed, named, told in
/// a form of their own.
class HiddenValuesTest {
  private static final String TEXT = "My card is 4929127381726356, please.";

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String redacted(String text) {
    String body = Chat.redacted(Chat.message(text));
    return body.substring(Chat.message("").length() - "\"}]}".length(), body.length() - 4);
  }

  @Test
  void encoded_text_that_holds_a_value_is_replaced_as_a_whole_and_comes_back_as_it_was() {
    String url =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("é? 81.2.69.142".getBytes(StandardCharsets.UTF_8));
    String hex = HexFormat.of().formatHex(TEXT.getBytes(StandardCharsets.UTF_8));
    assertThat(redacted("x=" + base64(TEXT) + ";")).isEqualTo("x=REDACTED_CARD;");
    assertThat(redacted("see " + url + " there")).isEqualTo("see REDACTED_IP there");
    assertThat(redacted("(" + hex + ")")).isEqualTo("(REDACTED_CARD)");
    assertThat(redacted("x=" + base64("[" + base64(TEXT) + "]"))).isEqualTo("x=REDACTED_CARD");
    assertThat(Chat.found("x=" + base64(TEXT))).containsExactly("payment.card " + base64(TEXT));
  }

  @Test
  void base64_in_lines_or_in_a_query_string_is_one_text() {
    String text = TEXT.repeat(4);
    String mime = Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    assertThat(redacted("Body:\n" + mime + "\nEnd")).isEqualTo("Body:\\nREDACTED_CARD\\nEnd");
    String escaped = base64("card 4929127381726356 ????").replace("+", "%2B").replace("/", "%2F");
    assertThat(escaped).contains("%2");
    assertThat(redacted("/a?b=" + escaped + "&c=1")).isEqualTo("/a?b=REDACTED_CARD&c=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bXkgY2FyZCBpcyBub3QgaGVyZSBidXQgaW4gbXkgcG9ja2V0",
        "usr/local/lib/python/site-packages/requests",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "AccessControlAllowOriginHeaderValueSanitizerConfiguration",
      })
  void what_encodes_no_value_stays(String text) {
    assertThat(redacted(text)).isEqualTo(text);
  }

  @Test
  void rows_of_an_insert_are_read_by_its_columns() {
    assertThat(
            Chat.found(
                """
                INSERT INTO seen (id, ssid, bssid) VALUES (1, 'Oma''s Küche', '9c3dcf123456'),
                  (2, NULL, NULL), (3, 'Nebenan', coalesce(a, (b)));
                insert into t (`payee`, amount, currency) values ('Bob', 4.50, 'USD')\
                """))
        .containsExactly(
            "wifi.ssid Oma''s Küche",
            "wifi.bssid 9c3dcf123456",
            "wifi.ssid Nebenan",
            "payment.transaction Bob | 4.50 | USD");
    assertThat(Chat.found("INSERT INTO t (ssid, x) VALUES ('unfinished, 1")).isEmpty();
    assertThat(Chat.found("INSERT INTO a.t(id, pan) VALUES (1, '4929127381726356')"))
        .containsExactly("payment.card 4929127381726356");
  }

  @Test
  void a_payment_in_a_query_string_ends_with_its_parameters() {
    assertThat(redacted("/r?x=1&date=2026-03-04&amount=12.50&payee=Marisol+Quent&y=2"))
        .isEqualTo("/r?x=1&date=REDACTED_DATE&amount=REDACTED_AMOUNT&payee=REDACTED_PAYEE&y=2");
    assertThat(redacted("/r?a=4929+1273+8172+6356&b=1+1")).isEqualTo("/r?a=REDACTED_CARD&b=1+1");
  }

  @Test
  void a_payment_in_json_that_was_cut_ends_with_its_members() {
    assertThat(
            redacted(
                "x {\"a\":[{\"date\":\"2026-03-04\",\"amount\":\"1\",\"payee\":\"Bo\",\"n\":[1,"))
        .isEqualTo(
            Chat.escaped(
                "x {\"a\":[{\"date\":\"REDACTED_DATE\",\"amount\":\"REDACTED_AMOUNT\",\"payee\":\"REDACTED_PAYEE\",\"n\":[1,"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "jane%40mail.org § EMAIL",
        "{\\\"note\\\":{\\\"ssid\\\":\\\"Maple 5G\\\"}} § SSID",
        "a,ssid\\nb,Maple\\n § SSID",
        "/x?ssid=%4D%61 § SSID",
      })
  void a_member_name_is_read_like_any_text(String name, String word) {
    String body = "{\"model\":\"m\",\"x\":{\"" + name + "\":1}}";
    assertThat(Chat.redacted(body)).contains("REDACTED_" + word + "_1").doesNotContain("Maple");
    assertThat(Chat.classify(body).findings()).hasSize(1);
    assertThat(Chat.classify(body).findings().getFirst().spans().getFirst().form())
        .isEqualTo(Span.Form.NAME);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "SSID: Oma's \"old\" 5G § SSID: REDACTED_SSID",
        "{\"ssid\":\"Oma's \\\"old\\\" 5G\",[ § {\"ssid\":\"REDACTED_SSID\",[",
        "?ssid=%4F%6D%61%27%73%20%22%6F%6C%64%22%20%35%47&x=1 § ?ssid=REDACTED_SSID&x=1",
        "log \"SSID: Maple\" x § log \"SSID: REDACTED_SSID\" x",
      })
  void quotes_inside_the_name_of_a_network_belong_to_it(String text, String out) {
    assertThat(redacted(text)).isEqualTo(Chat.escaped(out));
  }

  @Test
  void a_table_may_follow_words_on_its_first_line_and_its_rule_is_no_value() {
    assertThat(redacted("Here: | n | ssid |\n|---|---|\n| 1 | Maple |\n"))
        .isEqualTo("Here: | n | ssid |\\n|---|---|\\n| 1 | REDACTED_SSID |\\n");
    assertThat(redacted("Seen: n,ssid\n1,Maple\n")).isEqualTo("Seen: n,ssid\\n1,REDACTED_SSID\\n");
  }

  @Test
  void entities_beyond_the_surrogates_are_characters() {
    StringBuilder card = new StringBuilder();
    "４９２９１２７３８１７２６３５６".chars().forEach(c -> card.append("&#").append(c).append(";"));
    assertThat(redacted("x " + card + " y")).isEqualTo("x REDACTED_CARD y");
  }

  @Test
  void a_payee_between_to_and_the_verb_may_have_parts_and_verbs_in_them() {
    assertThat(Chat.found("2026年3月4日向Quentxn & Bo's转账4812.50元，流水号TX88412"))
        .containsExactly("payment.transaction 2026年3月4日 | Quentxn & Bo's | 4812.50元 | TX88412");
  }

  @Test
  void a_record_found_in_part_is_found_again_whole_behind_its_escapes() {
    String text = "date: 2026-03-04\namount: 5\npayee: Bo\n%61ccount: 7012345678\nEnd";
    assertThat(redacted(text)).contains("payee: REDACTED_PAYEE\\n%61ccount: REDACTED_ACCOUNT");
    assertThat(Found.of(Category.PAYMENT_TRANSACTION, text))
        .contains("2026-03-04 | 5 | Bo | 7012345678");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%22{}%22",
        "\\n{}",
        "\\u0022{}\\u0022",
        "%A5{}",
        "100%{}",
        "\\\\{}",
        "%2{}",
        "x%"
      })
  void a_pseudonym_behind_an_escape_that_the_text_shows_is_restored(String around) {
    Pseudonyms pseudonyms = new Pseudonyms(new byte[] {1});
    String card = pseudonyms.pseudonym("CARD", Text.of("4929"), Text.of("4929"));
    String text = around.contains("{}") ? around.replace("{}", card) : around + card;
    String answer = "{\"choices\":[{\"message\":{\"content\":\"" + Chat.escaped(text) + "\"}}]}";
    boolean glued = around.equals("%2{}");
    assertThat(pseudonyms.restorer().restoreAnswer(Text.of(answer)).body().decoded())
        .isEqualTo(glued ? answer : answer.replace(card, "4929"));
  }

  @Test
  void the_body_stays_json_where_a_name_holds_json_with_numbers() {
    String body = "{\"model\":\"m\",\"x\":{\"{\\\"card\\\":4929127381726356}\":1}}";
    Transformed out = Chat.transformed(body, Map.copyOf(Chat.all(Treatment.PSEUDONYMISE)));
    assertThat(List.of(out.body().decoded(), Chat.redacted(body)))
        .containsExactly(
            "{\"model\":\"m\",\"x\":{\"{\\\"card\\\":CARD_0}\":1}}",
            "{\"model\":\"m\",\"x\":{\"{\\\"card\\\":REDACTED_CARD_1}\":1}}");
  }
}
