package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The example files hold what `examples/expected.yaml` says, and nothing that a classifier may
/// leave alone because it is a test or documentation value.
class ExamplesTest {
  private static final Path EXAMPLES = Checkout.examples();
  private static final YAMLMapper YAML = new YAMLMapper();

  /// What one example file holds.
  private record Expected(Map<String, List<String>> planted, List<String> control) {
    Stream<String> values() {
      return planted.values().stream().flatMap(List::stream);
    }

    List<String> of(String category) {
      return planted.getOrDefault(category, List.of());
    }
  }

  private static Map<String, Expected> expected() throws IOException {
    return YAML.readValue(
        Files.readString(EXAMPLES.resolve("expected.yaml")), new TypeReference<>() {});
  }

  private static Expected expected(String file) throws IOException {
    return Objects.requireNonNull(expected().get(file), file);
  }

  static Stream<String> files() throws IOException {
    return expected().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_planted_and_every_control_value_stands_in_its_file(String file) throws IOException {
    String text = readable(file);
    Expected expected = expected(file);

    assertThat(expected.values())
        .isNotEmpty()
        .allSatisfy(value -> assertThat(text).contains(value));
    assertThat(expected.control())
        .isNotEmpty()
        .allSatisfy(value -> assertThat(text).contains(value));
  }

  @ParameterizedTest
  @MethodSource("files")
  void no_control_value_holds_a_planted_one(String file) throws IOException {
    Expected expected = expected(file);

    assertThat(expected.control())
        .allSatisfy(control -> assertThat(expected.values()).noneMatch(control::contains));
  }

  @ParameterizedTest
  @MethodSource("files")
  void values_are_outside_the_ranges_for_tests_and_documentation(String file) throws IOException {
    Expected expected = expected(file);

    assertThat(expected.of("payment.card"))
        .allMatch(ExamplesTest::passesLuhn)
        .noneMatch(card -> card.matches("(4111|4242|5555|3782|4000|6011|5105)[ 0-9]*"));
    assertThat(expected.of("network.ip"))
        .noneMatch(
            // RFC 5737, RFC 1918, loopback; RFC 3849, RFC 9637, RFC 4193
            ip -> ip.matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113|192\\.168|10|127)\\..*"))
        .noneMatch(ip -> ip.matches("(2001:db8|3fff|f[cd]..):.*"));
    assertThat(expected.of("contact.email"))
        .noneMatch(mail -> mail.matches(".*[@.](example|test|invalid|localhost)(\\..*)?"));
  }

  private static boolean passesLuhn(String card) {
    int sum = 0;
    boolean twice = false;
    for (int i = card.length() - 1; i >= 0; i--) {
      int digit = Character.digit(card.charAt(i), 10);
      if (digit >= 0) {
        int value = twice ? digit * 2 : digit;
        sum += value > 9 ? value - 9 : value;
        twice = !twice;
      }
    }
    return sum % 10 == 0;
  }

  @Test
  void the_chats_embed_the_files() throws IOException {
    assertThat(readable("chat-statement.json"))
        .contains(Files.readString(EXAMPLES.resolve("bank-statement.csv")));
    assertThat(readable("chat-wifi.json"))
        .contains(Files.readString(EXAMPLES.resolve("wifi-scan.log")));
  }

  /// The file's text; of a JSON file what its strings and numbers say, JSON within strings too.
  private static String readable(String file) throws IOException {
    String text = Files.readString(EXAMPLES.resolve(file));
    return file.endsWith(".json") ? decoded(YAML.readTree(text)) : text;
  }

  private static String decoded(JsonNode node) {
    var text = new StringBuilder();
    node.propertyStream()
        .forEach(p -> text.append(p.getKey()).append('\n').append(decoded(p.getValue())));
    node.valueStream()
        .filter(child -> node.isArray())
        .forEach(child -> text.append(decoded(child)));
    if (node.isValueNode()) {
      String value = node.asString("");
      text.append(value).append('\n');
      if (value.startsWith("{")) {
        text.append(decoded(YAML.readTree(value)));
      }
    }
    return text.toString();
  }
}
