package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import dev.demarc.policy.party.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  @Test
  void removing_every_claim_and_list_edition_changes_no_decision() throws BadPolicy {
    Sources sources = TestPolicy.sources();
    TreeMap<String, String> parties = new TreeMap<>(sources.parties());
    parties.remove("parties/alibaba-claims.yaml");
    parties.computeIfPresent(
        "parties/alibaba.yaml", (name, text) -> text.substring(0, text.indexOf("listings:")));
    Policy with = TestPolicy.shipped();
    Policy without =
        Policy.load(
            new Sources(sources.packs(), sources.catalogue(), parties), TestPolicy.OPERATOR);
    assertThat(with.parties().claims()).isNotEmpty();
    assertThat(with.parties().listings()).isNotEmpty();
    assertThat(without.parties().claims()).isEmpty();
    assertThat(without.parties().listings()).isEmpty();
    int decided = 0;
    for (Facts facts : manyFacts()) {
      for (String id : with.catalogue().byId().keySet()) {
        Route route = TestPolicy.route(with, id);
        assertThat(without.explain(facts, route, List.of()))
            .isEqualTo(with.explain(facts, route, List.of()));
        decided++;
      }
    }
    assertThat(decided).isGreaterThan(500);
  }

  private static List<Facts> manyFacts() {
    List<Facts> all = new ArrayList<>();
    for (String exporter : List.of("example-phones-us", "example-phones-cn")) {
      for (String market : List.of("US", "CN", "DE")) {
        for (ProtectionBasis basis : ProtectionBasis.values()) {
          for (Category category : Category.values()) {
            Facts facts =
                TestPolicy.exporter(TestPolicy.market(TestPolicy.facts(), market), exporter);
            all.add(TestPolicy.protection(TestPolicy.found(facts, category), basis, "US"));
          }
        }
      }
    }
    return all;
  }

  @Test
  void a_claim_is_shown_with_who_says_so_and_what_was_answered() throws BadPolicy {
    Claim claim = TestPolicy.shipped().parties().claims("alibaba-group").getFirst();
    assertThat(claim.attributions()).hasSize(2);
    assertThat(claim.status()).isEqualTo(Claim.Status.DENIED);
    assertThat(claim.responses())
        .extracting(Claim.Response::kind)
        .containsExactly(Claim.ResponseKind.DENIAL);
  }

  @Test
  void list_editions_keep_their_dates_also_when_withdrawn() throws BadPolicy {
    assertThat(TestPolicy.shipped().parties().listings("alibaba-group"))
        .extracting(listing -> listing.from() + " " + listing.until().isPresent())
        .containsExactly("2026-02-13 true", "2026-06-08 false");
  }
}
