package dev.demarc.policy;

import dev.demarc.classify.Category;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// A legal threshold over distinct persons: what counts, how many are too many, and over which
/// time.
///
/// @param categories each metered category with the field of law it belongs to
/// @param linkedWith categories that complete a combination but are not themselves metered here
/// @param repeats fields of which two findings make a combination by themselves
/// @param linkedFields how many different fields must leave together before the person counts
/// @param moreThan the last lawful count: the rule says "more than"
/// @param basis LAW, or POLICY where a category is metered by a cautious reading
public record Meter(
    String pack,
    String id,
    SortedMap<Category, String> categories,
    SortedSet<Category> linkedWith,
    SortedSet<String> repeats,
    int linkedFields,
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
    linkedWith = Copies.of(linkedWith);
    repeats = Copies.of(repeats);
  }

  /// The meter's name in keys, records and reports.
  public String name() {
    return pack + "/" + id;
  }

  /// The metered categories that the recipient could still read, empty where the person does not
  /// count: nothing leaves, or what leaves is no combination.
  SortedSet<Category> leaving(Facts facts, Map<Category, Handling> handling) {
    SortedSet<Category> left = new TreeSet<>();
    for (Category category : categories.keySet()) {
      if (reaches(facts, handling, category)) {
        left.add(category);
      }
    }
    return left.isEmpty() || fields(facts, handling, left) < linkedFields ? new TreeSet<>() : left;
  }

  private int fields(Facts facts, Map<Category, Handling> handling, SortedSet<Category> left) {
    SortedSet<String> fields = new TreeSet<>();
    int repeated = 0;
    for (Category category : left) {
      String field = String.valueOf(categories.get(category));
      fields.add(field);
      repeated += repeats.contains(field) && facts.count(category) > 1 ? 1 : 0;
    }
    boolean linked = linkedWith.stream().anyMatch(c -> reaches(facts, handling, c));
    return fields.size() + repeated + (linked ? 1 : 0);
  }

  private static boolean reaches(Facts facts, Map<Category, Handling> handling, Category category) {
    return facts.count(category) > 0 && handling.getOrDefault(category, Handling.DENY).leaves();
  }

  /// Whether anything that this meter knows was found.
  boolean concerns(Facts facts) {
    return categories.keySet().stream().anyMatch(category -> facts.count(category) > 0);
  }
}
