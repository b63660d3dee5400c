package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.classify.finding.Category;
import dev.demarc.policy.Facts;
import dev.demarc.policy.ProtectionBasis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// Config and policy agree before anything starts, and `explain` keeps to the caller's rights.
class SetupTest {
  private static final Home HOME = new Home(Checkout.root());

  @TempDir private Path dir;

  private Setup setup(String text) throws IOException {
    return Setup.of(HOME, Optional.of(written(text)), List.of());
  }

  private Path written(String text) throws IOException {
    return Files.writeString(dir.resolve("gateway.yaml"), text);
  }

  private static String config() {
    return """
    parties: ['%s']
    callers:
      - id: phones
        api_key_sha256: [%s]
        exporter: acme-us
        markets: [US, CN]
        channel: public
        may_declare_protection: true
    operator:
      routes: {US: [openai-us], CN: [simulator-qwen-cn]}
    api_keys: {openai-us: {variable: OPENAI_API_KEY}}
    """
        .formatted(HOME.examples().resolve("config/companies.yaml"), "0".repeat(64));
  }

  // --- names -----------------------------------------------------------------------------------

  @Test
  void what_names_known_routes_parties_and_markets_is_taken() throws IOException {
    assertThat(setup(config()).config().apiKeys()).containsOnlyKeys("openai-us");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{openai-us: {v  | {qwen-cm: {file: k}, openai-us: {v | api_keys: unknown route `qwen-cm`;"
            + " the nearest known is `qwen-cn`",
        "acme-us         | acme-uz     | callers.phones.exporter: unknown party `acme-uz`; the"
            + " nearest known is",
        "[US, CN]        | [US, CN, DE] | callers.phones.markets: operator.routes lists no route"
            + " for the market `DE`",
        "[simulator-qwen-cn] | []      | callers.phones.markets: operator.routes lists no route for"
            + " the market `CN`",
      })
  void a_name_that_nothing_answers_to_stops_with_file_and_key(
      String known, String unknown, String problem) {
    assertThatThrownBy(() -> setup(config().replace(known, unknown)))
        .isInstanceOf(Usage.class)
        .hasMessageStartingWith(dir.resolve("gateway.yaml") + ": " + problem);
  }

  @Test
  void settings_that_let_data_of_several_meters_leave_are_warned_of() throws IOException {
    String both = "packs: {us-dsp: {categories: {payment.card: PASS, network.ip: PASS}}}";

    Setup opened = setup(config().replace("operator:\n", "operator:\n  " + both + "\n"));

    assertThat(setup(config()).warnings()).noneMatch(says -> says.contains("several meters"));
    assertThat(opened.warnings()).anyMatch(says -> says.contains("several meters"));
  }

  @Test
  void a_real_route_needs_an_api_key_unless_it_is_pointed_elsewhere() throws IOException {
    String without = config().replaceFirst("api_keys: .*", "api_keys: {}");

    assertThatThrownBy(() -> setup(without))
        .isInstanceOf(Usage.class)
        .hasMessageContaining("api_keys: {openai-us: {variable: PROVIDER_API_KEY}}");
    String pointed =
        without.replace(
            "operator:\n", "operator:\n  endpoints: {openai-us: 'http://127.0.0.1:1/v1'}\n");
    assertThat(setup(pointed).policy().operator().endpoints()).containsOnlyKeys("openai-us");
  }

  // --- explain ---------------------------------------------------------------------------------

  private Facts explained(String config, String body, String... options) throws IOException {
    ExplainCommand command =
        CommandLine.populateCommand(new ExplainCommand(), options(body, options));
    Setup setup = setup(config);
    return command.facts(setup, command.classify(setup));
  }

  private String[] options(String body, String... more) throws IOException {
    Path request = Files.writeString(dir.resolve("request.json"), body);
    String[] all = new String[more.length + 1];
    all[0] = request.toString();
    System.arraycopy(more, 0, all, 1, more.length);
    return all;
  }

  private static String body(String member) {
    return "{" + member + "\"model\":\"assistant\",\"messages\":[]}";
  }

  @Test
  void an_operators_own_rules_are_explained_as_they_would_be_served() throws IOException {
    String text = "{\"messages\":[{\"content\":\"EMP-004711 ada@lanternbrook-post.com\"}]}";
    String config = Files.readString(OwnRules.config(dir));

    assertThat(explained(config(), text, "--market", "US").counts())
        .containsOnlyKeys(Category.EMAIL);
    assertThat(explained(config, text, "--market", "US").counts())
        .containsOnlyKeys(Category.OPERATOR_DEFINED);
  }

  @Test
  void codes_may_be_written_small() throws IOException {
    Facts facts = explained(config(), body(""), "--market", "us,cn", "--protection", "us,eu");

    assertThat(facts.markets()).containsExactly("CN", "US");
    assertThat(facts.protection().laws()).containsExactly("EU", "US");
    assertThat(facts.protection().basis()).isEqualTo(ProtectionBasis.DECLARED);
  }

  @Test
  void an_unknown_protection_can_be_declared() throws IOException {
    Facts facts = explained(config(), body(""), "--market", "US", "--protection", "unknown");

    assertThat(facts.protection().laws()).isEmpty();
    assertThat(facts.protection().basis()).isEqualTo(ProtectionBasis.DECLARED);
  }

  @Test
  void the_subject_is_named_by_the_body_or_by_the_option_only() throws IOException {
    assertThat(explained(config(), body(""), "--market", "US").subjectGiven()).isFalse();
    assertThat(explained(config(), body(""), "--market", "US", "--subject").subjectGiven())
        .isTrue();
    assertThat(explained(config(), body("\"user\":\"u1\","), "--market", "US").subjectGiven())
        .isTrue();
    assertThat(explained(config(), body("\"user\":\"\","), "--market", "US").subjectGiven())
        .isFalse();
  }

  @Test
  void a_body_that_the_gateway_would_refuse_is_not_explained() {
    assertThatThrownBy(() -> explained(config(), body("\"user\":5,"), "--market", "US"))
        .isInstanceOf(Usage.class)
        .hasMessageEndingWith(
            "request.json: 'user' and 'safety_identifier' have to be strings, else it is refused");
  }

  @Test
  void rights_that_the_caller_does_not_have_are_not_explained() {
    assertThatThrownBy(() -> explained(config(), body(""), "--market", "DE"))
        .isInstanceOf(Usage.class)
        .hasMessage("--market: the caller 'phones' has the markets US, CN");
    assertThatThrownBy(() -> explained(config(), body(""), "--market", "US,CN,US"))
        .isInstanceOf(Usage.class)
        .hasMessageContaining("one market, or two");
    String undeclaring = config().replace("declare_protection: true", "declare_protection: false");
    assertThatThrownBy(
            () -> explained(undeclaring, body(""), "--market", "US", "--protection", "US"))
        .isInstanceOf(Usage.class)
        .hasMessageContaining("the caller 'phones' may not declare");
    assertThatThrownBy(
            () -> explained(config(), body(""), "--market", "US", "--protection", "U.S."))
        .isInstanceOf(Usage.class)
        .hasMessageStartingWith("--protection has to be codes of laws");
  }
}
