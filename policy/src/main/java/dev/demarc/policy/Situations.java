package dev.demarc.policy;

import dev.demarc.classify.Category;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// What was worked out of situations met before. A decision depends on nothing but its arguments,
/// and of the findings of a category only on whether there is none, one or more: what a gateway
/// meets are few situations, again and again.
final class Situations {
  /// So many are kept; then all are forgotten, as those of past days must be.
  private static final int MOST = 4096;

  /// From here on one more finding of a category changes nothing ([Combination]).
  private static final int SEVERAL = 2;

  private final Policy policy;
  private final ConcurrentHashMap<Situation, Settled> settled = new ConcurrentHashMap<>();

  Situations(Policy policy) {
    this.policy = policy;
  }

  private record Situation(Facts facts, Route route) {}

  /// @param meters the meters in which the person takes a place
  /// @param unread the decision where no meter is read
  record Settled(List<MeterKey> meters, Decision unread) {}

  Settled of(Facts facts, Route route) {
    Situation situation = new Situation(reduced(facts), route);
    Settled known = settled.get(situation);
    if (known != null) {
      return known;
    }
    if (settled.size() >= MOST) {
      settled.clear();
    }
    Evaluation evaluation = evaluation(situation.facts(), route);
    Settled found = new Settled(evaluation.meters(), evaluation.decide(List.of()));
    settled.put(situation, found);
    return found;
  }

  /// An evaluation that sees no more of the facts than what tells situations apart.
  Evaluation evaluation(Facts facts, Route route) {
    return new Evaluation(policy, reduced(facts), route);
  }

  private static Facts reduced(Facts facts) {
    if (facts.counts().values().stream().noneMatch(count -> count > SEVERAL)) {
      return facts;
    }
    SortedMap<Category, Integer> counts = new TreeMap<>(facts.counts());
    counts.replaceAll((category, count) -> Math.min(count, SEVERAL));
    return facts.withCounts(counts);
  }
}
