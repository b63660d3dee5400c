package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.policy.yaml.Yaml;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What stops a load, in the words that the operator reads.
class PolicyLoadTest {
  private static void broken(String file, String text, String by, String message) throws BadPolicy {
    Sources broken = TestPolicy.replacing(TestPolicy.sources(), file, text, by);
    assertThatThrownBy(() -> Policy.load(broken, TestPolicy.OPERATOR))
        .isInstanceOf(BadPolicy.class)
        .hasMessageMatching("\\Q" + file + "\\E:[0-9]+:[0-9]+: \\Q" + message + "\\E");
  }

  private static void badOperator(String yaml, String message) throws BadPolicy {
    Sources sources = TestPolicy.sources();
    assertThatThrownBy(() -> Policy.load(sources, Yaml.read("demarc.yaml", yaml)))
        .isInstanceOf(BadPolicy.class)
        .hasMessage(message);
  }

  @Test
  void a_mistyped_key_of_a_rule_names_file_line_column_and_the_nearest_key() throws BadPolicy {
    Sources broken =
        TestPolicy.replacing(
            TestPolicy.sources(), "packs/cn-genai.yaml", "    citation:", "    citaton:");
    assertThatThrownBy(() -> Policy.load(broken, TestPolicy.OPERATOR))
        .hasMessage(
            "packs/cn-genai.yaml:10:5: unknown key `citaton`; the nearest known is `citation`");
  }

  @Test
  void a_law_rule_without_citation_source_or_date_stops_the_load() throws BadPolicy {
    String message =
        "the rule `GAI-FIL-01` is LAW: it needs `citation`, `source` and `as_of`, the day it was"
            + " read";
    String file = "packs/cn-genai.yaml";
    broken(file, "    as_of: 2026-11-22\n", "", message);
    broken(file, "    source: translation at clairk.digitalpolicyalert.org\n", "", message);
    broken(
        file,
        "    citation: Interim Measures for the Management of Generative AI Services, art. 17 with"
            + " art. 2\n",
        "",
        message);
  }

  @Test
  void words_outside_the_vocabulary_stop_the_load() throws BadPolicy {
    String dsp = "packs/us-dsp.yaml";
    broken(
        dsp,
        "effect: LIMIT",
        "effect: LIMITS",
        "unknown word `LIMITS`; the nearest known is `LIMIT`");
    broken(
        dsp,
        "[RECIPIENT_COVERED, PERSON_PROTECTED]",
        "[RECIPIENT_COVRED]",
        "unknown word `RECIPIENT_COVRED`; the nearest known is `RECIPIENT_COVERED`");
    broken(
        dsp,
        "wifi.bssid: REDACT}",
        "wifi.bsid: REDACT}",
        "unknown category `wifi.bsid`; the nearest known is `wifi.bssid`");
    broken(
        dsp,
        "{coverage}",
        "{covrage}",
        "unknown name `{covrage}` in a sentence; the nearest known is `coverage`");
    broken(
        dsp,
        "meter: financial",
        "meter: finance",
        "unknown meter `finance`; the nearest known is `financial`");
    broken(
        dsp,
        "includes: coordinates",
        "includes: coordinate",
        "unknown meter `coordinate`; the nearest known is `coordinates`");
    broken(
        dsp, "pairs: [a, b, c]", "pairs: [a, b, z]", "unknown field `z`; the nearest known is `a`");
  }

  @Test
  void a_pack_that_needs_more_than_it_states_stops_the_load() throws BadPolicy {
    broken(
        "packs/house.yaml",
        "when: [STRICT_MARKET]",
        "when: [RECIPIENT_COVERED]",
        "RECIPIENT_COVERED needs `covered_persons` in the same pack");
    broken(
        "packs/cn-genai.yaml",
        "markets: [CN]\n",
        "",
        "missing key `markets`: the pack applies by market");
    broken(
        "packs/house.yaml",
        "content.opaque: PASS",
        "content.opaque: REDACT",
        "opaque content can only PASS or DENY: nobody can look into it");
    broken(
        "packs/cn-genai.yaml",
        "effect: DENY",
        "effect: DENY\n    meter: x",
        "`meter` says nothing with effect DENY");
    broken(
        "packs/us-dsp.yaml",
        "id: DSP-MIN-GEO",
        "id: DSP-MIN-FIN",
        "the rule `DSP-MIN-FIN` stands twice");
    broken(
        "packs/us-dsp.yaml",
        "- id: coordinates",
        "- id: identifiers",
        "the meter `identifiers` stands twice");
  }

