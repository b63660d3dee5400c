package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A legal threshold over distinct persons: what counts, how many are too many, and over which
/// time.
///
/// @param categories each metered category with the field of law it belongs to
/// @param combination what must leave together before the person counts
/// @param moreThan the last lawful count: the rule says "more than"
/// @param basis LAW, or POLICY where a category is metered by a cautious reading
public record Meter(
    String pack,
    String id,
    SortedMap<Category, String> categories,
    Combination combination,
    long moreThan,
    int windowMonths,
    Unit unit,
    Basis basis,
    Optional<String> remark) {
  /// What the law counts. A device is counted by its person, the nearest the gateway can see.
  public enum Unit {
    PERSONS,
    DEVICES
  }

  public Meter {
    categories = Copies.of(categories);
  }

  /// The meter's name in keys, records and reports.
  public String name() {
    return pack + "/" + id;
  }

  /// Categories that complete a combination but are not themselves metered here.
  SortedSet<Category> linkedWith() {
    return combination.linkedWith();
  }

  /// The metered categories that the recipient could still read, empty where the person does not
  /// count: nothing leaves, or what leaves is no combination.
  SortedSet<Category> leaving(Facts facts, Map<Category, Handling> handling) {
    TreeMap<Category, String> left = new TreeMap<>(categories);
    left.keySet().removeIf(category -> !reaches(facts, handling, category));
    boolean linked = linkedWith().stream().anyMatch(c -> reaches(facts, handling, c));
    boolean counts = !left.isEmpty() && combination.isMadeBy(left, linked, facts);
    return counts ? Copies.of(left.keySet()) : new TreeSet<>();
  }

  private static boolean reaches(Facts facts, Map<Category, Handling> handling, Category category) {
    return facts.count(category) > 0 && handling.getOrDefault(category, Handling.DENY).leaves();
  }

  /// Whether anything that this meter knows was found.
  boolean concerns(Facts facts) {
    return categories.keySet().stream().anyMatch(category -> facts.count(category) > 0);
  }
}
