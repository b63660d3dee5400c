package dev.demarc.policy;

import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.scan.OperatorRules;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// The operator's own rules, all POLICY: which routes each market may use, in order, and what is
/// handled otherwise than the packs propose. Packs only restrict; this list alone permits.
///
/// @param strictMarkets markets that refuse opaque content; absent means as the packs say
/// @param acceptedWithoutPack laws that persons may be protected by although no pack stands for
///   them
/// @param endpoints routes that are pointed elsewhere; every record says so
/// @param additions what the operator adds to the classifier
public record Operator(
    SortedMap<String, List<String>> routes,
    SortedMap<String, PackSettings> packs,
    Optional<SortedSet<String>> strictMarkets,
    SortedSet<String> acceptedWithoutPack,
    SortedMap<String, URI> endpoints,
    OperatorRules additions) {
  public Operator {
    TreeMap<String, List<String>> copies = new TreeMap<>();
    routes.forEach((market, ids) -> copies.put(market, List.copyOf(ids)));
    routes = Copies.of(copies);
    packs = Copies.of(packs);
    strictMarkets = strictMarkets.map(Copies::<String>of);
    acceptedWithoutPack = Copies.of(acceptedWithoutPack);
    endpoints = Copies.of(endpoints);
  }

  /// An operator who lists these routes and leaves all else as the packs propose.
  public static Operator listing(Map<String, List<String>> routes) {
    return new Operator(
        Copies.of(routes),
        Copies.of(Map.of()),
        Optional.empty(),
        Copies.of(List.of()),
        Copies.of(Map.of()),
        OperatorRules.NONE);
  }

  /// The same with other settings for a pack.
  public Operator with(String pack, PackSettings settings) {
    TreeMap<String, PackSettings> changed = new TreeMap<>(packs);
    changed.put(pack, settings);
    return new Operator(routes, changed, strictMarkets, acceptedWithoutPack, endpoints, additions);
  }

  /// The same accepting persons protected by `laws` without a pack that stands for them.
  public Operator accepting(String... laws) {
    return new Operator(
        routes, packs, strictMarkets, Copies.of(List.of(laws)), endpoints, additions);
  }

  /// The same with a route pointed elsewhere.
  public Operator pointing(String route, URI endpoint) {
    TreeMap<String, URI> changed = new TreeMap<>(endpoints);
    changed.put(route, endpoint);
    return new Operator(routes, packs, strictMarkets, acceptedWithoutPack, changed, additions);
  }

  /// What is set for a pack.
  PackSettings pack(String id) {
    return packs.getOrDefault(id, PackSettings.none());
  }

  /// How bodies are classified under these rules: serving, explaining, auditing and the reading of
  /// files all begin with these settings, so that they find the same.
  public ClassifierSettings classifier() {
    return ClassifierSettings.defaults().with(additions);
  }

  /// The rules as YAML in one order, so that equal rules have equal text and thus one hash.
  public String text() {
    StringBuilder text = new StringBuilder("routes:").append(routes.isEmpty() ? " {}\n" : "\n");
    routes.forEach((market, ids) -> text.append("  " + market + ": " + ids + "\n"));
    text.append("packs:").append(packs.isEmpty() ? " {}\n" : "\n");
    packs.forEach((pack, settings) -> {
      text.append("  " + pack + ":\n    categories:");
      text.append(settings.categories().isEmpty() ? " {}\n" : "\n");
      settings.categories().forEach((c, h) -> text.append("      " + c.id() + ": " + h + "\n"));
      text.append("    over_threshold: " + settings.overThreshold() + "\n");
    });
    strictMarkets.ifPresent(markets -> text.append("strict_markets: " + markets + "\n"));
    text.append("accepted_without_pack: " + acceptedWithoutPack + "\n");
    text.append("endpoints:").append(endpoints.isEmpty() ? " {}\n" : "\n");
    endpoints.forEach((route, uri) -> text.append("  " + route + ": \"" + uri + "\"\n"));
    return text.append(Additions.text(additions)).toString();
  }
}
