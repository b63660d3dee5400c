package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `demarc audit` says of the example recording and of others.
class AuditCommandTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path EXAMPLES = Checkout.examples();
  private static final String TRAFFIC = EXAMPLES.resolve("traffic.har").toString();

  @TempDir private Path dir;

  private static List<JsonNode> lines(Run run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.out().lines().map(JSON::readTree).toList();
  }

  private static List<JsonNode> audit(Object recording, String market, String... more) {
    List<String> words =
        new ArrayList<>(List.of("audit", recording.toString(), "--market", market));
    words.addAll(List.of(more));
    words.add("--json");
    return lines(Run.of(words.toArray(String[]::new)));
  }

  private static List<String> texts(JsonNode list, String member) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.path(member).asString()));
    return texts;
  }

  @Test
  void every_entry_has_a_decision_and_the_summary_adds_them_up() {
    List<JsonNode> lines = audit(TRAFFIC, "CN", "--model", "assistant");

    assertThat(lines.subList(0, 6))
        .extracting(line -> line.path("audited").asString() + line.path("decision").asString(" -"))
        .containsExactly(
            "no_ai_request -",
            "decidedpermit",
            "decidedpermit",
            "decidedpermit",
            "not_read -",
            "not_read -");
    JsonNode tried = lines.get(1).path("tries").path(0);
    assertThat(tried.path("route").asString()).isEqualTo("simulator-qwen-cn");
    assertThat(tried.path("inference").asString()).startsWith("CN");
    assertThat(tried.path("redacted").toString())
        .isEqualTo(
            "{\"payment.card\":3,\"payment.iban\":2,\"payment.account\":2,"
                + "\"payment.transaction\":4}");
    assertThat(tried.path("pseudonymised").toString()).isEqualTo("{\"contact.email\":1}");
    assertThat(texts(tried.path("reasons"), "rule")).contains("DSP-MIN-FIN", "OPR-ROUTE-01");
    JsonNode summary = lines.getLast().path("summary");
    assertThat(summary.path("decided").asInt()).isEqualTo(3);
    assertThat(summary.path("no_ai_requests").asInt()).isEqualTo(1);
    assertThat(summary.path("categories").path("payment.card").toString())
        .isEqualTo(
            "{\"found\":3,\"redacted\":3,\"pseudonymised\":0,\"as_it_was\":0,\"kept_back\":0}");
  }

  @Test
  void a_denial_names_law_and_citation_and_keeps_all_back() {
    Run run =
        Run.of(
            "audit", TRAFFIC, "--market", "CN", "--model", "assistant", "--route", "CN=openai-us");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("DENY       openai-us → OpenAI OpCo, LLC, inference in US")
        .contains("LAW GAI-FIL-01 denies (Interim Measures")
        .contains("0 permitted    3 denied")
        .contains("3 decided, 0 would have left; nothing was sent and nothing was written");
  }

  @Test
  void routes_are_tried_in_order_until_one_may_receive() {
    List<JsonNode> lines =
        audit(TRAFFIC, "CN", "--model=assistant", "--route=CN=openai-us", "--route=CN=qwen-cn");

    assertThat(texts(lines.get(1).path("tries"), "route")).containsExactly("openai-us", "qwen-cn");
    assertThat(texts(lines.get(1).path("tries"), "decision")).containsExactly("deny", "permit");
    assertThat(lines.getLast().path("summary").path("permitted").asInt()).isEqualTo(3);
  }

  @Test
  void a_model_that_is_not_offered_is_a_refusal_that_says_what_would_help() {
    Run run = Run.of("audit", TRAFFIC, "--market", "US");

    assertThat(run.out())
        .contains("REFUSED model_not_found")
        .contains("--model takes one of assistant")
        .contains("nowhere: no request was decided")
        .contains("not read   1 × Anthropic's Messages protocol is not read yet — entry 5");
  }

  @Test
  void no_value_is_printed() {
    for (String form : List.of("--json", "--protection=US")) {
      assertThat(Run.of("audit", TRAFFIC, "--market", "CN", "--model", "assistant", form).out())
          .doesNotContain("4539", "marisol", "Halvorsen", "9c:b6", "Wren Loft", "kestrel");
    }
  }

  @Test
  void a_body_without_a_model_gets_the_one_that_is_named() throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("a.jsonl"),
            "{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}\n{\"messages\":[ ]}\n");

    assertThat(audit(file, "US", "--model", "assistant"))
        .extracting(line -> line.path("decision").asString())
        .containsExactly("permit", "permit", "");
  }

  @Test
  void an_operators_own_rules_decide_here_as_well() throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("a.jsonl"),
            "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"EMP-004711,"
                + " ada@lanternbrook-post.com\"}]}\n");
    String config = OwnRules.config(dir).toString();

    List<JsonNode> lines = audit(file, "US", "--model", "assistant", "--config", config);

    assertThat(lines.getFirst().path("tries").path(0).path("pseudonymised").toString())
        .isEqualTo("{\"operator.defined\":1}");
  }

  /// Persons are counted as the recording goes on: the same one once, and one without a name anew.
  @Test
  void meters_count_persons_in_memory() throws IOException {
    Path config = Files.createDirectory(dir.resolve("config")).resolve("gateway.yaml");
    Files.copy(EXAMPLES.resolve("config/companies.yaml"), config.resolveSibling("companies.yaml"));
    Files.writeString(
        config,
        Files.readString(EXAMPLES.resolve("config/gateway.yaml"))
            .replace(
                "operator:\n",
                "operator:\n"
                    + "  packs: {us-dsp: {categories: {device.mac: PASS, contact.email: PASS}},"
                    + " house: {categories: {device.mac: PASS, contact.email: PASS}}}\n"));
    StringBuilder traffic = new StringBuilder();
    for (String user : List.of("\"user\":\"a\",", "\"user\":\"a\",", "\"user\":\"b\",", "")) {
      traffic
          .append("{\"model\":\"assistant\",")
          .append(user)
          .append(
              "\"messages\":[{\"role\":\"user\",\"content\":\"client mac 9c:b6:d0:e3:48:5b,"
                  + " mail marisol.quent@lanternbrook-post.com\"}]}\n");
    }
    Path file = Files.writeString(dir.resolve("a.jsonl"), traffic);

    List<JsonNode> lines = audit(file, "CN", "--config", config.toString(), "--protection", "US");
    List<Integer> persons =
        lines.stream()
            .filter(line -> line.has("tries"))
            .map(line -> line.path("tries").path(0).path("meters").path(0).path("persons").asInt())
            .toList();

    assertThat(persons).containsExactly(1, 1, 2, 3);
    assertThat(lines.getLast().path("summary").path("meters").toString()).contains("\"persons\":3");
  }

  @Test
  void a_recording_or_an_option_at_fault_exits_two() throws IOException {
    Path file = Files.writeString(dir.resolve("a.jsonl"), "{}\nnone\n");

    assertThat(Run.of("audit", file.toString(), "--market", "CN"))
        .returns(2, Run::code)
        .extracting(Run::err)
        .asString()
        .endsWith("a.jsonl, line 2: not JSON\n");
    assertThat(Run.of("audit", TRAFFIC, "--market", "XX").err())
        .contains("--market: the caller 'default' has the markets");
    assertThat(Run.of("audit", TRAFFIC).code()).isEqualTo(2);
  }
}
