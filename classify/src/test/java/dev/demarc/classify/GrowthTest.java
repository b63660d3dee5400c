package dev.demarc.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.read.Families;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.scan.OperatorRules;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Hostile shapes of 256 KB each: whoever looks at the same bytes again for each of his triggers
/// does not return in time, or finds the same bytes again and again.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GrowthTest {
  private static final int LENGTH = 256 << 10;
  private static final int BYTES_FOR_A_FINDING = 6;
  private static final int WORDS = Integer.getInteger("prove.count", 20);
  private static final long SEED = Long.getLong("prove.seed", 20261123);

  static final List<String> REPEATED =
      List.of(
          "a+",
          "%41+",
          "q=a%20b&",
          "a=b&",
          "a=%41&",
          "q=a+b%",
          "hooks.slack.com/services/",
          "https://hooks.slack.com/services/",
          "discord.com/api/webhooks/",
          "qyapi.weixin.qq.com/cgi-bin/webhook/send?key=",
          "cookie:",
          "cookie:a=Q1w2E3r4T5y6U7i8;",
          "sid=",
          "sessionid=",
          "session=Q1w2E3r4T5y6U7i8",
          "eyJ",
          "eyJ-",
          "eyJ.",
          "eyJhbGciOiJIUzI1NiJ9.e30.",
          "eyJhbGciOiJIUzI1NiJ9-",
          SpelledKeys.BEGIN,
          SpelledKeys.BEGIN + "\n",
          "-----BEGIN ",
          "-----END ",
          "xoxb-",
          "glpat-",
          "sk-or-",
          "ghp_",
          "AKIA",
          "adb devices ",
          "fastboot devices\n",
          "List of devices attached\n",
          "AB12CD34EF56 device adb devices\n",
          "1Q~",
          "a1Q~",
          "WIFI:S:",
          "WIFI:S:a;",
          "WIFI:P:",
          "aa\\:",
          ":aa\\:aa\\:aa\\:aa\\:aa\\:aa",
          "yes:aa\\:aa\\:aa\\:aa\\:aa\\:aa:",
          "called-station-id 3c-22-fb-01-02-03:",
          "called-station-id \"3c-22-fb-01-02-03:",
          "login ok: [",
          "login incorrect",
          "started identity='",
          "identity: ",
          "dhcpack ",
          "dhcp 1.2.3.4 ",
          "8.20.3.30;",
          "rssi -70 ",
          "-51 dBm ",
          "ab_",
          "WORD_ABCDEFGH",
          "://",
          "://a:b@",
          "@",
          "a@",
          "a@b.",
          "<Amt Ccy=\"EUR\">1",
          "<Amt Ccy=\"EUR\">1.00</Amt><Nm>A</Nm>",
          "<Ntry>",
          "2026-01-01 x\n a:b  1.00 EUR\n",
          "!Type:Bank\nD01/01/26\n",
          "D01/01/26\nT1.00\n",
          "receipt\ntotal 1.00\n",
          "paid:\n- Ann Lee 1.00 EUR 01/01/2026\n",
          "paid 1.00 EUR, Ann, ",
          "12345678 is my account",
          "account for the transfer is 12345678 ",
          "transit 12345 account ",
          "a.",
          "a-",
          ".",
          ",",
          ";",
          ":",
          "::",
          "1:",
          "a:",
          "=",
          "a=",
          "\"",
          "\"a",
          "'",
          "`",
          "{",
          "[",
          "(",
          ")",
          "]",
          "}",
          "{\"",
          "[\"",
          "[{",
          "{\"a\":",
          "{\"a\":[",
          "[[\"",
          "{\"a\":\"b\"} ",
          "[\"a\"],",
          "<",
          ">",
          "<a>",
          "</a>",
          "<password>",
          "|",
          "a|b\n",
          "|a|b|\n",
          "a,b\n",
          "1,2\n",
          "\t",
          "a\tb\n",
          "\n",
          " ",
          "  ",
          "a ",
          "a  b  c\n",
          "1",
          "1 ",
          "12 34 ",
          "1-",
          "1.",
          "1/",
          "(1",
          "0",
          "4539 ",
          "4539 1488 0343 6467 ",
          "+1 ",
          "+48 ",
          "1.1.1.1 ",
          "1.2.3.4, ",
          "1.2.3.4 and ",
          "from 1.2.3.4 to ",
          "version 1.2.3.4 and ",
          "2026-11-23 ",
          "11:22:33:44:55:66 ",
          "3c:22:fb:01:02:03 ",
          "aa:aa:",
          "fe80::1 ",
          "2001:db8::",
          "%",
          "%4",
          "%25",
          "%2525",
          "%E4",
          "\\",
          "\\\\",
          "\\\"",
          "\\n",
          "\\u0041",
          "\\u00",
          "\\x41",
          "&",
          "&#65;",
          "&amp;",
          "A",
          "aA1",
          "YWJj",
          "YWJj+",
          "YWJj/",
          "YWJj=",
          "YWJj ",
          "4142",
          "41 42 ",
          "deadbeef",
          "0xaf",
          "/",
          "//",
          "/a",
          "_",
          "-",
          "—",
          "王",
          "张伟",
          "王先生",
          "先生",
          "是",
          "的",
          "，",
          "。",
          "：",
          "（",
          "、",
          "“",
          "「",
          "一",
          "二三",
          "北京市",
          "路1号",
          "号a",
          "密码是",
          "账号",
          "é",
          "ż",
          "🙂",
          "０",
          "\u200b",
          "\u00a0",
          "Mr A ",
          "Ben ",
          "name: a\n",
          "password for a ",
          "password: ",
          "is ",
          "bearer ",
          "basic YWJj",
          " -u a:",
          "mysql -p",
          "--password \"",
          "&sig=",
          "serial number is ",
          "sn ",
          "GB29NWBK60161331926819 ",
          "GB29 ",
          "key \"a\" ",
          "INSERT INTO t (a) VALUES (",
          "(1,'a'),",
          "VALUES (1),",
          "\"a\",\"b\"\n",
          "\"\",",
          "\"a\n",
          "bssid: 11:22:33:44:55:66 ",
          "BSSID SSID\n",
          "bc1q",
          "paid 12.00 EUR to ",
          "€1 ",
          "52.1, ",
          "52°13'",
          "1#DOOR#CODE",
          "at dot ",
          "(at)");

  /// Both repeated, one after the other.
  static final List<List<String>> AFTER_ONE_ANOTHER =
      List.of(
          List.of("q=a+a+", "a+"),
          List.of("cookie:", "a=Q1w2E3r4T5y6U7i8;"),
          List.of("eyJ-", "eyJhbGciOiJIUzI1NiJ9.e30.x"),
          List.of("WIFI:S:", "\\;"),
          List.of("adb devices ", "\nAB12CD34EF56 device"),
          List.of("glpat-", "-"),
          List.of(SpelledKeys.BEGIN, "A"),
          List.of("{\"a\":", "}"),
          List.of("[", "\"a\","),
          List.of("name,phone\n", "\"a"),
          List.of("the A B wi-fi ", "a"),
          List.of("serial number?\n", " "),
          List.of("sn sn sn?", "\n"),
          List.of("ssid to A-1 and ", "A-1 and "),
          List.of("password ", "a"),
          List.of("Dr. Anna Smith\n", "De "));

  /// A beginning, two shapes of a megabyte each, and an end: in 256 KB they are not slow enough to
  /// be told from a busy machine.
  static final List<List<String>> IN_ONE_LINE =
      List.of(
          List.of("paid 1 ", "b a: ", " ", "kk=v"),
          List.of("paid 1 ", "amount: ", "\"", ""),
          List.of("paid 1 ", "amount: ", "\"", "x"),
          List.of("paid 1 ", "amount: \"", " ", "x"));

  private static final Classifier CLASSIFIER = new Classifier(ClassifierSettings.defaults());

  @ParameterizedTest
  @FieldSource("REPEATED")
  void a_shape_that_is_repeated_is_read_in_time(String unit) throws Unreadable {
    requireFew(repeated(unit, LENGTH));
  }

  @ParameterizedTest
  @FieldSource("AFTER_ONE_ANOTHER")
  void a_shape_that_looks_through_another_is_read_in_time(List<String> units) throws Unreadable {
    requireFew(repeated(units.getFirst(), LENGTH / 2) + repeated(units.getLast(), LENGTH / 2));
  }

  @ParameterizedTest
  @FieldSource("IN_ONE_LINE")
  void a_line_of_fields_without_values_is_read_in_time(List<String> units) throws Unreadable {
    int each = 4 * LENGTH;
    String middle = repeated(units.get(1), each) + repeated(units.get(2), each);
    requireFew(units.getFirst() + middle + units.getLast());
  }

  @Test
  void every_word_that_a_family_is_called_for_may_be_repeated() throws Unreadable {
    Random random = new Random(SEED);
    List<String> words = new Families(OperatorRules.NONE).triggers().words();
    Collections.shuffle(words, random);
    for (String word : words.subList(0, Math.min(WORDS, words.size()))) {
      List<String> endings = List.of("", " ", "a", "-1", "\n", ":", "=", "x9");
      requireFew(repeated(word + endings.get(random.nextInt(endings.size())), LENGTH));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"joins==耳廓特征", "3c:22:fb:0a:b4:7e", "a@b", "4539 1488", "{\\\"a\\\":[", "\\n"})
  void thousands_of_short_parts_and_messages_are_read_in_time(String text) throws Unreadable {
    String part = "{\"type\":\"text\",\"text\":\"" + text + "\"},";
    String parts = "[" + repeated(part, LENGTH / 2) + "{}]";
    String message = "{\"role\":\"user\",\"content\":\"" + text + "\"},";
    String body =
        "{\"messages\":["
            + repeated(message, LENGTH / 2)
            + "{\"role\":\"user\",\"content\":"
            + parts
            + "}]}";

    byte[] bytes = body.getBytes(UTF_8);
    assertThat(CLASSIFIER.classify(Text.of(bytes)).findings().size())
        .isLessThan(bytes.length / BYTES_FOR_A_FINDING);
  }

  private static String repeated(String unit, int bytes) {
    return unit.repeat(bytes / unit.getBytes(UTF_8).length);
  }

  private void requireFew(String text) throws Unreadable {
    byte[] bytes = text.getBytes(UTF_8);
    assertThat(CLASSIFIER.classifyText(Text.of(bytes)).findings().size())
        .as(text.substring(0, 40))
        .isLessThan(bytes.length / BYTES_FOR_A_FINDING);
  }
}
