package dev.demarc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ArgumentsTest {
  private static String arguments(String properties, String said, String... results) {
    var schema =
        new JsonMapper().readTree("{\"type\":\"object\",\"properties\":" + properties + "}");
    return Arguments.of(new ChatRequest.Tool("f", schema), said, List.of(results));
  }

  @Test
  void a_property_gets_the_value_whose_kind_it_names() {
    assertThat(
            arguments(
                "{\"ipAddress\":{\"type\":\"string\"},\"recipient\":{\"type\":\"string\"}}",
                "PAYEE_1A2B3C4D and IP_9Z8Y7X6W"))
        .isEqualTo("{\"ipAddress\":\"IP_9Z8Y7X6W\",\"recipient\":\"PAYEE_1A2B3C4D\"}");
  }

  @Test
  void values_that_were_not_replaced_are_found_too() {
    assertThat(
            arguments(
                "{\"email\":{\"type\":\"string\"},\"ip\":{\"type\":\"string\"},\"card\":{\"type\":\"string\"}}",
                "4929 1234 5678 9010 from 81.2.3.4",
                "{\"to\":\"a.b@c-d.net\"}"))
        .isEqualTo(
            "{\"email\":\"a.b@c-d.net\",\"ip\":\"81.2.3.4\",\"card\":\"4929 1234 5678 9010\"}");
  }

  @Test
  void what_was_taken_out_for_good_is_no_value() {
    assertThat(arguments("{\"account\":{\"type\":\"string\"}}", "REDACTED_TRANSACTION IP_9Z8Y7X6W"))
        .isEqualTo("{\"account\":\"IP_9Z8Y7X6W\"}");
  }

  @Test
  void every_json_type_gets_a_value_of_its_type() {
    assertThat(
            arguments(
                """
                {"a":{"type":"integer"},"b":{"type":"boolean"},"c":{"type":"array","items":{"type":"string"}},
                 "d":{"type":"object","properties":{"e":{"type":["string","null"]}}}}\
                """,
                "hello"))
        .isEqualTo("{\"a\":5,\"b\":true,\"c\":[\"hello\"],\"d\":{\"e\":\"hello\"}}");
  }

  @Test
  void an_array_takes_the_values_of_its_name() {
    assertThat(
            arguments(
                "{\"cards\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}",
                "CARD_AAAAAAA1 EMAIL_BBBBBBB2 CARD_CCCCCCC3"))
        .isEqualTo("{\"cards\":[\"CARD_AAAAAAA1\",\"CARD_CCCCCCC3\"]}");
  }

  @Test
  void without_a_schema_the_text_is_quoted() {
    assertThat(
            Arguments.of(
                new ChatRequest.Tool("f", new JsonMapper().createObjectNode()),
                "x".repeat(100),
                List.of()))
        .isEqualTo("{\"text\":\"" + "x".repeat(60) + "\"}");
  }
}
