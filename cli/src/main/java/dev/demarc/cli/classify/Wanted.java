package dev.demarc.cli.classify;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Finding;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.cli.Usage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which findings are reported, and whether with their values.
record Wanted(Optional<Integer> minScore, Set<Category> categories, boolean values) {
  Wanted {
    categories = Set.copyOf(categories);
    if (minScore.isPresent() && (minScore.get() < 1 || minScore.get() > 100)) {
      throw new Usage("--min-score has to be from 1 to 100, not " + minScore.get());
    }
  }

  /// The categories that ids and families (`payment.*`) name; none named means all.
  static Set<Category> categories(List<String> names) {
    return names.isEmpty()
        ? EnumSet.allOf(Category.class)
        : names.stream().flatMap(Wanted::named).collect(Collectors.toSet());
  }

  private static Stream<Category> named(String name) {
    List<Category> named =
        Arrays.stream(Category.values())
            .filter(category ->
                name.endsWith(".*")
                    ? category.id().startsWith(name.substring(0, name.length() - 1))
                    : category.id().equals(name))
            .toList();
    if (named.isEmpty()) {
      throw new Usage(
          "--category: there is no category '"
              + name
              + "'; there are "
              + Arrays.stream(Category.values()).map(Category::id).collect(Collectors.joining(", "))
              + ", and families such as payment.*");
    }
    return named.stream();
  }

  /// Settings of the classifier. It also finds what is reported only by a lower threshold; what is
  /// below a higher one it still finds, since member names are hidden by it. What bounds a request
  /// does not bound a file: nobody waits for it.
  ///
  /// @param usual those of a gateway
  ClassifierSettings settings(ClassifierSettings usual) {
    int score = Math.min(usual.minScore(), minScore.orElse(usual.minScore()));
    return new ClassifierSettings(512, 1 << 30, score, usual.allowDocumentationRanges())
        .with(usual.operator().withPatternBytes(1 << 30));
  }

  /// Whether the finding is reported.
  boolean takes(Finding finding) {
    return finding.score() >= minScore.orElse(0) && categories.contains(finding.category());
  }

  /// The finding's spelling, where it was asked for.
  Optional<String> value(Finding finding) {
    return values
        ? Optional.of(
            finding.spans().stream()
                .map(span -> span.value().decoded())
                .collect(Collectors.joining(" | ")))
        : Optional.empty();
  }
}
