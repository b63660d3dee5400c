package dev.demarc.policy;

import dev.demarc.policy.party.CoveredPersons;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// One body of law, or of policy, as data.
///
/// @param protects codes of the laws whose persons this pack stands for
/// @param notCovered what of that law this pack does not implement, in words
public record Pack(
    String id,
    String title,
    AppliesBy appliesBy,
    SortedSet<String> markets,
    SortedSet<String> protects,
    SortedSet<String> strictMarkets,
    Optional<CoveredPersons> coveredPersons,
    List<Meter> meters,
    List<Rule> rules,
    List<String> notCovered) {
  public Pack {
    markets = Copies.of(markets);
    protects = Copies.of(protects);
    strictMarkets = Copies.of(strictMarkets);
    meters = List.copyOf(meters);
    rules = List.copyOf(rules);
    notCovered = List.copyOf(notCovered);
  }

  /// The meter with this id; rules are checked at load, so that it is there.
  Meter meter(String id) {
    return meters.stream().filter(meter -> meter.id().equals(id)).findFirst().orElseThrow();
  }
}
