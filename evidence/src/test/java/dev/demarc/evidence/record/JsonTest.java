package dev.demarc.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.evidence.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static Json parse(String text) throws Malformed {
    return Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_value_is_written_without_spaces_in_the_order_its_members_were_put() {
    Json value =
        Json.object()
            .put("z", 1)
            .put("a", "b")
            .put("m", new Json.Arr(List.of(Json.of(true), new Json.Null(), Json.of(-5))))
            .put("o", Json.object().build())
            .put("l", new Json.Arr(List.of()))
            .build();
    assertThat(value.text())
        .isEqualTo("{\"z\":1,\"a\":\"b\",\"m\":[true,null,-5],\"o\":{},\"l\":[]}");
  }

  @Test
  void only_what_must_be_escaped_is_and_always_in_the_same_way() {
    assertThat(Json.of("\"\\/\b\t\n\f\r\u0000\u001f\u007fé€😀").text())
        .isEqualTo("\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\u007fé€😀\"");
  }

  @Test
  void a_text_of_any_length_is_written_whole() {
    String longText = "a\"é€😀\u0001".repeat(5000);
    assertThat(Json.object().put("a", longText).put("b", 1).build().text())
        .isEqualTo("{\"a\":\"" + "a\\\"é€😀\\u0001".repeat(5000) + "\",\"b\":1}");
  }

  @Test
  void an_object_stays_as_it_was_built() {
    Json.Members members = Json.object().put("a", 1);
    Json.Obj built = members.build();
    assertThatThrownBy(() -> members.put("b", 2)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> built.members().put("b", Json.of(2)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(built.text()).isEqualTo("{\"a\":1}");
  }

  @Test
  void every_spelling_of_a_text_is_read_as_that_text() throws Malformed {
    assertThat(parse(" \"\\u0041\\/\\b\\f\\n\\r\\t\\\\\\\"\\ud83d\\uDE00\" \n"))
        .isEqualTo(Json.of("A/\b\f\n\r\t\\\"😀"));
    assertThat(parse("{ \"a\" : [ 1 , -2 ] }").text()).isEqualTo("{\"a\":[1,-2]}");
  }

  @Test
  void whole_numbers_below_2_to_the_53_are_read_exactly() throws Malformed {
    assertThat(parse("9007199254740991")).isEqualTo(Json.of(9_007_199_254_740_991L));
    assertThat(parse("-9007199254740991")).isEqualTo(Json.of(-9_007_199_254_740_991L));
    assertThat(parse("0")).isEqualTo(Json.of(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nul",
        "True",
        "'a'",
        "{",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\":1 \"b\":2}",
        "1 2",
        "{}{}",
        "\"a",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u\uff11234\"",
        "\"\\u12",
        "+1",
        "-",
        ".5",
        "1.0",
        "1e3",
        "1E3",
        "-0",
        "01",
        "00",
        "-01",
        "\u0661",
        "9007199254740992",
        "-9007199254740992",
        "123456789012345678901234567890",
        "\"\t\"",
        "\"\u0000\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\\ud800x\"",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}",
        "\ufeff{}",
        "\u00a0{}",
        "{}\u0000",
        "// x\n1"
      })
  void what_is_not_strict_json_is_refused(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(Malformed.class);
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    byte[][] broken = {
      {'"', (byte) 0xff, '"'},
      {'"', (byte) 0xc0, (byte) 0x80, '"'},
      {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
      {'"', (byte) 0xe2, (byte) 0x82, '"'}
    };
    for (byte[] bytes : broken) {
      assertThatThrownBy(() -> Json.parse(bytes)).hasMessageContaining("UTF-8");
    }
  }

  @Test
  void nesting_is_limited() throws Malformed {
    assertThat(parse("[".repeat(33) + "]".repeat(33)).text()).hasSize(66);
    assertThatThrownBy(() -> parse("[".repeat(34) + "]".repeat(34))).hasMessageContaining("deep");
    assertThatThrownBy(() -> parse("[".repeat(60_000))).hasMessageContaining("deep");
  }

  @Test
  void a_refusal_names_the_character_and_not_the_content() {
    assertThatThrownBy(() -> parse("{\"secret\":1,\"secret\":2}"))
        .hasMessageContaining("at character 22")
        .hasMessageContaining("twice")
        .hasMessageNotContaining("secret");
  }

  @Test
  void no_value_is_built_that_could_not_be_read() {
    assertThatThrownBy(() -> Json.of(1L << 53)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.of("\ud800")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.object().put("a", 1).put("a", 2)).hasMessageContaining("twice");
  }

  @Test
  void what_is_written_is_read_as_the_same_value() throws Malformed {
    for (int seed = 0; seed < 500; seed++) {
      Json value = random(new Random(seed), 0);
      assertThat(Json.parse(value.encode())).as("seed %d", seed).isEqualTo(value);
    }
  }

  private static Json random(Random random, int depth) {
    int kind = random.nextInt(depth > 4 ? 4 : 6);
    return switch (kind) {
      case 0 -> new Json.Null();
      case 1 -> Json.of(random.nextBoolean());
      case 2 -> Json.of(random.nextLong() >> 10 >> random.nextInt(54));
      case 3 -> Json.of(randomText(random));
      case 4 -> {
        List<Json> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(random(random, depth + 1));
        }
        yield new Json.Arr(items);
      }
      default -> {
        Json.Members members = Json.object();
        for (int i = random.nextInt(4); i > 0; i--) {
          members.put(i + randomText(random), random(random, depth + 1));
        }
        yield members.build();
      }
    };
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      int codePoint = random.nextInt(random.nextBoolean() ? 0x80 : 0x110000);
      text.appendCodePoint(Character.getType(codePoint) == Character.SURROGATE ? 'x' : codePoint);
    }
    return text.toString();
  }

  @Test
  void no_bytes_make_the_reader_fail_in_another_way() {
    String alphabet = "{}[]\":,0123456789-.eE\\utrfn \u00e9\ud83d\ude00";
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        Json value = parse(text.toString());
        assertThat(parse(value.text())).as("seed %d", seed).isEqualTo(value);
      } catch (Malformed expected) {
        assertThat(expected.says()).contains("strict JSON");
      }
    }
  }
}
