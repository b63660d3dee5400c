package dev.demarc.policy;

import static dev.demarc.policy.Asked.LIMIT;
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
import static dev.demarc.policy.TestPolicy.facts;
import static dev.demarc.policy.TestPolicy.found;
import static dev.demarc.policy.TestPolicy.market;
import static dev.demarc.policy.TestPolicy.route;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Treatment;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/// What leaves together: linked identifiers, meters that count one person twice, and sentences
/// about many categories.
class CombinationTest {
  private final Policy policy;

  CombinationTest() throws BadPolicy {
    policy = TestPolicy.shipped();
  }

  @Test
  void one_listed_identifier_alone_is_only_pseudonymised() {
    for (Category category : List.of(Category.IP_ADDRESS, Category.MAC_ADDRESS, Category.EMAIL)) {
      Decision decision =
          policy.decide(found(facts(), category), route(policy, "qwen-cn"), List.of());
      assertThat(permit(decision).treatments()).containsEntry(category, Treatment.PSEUDONYMISE);
    }
  }

  @Test
  void linked_listed_identifiers_are_redacted_together_by_policy() {
    Facts facts = found(facts(), Category.IP_ADDRESS, Category.MAC_ADDRESS);
    Decision.Permit permit = permit(policy.decide(facts, route(policy, "qwen-cn"), List.of()));
    assertThat(permit.treatments())
        .containsEntry(Category.IP_ADDRESS, Treatment.REDACT)
        .containsEntry(Category.MAC_ADDRESS, Treatment.REDACT);
    assertThat(only(permit, Effect.REDACTS).rule()).isEqualTo("DSP-MIN-CPI");
    assertThat(permit.counted()).isEmpty();
    nothingIsLaw(permit);
  }

  @Test
  void two_hardware_addresses_are_linked_identifiers_and_two_contacts_are_not() {
    Facts macs = found(facts(), Category.MAC_ADDRESS, Category.MAC_ADDRESS);
    Facts mails = found(facts(), Category.EMAIL, Category.EMAIL);
    Route route = route(policy, "qwen-cn");
    assertThat(permit(policy.decide(macs, route, List.of())).treatments())
        .containsEntry(Category.MAC_ADDRESS, Treatment.REDACT);
    assertThat(permit(policy.decide(mails, route, List.of())).treatments())
        .containsEntry(Category.EMAIL, Treatment.PSEUDONYMISE);
  }

  @Test
  void an_identifier_beside_a_redacted_card_is_not_linked_to_it() {
    Facts facts = found(facts(), Category.IP_ADDRESS, Category.PAYMENT_CARD);
    Decision.Permit permit = permit(policy.decide(facts, route(policy, "qwen-cn"), List.of()));
    assertThat(permit.treatments()).containsEntry(Category.IP_ADDRESS, Treatment.PSEUDONYMISE);
  }

  @Test
  void linked_identifiers_that_may_pass_count_toward_100_000() throws BadPolicy {
    Policy passing = passing(Category.IP_ADDRESS, Category.MAC_ADDRESS);
    Facts facts = found(facts(), Category.IP_ADDRESS, Category.MAC_ADDRESS);
    Route route = route(passing, "qwen-cn");
    List<MeterKey> keys = List.of(key("identifiers", route), key("identifiers-cautious", route));
    assertThat(passing.meters(facts, route)).containsExactlyElementsOf(keys);
    String[] meters = {"identifiers", "identifiers-cautious"};
    Decision last = passing.decide(facts, route, read(route, 100_000, meters));
    assertThat(permit(last).counted()).containsExactlyElementsOf(keys);
    Decision over = passing.decide(facts, route, read(route, 100_001, meters));
    assertThat(permit(over).treatments())
        .containsEntry(Category.IP_ADDRESS, Treatment.REDACT)
        .containsEntry(Category.MAC_ADDRESS, Treatment.REDACT);
    assertThat(over.reasons().getFirst().basis()).isEqualTo(Basis.LAW);
    assertThat(over.reasons().getFirst().rule()).isEqualTo("DSP-VND-CPI");
  }

