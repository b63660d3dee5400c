package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
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
  private final ConcurrentHashMap<Asked, Situation> known = new ConcurrentHashMap<>();

  Situations(Policy policy) {
    this.policy = policy;
  }

  /// @param facts no more of them than what tells situations apart
  private record Asked(Facts facts, Route route) {}

  Situation of(Facts facts, Route route) {
    Asked asked = new Asked(reduced(facts), route);
    Situation met = known.get(asked);
    if (met != null) {
      return met;
    }
    if (known.size() >= MOST) {
      known.clear();
    }
    Situation situation = new Situation(new Evaluation(policy, asked.facts(), route));
    known.put(asked, situation);
    return situation;
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
