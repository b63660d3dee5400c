package dev.demarc.gateway.exchange;

import dev.demarc.classify.finding.Category;
import dev.demarc.policy.Facts;
import dev.demarc.policy.Protection;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a request's head settles: caller, markets, protection and the subject it names.
///
/// @param markets one market, or two where two explicit signals differ
/// @param subject the subject's id in the caller's own naming, personal: never recorded as it is
public record Terms(
    Caller caller, SortedSet<String> markets, Protection protection, Optional<String> subject) {
  public Terms {
    markets = Collections.unmodifiableSortedSet(new TreeSet<>(markets));
    if (markets.isEmpty()) {
      throw new IllegalArgumentException("a request stands in at least one market");
    }
  }

  /// The facts of a request on these terms.
  ///
  /// @param model the catalogue alias asked for
  public Facts facts(
      LocalDate date, boolean subjectGiven, String model, SortedMap<Category, Integer> counts) {
    return new Facts(
        date,
        caller.id(),
        caller.exporter(),
        markets,
        caller.channel(),
        protection,
        subjectGiven,
        model,
        counts);
  }

  /// The facts before any request: what can be offered at all.
  public Facts facts(LocalDate date) {
    return facts(date, true, "", new TreeMap<>());
  }

  @Override
  public String toString() {
    return "Terms[caller=" + caller.id() + ", markets=" + markets + "]";
  }
}
