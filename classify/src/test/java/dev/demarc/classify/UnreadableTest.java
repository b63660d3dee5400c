package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import dev.demarc.classify.text.Unreadable.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class UnreadableTest {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static void refused(String body, Fault fault, int offset) {
    refused(body.getBytes(StandardCharsets.UTF_8), fault, offset);
  }

  private static void refused(byte[] body, Fault fault, int offset) {
    Unreadable refusal =
        catchThrowableOfType(Unreadable.class, () -> Chat.CLASSIFIER.classify(Text.of(body)));
    assertThat(refusal).as(new String(body, StandardCharsets.UTF_8)).isNotNull();
    assertThat(refusal.fault()).isEqualTo(fault);
    assertThat(refusal.offset()).isEqualTo(offset);
    assertThat(refusal.reason()).contains("byte " + offset);
  }

  @Test
  void a_doubled_name_is_refused_wherever_it_stands_and_however_it_is_spelled() {
    refused("{\"model\":\"a\",\"model\":\"b\"}", Fault.DUPLICATE_NAME, 13);
    refused("{\"model\":\"a\",\"mod\\u0065l\":\"b\"}", Fault.DUPLICATE_NAME, 13);
    refused("{\"a\":{\"b\":[{\"c\":1,\"d\":2,\"c\":3}]}}", Fault.DUPLICATE_NAME, 24);
    refused("{\"\":1,\"\":2}", Fault.DUPLICATE_NAME, 6);
  }

  @Test
  void a_doubled_name_among_thousands_is_refused() {
    StringBuilder body = new StringBuilder("{");
    for (int i = 0; i < 5000; i++) {
      body.append("\"k").append(i).append("\":0,");
    }
    int at = body.length();
    refused(body + "\"k\\u0034321\":1}", Fault.DUPLICATE_NAME, at);
  }

  @Test
  void the_same_name_in_two_objects_is_read() throws Unreadable {
    Chat.CLASSIFIER.classify(
        Text.of("{\"a\":{\"x\":1},\"x\":{\"x\":1},\"b\":[{\"x\":1},{\"x\":2}]}"));
  }

  @Test
  void bytes_that_are_not_utf8_are_refused() {
    refused(
        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC0, (byte) 0x80, '"', '}'},
        Fault.INVALID_UTF8,
        6);
    refused(
        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'},
        Fault.INVALID_UTF8,
        6);
    refused(
        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xE4, (byte) 0xB8, '"', '}'},
        Fault.INVALID_UTF8,
        6);
    refused(
        new byte[] {
          '{', '"', 'a', '"', ':', '"', (byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80, '"', '}'
        },
        Fault.INVALID_UTF8,
        6);
  }

  @Test
  void a_lone_surrogate_is_refused() {
    refused("{\"a\":\"x\\ud83d\"}", Fault.LONE_SURROGATE, 7);
    refused("{\"a\":\"\\ude00x\"}", Fault.LONE_SURROGATE, 6);
    refused("{\"a\":\"\\ud83d\\ud83d\\ude00\"}", Fault.LONE_SURROGATE, 6);
    refused("{\"\\ud83d\":1}", Fault.LONE_SURROGATE, 2);
  }

  @Test
  void what_is_not_one_json_object_is_refused() {
    refused("", Fault.EMPTY, 0);
    refused(" \n", Fault.EMPTY, 2);
    refused("[]", Fault.NOT_AN_OBJECT, 0);
    refused(" \"a\"", Fault.NOT_AN_OBJECT, 1);
    refused("\uFEFF{}", Fault.BYTE_ORDER_MARK, 0);
    refused("{} {}", Fault.TRAILING_BYTES, 3);
    refused("{}\0", Fault.TRAILING_BYTES, 2);
    refused("{\"a\":1", Fault.ENDS_EARLY, 6);
    refused("{\"a\":\"b", Fault.ENDS_EARLY, 7);
    refused("{\"a\":\"b\\", Fault.ENDS_EARLY, 7);
    refused("{\"a\":tru", Fault.ENDS_EARLY, 8);
    refused("{\"a\":1,}", Fault.BAD_SYNTAX, 7);
    refused("{\"a\":[1,]}", Fault.BAD_SYNTAX, 8);
    refused("{'a':1}", Fault.BAD_SYNTAX, 1);
    refused("{\"a\" 1}", Fault.BAD_SYNTAX, 5);
    refused("{\"a\":NaN}", Fault.BAD_SYNTAX, 5);
    refused("{\"a\":1 // x\n}", Fault.BAD_SYNTAX, 7);
    refused("{\"a\":01}", Fault.BAD_NUMBER, 5);
    refused("{\"a\":1.}", Fault.BAD_NUMBER, 5);
    refused("{\"a\":+1}", Fault.BAD_NUMBER, 5);
    refused("{\"a\":\"\\x41\"}", Fault.BAD_ESCAPE, 6);
    refused("{\"a\":\"\\u00g0\"}", Fault.BAD_ESCAPE, 6);
  }

  @Test
  void bare_control_characters_and_nul_in_names_are_refused() {
    refused("{\"a\":\"x\0y\"}", Fault.CONTROL_CHARACTER, 7);
    refused("{\"a\":\"x\ny\"}", Fault.CONTROL_CHARACTER, 7);
    refused("{\"a\":\"\\n\u001f\"}", Fault.CONTROL_CHARACTER, 8);
    refused("{\"model\\u0000x\":1}", Fault.NUL_IN_NAME, 7);
  }

  @Test
  void a_number_beyond_any_double_is_only_text() throws Unreadable {
    String body = "{\"a\":1e400,\"b\":-0.0,\"c\":123456789012345678901234567890.5E-7}";
    Chat.CLASSIFIER.classify(Text.of(body));
    assertThat(Chat.redacted(body)).isEqualTo(body);
  }

  @Test
  void nesting_over_the_limit_is_refused_and_counts_through_strings() throws Unreadable {
    Classifier shallow = new Classifier(new ClassifierSettings(5, 1000, 60, true));
    shallow.classify(Text.of("{\"a\":[[[[1]]]]}"));
    Unreadable raw =
        catchThrowableOfType(
            Unreadable.class, () -> shallow.classify(Text.of("{\"a\":[[[[[1]]]]]}")));
    assertThat(raw.fault()).isEqualTo(Fault.TOO_DEEP);
    assertThat(raw.offset()).isEqualTo(9);
    shallow.classify(Text.of("{\"a\":\"[[[[1]]]]\"}"));
    Unreadable inside =
        catchThrowableOfType(
            Unreadable.class, () -> shallow.classify(Text.of("{\"a\":\"{\\\"b\\\":[[[[1]]]]}\"}")));
    assertThat(inside.fault()).isEqualTo(Fault.TOO_DEEP);
    assertThat(inside.offset()).isEqualTo(16);
  }

  @Test
  void brackets_that_are_no_json_do_not_count_as_nesting() {
    assertThat(Chat.found("[".repeat(500) + " 81.2.69.142"))
        .containsExactly("network.ip 81.2.69.142");
  }

  @Test
  void more_values_than_the_limit_are_refused() {
    Classifier few = new Classifier(new ClassifierSettings(5, 4, 60, true));
    Unreadable refusal =
        catchThrowableOfType(
            Unreadable.class, () -> few.classify(Text.of("{\"a\":\"[1,2,3,4]\"}")));
    assertThat(refusal.fault()).isEqualTo(Fault.TOO_MANY_VALUES);
  }

  @Test
  void a_reason_never_holds_content() {
    Unreadable refusal =
        catchThrowableOfType(
            Unreadable.class,
            () -> Chat.CLASSIFIER.classify(Text.of("{\"secret-name\":1,\"secret-name\":2}")));
    assertThat(refusal.reason()).startsWith("duplicate_name: ").doesNotContain("secret");
    assertThat(refusal).hasMessage("duplicate_name at byte 17");
  }

  @Test
  void what_we_read_another_strict_reader_reads_too() {
    String seed =
        "{\"model\":\"a\\u00e9\",\"n\":-1.5e+3,\"m\":[{\"t\":\"\\\"x\\n\"},[],{},true,null,\"ü😀\"],\"z\":{\"q\":0}}";
    byte[] base = seed.getBytes(StandardCharsets.UTF_8);
    String alphabet = "{}[]\",:\\/untrue0159.eE+- \n\0\u0080dD";
    int readable = 0;
    for (int round = 0; round < 60_000; round++) {
      Random random = new Random(round);
      byte[] mutant = mutated(base, random, alphabet);
      if (isReadable(mutant)) {
        readable++;
        assertThat(jacksonReads(mutant)).as("seed %s", round).isTrue();
      }
    }
    assertThat(readable).isGreaterThan(2000);
  }

  private static byte[] mutated(byte[] base, Random random, String alphabet) {
    byte[] mutant = base.clone();
    for (int k = random.nextInt(3); k >= 0; k--) {
      int at = random.nextInt(mutant.length);
      if (random.nextInt(4) == 0) {
        byte[] shorter = new byte[mutant.length - 1];
        System.arraycopy(mutant, 0, shorter, 0, at);
        System.arraycopy(mutant, at + 1, shorter, at, shorter.length - at);
        mutant = shorter;
      } else {
        mutant[at] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
      }
    }
    return mutant;
  }

  private static boolean isReadable(byte[] body) {
    try {
      Chat.CLASSIFIER.classify(Text.of(body));
      return true;
    } catch (Unreadable e) {
      return false;
    }
  }

  private static boolean jacksonReads(byte[] body) {
    try {
      return STRICT.readTree(body).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }
}
