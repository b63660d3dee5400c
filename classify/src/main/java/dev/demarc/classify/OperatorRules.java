package dev.demarc.classify;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What an operator adds to the classifier.
///
/// @param patterns patterns of values that only this operator knows, such as staff numbers
/// @param keys names of fields (JSON keys, columns, labels), each with the category of its values;
///   compared without case and separators, by their last words. Categories that no built-in key
///   names take the whole value as it is, as [Category#OPERATOR_DEFINED].
/// @param domains the operator's own domains: e-mail addresses there are no findings
/// @param minScores least score of findings, by category; absent ones have the general one
/// @param patternBytes most bytes of one body that patterns are run over. Patterns take linear
///   time, so this bounds it: some twenty bytes a microsecond. A body beyond it is unreadable
public record OperatorRules(
    List<OperatorPattern> patterns,
    Map<String, Category> keys,
    Set<String> domains,
    Map<Category, Integer> minScores,
    int patternBytes) {
  /// Nothing of the operator's own; 64 KB for patterns.
  public static final OperatorRules NONE =
      new OperatorRules(List.of(), Map.of(), Set.of(), Map.of(), 65_536);

  public OperatorRules {
    patterns = List.copyOf(patterns);
    keys = Map.copyOf(keys);
    domains =
        domains.stream()
            .map(domain -> domain.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    minScores = Map.copyOf(minScores);
    for (int score : minScores.values()) {
      if (score < 1 || score > 100) {
        throw new IllegalArgumentException("score " + score + " is not from 1 to 100");
      }
    }
    if (patternBytes < 1) {
      throw new IllegalArgumentException("pattern bytes " + patternBytes);
    }
  }
}
