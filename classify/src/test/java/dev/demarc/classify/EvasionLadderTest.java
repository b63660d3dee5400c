package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.demarc.classify.finding.Category;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Values in disguise: each rung of the ladder over all kinds of numbers. What is replaced is
/// exactly the disguised spelling.
class EvasionLadderTest {
  /// A value, with its key before it where it needs one.
  record Sample(Category category, String key, String value) {}

  /// A disguise of a value.
  record Rung(String name, UnaryOperator<String> disguise) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Sample> SAMPLES =
      List.of(
          new Sample(Category.PAYMENT_CARD, "card: ", "4929127381726356"),
          new Sample(Category.PAYMENT_CARD, "pay with ", "5301 2743 1875 3213"),
          new Sample(Category.PAYMENT_CARD, "卡号：", "6228480402564890018"),
          new Sample(Category.IBAN, "IBAN ", "DE89370400440532013000"),
          new Sample(Category.PAYMENT_ACCOUNT, "account number ", "1029384756"),
          new Sample(Category.IMEI, "IMEI ", "353328113262453"),
          new Sample(Category.IMSI, "imsi: ", "460001234567890"),
          new Sample(Category.DEVICE_SERIAL, "serial number ", "C02XG0ABJGH5"),
          new Sample(Category.IP_ADDRESS, "from ", "81.2.69.142"),
          new Sample(Category.IP_ADDRESS, "from ", "2a02:8109:b6c0:31f8::7b1d"),
          new Sample(Category.MAC_ADDRESS, "mac ", "3c:22:fb:0a:b4:7e"),
          new Sample(Category.CREDENTIAL_KEY, "with ", SpelledKeys.of("AKIA{U16}")),
          new Sample(Category.CREDENTIAL_KEY, "key: ", SpelledKeys.of("glpat-{W20}")),
          new Sample(Category.CREDENTIAL_SECRET, "password: ", "hunter2!K9x"),
          new Sample(Category.CREDENTIAL_SECRET, "密码：", "Zx8!pLq92s"),
          new Sample(Category.EMAIL, "mail ", "wei.zhang@mailbox.org"));

