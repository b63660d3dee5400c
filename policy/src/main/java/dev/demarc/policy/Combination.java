package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/// What must leave together before a person counts in a meter: as many linked parts as the law asks
/// for. A field of law is one part, however much of it leaves, and other sensitive data is one
/// more.
///
/// @param parts how many linked parts make the combination; 1 where each category counts alone
/// @param linkedWith categories that are a part although the meter does not count them
/// @param pairs fields of which two categories are two parts: an IMEI and a SIM number are two
/// @param repeats fields of which two findings are two parts, though they may be one value twice
/// @param asOne fields that are one part together: linked only to one another they are exempt
public record Combination(
    int parts,
    SortedSet<Category> linkedWith,
    SortedSet<String> pairs,
    SortedSet<String> repeats,
    SortedSet<String> asOne) {
  public Combination {
    linkedWith = Copies.of(linkedWith);
    pairs = Copies.of(pairs);
    repeats = Copies.of(repeats);
    asOne = Copies.of(asOne);
  }

  /// Whether what leaves is enough.
  ///
  /// @param leaving each category that leaves, with its field
  /// @param linked whether anything of [#linkedWith] leaves beside it
  boolean isMadeBy(Map<Category, String> leaving, boolean linked, Facts facts) {
    TreeMap<String, Integer> categories = new TreeMap<>();
    TreeMap<String, Integer> findings = new TreeMap<>();
    leaving.forEach((category, field) -> {
      categories.merge(asOne.contains(field) ? asOne.first() : field, 1, Integer::sum);
      findings.merge(field, facts.count(category), Integer::sum);
    });
    long twice = categories.entrySet().stream().filter(field -> isTwice(field, findings)).count();
    return categories.size() + twice + (linked ? 1 : 0) >= parts;
  }

  private boolean isTwice(Map.Entry<String, Integer> field, Map<String, Integer> findings) {
    String name = field.getKey();
    boolean pair = pairs.contains(name) && field.getValue() > 1;
    boolean repeated = repeats.contains(name) && findings.getOrDefault(name, 0) > 1;
    return pair || repeated;
  }
}