  @Test
  void letting_data_of_two_meters_leave_is_warned_of_since_combined_data_has_no_meter()
      throws BadPolicy {
    assertThat(policy.warnings()).isEmpty();
    assertThat(passing(Category.PAYMENT_CARD).warnings()).isEmpty();
    assertThat(passing(Category.PAYMENT_CARD, Category.CRYPTO_ADDRESS).warnings()).isEmpty();
    assertThat(passing(Category.WIFI_BSSID, Category.PRECISE_LOCATION).warnings()).isEmpty();
    assertThat(passing(Category.WIFI_BSSID, Category.HEALTH_HINT).warnings())
        .singleElement(as(InstanceOfAssertFactories.STRING))
        .contains("(us-dsp/geolocation, us-dsp/health)");
    assertThat(passing(Category.PAYMENT_TRANSACTION, Category.IP_ADDRESS).warnings())
        .singleElement(as(InstanceOfAssertFactories.STRING))
        .contains("us-dsp/financial, us-dsp/identifiers")
        .contains("combined data");
  }

  @Test
  void one_identifier_that_passes_with_a_payment_counts_in_both_meters() throws BadPolicy {
    Policy passing = passing(Category.IP_ADDRESS, Category.PAYMENT_TRANSACTION);
    Facts facts = found(facts(), Category.IP_ADDRESS, Category.PAYMENT_TRANSACTION);
    assertThat(passing.meters(facts, route(passing, "qwen-cn")))
        .extracting(MeterKey::meter)
        .containsExactly(
            "us-dsp/financial",
            "us-dsp/financial-cautious",
            "us-dsp/identifiers",
            "us-dsp/identifiers-cautious");
  }

  @Test
  void a_limit_of_law_is_held_before_a_cautious_one_wherever_they_stand() throws BadPolicy {
    Sources shipped = TestPolicy.sources();
    String dsp = String.valueOf(shipped.packs().get("packs/us-dsp.yaml"));
    int cautious = dsp.indexOf("  - id: DSP-CAU-FIN");
    String rule = dsp.substring(cautious, dsp.indexOf("  - id: DSP-CAU-CPI"));
    TreeMap<String, String> packs = new TreeMap<>(shipped.packs());
    packs.put(
        "packs/us-dsp.yaml",
        dsp.replace(rule, "").replace("  - id: DSP-VND-FIN", rule + "  - id: DSP-VND-FIN"));
    Policy passing =
        Policy.load(
            new Sources(packs, shipped.catalogue(), shipped.parties()),
            passingOperator(OverThreshold.REDACT, Category.PAYMENT_CARD));
    Route route = route(passing, "qwen-cn");
    Facts facts = found(facts(), Category.PAYMENT_CARD);
    Decision over = passing.decide(facts, route, reading(route, LIMIT + 1, LIMIT + 1, false));
    assertThat(rules(over, Effect.REDACTS)).containsExactly("DSP-VND-FIN");
  }

  @Test
  void a_reason_about_many_categories_counts_them_by_family() {
    Facts few = found(market(facts(), "US"), Category.EMAIL, Category.PHONE);
    Route route = route(policy, "openai-us");
    says(only(policy.decide(few, route, List.of()), Effect.PSEUDONYMISES))
        .contains("contact.email, contact.phone");
    Facts many =
        found(
            market(facts(), "US"),
            Category.EMAIL,
            Category.PHONE,
            Category.POSTAL_ADDRESS,
            Category.IMEI,
            Category.IMSI,
            Category.ICCID,
            Category.MEID,
            Category.US_SSN,
            Category.PERSON_NAME);
    says(only(policy.decide(many, route, List.of()), Effect.PSEUDONYMISES))
        .contains("9 categories: contact.* (3), device.* (4), identity.* (1), person.* (1)");
  }
}
