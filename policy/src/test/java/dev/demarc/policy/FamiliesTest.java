package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.classify.finding.Category;
import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.Yaml;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Families of categories, and what the shipped packs make of the whole vocabulary.
class FamiliesTest {
  private static SortedMap<Category, Handling> handling(String map) throws BadYaml {
    return PackReader.handling(Yaml.read("x.yaml", map));
  }

  private static SortedMap<Category, Handling> set(String pack, String map) throws Exception {
    String yaml = "routes: {}\npacks:\n  " + pack + ":\n    categories: {" + map + "}\n";
    Policy policy = Policy.load(TestPolicy.sources(), Yaml.read("demarc.yaml", yaml));
    return policy.operator().pack(pack).categories();
  }

  private static Pack pack(String id) throws BadPolicy {
    return TestPolicy.shipped().packs().stream()
        .filter(pack -> pack.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  // As they are written

  @Test
  void a_family_stands_for_every_member() throws BadYaml {
    assertThat(handling("contact.*: REDACT"))
        .containsOnlyKeys(Category.EMAIL, Category.PHONE, Category.POSTAL_ADDRESS)
        .containsEntry(Category.PHONE, Handling.REDACT);
  }

  @Test
  void an_id_says_more_than_its_family_whichever_stands_first() throws BadYaml {
    for (String map :
        List.of(
            "{contact.*: REDACT, contact.email: PASS}",
            "{contact.email: PASS, contact.*: REDACT}")) {
      assertThat(handling(map))
          .containsEntry(Category.EMAIL, Handling.PASS)
          .containsEntry(Category.PHONE, Handling.REDACT);
    }
  }

  @Test
  void a_family_without_members_is_named_with_the_nearest_known() {
    for (Map.Entry<String, String> word :
        Map.of(
                "identiy.*", "identity.*",
                "identity.us*", "identity.*",
                "wifi*", "wifi.*",
                "contact.emial", "contact.email")
            .entrySet()) {
      assertThatThrownBy(() -> handling(word.getKey() + ": PASS"))
          .isInstanceOf(BadYaml.class)
          .hasMessage(
              "x.yaml:1:1: unknown category `"
                  + word.getKey()
                  + "`; the nearest known is `"
                  + word.getValue()
                  + "`");
    }
  }

  @Test
  void there_is_no_word_for_every_category() {
    for (String word : List.of("'*'", "'*.*'", "'.*'", "'*.email'")) {
      assertThatThrownBy(() -> handling(word + ": PASS"))
          .hasMessageStartingWith("x.yaml:1:1: unknown category");
    }
  }

  @Test
  void opaque_content_cannot_be_cut_under_its_familys_name_either() {
    assertThatThrownBy(() -> handling("content.*: REDACT"))
        .hasMessage("x.yaml:1:12: opaque content can only PASS or DENY: nobody can look into it");
  }

  @Test
  void the_operator_names_families_and_the_stored_rules_name_their_members() throws Exception {
    SortedMap<Category, Handling> set = set("house", "wifi.*: REDACT, wifi.ssid: PASS");
    assertThat(set)
        .containsExactlyInAnyOrderEntriesOf(
            new TreeMap<>(
                Map.of(
                    Category.WIFI_BSSID, Handling.REDACT,
                    Category.WIFI_SSID, Handling.PASS,
                    Category.WIFI_USAGE, Handling.REDACT)));
    Operator operator =
        TestPolicy.OPERATOR.with("house", new PackSettings(set, OverThreshold.REDACT));
    assertThat(operator.text()).contains("wifi.usage: REDACT").doesNotContain("*");
  }

  @Test
  void an_operators_family_stands_for_what_the_pack_treats_and_for_nothing_else() throws Exception {
    assertThat(set("us-dsp", "wifi.*: PASS")).containsOnlyKeys(Category.WIFI_BSSID);
    assertThatThrownBy(() -> set("us-dsp", "operator.*: PASS"))
        .isInstanceOf(BadPolicy.class)
        .hasMessageStartingWith("demarc.yaml:4:18: unknown category `operator.*`");
    assertThatThrownBy(() -> set("house", "identities.*: PASS"))
        .hasMessage(
            "demarc.yaml:4:18: unknown category `identities.*`; the nearest known is `identity.*`");
  }

  // What the shipped packs make of the vocabulary

  @Test
  void the_house_handles_every_category_there_is() throws BadPolicy {
    Rule rule = pack("house").rules().getFirst();
    assertThat(rule.when()).isEmpty();
    assertThat(rule.action()).isInstanceOf(Action.Treat.class);
    assertThat(((Action.Treat) rule.action()).categories())
        .containsOnlyKeys(Category.values())
        .containsEntry(Category.CREDENTIAL_KEY, Handling.REDACT)
        .containsEntry(Category.HEALTH_HINT, Handling.PASS);
  }

  @Test
  void only_hints_and_opaque_content_pass_the_house_unaltered() throws BadPolicy {
    Action.Treat treat = (Action.Treat) pack("house").rules().getFirst().action();
    assertThat(treat.categories().entrySet())
        .filteredOn(handled -> handled.getValue() == Handling.PASS)
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(Category.HEALTH_HINT, Category.BIOMETRIC_HINT, Category.OPAQUE);
  }

  @Test
  void every_category_alone_is_decided_and_nothing_is_law() throws BadPolicy {
    Policy policy = TestPolicy.shipped();
    for (Category category : Category.values()) {
      for (String id : List.of("openai-us", "qwen-sg")) {
        Facts facts = TestPolicy.found(TestPolicy.market(TestPolicy.facts(), "US"), category);
        Decision decision = policy.decide(facts, TestPolicy.route(policy, id), List.of());
        assertThat(decision.reasons())
            .allSatisfy(reason -> assertThat(reason.rule()).isNotEqualTo("OPR-CAT-01"))
            .allSatisfy(reason -> assertThat(reason.basis()).isEqualTo(Basis.POLICY));
        if (category != Category.OPAQUE) {
          assertThat(decision).as(category.id()).isInstanceOf(Decision.Permit.class);
        }
      }
    }
  }

  @Test
  void the_letters_of_202_234_are_those_of_the_vocabulary_and_none_is_missing() throws BadPolicy {
    Map<Category, String> listed =
        Arrays.stream(Category.values())
            .filter(category -> category.listedIdentifier().isPresent())
            .collect(Collectors.toMap(c -> c, c -> c.listedIdentifier().orElseThrow().toString()));
    Pack dsp = pack("us-dsp");
    assertThat(dsp.meter("identifiers-cautious").categories())
        .containsExactlyInAnyOrderEntriesOf(listed);
    assertThat(listed).containsAllEntriesOf(dsp.meter("identifiers").categories());
    Set<Category> cautious = new TreeSet<>(listed.keySet());
    cautious.removeAll(dsp.meter("identifiers").categories().keySet());
    assertThat(cautious)
        .containsExactlyInAnyOrder(
            Category.DEVICE_NAME,
            Category.WIFI_BSSID,
            Category.CN_CREDIT_CODE,
            Category.CRYPTO_ADDRESS);
  }

  @Test
  void no_meter_of_law_counts_a_hint_or_what_nobody_could_look_into() throws BadPolicy {
    for (Meter meter : pack("us-dsp").meters()) {
      if (meter.basis() == Basis.LAW) {
        assertThat(meter.categories().keySet())
            .doesNotContain(Category.HEALTH_HINT, Category.BIOMETRIC_HINT, Category.OPAQUE)
            .doesNotContain(Category.OPERATOR_DEFINED);
        assertThat(meter.linkedWith())
            .doesNotContain(Category.HEALTH_HINT, Category.BIOMETRIC_HINT);
      }
    }
  }

  @Test
  void a_cautious_meter_counts_what_the_law_counts_and_more() throws BadPolicy {
    Pack dsp = pack("us-dsp");
    Map<String, String> cautious =
        Map.of(
            "financial-cautious", "financial",
            "identifiers-cautious", "identifiers",
            "geolocation", "coordinates");
    cautious.forEach((wide, narrow) -> {
      assertThat(dsp.meter(wide).basis()).isEqualTo(Basis.POLICY);
      assertThat(dsp.meter(narrow).basis()).isEqualTo(Basis.LAW);
      assertThat(dsp.meter(wide).moreThan()).isEqualTo(dsp.meter(narrow).moreThan());
      assertThat(dsp.meter(wide).categories()).containsAllEntriesOf(dsp.meter(narrow).categories());
      assertThat(dsp.meter(wide).linkedWith()).containsAll(dsp.meter(narrow).linkedWith());
    });
  }

  @Test
  void a_meter_of_law_names_its_categories_one_by_one() throws Exception {
    String file = "packs/us-dsp.yaml";
    var text = String.valueOf(TestPolicy.sources().packs().get(file));
    for (var meter : Yaml.read(file, text).maps("meters")) {
      if (meter.text("basis").equals("LAW")) {
        assertThat(meter.map("categories").keys()).noneMatch(word -> word.contains("*"));
      }
    }
  }
}
