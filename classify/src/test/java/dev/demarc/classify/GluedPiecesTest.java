package dev.demarc.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.demarc.classify.finding.Finding;
import dev.demarc.classify.finding.Span;
import dev.demarc.classify.read.Families;
import dev.demarc.classify.read.Lexicon;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.scan.OperatorRules;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever a text is glued from, it is read or refused as [Unreadable]: nothing else is thrown.
/// The arrays are as long as their text and the walks new, so that who reads beyond a text throws.
class GluedPiecesTest {
  private static final int TEXTS = Integer.getInteger("prove.count", 4000);
  private static final long SEED = Long.getLong("prove.seed", 20261123);
  private static final int WALK_LASTS = 40;
  private static final int MOST_PIECES = 12;

  private static final List<String> WORDS = new Families(OperatorRules.NONE).triggers().words();

  private static final List<String> SIGNS =
      List.of(
          " ",
          "  ",
          "\n",
          "\r\n",
          "\t",
          ",",
          ", ",
          ";",
          ":",
          ": ",
          "::",
          ".",
          "..",
          "-",
          "--",
          "_",
          "=",
          "==",
          "&",
          "?",
          "%",
          "%2",
          "%20",
          "%E4%BD",
          "%E4%BD%A0",
          "%25",
          "%u4F60",
          "+",
          "/",
          "//",
          "\\",
          "\\:",
          "\\n",
          "\\\"",
          "\\u00",
          "\\u0041",
          "\\x4",
          "\\x41",
          "&#",
          "&#65;",
          "&amp;",
          "\"",
          "\"\"",
          "'",
          "`",
          "|",
          "||",
          "<",
          ">",
          "<a>",
          "</",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "{\"",
          "[\"",
          "\"}",
          "\":",
          "@",
          "#",
          "$",
          "*",
          "~",
          "!",
          "§",
          "°",
          "×",
          "€",
          "\u00a0",
          "\u200b",
          "\u3000",
          "：",
          "，",
          "。",
          "、",
          "（",
          "）",
          "“",
          "”",
          "「",
          "」",
          "–",
          "—",
          "…",
          "٣",
          "３",
          "ż",
          "🙂",
          "́");

  private static final List<String> VALUES =
      List.of(
          "0",
          "1",
          "42",
          "12.5",
          "1.",
          "2026-11-23",
          "10:51",
          "1732548971234567",
          "8.8.8.8",
          "10.0.0.1",
          "1.2",
          "81.2.69.142/24",
          "2001:db8::1",
          "fe80::",
          "3c:22:fb:0a:b4:7e",
          "3C\\:22\\:fb\\:0a\\:b4\\:7e",
          "3c-22-fb",
          "a",
          "a@b",
          "li@acme.co",
          "acme.com",
          "https://",
          "https://a:b@c/",
          "+48 600 100 200",
          "4539 1488 0343 6467",
          "GB29NWBK60161331926819",
          "DE",
          "120.00",
          "EUR",
          "1Q~",
          "AKIA",
          "aB3dE5fG7hI9jK1lM",
          "eyJhbGciOiJIUzI1NiJ9",
          "YWJjZGVmZ2hp",
          "5L2g5aW9",
          "e28094",
          "deadbeef",
          "0x5290",
          "bc1q",
          "张伟",
          "王",
          "先生",
          "北京市",
          "路",
          "一二三",
          "一",
          "是",
          "第",
          "密码",
          "name",
          "Anna Kowalska",
          "Mr",
          "Street",
          "key",
          "password",
          "user",
          "amount",
          "date",
          "payee",
          "ssid",
          "bssid",
          "iphone",
          "device",
          "wlan",
          "wifi",
          "-61",
          "dBm",
          "id",
          "WORD_ABCDEFGH",
          "role",
          "messages",
          "content",
          "type",
          "text",
          "null",
          "true",
          "from",
          "to",
          "and",
          "VALUES (1,");

  private final Lexicon lexicon = Lexicon.of(OperatorRules.NONE);
  private BodyWalk walk = freshWalk();

  private BodyWalk freshWalk() {
    return new BodyWalk(ClassifierSettings.defaults(), lexicon);
  }

  @Test
  void nothing_but_unreadable_is_thrown() {
    for (int round = 0; round < TEXTS; round++) {
      if (round % WALK_LASTS == 0) {
        walk = freshWalk();
      }
      Random random = new Random(SEED + round);
      String text = glued(random);
      read(round, text.getBytes(UTF_8), false);
      read(round, cut(random, text.getBytes(UTF_8)), false);
      read(round, body(random, text).getBytes(UTF_8), true);
      read(round, cut(random, body(random, text).getBytes(UTF_8)), true);
    }
  }

  private void read(int round, byte[] bytes, boolean body) {
    try {
      Classification found =
          body ? walk.classify(Text.of(bytes)) : walk.classifyText(Text.of(bytes));
      for (Finding finding : found.findings()) {
        for (Span span : finding.spans()) {
          assertThat(span.start()).isBetween(0, span.end());
          assertThat(span.end()).isLessThanOrEqualTo(bytes.length);
        }
      }
    } catch (Unreadable refused) {
      // Refused in its own words.
    } catch (RuntimeException | Error e) {
      fail("-Dprove.seed=%d: %s".formatted(SEED + round, new String(bytes, UTF_8)), e);
    }
  }

  private static String glued(Random random) {
    StringBuilder text = new StringBuilder();
    for (int k = random.nextInt(MOST_PIECES); k >= 0; k--) {
      text.append(piece(random));
    }
    String whole =
        text.length() < 40 ? text.toString().repeat(1 + random.nextInt(3)) : text.toString();
    return random.nextInt(20) > 0 ? whole : base64(whole);
  }

  private static String piece(Random random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> of(random, WORDS);
      case 2, 3, 4 -> of(random, SIGNS);
      case 5 -> of(random, SIGNS).repeat(1 + random.nextInt(9));
      case 6 -> base64(of(random, VALUES) + of(random, SIGNS) + of(random, WORDS));
      default -> of(random, VALUES);
    };
  }

  private static String of(Random random, List<String> pieces) {
    return pieces.get(random.nextInt(pieces.size()));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  /// A part of the bytes, which may begin and end inside a character.
  private static byte[] cut(Random random, byte[] bytes) {
    int from = random.nextInt(bytes.length);
    int to = from + random.nextInt(bytes.length - from + 1);
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.write(bytes, from, to - from);
    return part.toByteArray();
  }

  /// A body that holds the text as a name, a value, an argument and a part of messages.
  private static String body(Random random, String text) {
    String escaped = random.nextInt(4) == 0 ? Chat.allEscaped(text) : Chat.escaped(text);
    String slashes = random.nextBoolean() ? escaped.replace("/", "\\/") : escaped;
    return switch (random.nextInt(4)) {
      case 0 -> "{\"" + slashes + "\":\"" + Chat.escaped(glued(random)) + "\"}";
      case 1 -> "{\"" + Chat.escaped(of(random, WORDS)) + "\":\"" + slashes + "\"}";
      case 2 ->
          "{\"x\":\""
              + Chat.escaped("{\"" + of(random, VALUES) + "\":\"" + slashes + "\"}")
              + "\"}";
      default ->
          "{\"messages\":[{\"role\":\"user\",\"content\":\""
              + slashes
              + "\"},{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\""
              + Chat.escaped(glued(random))
              + "\"}]}]}";
    };
  }
}
