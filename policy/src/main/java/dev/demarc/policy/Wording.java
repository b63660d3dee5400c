package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import dev.demarc.policy.party.Coverage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Puts what a rule did to one request on one route into a reason. Nothing in it is a personal
/// value: names come from parties, catalogue and packs, numbers from meters.
final class Wording {
  /// More ids than a reader takes in at once; the record has them all.
  private static final int MANY = 8;

  private final Policy policy;
  private final Facts facts;
  private final Route route;

  Wording(Policy policy, Facts facts, Route route) {
    this.policy = policy;
    this.facts = facts;
    this.route = route;
  }

  /// The reason of a pack's rule.
  Reason reason(
      Pack pack,
      Rule rule,
      Basis basis,
      Effect effect,
      Collection<Category> categories,
      Map<String, String> more) {
    String text =
        effect == Effect.COUNTS && rule.action() instanceof Action.Limit limit
            ? limit.counting()
            : rule.text();
    return new Reason(
        rule.id(),
        rule.pack(),
        basis,
        rule.citation(),
        rule.asOf(),
        effect,
        Sentences.filled(text, n -> value(n, pack, categories, more), route.simulated()),
        Sentences.filled(rule.remedy(), n -> value(n, pack, categories, more), false));
  }

  /// The reason of a rule that comes with the operator.
  Reason reason(OperatorRule rule, Effect effect, Map<String, String> more) {
    return new Reason(
        rule.id(),
        OperatorRule.PACK,
        Basis.POLICY,
        OperatorRule.CITATION,
        facts.date(),
        effect,
        Sentences.filled(
            rule.text(), n -> more.getOrDefault(n, value(n, List.of())), route.simulated()),
        rule.remedy());
  }

  private String value(
      String name, Pack pack, Collection<Category> categories, Map<String, String> more) {
    if (name.equals("coverage")) {
      Optional<Coverage> coverage = policy.coverage(pack.id(), route.recipient(), facts.date());
      return coverage.map(Coverage::words).orElse("not known");
    }
    return more.getOrDefault(name, value(name, categories));
  }

  private String value(String name, Collection<Category> categories) {
    return switch (name) {
      case "recipient" -> policy.parties().name(route.recipient());
      case "exporter" -> policy.parties().name(facts.exporter());
      case "route" -> route.id();
      case "model" -> route.providerModel();
      case "markets" -> String.join(", ", facts.markets());
      case "laws" -> String.join(", ", facts.protection().laws());
      case "categories" -> ids(categories);
      default -> "(unknown)";
    };
  }

  /// Categories as a list in a sentence: by id, or counted by family where there are many.
  static String ids(Collection<Category> categories) {
    if (categories.size() <= MANY) {
      return String.join(", ", categories.stream().map(Category::id).toList());
    }
    TreeMap<String, Integer> families = new TreeMap<>();
    categories.forEach(category -> families.merge(Families.family(category), 1, Integer::sum));
    List<String> words = new ArrayList<>();
    families.forEach((family, members) -> words.add(family + " (" + members + ")"));
    return categories.size() + " categories: " + String.join(", ", words);
  }
}
