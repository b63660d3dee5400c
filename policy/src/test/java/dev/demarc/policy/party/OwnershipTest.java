package dev.demarc.policy.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.policy.party.Coverage.Status;
import dev.demarc.policy.party.CoveredPersons.CountryOfConcern;
import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.Yaml;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// 28 CFR 202.211 and 202.256, limb by limb.
class OwnershipTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final CoveredPersons LAW =
      new CoveredPersons(
          List.of(
              new CountryOfConcern("China", Map.of("CN", "China", "HK", "Hong Kong")),
              new CountryOfConcern("Russia", Map.of("RU", "Russia"))),
          BigDecimal.valueOf(50),
          "us-attorney-general",
          "28 CFR 202.211");

  private final StringBuilder yaml = new StringBuilder("parties:\n");

  private OwnershipTest entity(String id, String charter, String place, String... owners) {
    yaml.append("  - {id: ").append(id).append(", name: ").append(id);
    yaml.append(charter.isEmpty() ? "" : ", charter: {in: [" + charter + "]" + sourced() + "}");
    yaml.append(place.isEmpty() ? "" : ", principal_place: {in: " + place + sourced() + "}");
    yaml.append(", owners: [");
    for (String owner : owners) {
      String[] parts = owner.split(" ", 2);
      yaml.append("{owner: ").append(parts[0]).append(", ").append(share(parts[1]));
      yaml.append(sourced()).append("}, ");
    }
    yaml.append("]}\n");
    return this;
  }

  private static String share(String share) {
    if (share.contains("..")) {
      String[] range = share.split("\\.\\.", 2);
      return "percent_at_least: " + range[0] + ", percent_at_most: " + range[1];
    }
    return share.contains(":") ? share : "percent: " + share;
  }

  private static String sourced() {
    return ", source: made up, as_of: 2026-11-23, confidence: HIGH";
  }

  /// An entity of which every owner is known: those that are not listed are not covered.
  private OwnershipTest closed(String id, String charter, String place, String... owners) {
    entity(id, charter, place, owners);
    yaml.setLength(yaml.length() - 2);
    yaml.append(", other_owners: NOT_COVERED}\n");
    return this;
  }

  private OwnershipTest line(String line) {
    yaml.append("  - {").append(line).append("}\n");
    return this;
  }

  private OwnershipTest state(String id, String country) {
    return line(
        "id: "
            + id
            + ", name: "
            + id
            + ", kind: STATE, principal_place: {in: "
            + country
            + sourced()
            + "}");
  }

  private Coverage coverage(String id) throws BadYaml {
    return coverage(id, TODAY);
  }

  private Coverage coverage(String id, LocalDate date) throws BadYaml {
    PartyReader reader = new PartyReader();
    reader.read(Yaml.read("parties/test.yaml", yaml.toString()));
    return new Ownership(reader.parties(), LAW).of(id, date);
  }

  private void is(String id, Status status) throws BadYaml {
    assertThat(coverage(id).status()).as(id).isEqualTo(status);
  }

  // Limb 1: charter and place

  @Test
  void an_entity_chartered_in_a_country_of_concern_is_covered() throws BadYaml {
    closed("a", "CN", "SG").closed("b", "HK", "SG").closed("c", "SG", "SG");
    is("a", Status.COVERED);
    is("b", Status.COVERED);
    is("c", Status.NOT_COVERED);
  }

  @Test
  void an_entity_whose_place_of_business_is_in_a_country_of_concern_is_covered() throws BadYaml {
    closed("a", "KY", "HK");
    is("a", Status.COVERED);
    assertThat(coverage("a").words())
        .isEqualTo(
            "a has its principal place of business in Hong Kong, which counts as China, a country"
                + " of concern (28 CFR 202.211(a)(1))");
  }

  // U.S. persons

  @Test
  void a_us_organised_subsidiary_of_a_covered_parent_is_not_covered_unless_designated()
      throws BadYaml {
    closed("parent", "CN", "CN").closed("us-sub", "US-DE", "US", "parent 100");
    is("us-sub", Status.US_PERSON);
    assertThat(coverage("us-sub").applies()).isFalse();
    line(
        "id: listed, name: listed, charter: {in: [US-DE]"
            + sourced()
            + "}, designations: [{by:"
            + " us-attorney-general, from: 2026-01-01"
            + sourced()
            + "}]");
    is("listed", Status.COVERED);
  }

  @Test
  void a_us_entity_with_its_place_of_business_in_china_is_still_a_us_person() throws BadYaml {
    closed("a", "US-CA", "CN");
    is("a", Status.US_PERSON);
  }

  @Test
  void an_entity_chartered_also_elsewhere_is_not_solely_american() throws BadYaml {
    closed("a", "US, CN", "US");
    is("a", Status.COVERED);
  }

  @Test
  void a_subsidiary_chartered_in_china_is_covered_although_its_parent_is_american() throws BadYaml {
    closed("us-parent", "US", "US").closed("a", "CN", "CN", "us-parent 100");
    is("a", Status.COVERED);
  }

  // Ownership

  @Test
  void exactly_fifty_percent_counts_and_a_little_less_does_not() throws BadYaml {
    closed("cn", "CN", "CN").closed("a", "SG", "SG", "cn 50").closed("b", "SG", "SG", "cn 49.999");
    is("a", Status.COVERED);
    is("b", Status.NOT_COVERED);
  }

  @Test
  void owners_add_up() throws BadYaml {
    closed("cn", "CN", "CN").closed("ru", "RU", "RU").closed("a", "SG", "SG", "cn 25", "ru 25");
    is("a", Status.COVERED);
    assertThat(coverage("a").words()).contains("25 % by cn").contains("25 % by ru");
  }

  @Test
  void a_covered_owner_passes_on_its_whole_stake_down_a_chain() throws BadYaml {
    closed("cn", "CN", "CN")
        .closed("middle", "SG", "SG", "cn 60")
        .closed("bottom", "IE", "IE", "middle 60");
    is("bottom", Status.COVERED);
  }

  @Test
  void what_is_held_through_an_american_holding_is_held_indirectly() throws BadYaml {
    closed("cn", "CN", "CN")
        .closed("us-holding", "US-DE", "US", "cn 100")
        .closed("bottom", "KY", "SG", "us-holding 100");
    is("us-holding", Status.US_PERSON);
    is("bottom", Status.COVERED);
  }

  @Test
  void thirty_of_the_state_and_thirty_of_a_covered_company_are_covered_by_policy_only()
      throws BadYaml {
    state("cn-state", "CN")
        .closed("cn", "CN", "CN")
        .closed("a", "SG", "SG", "cn-state 30", "cn 30");
    is("a", Status.TREATED_AS_COVERED);
  }

  @Test
  void the_state_and_a_company_of_limb_2_add_up_within_limb_1() throws BadYaml {
    state("cn-state", "CN")
        .closed("cn", "CN", "CN")
        .closed("limb2", "SG", "SG", "cn 50")
        .closed("a", "SG", "SG", "cn-state 25", "limb2 25");
    is("a", Status.COVERED);
  }

  @Test
  void a_company_of_the_state_is_covered_and_so_is_what_it_owns() throws BadYaml {
    state("cn-state", "CN")
        .closed("owned", "LU", "LU", "cn-state 50")
        .closed("below", "LU", "LU", "owned 50");
    is("owned", Status.COVERED);
    is("below", Status.COVERED);
  }

  @Test
  void a_cycle_of_owners_ends() throws BadYaml {
    closed("a", "SG", "SG", "b 60").closed("b", "SG", "SG", "a 60");
    is("a", Status.NOT_COVERED);
    closed("c", "SG", "SG", "d 60")
        .closed("d", "SG", "SG", "c 60", "cn 40")
        .closed("cn", "CN", "CN");
    is("c", Status.NOT_COVERED);
    closed("e", "SG", "SG", "f 60").closed("f", "SG", "SG", "e 40", "cn 60");
    is("e", Status.COVERED);
    assertThat(coverage("e").path()).hasSizeLessThan(6);
  }

  @Test
  void a_range_is_law_at_its_least_and_policy_at_its_most() throws BadYaml {
    closed("cn", "CN", "CN")
        .closed("a", "SG", "SG", "cn 50..75")
        .closed("b", "SG", "SG", "cn 25..50")
        .closed("c", "SG", "SG", "cn 10..25");
    is("a", Status.COVERED);
    is("b", Status.TREATED_AS_COVERED);
    is("c", Status.NOT_COVERED);
  }

  // What is not known

  @Test
  void an_entity_whose_owners_nobody_knows_is_treated_as_covered_by_policy() throws BadYaml {
    entity("a", "FR", "FR");
    is("a", Status.TREATED_AS_COVERED);
    assertThat(coverage("a").words()).contains("stricter branch, by policy");
  }

  @Test
  void unknown_owners_count_only_where_with_the_known_they_could_reach_the_share() throws BadYaml {
    closed("ie", "IE", "IE");
    entity("a", "FR", "FR", "ie 50").entity("b", "FR", "FR", "ie 50.001");
    is("a", Status.TREATED_AS_COVERED);
    is("b", Status.NOT_COVERED);
  }

  @Test
  void a_charter_or_place_nobody_stated_takes_the_stricter_branch() throws BadYaml {
    closed("a", "", "FR").closed("b", "FR", "").closed("c", "", "CN");
    is("a", Status.TREATED_AS_COVERED);
    is("b", Status.TREATED_AS_COVERED);
    is("c", Status.TREATED_AS_COVERED);
  }

  @Test
  void the_unlisted_owners_of_an_american_company_are_not_held_against_what_it_owns()
      throws BadYaml {
    entity("us", "US", "US").closed("a", "IE", "IE", "us 100");
    is("a", Status.NOT_COVERED);
  }

  @Test
  void a_party_that_is_not_known_is_treated_as_covered() throws BadYaml {
    closed("a", "FR", "FR");
    is("b", Status.TREATED_AS_COVERED);
  }

  // Individuals and designations

  @Test
  void a_resident_of_and_a_worker_for_a_country_of_concern_are_covered_and_pass_it_on()
      throws BadYaml {
    state("cn-state", "CN")
        .line("id: r, name: r, kind: INDIVIDUAL, principal_place: {in: RU" + sourced() + "}")
        .line(
            "id: w, name: w, kind: INDIVIDUAL, principal_place: {in: FR"
                + sourced()
                + "}, works_for: [cn-state]")
        .line(
            "id: us, name: us, kind: INDIVIDUAL, us_person: true, principal_place: {in: CN"
                + sourced()
                + "}, works_for: [cn-state]")
        .closed("a", "FR", "FR", "r 50")
        .closed("b", "FR", "FR", "w 50")
        .closed("c", "FR", "FR", "us 50");
    is("r", Status.COVERED);
    is("w", Status.COVERED);
    is("us", Status.US_PERSON);
    is("a", Status.COVERED);
    is("b", Status.COVERED);
    is("c", Status.NOT_COVERED);
  }

  @Test
  void a_designation_counts_from_its_first_to_its_last_day_and_only_by_the_named_authority()
      throws BadYaml {
    line(
        "id: a, name: a, charter: {in: [FR]"
            + sourced()
            + "}, principal_place: {in: FR"
            + sourced()
            + "}, other_owners: NOT_COVERED, designations: [{by: us-attorney-general,"
            + " from: 2026-03-01, until: 2026-04-01"
            + sourced()
            + "}]");
    line(
        "id: b, name: b, charter: {in: [FR]"
            + sourced()
            + "}, principal_place: {in: FR"
            + sourced()
            + "}, other_owners: NOT_COVERED, designations: [{by: someone-else,"
            + " from: 2026-03-01"
            + sourced()
            + "}]");
    assertThat(coverage("a", LocalDate.of(2026, 2, 28)).applies()).isFalse();
    assertThat(coverage("a", LocalDate.of(2026, 3, 1)).applies()).isTrue();
    assertThat(coverage("a", LocalDate.of(2026, 4, 1)).applies()).isTrue();
    assertThat(coverage("a", LocalDate.of(2026, 4, 2)).applies()).isFalse();
    assertThat(coverage("b").applies()).isFalse();
  }

  @Test
  void ownership_holds_between_its_days() throws BadYaml {
    closed("cn", "CN", "CN");
    closed("a", "SG", "SG", "cn percent: 60, from: 2026-01-01, until: 2026-06-30");
    assertThat(coverage("a", LocalDate.of(2025, 12, 31)).applies()).isFalse();
    assertThat(coverage("a", LocalDate.of(2026, 1, 1)).applies()).isTrue();
    assertThat(coverage("a", LocalDate.of(2026, 6, 30)).applies()).isTrue();
    assertThat(coverage("a", LocalDate.of(2026, 7, 1)).applies()).isFalse();
  }

  // Reading

  @Test
  void an_owner_that_nobody_knows_stops_the_load_with_its_place_and_the_nearest_name() {
    closed("holding", "SG", "SG").closed("a", "SG", "SG", "holdin 50");
    assertThatThrownBy(() -> coverage("a"))
        .isInstanceOf(BadYaml.class)
        .hasMessageStartingWith("parties/test.yaml:3:")
        .hasMessageEndingWith("unknown party `holdin`; the nearest known is `holding`");
  }

  @Test
  void a_share_over_a_hundred_or_an_upside_down_range_stops_the_load() {
    closed("cn", "CN", "CN").closed("a", "SG", "SG", "cn 101");
    assertThatThrownBy(() -> coverage("a")).hasMessageContaining("more than 100 percent");
    yaml.setLength(0);
    yaml.append("parties:\n");
    closed("cn", "CN", "CN").closed("a", "SG", "SG", "cn 50..20");
    assertThatThrownBy(() -> coverage("a")).hasMessageContaining("upside down");
  }

  @Test
  void a_party_that_stands_twice_stops_the_load() {
    closed("a", "SG", "SG").closed("a", "CN", "CN");
    assertThatThrownBy(() -> coverage("a")).hasMessageContaining("the party `a` stands twice");
  }
}