  static Stream<Rung> rungs() {
    return Stream.of(
        new Rung("full-width", v -> each(v, c -> (c == ' ' ? '\u3000' : (char) (c + 0xFEE0)) + "")),
        new Rung("Arabic digits", v -> digits(v, "٠١٢٣٤٥٦٧٨٩")),
        new Rung("Devanagari digits", v -> digits(v, "०१२३४५६७८९")),
        new Rung("mathematical digits", v -> digits(v, "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")),
        new Rung("zero-width spaces", v -> between(v, "\u200B")),
        new Rung("soft hyphens", v -> between(v, "\u00AD")),
        new Rung("byte order marks", v -> between(v, "\uFEFF")),
        new Rung("word joiners", v -> between(v, "\u2060")),
        new Rung("tags", v -> between(v, "\uDB40\uDC41")),
        new Rung("percent", v -> each(v, c -> URLEncoder.encode(c + "", StandardCharsets.UTF_8))),
        new Rung("percent of all", EvasionLadderTest::percent),
        new Rung("percent twice", v -> percent(v).replace("%", "%25")),
        new Rung("JSON escapes shown", v -> each(v, c -> String.format("\\u%04x", (int) c))),
        new Rung("hexadecimal escapes", v -> each(v, c -> String.format("\\x%02x", (int) c))),
        new Rung("entities", v -> each(v, c -> "&#" + (int) c + ";")),
        new Rung("hexadecimal entities", v -> each(v, c -> String.format("&#x%X;", (int) c))),
        new Rung("hexadecimal", v -> HexFormat.of().formatHex(utf8(v))),
        new Rung("base64", v -> Base64.getEncoder().encodeToString(utf8(v))),
        new Rung("base64 without padding", v -> base64(v)),
        new Rung("base64 of a sentence", v -> base64("it is " + v + ", thank you")),
        new Rung("base64 of base64", v -> base64(base64("it is " + v))));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(text));
  }

  private static String percent(String text) {
    StringBuilder all = new StringBuilder();
    for (byte c : utf8(text)) {
      all.append(String.format("%%%02X", c & 0xFF));
    }
    return all.toString();
  }

  private interface Spelling {
    String of(char c);
  }

  private static String each(String text, Spelling spelling) {
    return text.chars().mapToObj(c -> spelling.of((char) c)).collect(Collectors.joining());
  }

  private static String digits(String text, String digits) {
    int[] all = digits.codePoints().toArray();
    return each(text, c -> c >= '0' && c <= '9' ? Character.toString(all[c - '0']) : c + "");
  }

  private static String between(String text, String invisible) {
    return each(text, c -> c + invisible);
  }

  @ParameterizedTest
  @MethodSource("rungs")
  void a_disguised_value_is_found_and_replaced_exactly(Rung rung) {
    List<String> missed = new ArrayList<>();
    for (Sample sample : SAMPLES) {
      String disguised = rung.disguise().apply(sample.value());
      for (String after : List.of("", ", thanks", " 谢谢", "\nnext")) {
        String text = sample.key() + disguised + after;
        String out = Chat.redacted(Chat.message(text));
        String expected =
            Chat.message(sample.key() + "REDACTED_" + sample.category().word() + after);
        boolean right =
            out.equals(expected) || out.equals(withInvisible(rung, expected, sample, after));
        if (!right) {
          missed.add(sample.value() + " as " + disguised + ": " + out);
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  /// An invisible character after the last one of the value may stay.
  private static String withInvisible(Rung rung, String expected, Sample sample, String after) {
    String last = rung.disguise().apply("x").substring(1);
    String word = "REDACTED_" + sample.category().word();
    return expected.replace(word + Chat.escaped(after), word + last + Chat.escaped(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "我的卡号是六二二八四八零四零二五六四八九零零一八，谢谢 # 六二二八四八零四零二五六四八九零零一八",
        "银行卡：陆贰贰捌 肆捌零肆 零贰伍陆 肆捌玖零 零壹捌 # 陆贰贰捌 肆捌零肆 零贰伍陆 肆捌玖零 零壹捌",
        "卡号六两二八四八〇四〇二五六四八九〇〇幺八。 # 六两二八四八〇四〇二五六四八九〇〇幺八",
        "IP地址：八一.二.六九.一四二 # 八一.二.六九.一四二",
      })
  void digits_spelled_in_chinese_are_read_under_a_key(String text, String value) {
    assertThat(Found.in(text)).extracting(Found::value).containsExactly(value);
  }

  @Test
  void digits_spelled_in_chinese_are_words_without_a_key() {
    assertThat(Found.in("他数着六二二八四八零四零二五六四八九零零一八，一二三四五六七八九")).isEmpty();
  }

  @Test
  void a_code_in_a_path_is_read() {
    String code = base64("card 4929127381726356 ok");
    assertThat(Found.in("get /api/v1/items/" + code + "/next"))
        .extracting(Found::value)
        .containsExactly(code);
  }

  @Test
  void long_runs_that_are_hard_to_read_hold_nothing() {
    assertThat(Found.in("abcdefghijkl/".repeat(80_000))).isEmpty();
    assertThat(Found.in("1 2 3 4 5 6 7 8 9 0 ".repeat(50_000))).isEmpty();
    assertThat(Found.in("%25".repeat(300_000))).isEmpty();
    assertThat(Found.in("values (".repeat(100_000))).isEmpty();
    assertThat(Found.in("(ip) values (b".repeat(100_000))).isEmpty();
    assertThat(Found.in("<a ".repeat(300_000))).isEmpty();
    assertThat(Found.in("一二三四五六七八 ".repeat(40_000))).isEmpty();
  }

  @Test
  void two_values_in_one_code_are_both_findings_of_all_of_it() {
    String code = base64("from 81.2.69.142 to jane@mail.org");
    assertThat(Found.in("see " + code))
        .extracting(Found::category, Found::value)
        .containsExactlyInAnyOrder(tuple(Category.IP_ADDRESS, code), tuple(Category.EMAIL, code));
    assertThat(Chat.redacted(Chat.message("see " + code + ".")))
        .containsPattern("see REDACTED_(IP|EMAIL)[.]");
  }

  private static String body(String... messages) {
    return "{'model':'m','messages':[".replace('\'', '"')
        + String.join(",", messages).replace('\'', '"')
        + "]}";
  }

  private static String part(String text) {
    return "{'type':'text','text':'" + text + "'}";
  }

  private static String user(String text) {
    return "{'role':'user','content':'" + text + "'}";
  }

  @Test
  void a_value_split_over_parts_of_a_message_is_found_in_both() {
    String split =
        "{'role':'user','content':["
            + part("my card 4929 1273")
            + ","
            + part("8172 6356 ok")
            + "]}";
    assertThat(Found.inBody(body(split)))
        .extracting(Found::value)
        .containsExactly("4929 1273 | 8172 6356");
    assertThat(Chat.redacted(body(split)))
        .isEqualTo(
            body(split)
                .replace("4929 1273", "REDACTED_CARD")
                .replace("8172 6356", "REDACTED_CARD"));
    assertThat(Found.inBody(body(split.replace("1273", "1273 ").replace("user", "tool"))))
        .hasSize(1);
  }

  @Test
  void a_value_split_over_messages_of_one_role_is_found_in_all() {
    String reply = "{'role':'assistant','content':'go on'}";
    assertThat(Found.inBody(body(user("from 81.2."), user("69.142"))))
        .extracting(Found::value)
        .containsExactly("81.2. | 69.142");
    assertThat(
            Found.inBody(
                body(user("4929"), reply, user("1273"), reply, user("8172"), reply, user("6356"))))
        .extracting(Found::value)
        .containsExactly("4929 | 1273 | 8172 | 6356");
    assertThat(
            Found.inBody(
                body("{'content':'jane@ma','role':'user'}", "{'content':'il.org','role':'user'}")))
        .extracting(Found::value)
        .containsExactly("jane@ma | il.org");
  }

  @Test
  void a_key_in_one_part_names_the_value_in_the_next() {
    assertThat(
            Found.inBody(
                body("{'role':'user','content':[" + part("SSID:") + "," + part("Maple") + "]}")))
        .extracting(Found::value)
        .containsExactly("Maple");
  }

  @Test
  void texts_of_different_roles_are_not_joined() {
    assertThat(Found.inBody(body(user("4929 1273"), "{'role':'assistant','content':'8172 6356'}")))
        .isEmpty();
    assertThat(Found.inBody(body(user("card 4929127381726356"), user("card 5301274318753213"))))
        .hasSize(2);
  }
}
