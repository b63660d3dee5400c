package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `demarc classify` prints and exits with.
class ClassifyCommandTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String CARD = "4539 7897 2281 8663";

  @TempDir private Path dir;

  private String file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text).toString();
  }

  @Test
  void findings_are_lines_without_values_and_exit_one() throws IOException {
    String file = file("a.txt", "first\nmy card " + CARD + " was charged\n");

    Run run = Run.of("classify", file);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith(file + ":2:9: payment.card 1")
        .contains("its check digits fit")
        .endsWith("1 finding: 1 × payment.card\n")
        .doesNotContain("4539");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void values_are_shown_where_asked() throws IOException {
    assertThat(Run.of("classify", "--show-values", file("a.txt", "card " + CARD)).out())
        .contains("\"" + CARD + "\"");
  }

  @Test
  void nothing_found_is_not_said_of_what_could_not_be_read() throws IOException {
    Run run = Run.of("classify", file("a.txt", "plain"), file("b.bin", "a\0b"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEqualTo("nothing found in 2 files; 1 part could not be read\n");
    assertThat(run.err()).contains("b.bin is binary");
  }

  @Test
  void what_names_a_place_cannot_steer_the_terminal() throws IOException {
    String header = "card\u001b]0;title\u0007,note\n";
    String file = file("a.csv", header + CARD + ",one\n" + CARD + ",two\n");

    assertThat(Run.of("classify", "--show-values", file).out())
        .contains(" at column card")
        .doesNotContain("\u001b", "\u0007");
  }

  @Test
  void the_example_finds_more_with_its_config_than_without() {
    Path examples = Path.of(System.getProperty("demarc.root", "..")).resolve("examples");
    String staff = examples.resolve("staff.csv").toString();
    String config = examples.resolve("config/additions.yaml").toString();

    assertThat(Run.of("classify", staff).out())
        .contains("contact.email")
        .doesNotContain("operator.defined");
    Run with = Run.of("classify", "--config", config, "--json", staff);
    assertThat(with.err()).isEmpty();
    assertThat(with.out().lines().filter(line -> line.contains("operator.defined"))).hasSize(4);
    assertThat(with.out()).doesNotContain("contact.email");
  }

  @Test
  void the_name_of_a_file_cannot_steer_the_terminal() throws IOException {
    Run binary = Run.of("classify", file("a\u001b[2J.bin", "a\0b"));
    assertThat(binary.err()).contains("a?[2J.bin is binary").doesNotContain("\u001b");

    Run missing = Run.of("classify", dir.resolve("no\u001b[2J.txt").toString());
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("no?[2J.txt does not exist").doesNotContain("\u001b");
  }

  @Test
  void nothing_found_exits_zero() throws IOException {
    Run run = Run.of("classify", file("a.txt", "version 1.2.3 of 2026"));

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo("nothing found\n");
  }

  @Test
  void scores_and_categories_choose() throws IOException {
    String file = file("a.txt", "card " + CARD + " and ada@lanternbrook-post.com");

    assertThat(Run.of("classify", "--category", "contact.*", file).out())
        .contains("1 finding: 1 × contact.email");
    assertThat(Run.of("classify", "--category", "wifi.ssid,payment.iban", file).code()).isZero();
    assertThat(Run.of("classify", "--category", "payment.cards", file).err())
        .contains("there is no category 'payment.cards'; there are network.ip, ");
    assertThat(Run.of("classify", "--min-score", "0", file).err()).contains("from 1 to 100");
  }

  @Test
  void a_config_adds_what_the_operator_knows() throws IOException {
    String config = OwnRules.config(dir).toString();
    String file = file("a.txt", "EMP-004711 wrote to ada@lanternbrook-post.com\n".repeat(3));

    assertThat(Run.of("classify", file).out()).endsWith("3 findings: 3 × contact.email\n");
    Run run = Run.of("classify", "--config", config, file);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).endsWith("3 findings: 3 × operator.defined\n");
    assertThat(Run.of("classify", "--config", dir.resolve("none.yaml").toString(), file))
        .returns(2, Run::code)
        .extracting(Run::err)
        .asString()
        .contains("none.yaml cannot be read");
  }

  /// What bounds the time of a request does not keep a long file from being read.
  @Test
  void own_patterns_read_all_of_a_long_file() throws IOException {
    String config = OwnRules.config(dir).toString();
    String file = file("a.log", "EMP-004711\n".repeat(20_000));

    assertThat(Run.of("classify", "--config", config, file).out())
        .endsWith("20000 findings: 20000 × operator.defined\n");
  }

  @Test
  void json_is_an_object_for_each_finding() throws IOException {
    String file = file("a.json", "{\"a b\":[{\"card\":\"" + CARD + "\"}]}");

    JsonNode line = JSON.readTree(Run.of("classify", "--json", file).out());

    assertThat(line.path("file").asString()).isEqualTo(file);
    assertThat(line.path("path").asString()).isEqualTo("$['a b'][0].card");
    assertThat(line.path("category").asString()).isEqualTo("payment.card");
    assertThat(line.path("line").asInt()).isEqualTo(1);
    assertThat(line.path("column").asInt()).isEqualTo(18);
    assertThat(line.path("end_column").asInt()).isEqualTo(37);
    assertThat(line.path("byte").asInt()).isEqualTo(17);
    assertThat(line.path("evidence").toString()).contains("\"checksum\"");
    assertThat(line.has("value")).isFalse();
  }

  /// What the schema of SARIF 2.1.0 requires, and what code scanning needs to show a result.
  @Test
  void sarif_has_what_its_schema_requires_and_no_values() throws IOException {
    String file = file("a b.txt", "é card " + CARD + "\n");

    Run run = Run.of("classify", "--sarif", file);
    JsonNode log = JSON.readTree(run.out());
    JsonNode sarifRun = log.path("runs").path(0);
    JsonNode driver = sarifRun.path("tool").path("driver");
    JsonNode result = sarifRun.path("results").path(0);
    JsonNode place = result.path("locations").path(0).path("physicalLocation");

    assertThat(run.code()).isEqualTo(1);
    assertThat(log.path("version").asString()).isEqualTo("2.1.0");
    assertThat(driver.path("name").asString()).isEqualTo("demarc");
    assertThat(ids(driver.path("rules"))).contains("payment.card").doesNotHaveDuplicates();
    assertThat(sarifRun.path("columnKind").asString()).isEqualTo("unicodeCodePoints");
    assertThat(result.path("ruleId").asString()).isEqualTo("payment.card");
    assertThat(result.path("message").path("text").asString()).isNotEmpty();
    assertThat(place.path("artifactLocation").path("uri").asString()).endsWith("/a%20b.txt");
    assertThat(place.path("region").path("startLine").asInt()).isEqualTo(1);
    assertThat(place.path("region").path("startColumn").asInt()).isEqualTo(8);
    assertThat(place.path("region").path("endColumn").asInt()).isEqualTo(27);
    assertThat(place.path("region").path("byteOffset").asInt()).isEqualTo(8);
    assertThat(sarifRun.path("invocations").path(0).path("executionSuccessful").asBoolean())
        .isTrue();
    assertThat(run.out()).doesNotContain("4539");
  }

  private static List<String> ids(JsonNode rules) {
    return StreamSupport.stream(rules.spliterator(), false)
        .map(rule -> rule.path("id").asString())
        .toList();
  }

  @Test
  void what_is_wrong_with_an_input_is_said_and_exits_two() throws IOException {
    String binary = Files.write(dir.resolve("a.bin"), new byte[] {1, 0, 2}).toString();

    assertThat(Run.of("classify", dir.resolve("none").toString()))
        .returns(2, Run::code)
        .extracting(Run::err)
        .asString()
        .endsWith("none does not exist\n");
    assertThat(Run.of("classify", dir.toString()).err()).contains("is a directory: name the files");
    assertThat(Run.of("classify", binary)).returns(2, Run::code);
    assertThat(Run.of("classify", binary).err()).contains("a.bin is binary (a NUL at byte 1)");
    assertThat(Run.of("classify").code()).isEqualTo(2);
    assertThat(Run.of("classify", "--json", "--sarif", binary).code()).isEqualTo(2);
  }

  @Test
  void one_bad_file_does_not_keep_the_others_from_being_read() throws IOException {
    String binary = Files.write(dir.resolve("a.bin"), new byte[] {1, 0, 2}).toString();

    Run run = Run.of("classify", binary, file("a.txt", "card " + CARD));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("1 finding in 2 files: 1 × payment.card");
  }

  @Test
  void documents_exit_zero_whatever_is_found() throws IOException {
    String file = file("set.jsonl", "{\"doc\":7,\"text\":\"card " + CARD + "\"}\n");

    Run run = Run.of("classify", "--documents", file, "--json");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith(
            "{\"doc\":7,\"findings\":[{\"start\":5,\"end\":24,\"category\":\"payment.card\"");
    assertThat(Run.of("classify", "--documents", file("bad.jsonl", "{}\n")))
        .returns(2, Run::code)
        .extracting(Run::err)
        .asString()
        .contains("bad.jsonl, line 1: \"doc\" is missing");
  }
}
