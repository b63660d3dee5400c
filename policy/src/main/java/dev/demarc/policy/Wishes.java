package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Treatment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the rules that hold want for each category, and what comes of it: the strictest.
final class Wishes {
  /// What one rule wants for one category; at a limit with the reading that made it want so.
  record Wish(Fired fired, Category category, Handling handling, Optional<Limited> limited) {
    Map<String, String> words() {
      return limited.map(Limited::words).orElse(Map.of());
    }
  }

  /// One rule that had its way, with the categories in which it had.
  record Granted(Wish wish, List<Category> categories) {}

  private final Facts facts;
  private final Map<Category, Handling> handling = new EnumMap<>(Category.class);
  private final List<Wish> all = new ArrayList<>();

  Wishes(Facts facts) {
    this.facts = facts;
  }

  Wishes copy() {
    Wishes copy = new Wishes(facts);
    copy.handling.putAll(handling);
    copy.all.addAll(all);
    return copy;
  }

  void add(Wish wish) {
    all.add(wish);
    handling.merge(wish.category(), wish.handling(), Handling::or);
  }

  /// The strictest that was wanted of each category so far.
  Map<Category, Handling> handling() {
    return Collections.unmodifiableMap(handling);
  }

  /// Whether the recipient could still read something of this category.
  boolean leaves(Category category) {
    return handling.getOrDefault(category, Handling.DENY).leaves();
  }

  /// Denies what no rule wants anything for, and returns what of it was found.
  List<Category> denyUntreated() {
    List<Category> found = new ArrayList<>();
    for (Category category : Category.values()) {
      boolean untreated = handling.putIfAbsent(category, Handling.DENY) == null;
      if (untreated && facts.count(category) > 0) {
        found.add(category);
      }
    }
    return found;
  }

  /// Wishes to send nothing because of a category that was found.
  List<Wish> denials() {
    return all.stream().filter(wish -> wish.handling() == Handling.DENY && isFound(wish)).toList();
  }

  /// Wishes to alter or withhold a category that was found.
  List<Wish> against(Category category) {
    return all.stream()
        .filter(wish -> wish.category() == category && isFound(wish))
        .filter(wish -> wish.handling() != Handling.PASS)
        .toList();
  }

  private boolean isFound(Wish wish) {
    return facts.count(wish.category()) > 0;
  }

  /// For each rule that had its way with a category that was found: one entry per handling.
  List<Granted> granted() {
    List<Granted> granted = new ArrayList<>();
    for (Wish wish : all) {
      boolean first = granted.stream().noneMatch(other -> same(other.wish(), wish));
      if (first && isFound(wish) && wish.handling() != Handling.PASS && isGranted(wish)) {
        granted.add(new Granted(wish, categories(wish)));
      }
    }
    return granted;
  }

  private boolean isGranted(Wish wish) {
    return wish.handling() == handling.get(wish.category());
  }

  private List<Category> categories(Wish wish) {
    return all.stream()
        .filter(other -> same(other, wish) && isFound(other) && isGranted(other))
        .map(Wish::category)
        .distinct()
        .toList();
  }

  private static boolean same(Wish left, Wish right) {
    return left.handling() == right.handling() && left.fired().equals(right.fired());
  }

  /// A treatment for every category there is.
  SortedMap<Category, Treatment> treatments() {
    TreeMap<Category, Treatment> treatments = new TreeMap<>();
    handling.forEach((category, wanted) -> treatments.put(category, wanted.treatment()));
    return treatments;
  }
}
