package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.OperatorPattern;
import dev.demarc.classify.scan.OperatorRules;
import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.Quantities;
import dev.demarc.policy.yaml.YamlMap;
import dev.demarc.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// The section `classify` of the operator's rules, read strictly and written in one order.
final class Additions {
  private static final int MOST_PATTERN_BYTES = 16 << 20;

  private Additions() {}

  static OperatorRules read(YamlMap map) throws BadYaml {
    map.only("patterns", "keys", "own_domains", "least_score", "pattern_bytes");
    List<OperatorPattern> patterns = patterns(map);
    Map<String, Category> keys = keys(map);
    Set<String> domains = domains(map);
    Map<Category, Integer> leastScores = leastScores(map);
    int bytes = patternBytes(map);
    return checked(
        map.has("least_score") ? map.value("least_score") : map,
        () -> new OperatorRules(patterns, keys, domains, leastScores, bytes));
  }

  private static List<OperatorPattern> patterns(YamlMap section) throws BadYaml {
    List<OperatorPattern> patterns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlMap map : section.maps("patterns")) {
      OperatorPattern pattern = pattern(map.only("name", "pattern", "category"));
      if (!names.add(pattern.name())) {
        throw new BadYaml(
            map.value("name").mark(), "two patterns are called `" + pattern.name() + "`");
      }
      patterns.add(pattern);
    }
    return patterns;
  }

  private static OperatorPattern pattern(YamlMap map) throws BadYaml {
    String name = map.text("name");
    checked(map.value("name"), () -> OperatorPattern.name(name));
    String expression = map.text("pattern");
    Category category =
        map.has("category") ? Families.category(map.value("category")) : Category.OPERATOR_DEFINED;
    return checked(map.value("pattern"), () -> OperatorPattern.of(name, expression, category));
  }

  private static Map<String, Category> keys(YamlMap section) throws BadYaml {
    Map<String, Category> keys = new LinkedHashMap<>();
    if (!section.has("keys")) {
      return keys;
    }
    Map<String, String> compared = new HashMap<>();
    YamlMap byCategory = section.map("keys");
    for (String id : byCategory.keys()) {
      Category category = Families.category(id, byCategory);
      for (YamlNode node : byCategory.list(id)) {
        String name = node.asText();
        String earlier = compared.put(checked(node, () -> OperatorRules.key(name, category)), name);
        if (earlier != null) {
          throw new BadYaml(
              node.mark(),
              "the key `"
                  + name
                  + "` stands twice, since `"
                  + earlier
                  + "` differs by case and separators at most: take one of them out");
        }
        keys.put(name, category);
      }
    }
    return keys;
  }

  private static Set<String> domains(YamlMap section) throws BadYaml {
    Set<String> domains = new TreeSet<>();
    for (YamlNode node : section.list("own_domains")) {
      String text = node.asText();
      if (!domains.add(checked(node, () -> OperatorRules.domain(text)))) {
        throw new BadYaml(node.mark(), "the domain `" + text + "` stands twice");
      }
    }
    return domains;
  }

  private static Map<Category, Integer> leastScores(YamlMap section) throws BadYaml {
    Map<Category, Integer> scores = new TreeMap<>();
    if (section.has("least_score")) {
      YamlMap map = section.map("least_score");
      for (Map.Entry<Category, String> entry : Families.keys(map).entrySet()) {
        long score = map.whole(entry.getValue());
        scores.put(
            entry.getKey(), checked(map.value(entry.getValue()), () -> OperatorRules.score(score)));
      }
    }
    return scores;
  }

  private static int patternBytes(YamlMap section) throws BadYaml {
    int bytes = Quantities.size(section, "pattern_bytes", OperatorRules.NONE.patternBytes());
    if (bytes > MOST_PATTERN_BYTES) {
      throw new BadYaml(
          section.value("pattern_bytes").mark(),
          "`"
              + section.text("pattern_bytes")
              + "` is more than 16MiB: a request could take seconds to be read");
    }
    return bytes;
  }

  private static <T> T checked(YamlNode node, Supplier<T> read) throws BadYaml {
    try {
      return read.get();
    } catch (IllegalArgumentException e) {
      throw new BadYaml(node.mark(), String.valueOf(e.getMessage()));
    }
  }

  // --- writing -----------------------------------------------------------------------------------

  /// The section as YAML in one order; nothing where the operator adds nothing.
  static String text(OperatorRules rules) {
    if (rules.equals(OperatorRules.NONE)) {
      return "";
    }
    StringBuilder text = new StringBuilder("classify:\n  patterns:");
    text.append(rules.patterns().isEmpty() ? " []\n" : "\n");
    for (OperatorPattern pattern : rules.patterns()) {
      text.append("    - {name: " + quoted(pattern.name()));
      text.append(", pattern: " + quoted(pattern.expression()));
      text.append(", category: " + pattern.category().id() + "}\n");
    }
    Map<Category, Set<String>> keys = new TreeMap<>();
    rules
        .keys()
        .forEach((name, category) ->
            keys.computeIfAbsent(category, none -> new TreeSet<>()).add(quoted(name)));
    text.append("  keys:").append(keys.isEmpty() ? " {}\n" : "\n");
    keys.forEach((category, names) -> text.append("    " + category.id() + ": " + names + "\n"));
    List<String> domains = rules.domains().stream().sorted().map(Additions::quoted).toList();
    text.append("  own_domains: " + domains + "\n");
    Map<Category, Integer> scores = new TreeMap<>(rules.minScores());
    text.append("  least_score:").append(scores.isEmpty() ? " {}\n" : "\n");
    scores.forEach((category, score) -> text.append("    " + category.id() + ": " + score + "\n"));
    return text.append("  pattern_bytes: " + rules.patternBytes() + "B\n").toString();
  }

  /// A scalar in single quotes, in which YAML knows one escape: a quote is doubled (YAML 1.2
  /// section 7.3.2).
  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
