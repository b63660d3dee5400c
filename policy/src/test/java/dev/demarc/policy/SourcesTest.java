package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.OperatorPattern;
import dev.demarc.classify.scan.OperatorRules;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SourcesTest {
  private static final Operator FULL =
      new Operator(
          TestPolicy.OPERATOR.routes(),
          new TreeMap<>(
              Map.of(
                  "us-dsp",
                  new PackSettings(
                      new TreeMap<>(Map.of(Category.PAYMENT_CARD, Handling.PSEUDONYMISE)),
                      OverThreshold.DENY),
                  "house",
                  PackSettings.none())),
          Optional.of(TestPolicy.set("CN", "DE")),
          TestPolicy.set("EU"),
          new TreeMap<>(Map.of("qwen-cn", URI.create("http://127.0.0.1:9/v1"))),
          new OperatorRules(
              List.of(
                  OperatorPattern.of("staff", "EMP-'?[0-9]{6}\\b", Category.OPERATOR_DEFINED),
                  OperatorPattern.of("badge", "工号[0-9]{4}", Category.DEVICE_SERIAL)),
              Map.of("Project: a", Category.OPERATOR_DEFINED, "station", Category.WIFI_SSID),
              Set.of("acme.com", "acme.cn"),
              Map.of(Category.PAYMENT_CARD, 61),
              1024));

  private static Policy again(Hashes hashes) throws BadPolicy {
    return Policy.fromSources(
        text(hashes, hashes.packs()),
        text(hashes, hashes.catalogue()),
        text(hashes, hashes.parties()),
        text(hashes, hashes.operator()));
  }

  private static String text(Hashes hashes, String hash) {
    return Optional.ofNullable(hashes.texts().get(hash)).orElseThrow();
  }

  @Test
  void a_policy_built_again_from_its_stored_texts_is_the_same() throws BadPolicy {
    Policy policy = TestPolicy.shipped(FULL);
    Policy again = again(policy.hashes());
    assertThat(again.hashes()).isEqualTo(policy.hashes());
    assertThat(again.operator()).isEqualTo(policy.operator()).isEqualTo(FULL);
    Facts facts = TestPolicy.found(TestPolicy.facts(), Category.PAYMENT_CARD, Category.EMAIL);
    for (String id : List.of("qwen-cn", "qwen-sg", "openai-us")) {
      Route route = TestPolicy.route(policy, id);
      assertThat(TestPolicy.route(again, id)).isEqualTo(route);
      assertThat(again.decide(facts, route, List.of()))
          .isEqualTo(policy.decide(facts, route, List.of()));
    }
  }

  @Test
  void an_operator_that_lists_nothing_is_read_back_too() throws BadPolicy {
    Operator nothing = Operator.listing(Map.of());
    Policy policy = TestPolicy.shipped(nothing);
    assertThat(again(policy.hashes()).operator()).isEqualTo(nothing);
    assertThat(policy.routes(TestPolicy.set("US"), "assistant")).isEmpty();
  }

  @Test
  void a_hash_is_the_sha_256_of_the_text_it_names() throws BadPolicy {
    Hashes hashes = TestPolicy.shipped().hashes();
    assertThat(hashes.texts()).hasSize(4);
    hashes.texts().forEach((hash, text) -> assertThat(Hashes.sha256(text)).isEqualTo(hash));
    assertThat(Hashes.sha256("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void one_changed_character_of_one_set_changes_that_hash_only() throws BadPolicy {
    Hashes before = TestPolicy.shipped().hashes();
    Sources changed =
        TestPolicy.replacing(
            TestPolicy.sources(), "packs/us-dsp.yaml", "more_than: 10000\n", "more_than: 10001\n");
    Hashes after = Policy.load(changed, TestPolicy.OPERATOR).hashes();
    assertThat(after.packs()).isNotEqualTo(before.packs());
    assertThat(after.catalogue()).isEqualTo(before.catalogue());
    assertThat(after.parties()).isEqualTo(before.parties());
    assertThat(after.operator()).isEqualTo(before.operator());
  }

  @Test
  void case_files_are_not_part_of_a_policy() throws BadPolicy {
    assertThat(TestPolicy.sources().packs().keySet())
        .containsExactly("packs/cn-genai.yaml", "packs/house.yaml", "packs/us-dsp.yaml");
  }

  @Test
  void files_keep_their_bounds_whatever_they_hold() throws Exception {
    Map<String, String> files =
        Map.of(
            "a b.yaml", "### x 3\nabc\n", "c.yaml", "", "d.yaml", "ünï\n\n", "e 7", "### e 7 0\n");
    assertThat(Sources.unbundle(Sources.bundle(files))).isEqualTo(files);
  }

  @Test
  void a_stored_text_that_was_cut_or_changed_is_refused() throws BadPolicy {
    String text = Sources.bundle(TestPolicy.sources().packs());
    for (String bad :
        List.of(text.substring(1), text.substring(0, text.length() - 1), text + "x")) {
      assertThatThrownBy(() -> Policy.fromSources(bad, "", "", "routes: {}"))
          .isInstanceOf(BadPolicy.class)
          .hasMessageContaining("(stored policy)");
    }
  }
}
