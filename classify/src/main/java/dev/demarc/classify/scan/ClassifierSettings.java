package dev.demarc.classify.scan;

import dev.demarc.classify.finding.Category;

/// How the classifier works.
///
/// @param maxDepth deepest nesting of objects and arrays, counted through JSON inside strings; a
///   body beyond it is unreadable. Raise it for tools with very deep arguments.
/// @param maxValues most strings, numbers and member names in one body, counted the same way
/// @param minScore findings below this score are dropped; lower it to find more and be wrong more
/// @param allowDocumentationRanges whether values that belong to nobody (documentation networks,
///   loopback, `example.com`, issuers' test cards) are left alone. Private networks are findings in
///   either case.
/// @param operator what the operator adds
public record ClassifierSettings(
    int maxDepth,
    int maxValues,
    int minScore,
    boolean allowDocumentationRanges,
    OperatorRules operator) {
  public ClassifierSettings {
    if (maxDepth < 1 || maxDepth > 512 || maxValues < 1 || minScore < 1 || minScore > 100) {
      throw new IllegalArgumentException(
          "depth " + maxDepth + ", values " + maxValues + ", score " + minScore);
    }
  }

  /// Settings with nothing of the operator's own.
  public ClassifierSettings(
      int maxDepth, int maxValues, int minScore, boolean allowDocumentationRanges) {
    this(maxDepth, maxValues, minScore, allowDocumentationRanges, OperatorRules.NONE);
  }

  /// The same with what an operator adds.
  public ClassifierSettings with(OperatorRules rules) {
    return new ClassifierSettings(maxDepth, maxValues, minScore, allowDocumentationRanges, rules);
  }

  /// Least score of a finding of this category.
  int minScore(Category category) {
    return operator.minScores().getOrDefault(category, minScore);
  }

  /// 64 levels, a million values, score 60, values that belong to nobody left alone.
  public static ClassifierSettings defaults() {
    return new ClassifierSettings(64, 1_000_000, 60, true);
  }
}
