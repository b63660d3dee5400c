package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Treatment;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Rules that disagree. None of the shipped packs does so, hence packs of its own.
class ConflictTest {
  private static final Facts FOUND =
      TestPolicy.found(TestPolicy.market(TestPolicy.facts(), "US"), Category.EMAIL);

  private static String pack(String id, String basis, String effect) {
    return """
    pack: %s
    title: made up
    applies_by: EVERYONE
    rules:
      - id: %s-1
        basis: %s
        citation: made up
        source: made up
        as_of: 2026-11-23
        effective: {from: 2026-01-01}
        %s
        text: "Made up for {categories}."
        remedy: "Ask."
    """
        .formatted(id, id, basis, effect);
  }

  private static String keep(String basis) {
    return pack("keeping", basis, "effect: KEEP\n    categories: [contact.email]");
  }

  private static String redact(String basis) {
    return pack("redacting", basis, "effect: TREAT\n    categories: {contact.email: REDACT}");
  }

  private static Decision decide(String... packs) throws BadPolicy {
    Sources sources = TestPolicy.sources();
    TreeMap<String, String> all = new TreeMap<>(sources.packs());
    all.computeIfPresent(
        "packs/house.yaml",
        (name, text) -> text.replace("contact.*: PSEUDONYMISE", "contact.*: PASS"));
    for (int i = 0; i < packs.length; i++) {
      all.put("packs/made-up-" + i + ".yaml", packs[i]);
    }
    Policy policy =
        Policy.load(new Sources(all, sources.catalogue(), sources.parties()), TestPolicy.OPERATOR);
    return policy.decide(FOUND, TestPolicy.route(policy, "openai-us"), List.of());
  }

  @Test
  void two_rules_of_law_that_cannot_both_be_kept_ask_for_a_review_and_name_both() throws BadPolicy {
    Decision decision = decide(keep("LAW"), redact("LAW"));
    assertThat(decision).isInstanceOf(Decision.Review.class);
    assertThat(decision.reasons())
        .extracting(reason -> reason.rule() + " " + reason.basis() + " " + reason.effect())
        .containsExactlyInAnyOrder("keeping-1 LAW REVIEW", "redacting-1 LAW REVIEW");
  }

  @Test
  void a_law_that_demands_a_value_unaltered_against_policy_sends_nothing() throws BadPolicy {
    Decision decision = decide(keep("LAW"), redact("POLICY"));
    assertThat(decision).isInstanceOf(Decision.Deny.class);
    assertThat(decision.reasons()).extracting(Reason::basis).containsOnly(Basis.POLICY);
  }

  @Test
  void a_law_that_demands_a_value_unaltered_is_content_where_nobody_alters_it() throws BadPolicy {
    assertThat(decide(keep("LAW"))).isInstanceOf(Decision.Permit.class);
  }

  @Test
  void forbidding_wins_over_a_conflict() throws BadPolicy {
    String forbid = pack("forbidding", "LAW", "effect: DENY");
    Decision decision = decide(keep("LAW"), redact("LAW"), forbid);
    assertThat(decision).isInstanceOf(Decision.Deny.class);
    assertThat(decision.reasons()).extracting(Reason::rule).containsExactly("forbidding-1");
  }

  @Test
  void the_strictest_treatment_wins_and_a_reason_of_law_stands_first() throws BadPolicy {
    String mild =
        pack("mild", "LAW", "effect: TREAT\n    categories: {contact.email: PSEUDONYMISE}");
    Decision decision = decide(mild, redact("POLICY"));
    assertThat(((Decision.Permit) decision).treatments())
        .containsEntry(Category.EMAIL, Treatment.REDACT);
    assertThat(decision.reasons()).extracting(Reason::rule).doesNotContain("mild-1");
    Decision both = decide(redact("POLICY"), redact("LAW").replace("redacting", "a-redacting"));
    assertThat(both.reasons().getFirst().basis()).isEqualTo(Basis.LAW);
    assertThat(both.reasons()).extracting(Reason::rule).contains("a-redacting-1", "redacting-1");
  }

  @Test
  void a_category_that_no_rule_in_force_treats_does_not_pass_by_omission() throws BadPolicy {
    Sources untreated =
        TestPolicy.replacing(
            TestPolicy.sources(), "packs/house.yaml", "      contact.*: PSEUDONYMISE\n", "");
    Policy policy = Policy.load(untreated, TestPolicy.OPERATOR);
    Route route = TestPolicy.route(policy, "openai-us");
    Decision found = policy.decide(FOUND, route, List.of());
    assertThat(found).isInstanceOf(Decision.Deny.class);
    assertThat(found.reasons()).extracting(Reason::rule).containsExactly("OPR-CAT-01");
    Decision absent = policy.decide(TestPolicy.found(FOUND, Category.IP_ADDRESS), route, List.of());
    assertThat(((Decision.Permit) absent).treatments())
        .containsEntry(Category.EMAIL, Treatment.REDACT);
  }
}
