package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.OperatorRules;
import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.Nearest;
import dev.demarc.policy.yaml.YamlMap;
import dev.demarc.policy.yaml.YamlNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads the operator's rules against the packs and routes that are loaded, so that a name which
/// nothing answers to stops the start.
final class OperatorReader {
  private final Map<String, Pack> packs;
  private final Collection<String> routes;

  OperatorReader(Map<String, Pack> packs, Collection<String> routes) {
    this.packs = packs;
    this.routes = routes;
  }

  Operator read(YamlMap map) throws BadYaml {
    map.only("routes", "packs", "strict_markets", "accepted_without_pack", "endpoints", "classify");
    return new Operator(
        routes(map.map("routes")),
        settings(map),
        map.has("strict_markets") ? Optional.of(codes(map, "strict_markets")) : Optional.empty(),
        codes(map, "accepted_without_pack"),
        endpoints(map),
        map.has("classify") ? Additions.read(map.map("classify")) : OperatorRules.NONE);
  }

  private SortedMap<String, List<String>> routes(YamlMap markets) throws BadYaml {
    TreeMap<String, List<String>> lists = new TreeMap<>();
    for (String market : markets.keys()) {
      if (!market.matches("[A-Z]{2,3}")) {
        throw new BadYaml(markets.markOf(market), "`" + market + "` is not a market code like CN");
      }
      List<String> ids = new ArrayList<>();
      for (YamlNode node : markets.list(market)) {
        known(node, node.asText(), "route", routes);
        if (ids.contains(node.asText())) {
          throw new BadYaml(node.mark(), "the route `" + node.asText() + "` stands twice");
        }
        ids.add(node.asText());
      }
      lists.put(market, ids);
    }
    return lists;
  }

  private SortedMap<String, PackSettings> settings(YamlMap map) throws BadYaml {
    TreeMap<String, PackSettings> settings = new TreeMap<>();
    if (!map.has("packs")) {
      return settings;
    }
    YamlMap byPack = map.map("packs").only(packs.keySet().toArray(String[]::new));
    for (String id : byPack.keys()) {
      Pack pack = packs.get(id);
      if (pack != null) {
        settings.put(id, settings(pack, byPack.map(id)));
      }
    }
    return settings;
  }

  private static PackSettings settings(Pack pack, YamlMap map) throws BadYaml {
    map.only("categories", "over_threshold");
    TreeMap<Category, Handling> categories = new TreeMap<>();
    if (map.has("categories")) {
      YamlMap handled = map.map("categories");
      categories.putAll(PackReader.handling(handled, Families.keys(handled, settable(pack))));
    }
    return new PackSettings(
        categories, map.choice("over_threshold", OverThreshold.class, OverThreshold.REDACT));
  }

  /// The categories that a POLICY rule of the pack treats: LAW is not the operator's to set.
  private static Set<Category> settable(Pack pack) {
    Set<Category> categories = new TreeSet<>();
    for (Rule rule : pack.rules()) {
      if (rule.basis() == Basis.POLICY && rule.action() instanceof Action.Treat treat) {
        categories.addAll(treat.categories().keySet());
      }
    }
    return categories;
  }

  private static SortedSet<String> codes(YamlMap map, String key) throws BadYaml {
    SortedSet<String> codes = new TreeSet<>();
    for (YamlNode node : map.list(key)) {
      if (!node.asText().matches("[A-Z]{2,3}")) {
        throw new BadYaml(node.mark(), "`" + node.asText() + "` is not a code like EU");
      }
      codes.add(node.asText());
    }
    return codes;
  }

  private SortedMap<String, URI> endpoints(YamlMap map) throws BadYaml {
    TreeMap<String, URI> endpoints = new TreeMap<>();
    if (map.has("endpoints")) {
      YamlMap byRoute = map.map("endpoints").only(routes.toArray(String[]::new));
      for (String route : byRoute.keys()) {
        endpoints.put(route, byRoute.address(route));
      }
    }
    return endpoints;
  }

  private static void known(YamlNode node, String word, String what, Collection<String> known)
      throws BadYaml {
    if (!known.contains(word)) {
      throw new BadYaml(
          node.mark(), "unknown " + what + " `" + word + "`" + Nearest.hint(word, known));
    }
  }
}
