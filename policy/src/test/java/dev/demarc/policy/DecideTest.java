package dev.demarc.policy;

import static dev.demarc.policy.Asked.LIMIT;
import static dev.demarc.policy.Asked.deny;
import static dev.demarc.policy.Asked.financial;
import static dev.demarc.policy.Asked.key;
import static dev.demarc.policy.Asked.nothingIsLaw;
import static dev.demarc.policy.Asked.only;
import static dev.demarc.policy.Asked.passing;
import static dev.demarc.policy.Asked.passingOperator;
import static dev.demarc.policy.Asked.permit;
import static dev.demarc.policy.Asked.read;
import static dev.demarc.policy.Asked.reading;
import static dev.demarc.policy.Asked.rules;
import static dev.demarc.policy.Asked.says;
import static dev.demarc.policy.TestPolicy.exporter;
import static dev.demarc.policy.TestPolicy.facts;
import static dev.demarc.policy.TestPolicy.found;
import static dev.demarc.policy.TestPolicy.internal;
import static dev.demarc.policy.TestPolicy.market;
import static dev.demarc.policy.TestPolicy.noSubject;
import static dev.demarc.policy.TestPolicy.on;
import static dev.demarc.policy.TestPolicy.protection;
import static dev.demarc.policy.TestPolicy.route;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Treatment;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DecideTest {
  private final Policy policy;

  DecideTest() throws BadPolicy {
    policy = TestPolicy.shipped();
  }

  // Who permits, who restricts

  @Test
  void a_us_user_on_openai_us_is_permitted_and_nothing_is_law() {
    Facts facts = found(market(facts(), "US"), Category.PAYMENT_CARD);
    Route route = route(policy, "openai-us");
    Decision.Permit permit = permit(policy.decide(facts, route, List.of()));
    assertThat(permit.treatments()).containsEntry(Category.PAYMENT_CARD, Treatment.PSEUDONYMISE);
    assertThat(permit.counted()).isEmpty();
    assertThat(policy.meters(facts, route)).isEmpty();
    nothingIsLaw(permit);
  }

  @Test
  void a_route_that_the_operator_does_not_list_for_the_market_is_denied_by_policy() {
    Decision.Deny deny =
        deny(policy.decide(market(facts(), "US"), route(policy, "qwen-cn"), List.of()));
    assertThat(rules(deny, Effect.DENIES)).containsExactly("OPR-ROUTE-02");
    nothingIsLaw(deny);
    says(deny.reasons().getFirst()).contains("qwen-cn").contains("market US");
  }

  @Test
  void a_market_without_a_list_permits_nothing() {
    assertThat(policy.routes(TestPolicy.set("FR"), "assistant")).isEmpty();
    Decision decision = policy.decide(market(facts(), "FR"), route(policy, "openai-us"), List.of());
    assertThat(rules(deny(decision), Effect.DENIES)).containsExactly("OPR-ROUTE-02");
  }

  @Test
  void with_two_markets_the_packs_of_both_apply_and_only_a_route_listed_for_both_is_tried_first() {
    Facts both = market(facts(), "CN", "US");
    assertThat(policy.routes(both.markets(), "assistant"))
        .extracting(Route::id)
        .startsWith("openai-us", "qwen-sg")
        .contains("qwen-cn");
    assertThat(
            rules(deny(policy.decide(both, route(policy, "openai-us"), List.of())), Effect.DENIES))
        .containsExactly("GAI-FIL-01");
    assertThat(rules(deny(policy.decide(both, route(policy, "qwen-cn"), List.of())), Effect.DENIES))
        .containsExactly("OPR-ROUTE-02");
  }

  @Test
  void with_two_markets_the_permit_says_so() {
    Facts both = internal(market(facts(), "CN", "US"));
    Decision.Permit permit = permit(policy.decide(both, route(policy, "qwen-sg"), List.of()));
    assertThat(rules(permit, Effect.NOTE)).contains("OPR-MARKET-01");
  }

  @Test
  void the_house_handles_every_category_towards_every_recipient() {
    Facts facts = found(market(facts(), "US"), Category.IP_ADDRESS, Category.WIFI_SSID);
    Decision.Permit permit = permit(policy.decide(facts, route(policy, "openai-us"), List.of()));
    Reason reason = only(permit, Effect.PSEUDONYMISES);
    assertThat(reason.rule()).isEqualTo("HOUSE-CAT-01");
    says(reason).contains("network.ip, wifi.ssid").contains("OpenAI OpCo, LLC");
    assertThat(permit.treatments().keySet()).containsExactlyInAnyOrder(Category.values());
  }

  @Test
  void the_operator_sets_the_houses_handling_per_category() throws BadPolicy {
    Operator operator =
        TestPolicy.OPERATOR.with(
            "house",
            new PackSettings(
                new TreeMap<>(
                    Map.of(
                        Category.IP_ADDRESS, Handling.REDACT,
                        Category.EMAIL, Handling.PASS,
                        Category.PAYMENT_CARD, Handling.DENY)),
                OverThreshold.REDACT));
    Policy set = TestPolicy.shipped(operator);
    Facts facts = found(market(facts(), "US"), Category.IP_ADDRESS, Category.EMAIL);
    Decision.Permit permit = permit(set.decide(facts, route(set, "openai-us"), List.of()));
    assertThat(permit.treatments())
        .containsEntry(Category.IP_ADDRESS, Treatment.REDACT)
        .containsEntry(Category.EMAIL, Treatment.PASS)
        .containsEntry(Category.PAYMENT_CARD, Treatment.REDACT);
    Facts card = found(market(facts(), "US"), Category.PAYMENT_CARD);
    assertThat(rules(deny(set.decide(card, route(set, "openai-us"), List.of())), Effect.DENIES))
        .containsExactly("HOUSE-CAT-01");
  }

  // us-dsp

  @Test
  void payment_data_to_a_covered_person_is_redacted_by_policy_and_does_not_count() {
    Facts facts =
        found(facts(), Category.PAYMENT_CARD, Category.PAYMENT_TRANSACTION, Category.IP_ADDRESS);
    Route route = route(policy, "qwen-cn");
    assertThat(policy.meters(facts, route)).containsExactlyElementsOf(financial(route));
    Decision.Permit permit =
        permit(policy.decide(facts, route, reading(route, 4_711, 4_711, false)));
    assertThat(permit.treatments())
        .containsEntry(Category.PAYMENT_CARD, Treatment.REDACT)
        .containsEntry(Category.PAYMENT_TRANSACTION, Treatment.REDACT)
        .containsEntry(Category.IP_ADDRESS, Treatment.PSEUDONYMISE);
    assertThat(permit.counted()).isEmpty();
    Reason reason = only(permit, Effect.REDACTS);
    assertThat(reason.rule()).isEqualTo("DSP-MIN-FIN");
    assertThat(reason.asOf()).isEqualTo("2026-11-22");
    nothingIsLaw(permit);
  }

  @Test
  void below_the_threshold_nothing_is_called_law_even_where_data_leaves() throws BadPolicy {
    Policy passing = passing(Category.PAYMENT_CARD);
    Facts facts = found(facts(), Category.PAYMENT_CARD);
    Route route = route(passing, "qwen-cn");
    Decision.Permit permit =
        permit(passing.decide(facts, route, reading(route, 9_999, 9_999, false)));
    assertThat(permit.treatments()).containsEntry(Category.PAYMENT_CARD, Treatment.PASS);
    assertThat(permit.counted()).containsExactlyElementsOf(financial(route));
    nothingIsLaw(permit);
    assertThat(rules(permit, Effect.COUNTS)).containsExactly("DSP-VND-FIN", "DSP-CAU-FIN");
    assertThat(permit.reasons())
        .filteredOn(reason -> reason.effect() == Effect.COUNTS)
        .allSatisfy(reason -> says(reason).contains("number 9999 of at most 10000"));
  }

  @Test
  void the_10_000th_person_passes_and_the_10_001st_does_not() throws BadPolicy {
    Policy passing = passing(Category.PAYMENT_CARD);
    Facts facts = found(facts(), Category.PAYMENT_CARD);
    Route route = route(passing, "qwen-cn");
    Decision.Permit last =
        permit(passing.decide(facts, route, reading(route, LIMIT, LIMIT, false)));
    assertThat(last.treatments()).containsEntry(Category.PAYMENT_CARD, Treatment.PASS);
    nothingIsLaw(last);
    Decision.Permit over =
        permit(passing.decide(facts, route, reading(route, LIMIT + 1, LIMIT + 1, false)));
    assertThat(over.treatments()).containsEntry(Category.PAYMENT_CARD, Treatment.REDACT);
    assertThat(over.counted()).isEmpty();
    Reason reason = over.reasons().getFirst();
    assertThat(reason.rule()).isEqualTo("DSP-VND-FIN");
    assertThat(reason.basis()).isEqualTo(Basis.LAW);
    assertThat(reason.effect()).isEqualTo(Effect.REDACTS);
    assertThat(reason.citation()).contains("202.205(e)");
    says(reason).contains("10001 persons").contains("more than 10000");
    assertThat(reason.remedy()).contains("CISA");
  }

  @Test
  void a_person_already_counted_passes_at_the_limit() throws BadPolicy {
    Policy passing = passing(Category.PAYMENT_CARD);
    Facts facts = found(facts(), Category.PAYMENT_CARD);
    Route route = route(passing, "qwen-cn");
    for (long persons : List.of(LIMIT, LIMIT + 1)) {
      Decision.Permit permit =
          permit(passing.decide(facts, route, reading(route, persons, LIMIT, true)));
      assertThat(permit.treatments()).containsEntry(Category.PAYMENT_CARD, Treatment.PASS);
      assertThat(permit.counted()).containsExactlyElementsOf(financial(route));
      nothingIsLaw(permit);
    }
  }

  @Test
  void over_the_limit_the_config_may_deny_instead() throws BadPolicy {
    Policy denying = TestPolicy.shipped(passingOperator(OverThreshold.DENY, Category.PAYMENT_CARD));
    Facts facts = found(facts(), Category.PAYMENT_CARD);
    Route route = route(denying, "qwen-cn");
    permit(denying.decide(facts, route, reading(route, LIMIT, LIMIT, false)));
    Decision.Deny deny =
        deny(denying.decide(facts, route, reading(route, LIMIT + 1, LIMIT + 1, false)));
    assertThat(deny.reasons())
        .extracting(reason -> reason.rule() + " " + reason.basis())
        .containsExactly("DSP-VND-FIN LAW", "DSP-CAU-FIN POLICY");
  }

  @Test
  void the_limit_is_law_only_where_established_persons_alone_pass_it() throws BadPolicy {
    Policy passing = passing(Category.PAYMENT_CARD);
    Route route = route(passing, "qwen-cn");
    Facts declared = found(facts(), Category.PAYMENT_CARD);
    nothingIsLaw(passing.decide(declared, route, reading(route, LIMIT + 1, LIMIT, false)));
    for (Facts facts :
        List.of(
            protection(declared, ProtectionBasis.ASSUMED, "US"),
            protection(declared, ProtectionBasis.ASSUMED),
            protection(declared, ProtectionBasis.DECLARED),
            noSubject(declared))) {
      Decision decision = passing.decide(facts, route, reading(route, LIMIT + 1, LIMIT + 1, false));
      assertThat(permit(decision).treatments())
          .containsEntry(Category.PAYMENT_CARD, Treatment.REDACT);
      nothingIsLaw(decision);
      assertThat(Policy.established(facts)).isFalse();
    }
    assertThat(Policy.established(declared)).isTrue();
  }

  @Test
  void a_meter_that_was_not_read_counts_as_passed_by_policy() throws BadPolicy {
    Policy passing = passing(Category.PAYMENT_CARD);
    Facts facts = found(facts(), Category.PAYMENT_CARD);
    Decision.Permit permit = permit(passing.decide(facts, route(passing, "qwen-cn"), List.of()));
    assertThat(permit.treatments()).containsEntry(Category.PAYMENT_CARD, Treatment.REDACT);
    assertThat(permit.counted()).isEmpty();
    nothingIsLaw(permit);
  }

  @Test
  void pseudonymised_data_counts() throws BadPolicy {
    Operator operator =
        TestPolicy.OPERATOR.with(
            "us-dsp",
            new PackSettings(
                new TreeMap<>(Map.of(Category.PAYMENT_CARD, Handling.PSEUDONYMISE)),
                OverThreshold.REDACT));
    Policy pseudonymising = TestPolicy.shipped(operator);
    Facts facts = found(facts(), Category.PAYMENT_CARD);
    Route route = route(pseudonymising, "qwen-cn");
    Decision.Permit permit =
        permit(pseudonymising.decide(facts, route, reading(route, 1, 1, false)));
    assertThat(permit.treatments()).containsEntry(Category.PAYMENT_CARD, Treatment.PSEUDONYMISE);
    assertThat(permit.counted()).containsExactlyElementsOf(financial(route));
  }

  @Test
  void what_is_redacted_takes_no_place_where_other_categories_of_the_meter_may_pass()
      throws BadPolicy {
    Policy passing = passing(Category.PAYMENT_TRANSACTION);
    Route route = route(passing, "qwen-cn");
    assertThat(passing.meters(found(facts(), Category.PAYMENT_CARD), route)).isEmpty();
    assertThat(passing.meters(found(facts(), Category.PAYMENT_TRANSACTION), route))
        .containsExactlyElementsOf(financial(route));
  }

  @Test
  void eu_protected_persons_are_not_counted_and_us_dsp_treats_nothing_of_theirs() throws BadPolicy {
    Policy accepting = TestPolicy.shipped(TestPolicy.OPERATOR.accepting("EU"));
    Route route = route(accepting, "qwen-cn");
    for (ProtectionBasis basis : ProtectionBasis.values()) {
      Facts facts = protection(found(facts(), Category.PAYMENT_CARD), basis, "EU");
      assertThat(accepting.meters(facts, route)).isEmpty();
      Decision.Permit permit = permit(accepting.decide(facts, route, List.of()));
      assertThat(permit.treatments()).containsEntry(Category.PAYMENT_CARD, Treatment.PSEUDONYMISE);
      assertThat(permit.reasons()).extracting(Reason::pack).doesNotContain("us-dsp");
    }
  }

  @Test
  void a_person_protected_by_us_and_eu_law_counts() throws BadPolicy {
    Policy accepting = TestPolicy.shipped(TestPolicy.OPERATOR.accepting("EU"));
    Facts facts =
        protection(found(facts(), Category.PAYMENT_CARD), ProtectionBasis.DECLARED, "EU", "US");
    Route route = route(accepting, "qwen-cn");
    assertThat(accepting.meters(facts, route)).containsExactlyElementsOf(financial(route));
  }

  @Test
  void an_unknown_person_counts_as_protected_by_policy_and_the_record_says_so() {
    Facts facts = protection(found(facts(), Category.PAYMENT_CARD), ProtectionBasis.ASSUMED);
    Route route = route(policy, "qwen-cn");
    assertThat(policy.meters(facts, route)).containsExactlyElementsOf(financial(route));
    Decision.Permit permit = permit(policy.decide(facts, route, reading(route, 1, 0, false)));
    assertThat(permit.treatments()).containsEntry(Category.PAYMENT_CARD, Treatment.REDACT);
    assertThat(rules(permit, Effect.NOTE)).containsExactly("OPR-PROT-03");
    nothingIsLaw(permit);
  }

  @Test
  void without_a_subject_a_counted_request_says_that_it_is_a_new_person() throws BadPolicy {
    Policy passing = passing(Category.PAYMENT_CARD);
    Facts facts = noSubject(found(facts(), Category.PAYMENT_CARD));
    Route route = route(passing, "qwen-cn");
    Decision.Permit permit = permit(passing.decide(facts, route, reading(route, 1, 0, false)));
    assertThat(rules(permit, Effect.NOTE)).containsExactly("OPR-SUBJECT-01");
    nothingIsLaw(permit);
  }

  @Test
  void an_exporter_in_china_is_not_bound_by_us_dsp_although_its_parent_is_american() {
    Facts facts = exporter(found(facts(), Category.PAYMENT_CARD), "example-phones-cn");
    Route route = route(policy, "qwen-cn");
    assertThat(policy.meters(facts, route)).isEmpty();
    Decision.Permit permit = permit(policy.decide(facts, route, List.of()));
    assertThat(permit.treatments()).containsEntry(Category.PAYMENT_CARD, Treatment.PSEUDONYMISE);
    assertThat(permit.reasons()).extracting(Reason::pack).containsOnly("house", "operator");
  }

  @Test
  void us_dsp_asks_for_the_exporter_and_not_for_the_market() {
    Facts facts = found(market(facts(), "DE"), Category.PAYMENT_CARD);
    Decision.Permit permit = permit(policy.decide(facts, route(policy, "qwen-sg"), List.of()));
    assertThat(permit.treatments()).containsEntry(Category.PAYMENT_CARD, Treatment.REDACT);
  }

  @Test
  void singapore_is_covered_through_the_group_whose_place_of_business_is_hong_kong() {
    Facts facts = found(market(facts(), "US"), Category.PAYMENT_CARD);
    Decision.Permit permit = permit(policy.decide(facts, route(policy, "qwen-sg"), List.of()));
    says(only(permit, Effect.REDACTS))
        .contains("Alibaba Cloud (Singapore) Private Limited is owned to 100 % by Alibaba Group")
        .contains("principal place of business in Hong Kong")
        .contains("which counts as China");
  }

  @Test
  void before_us_dsp_took_effect_nothing_of_it_applies() {
    Facts facts = on(found(facts(), Category.PAYMENT_CARD), LocalDate.of(2025, 4, 7));
    Decision.Permit permit = permit(policy.decide(facts, route(policy, "qwen-cn"), List.of()));
    assertThat(permit.treatments()).containsEntry(Category.PAYMENT_CARD, Treatment.PSEUDONYMISE);
  }

  @Test
  void access_points_are_treated_as_precise_geolocation_by_policy() {
    Facts facts = found(facts(), Category.WIFI_BSSID, Category.WIFI_SSID);
    Decision.Permit permit = permit(policy.decide(facts, route(policy, "qwen-cn"), List.of()));
    assertThat(permit.treatments())
        .containsEntry(Category.WIFI_BSSID, Treatment.REDACT)
        .containsEntry(Category.WIFI_SSID, Treatment.PSEUDONYMISE);
    assertThat(only(permit, Effect.REDACTS).rule()).isEqualTo("DSP-MIN-GEO");
    nothingIsLaw(permit);
  }

  @Test
  void a_geolocation_meter_over_its_limit_is_policy_since_its_reading_is() throws BadPolicy {
    Policy passing = passing(Category.WIFI_BSSID);
    Facts facts = found(facts(), Category.WIFI_BSSID);
    Route route = route(passing, "qwen-cn");
    Decision within = passing.decide(facts, route, read(route, 1_000, "geolocation"));
    assertThat(permit(within).counted()).containsExactly(key("geolocation", route));
    Decision over = passing.decide(facts, route, read(route, 1_001, "geolocation"));
    assertThat(permit(over).treatments()).containsEntry(Category.WIFI_BSSID, Treatment.REDACT);
    nothingIsLaw(over);
  }

  // Opaque content

  @Test
  void opaque_content_is_denied_to_covered_persons_and_in_strict_markets() {
    Facts us = found(market(facts(), "US"), Category.OPAQUE);
    permit(policy.decide(us, route(policy, "openai-us"), List.of()));
    assertThat(rules(deny(policy.decide(us, route(policy, "qwen-sg"), List.of())), Effect.DENIES))
        .containsExactly("DSP-MIN-OPQ");
    Facts china = exporter(found(facts(), Category.OPAQUE), "example-phones-cn");
    assertThat(
            rules(deny(policy.decide(china, route(policy, "qwen-cn"), List.of())), Effect.DENIES))
        .containsExactly("HOUSE-OPQ-01");
  }

  @Test
  void opaque_content_that_may_pass_to_a_covered_person_counts_and_is_never_law() throws BadPolicy {
    Policy passing = passing(Category.OPAQUE);
    Facts facts = found(facts(), Category.OPAQUE);
    Route route = route(passing, "qwen-cn");
    assertThat(passing.meters(facts, route)).containsExactly(key("financial-cautious", route));
    Decision within = passing.decide(facts, route, reading(route, 1, 0, false));
    assertThat(permit(within).counted()).hasSize(1);
    Decision over = passing.decide(facts, route, reading(route, LIMIT + 1, LIMIT + 1, false));
    assertThat(rules(deny(over), Effect.DENIES)).containsExactly("OPR-CAT-02");
    nothingIsLaw(over);
  }

  @Test
  void the_operator_names_the_strict_markets() throws BadPolicy {
    Operator operator =
        new Operator(
            TestPolicy.OPERATOR.routes(),
            TestPolicy.OPERATOR.packs(),
            Optional.of(TestPolicy.set("US")),
            TestPolicy.OPERATOR.acceptedWithoutPack(),
            TestPolicy.OPERATOR.endpoints(),
            TestPolicy.OPERATOR.additions());
    Policy strict = TestPolicy.shipped(operator);
    Facts us = found(market(facts(), "US"), Category.OPAQUE);
    deny(strict.decide(us, route(strict, "openai-us"), List.of()));
    Facts china = exporter(found(facts(), Category.OPAQUE), "example-phones-cn");
    permit(strict.decide(china, route(strict, "qwen-cn"), List.of()));
  }

  // cn-genai

  @Test
  void a_model_without_a_filing_is_refused_publicly_in_the_mainland_by_law() {
    Decision.Deny deny = deny(policy.decide(facts(), route(policy, "openai-us"), List.of()));
    Reason reason = deny.reasons().getFirst();
    assertThat(reason.rule()).isEqualTo("GAI-FIL-01");
    assertThat(reason.basis()).isEqualTo(Basis.LAW);
    assertThat(reason.citation()).contains("art. 17");
    assertThat(reason.remedy()).contains("internally");
    permit(policy.decide(facts(), route(policy, "qwen-cn"), List.of()));
  }

  @Test
  void singapore_has_no_filing_of_its_own() {
    assertThat(
            rules(deny(policy.decide(facts(), route(policy, "qwen-sg"), List.of())), Effect.DENIES))
        .containsExactly("GAI-FIL-01");
  }

  @Test
  void on_an_internal_channel_and_in_other_markets_cn_genai_is_off() {
    permit(policy.decide(internal(facts()), route(policy, "openai-us"), List.of()));
    permit(policy.decide(market(facts(), "DE"), route(policy, "openai-us"), List.of()));
  }

  @Test
  void a_filing_holds_from_its_first_to_its_last_day() {
    Route filed = route(policy, "qwen-cn");
    LocalDate from = LocalDate.of(2023, 9, 1);
    LocalDate until = LocalDate.of(2023, 12, 31);
    Route ending = TestPolicy.filedUntil(filed, until);
    for (LocalDate day : List.of(from, until)) {
      permit(policy.decide(on(facts(), day), ending, List.of()));
    }
    for (LocalDate day : List.of(from.minusDays(1), until.plusDays(1))) {
      deny(policy.decide(on(facts(), day), ending, List.of()));
    }
  }

  @Test
  void a_synthetic_filing_is_worth_nothing_on_a_real_route() {
    Route real = TestPolicy.syntheticallyFiled(route(policy, "qwen-cn"));
    Route simulated = TestPolicy.syntheticallyFiled(route(policy, "simulator-qwen-cn"));
    deny(policy.decide(facts(), real, List.of()));
    permit(policy.decide(facts(), simulated, List.of()));
  }

  @Test
  void the_models_that_a_caller_is_offered_are_those_some_route_would_be_permitted_for() {
    assertThat(policy.models(TestPolicy.set("CN")))
        .containsExactly("assistant", "gpt-6.1-terra", "qwen3.7-plus");
    assertThat(policy.models(facts())).containsExactly("assistant", "qwen3.7-plus");
    assertThat(policy.models(TestPolicy.set("FR"))).isEmpty();
  }

  // Protection without a pack, parties that nobody knows

  @Test
  void a_protection_for_which_no_pack_is_loaded_refuses_unless_it_is_accepted_by_name()
      throws BadPolicy {
    Facts facts = protection(market(facts(), "US"), ProtectionBasis.DECLARED, "EU");
    Decision.Deny deny = deny(policy.decide(facts, route(policy, "openai-us"), List.of()));
    assertThat(rules(deny, Effect.DENIES)).containsExactly("OPR-PROT-01");
    nothingIsLaw(deny);
    assertThat(deny.reasons().getFirst().remedy()).contains("accepted_without_pack");
    Policy accepting = TestPolicy.shipped(TestPolicy.OPERATOR.accepting("EU"));
    Decision.Permit permit =
        permit(accepting.decide(facts, route(accepting, "openai-us"), List.of()));
    says(only(permit, Effect.NOTE)).contains("EU").contains("accepts that by name");
  }

  @Test
  void an_exporter_or_recipient_that_nobody_knows_is_denied() {
    Facts facts = exporter(market(facts(), "US"), "nobody");
    Decision decision = policy.decide(facts, route(policy, "openai-us"), List.of());
    assertThat(rules(deny(decision), Effect.DENIES)).containsExactly("OPR-PARTY-01");
    Route unknown = TestPolicy.to(route(policy, "openai-us"), "nobody");
    Decision other = policy.decide(market(facts(), "US"), unknown, List.of());
    assertThat(rules(deny(other), Effect.DENIES)).containsExactly("OPR-PARTY-02");
  }

  // Simulated routes, endpoints that are pointed elsewhere

  @Test
  void every_reason_on_a_simulated_route_says_simulated_and_none_on_a_real_one_does() {
    Facts facts = found(facts(), Category.PAYMENT_CARD, Category.IP_ADDRESS);
    Route simulated = route(policy, "simulator-qwen-cn");
    Trace trace = policy.explain(facts, simulated, reading(simulated, 1, 1, false));
    assertThat(trace.decision().reasons())
        .isNotEmpty()
        .allSatisfy(reason -> says(reason).startsWith("Simulated: "));
    assertThat(trace.heading()).contains("(simulated)");
    assertThat(trace.coverage().orElseThrow().words()).contains("is simulated");
    assertThat(policy.decide(facts, route(policy, "qwen-cn"), List.of()).reasons())
        .isNotEmpty()
        .allSatisfy(reason -> says(reason).doesNotContainIgnoringCase("simulated"));
  }

  @Test
  void a_simulated_route_is_decided_like_the_one_it_stands_for_and_counts_apart() {
    Route simulated = route(policy, "simulator-qwen-cn");
    Route real = route(policy, "qwen-cn");
    assertThat(simulated.inference()).isEqualTo(real.inference());
    assertThat(simulated.filing()).isEqualTo(real.filing());
    Facts facts = found(facts(), Category.PAYMENT_CARD);
    assertThat(permit(policy.decide(facts, simulated, List.of())).treatments())
        .isEqualTo(permit(policy.decide(facts, real, List.of())).treatments());
    assertThat(policy.meters(facts, simulated))
        .doesNotContainAnyElementsOf(policy.meters(facts, real));
  }

  @Test
  void a_route_that_is_pointed_elsewhere_says_so() throws BadPolicy {
    URI elsewhere = URI.create("http://127.0.0.1:9999/v1");
    Policy pointing = TestPolicy.shipped(TestPolicy.OPERATOR.pointing("qwen-cn", elsewhere));
    Route route = route(pointing, "qwen-cn");
    assertThat(route.endpoint()).isEqualTo(elsewhere);
    assertThat(route.endpointOverridden()).isTrue();
    assertThat(route(pointing, "qwen-sg").endpointOverridden()).isFalse();
  }

  // Explaining

  @Test
  void explain_names_every_rule_in_order_with_what_became_of_it() {
    Facts facts = found(facts(), Category.PAYMENT_CARD);
    Route route = route(policy, "qwen-cn");
    Trace trace = policy.explain(facts, route, reading(route, 1, 1, false));
    assertThat(trace.decision())
        .isEqualTo(policy.decide(facts, route, reading(route, 1, 1, false)));
    assertThat(trace.steps())
        .extracting(step -> step.pack() + " " + step.rule() + " " + step.result())
        .containsSubsequence(
            "operator OPR-ROUTE-01 APPLIES",
            "cn-genai  APPLIES",
            "cn-genai GAI-FIL-01 DOES_NOT_APPLY",
            "house HOUSE-CAT-01 APPLIES",
            "us-dsp  APPLIES",
            "us-dsp DSP-MIN-FIN APPLIES",
            "us-dsp DSP-VND-FIN APPLIES",
            "us-dsp DSP-VND-FIN RESTRICTS_NOTHING");
    assertThat(trace.lines())
        .anySatisfy(words -> assertThat(words).contains("filed as ZheJiang-TongYiQianWen-20230901"))
        .anySatisfy(
            words -> assertThat(words).contains("the exporter Example Phones, Inc. is a U.S."))
        .anySatisfy(words ->
            assertThat(words)
                .startsWith("us-dsp DSP-VND-FIN restricts nothing (")
                .endsWith("nothing that us-dsp/financial counts leaves"));
  }

  @Test
  void explain_says_once_what_all_rules_of_a_pack_share() {
    Route route = route(policy, "qwen-cn");
    Facts facts = found(facts(), Category.PAYMENT_CARD);
    List<String> lines = policy.explain(facts, route, reading(route, 1, 1, false)).lines();

    String begin = "us-dsp, for each of its rules: ";
    String shared = lines.stream().filter(line -> line.startsWith(begin)).findFirst().orElseThrow();
    assertThat(shared.substring(begin.length()).split("; ", -1))
        .as("a covered person, and protection")
        .hasSize(2)
        .allSatisfy(clause ->
            assertThat(lines).filteredOn(line -> line.contains(clause)).containsOnly(shared));
    assertThat(lines).anyMatch(line -> line.matches("us-dsp DSP-MIN-FIN applies.*\\)"));
    assertThat(lines).noneMatch(line -> line.startsWith("operator, for each"));
  }
}
