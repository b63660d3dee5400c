package dev.demarc.bench.accuracy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a set's texts add up to.
final class Scores {
  private static final int MOST_EXAMPLES = 10_000;

  private final SortedMap<String, SortedMap<String, Counts>> groups = new TreeMap<>();
  private final Map<String, List<Example>> missed = new TreeMap<>();
  private final Map<String, List<Example>> wrong = new TreeMap<>();
  private final SortedMap<String, Integer> wrongInClean = new TreeMap<>();
  private final Counts all = new Counts();
  private int texts;
  private int cleanTexts;
  private long cleanCharacters;

  /// A stretch of a text.
  record Example(Case text, int start, int end) {}

  void add(Case text, Matching matching) {
    texts++;
    for (Matching.Pair pair : matching.pairs()) {
      of(text, pair.gold().category()).forEach(counts -> counts.match(pair));
    }
    for (Gold gold : matching.missed()) {
      of(text, gold.category()).forEach(Counts::miss);
      keep(missed, gold.category(), new Example(text, gold.start(), gold.end()));
    }
    for (Mark one : matching.wrong()) {
      of(text, one.category()).forEach(Counts::wrong);
      keep(wrong, one.category(), new Example(text, one.start(), one.end()));
    }
    if (text.isClean()) {
      cleanTexts++;
      cleanCharacters += text.length();
      matching.wrong().forEach(one -> wrongInClean.merge(one.category(), 1, Integer::sum));
    }
  }

  private List<Counts> of(Case text, String category) {
    List<Counts> counts = new ArrayList<>(List.of(all, group("category", category)));
    if (!text.lane().isEmpty()) {
      counts.add(group("lane", text.lane()));
    }
    if (!text.carrier().isEmpty()) {
      counts.add(group("carrier", text.carrier()));
    }
    if (!text.family().isEmpty()) {
      counts.add(group("family", text.family()));
    }
    return counts;
  }

  private Counts group(String by, String name) {
    return groups
        .computeIfAbsent(by, none -> new TreeMap<>())
        .computeIfAbsent(name, none -> new Counts());
  }

  private static void keep(Map<String, List<Example>> examples, String category, Example one) {
    List<Example> kept = examples.computeIfAbsent(category, none -> new ArrayList<>());
    if (kept.size() < MOST_EXAMPLES) {
      kept.add(one);
    }
  }

  Counts all() {
    return all;
  }

  int texts() {
    return texts;
  }

  /// Counts by `category`, `lane`, `carrier` and `family`, as far as the set has them.
  SortedMap<String, SortedMap<String, Counts>> groups() {
    return groups;
  }

  int cleanTexts() {
    return cleanTexts;
  }

  long cleanCharacters() {
    return cleanCharacters;
  }

  int wrongInCleanTexts() {
    return wrongInClean.values().stream().mapToInt(Integer::intValue).sum();
  }

  SortedMap<String, Integer> wrongInClean() {
    return wrongInClean;
  }

  /// False findings in 1,000 characters of texts without personal data.
  double wrongPerThousand() {
    return cleanCharacters == 0 ? 0 : 1000.0 * wrongInCleanTexts() / cleanCharacters;
  }

  /// The categories with the lowest F1, the worst first; those without a fault are left out.
  List<String> worst(int most) {
    SortedMap<String, Counts> categories =
        groups.getOrDefault("category", Collections.emptySortedMap());
    return categories.entrySet().stream()
        .filter(entry -> entry.getValue().f1(Counts.By.HALF) < 1)
        .sorted(Comparator.comparingDouble(entry -> entry.getValue().f1(Counts.By.HALF)))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Some of what was missed, from all over the set.
  List<Example> missed(String category, int most) {
    return spread(missed.getOrDefault(category, List.of()), most);
  }

  /// Some of what was found falsely, from all over the set.
  List<Example> wrong(String category, int most) {
    return spread(wrong.getOrDefault(category, List.of()), most);
  }

  private static List<Example> spread(List<Example> all, int most) {
    List<Example> some = new ArrayList<>();
    for (int k = 0; k < Math.min(most, all.size()); k++) {
      some.add(all.get((int) ((long) k * all.size() / Math.min(most, all.size()))));
    }
    return some;
  }
}
