package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;

/// All that a decision may depend on besides the route and the meters. No personal value and no
/// text that a caller wrote: ids, codes, dates and counts.
///
/// @param date the UTC day of the request
/// @param exporter id of the party that sends the data
/// @param markets one market, or two where two explicit signals differ
/// @param subjectGiven whether the caller named the person; if not, the request counts as a new one
/// @param model name of a model in the catalogue
/// @param counts findings per category; a category that is missing was not found
public record Facts(
    LocalDate date,
    String caller,
    String exporter,
    SortedSet<String> markets,
    Channel channel,
    Protection protection,
    boolean subjectGiven,
    String model,
    SortedMap<Category, Integer> counts) {
  public Facts {
    markets = Copies.of(markets);
    counts = Copies.of(counts);
    if (markets.isEmpty() || markets.size() > 2) {
      throw new IllegalArgumentException("one or two markets are expected: " + markets);
    }
    if (counts.values().stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("a count below zero: " + counts);
    }
  }

  /// Findings of this category.
  public int count(Category category) {
    return counts.getOrDefault(category, 0);
  }

  /// The same request, asking for another model.
  Facts withModel(String other) {
    return new Facts(
        date, caller, exporter, markets, channel, protection, subjectGiven, other, counts);
  }

  /// The same request with other findings.
  Facts withCounts(SortedMap<Category, Integer> others) {
    return new Facts(
        date, caller, exporter, markets, channel, protection, subjectGiven, model, others);
  }
}