  @Test
  void a_catalogue_that_names_unknown_parties_or_lacks_evidence_stops_the_load() throws BadPolicy {
    broken(
        "catalogue/openai.yaml",
        "recipient: openai-opco",
        "recipient: openai-op",
        "unknown party `openai-op`; the nearest known is `openai-opco`");
    broken(
        "catalogue/simulator.yaml",
        "simulates: openai-us",
        "simulates: openai-uk",
        "unknown route `openai-uk`; the nearest known is `openai-us`");
    broken(
        "catalogue/simulator.yaml",
        "recipient: simulated-openai-opco",
        "recipient: openai-opco",
        "the party `openai-opco` does not simulate `openai-opco`");
    broken(
        "catalogue/openai.yaml",
        "https://us.api",
        "http://us.api",
        "a route to a provider is https");
    broken(
        "catalogue/alibaba.yaml",
        "          confidence: MEDIUM\n    evidence",
        "          confidence: MEDIUM\n          synthetic: true\n    evidence",
        "a synthetic filing may stand on a simulated route only");
  }

  @Test
  void a_pack_that_stands_twice_stops_the_load() throws BadPolicy {
    Sources sources = TestPolicy.sources();
    TreeMap<String, String> packs = new TreeMap<>(sources.packs());
    packs.put("packs/z.yaml", String.valueOf(packs.get("packs/house.yaml")));
    Sources doubled = new Sources(packs, sources.catalogue(), sources.parties());
    assertThatThrownBy(() -> Policy.load(doubled, TestPolicy.OPERATOR))
        .hasMessageContaining("packs/z.yaml")
        .hasMessageEndingWith("the pack `house` stands twice");
  }

  @Test
  void an_operators_mistake_is_named_with_its_line_in_the_configuration() throws BadPolicy {
    badOperator(
        "routes:\n  US: [openai-su]\n",
        "demarc.yaml:2:8: unknown route `openai-su`; the nearest known is `openai-us`");
    badOperator(
        "routes: {}\naccepted_wihout_pack: [EU]\n",
        "demarc.yaml:2:1: unknown key `accepted_wihout_pack`; the nearest known is"
            + " `accepted_without_pack`");
    badOperator(
        "routes: {}\npacks:\n  us-dps: {}\n",
        "demarc.yaml:3:3: unknown key `us-dps`; the nearest known is `us-dsp`");
    badOperator(
        "routes: {}\npacks:\n  house:\n    categories: {payment.crad: REDACT}\n",
        "demarc.yaml:4:18: unknown category `payment.crad`; the nearest known is `payment.card`");
    badOperator(
        "routes: {usa-west: []}\n", "demarc.yaml:1:10: `usa-west` is not a market code like CN");
    badOperator("packs: {}\n", "demarc.yaml:1:1: missing key `routes`");
  }

  @Test
  void the_operator_cannot_set_what_a_law_rule_treats() throws BadPolicy {
    Sources lawful =
        TestPolicy.replacing(
            TestPolicy.sources(),
            "packs/us-dsp.yaml",
            "  - id: DSP-MIN-GEO\n    basis: POLICY",
            "  - id: DSP-MIN-GEO\n    basis: LAW");
    String yaml = "routes: {}\npacks:\n  us-dsp:\n    categories: {wifi.bssid: PASS}\n";
    assertThatThrownBy(() -> Policy.load(lawful, Yaml.read("demarc.yaml", yaml)))
        .hasMessageStartingWith("demarc.yaml:4:18: unknown category `wifi.bssid`");
  }

  @Test
  void a_folder_that_is_not_there_is_named() {
    Path nowhere = Path.of("target", "nowhere");
    assertThatThrownBy(() -> Sources.read(nowhere, nowhere, nowhere))
        .isInstanceOf(BadPolicy.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining("cannot be read");
  }

  @Test
  void every_shipped_law_rule_cites_its_text_and_the_day_it_was_read() throws BadPolicy {
    for (Pack pack : TestPolicy.shipped().packs()) {
      assertThat(pack.rules())
          .allSatisfy(rule -> {
            assertThat(rule.citation()).isNotBlank();
            assertThat(rule.source()).isNotBlank();
            assertThat(rule.asOf()).isAfter("2026-01-01").isBeforeOrEqualTo(TestPolicy.TODAY);
            assertThat(rule.text()).endsWith(".");
          });
      if (!pack.id().equals("house")) {
        assertThat(pack.notCovered()).isNotEmpty();
      }
    }
  }
}
