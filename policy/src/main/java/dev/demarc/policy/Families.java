package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.Mark;
import dev.demarc.policy.yaml.Nearest;
import dev.demarc.policy.yaml.YamlMap;
import dev.demarc.policy.yaml.YamlNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Categories as packs and the operator write them: by id, or a whole family by the first word of
/// its ids (`identity.*`). An id says more than its family, wherever the two stand.
final class Families {
  private static final String EVERY_MEMBER = ".*";
  private static final List<Category> VOCABULARY = List.of(Category.values());

  private Families() {}

  /// The category with this id, which stands as a key of `map`. A family is none.
  static Category category(String id, YamlMap map) throws BadYaml {
    return category(id, map.markOf(id));
  }

  /// The category whose id is the value. A family is none.
  static Category category(YamlNode node) throws BadYaml {
    return category(node.asText(), node.mark());
  }

  private static Category category(String id, Mark mark) throws BadYaml {
    Optional<Category> category = Category.of(id);
    if (category.isEmpty()) {
      throw unknown(id, mark, ids(VOCABULARY));
    }
    return category.get();
  }

  /// Each category that the keys of `map` name, with the key that speaks for it.
  static SortedMap<Category, String> keys(YamlMap map) throws BadYaml {
    return keys(map, VOCABULARY);
  }

  /// The same where only `known` may be named: a family stands for those of its members.
  static SortedMap<Category, String> keys(YamlMap map, Collection<Category> known) throws BadYaml {
    TreeMap<Category, String> keys = new TreeMap<>();
    for (String word : map.keys()) {
      for (Category category : named(word, map.markOf(word), known)) {
        keys.merge(category, word, (one, other) -> isFamily(one) ? other : one);
      }
    }
    return keys;
  }

  /// The categories that a list names.
  static SortedSet<Category> in(List<YamlNode> nodes) throws BadYaml {
    TreeSet<Category> categories = new TreeSet<>();
    for (YamlNode node : nodes) {
      categories.addAll(named(node.asText(), node.mark(), VOCABULARY));
    }
    return categories;
  }

  private static List<Category> named(String word, Mark mark, Collection<Category> known)
      throws BadYaml {
    List<Category> named =
        known.stream()
            .filter(c -> isFamily(word) ? word.equals(family(c)) : word.equals(c.id()))
            .toList();
    if (named.isEmpty()) {
      throw unknown(word, mark, words(known));
    }
    return named;
  }

  private static BadYaml unknown(String word, Mark mark, Collection<String> known) {
    return new BadYaml(mark, "unknown category `" + word + "`" + Nearest.hint(word, known));
  }

  /// A category's family as it is written, `identity.*`.
  static String family(Category category) {
    return category.id().substring(0, category.id().indexOf('.')) + EVERY_MEMBER;
  }

  private static boolean isFamily(String word) {
    return word.endsWith(EVERY_MEMBER);
  }

  private static List<String> ids(Collection<Category> categories) {
    return categories.stream().map(Category::id).toList();
  }

  private static List<String> words(Collection<Category> categories) {
    TreeSet<String> words = new TreeSet<>(ids(categories));
    categories.forEach(category -> words.add(family(category)));
    return List.copyOf(words);
  }
}
