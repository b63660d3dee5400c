package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import dev.demarc.policy.party.Coverage;
import dev.demarc.policy.party.Ownership;
import dev.demarc.policy.party.Parties;
import dev.demarc.policy.party.PartyReader;
import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.Yaml;
import dev.demarc.policy.yaml.YamlMap;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Everything a decision is made from: packs, catalogue, parties and the operator's rules. They do
/// not change, and deciding reads nothing else, neither clock nor file, so that a recorded decision
/// can be made again; what it remembers of situations met before only saves making it anew.
public final class Policy {
  private final Map<String, Pack> packs;
  private final Catalogue catalogue;
  private final Parties parties;
  private final Operator operator;
  private final Hashes hashes;
  private final Map<String, Ownership> ownership = new HashMap<>();
  private final Map<String, Map<String, Route>> routes = new HashMap<>();
  private final Map<String, Set<String>> answered = new HashMap<>();
  private final Situations situations = new Situations(this);

  private Policy(
      Map<String, Pack> packs,
      Catalogue catalogue,
      Parties parties,
      Operator operator,
      Hashes hashes) {
    this.packs = packs;
    this.catalogue = catalogue;
    this.parties = parties;
    this.operator = operator;
    this.hashes = hashes;
    for (Pack pack : packs.values()) {
      pack.coveredPersons().ifPresent(law -> ownership.put(pack.id(), new Ownership(parties, law)));
    }
    catalogue.byId().forEach((id, entry) -> routes.put(id, routes(entry)));
    operator.routes().keySet().forEach(market -> answered.put(market, answered(market)));
  }

  /// Reads the three folders. Anything that cannot be placed stops the load with file and line.
  public static Policy load(Path packsDir, Path catalogueDir, Path partiesDir, Operator operator)
      throws BadPolicy {
    return load(Sources.read(packsDir, catalogueDir, partiesDir), operator);
  }

  /// Builds a policy from texts and the operator's rules.
  public static Policy load(Sources sources, Operator operator) throws BadPolicy {
    try {
      return build(sources, Yaml.read("operator", operator.text()));
    } catch (BadYaml e) {
      throw new BadPolicy(e);
    }
  }

  /// Builds a policy from texts and the operator's rules as they stand in a larger configuration
  /// file, whose name and lines the error messages then give.
  public static Policy load(Sources sources, YamlMap operator) throws BadPolicy {
    try {
      return build(sources, operator);
    } catch (BadYaml e) {
      throw new BadPolicy(e);
    }
  }

  /// Builds the policy that [#hashes] named, from the stored texts.
  public static Policy fromSources(String packs, String catalogue, String parties, String operator)
      throws BadPolicy {
    try {
      Sources sources =
          new Sources(
              Sources.unbundle(packs), Sources.unbundle(catalogue), Sources.unbundle(parties));
      return build(sources, Yaml.read("operator", operator));
    } catch (BadYaml e) {
      throw new BadPolicy(e);
    }
  }

  private static Policy build(Sources sources, YamlMap operatorMap) throws BadYaml {
    TreeMap<String, Pack> packs = new TreeMap<>();
    for (Map.Entry<String, String> source : sources.packs().entrySet()) {
      YamlMap file = Yaml.read(source.getKey(), source.getValue());
      Pack pack = PackReader.read(file);
      if (packs.put(pack.id(), pack) != null) {
        throw new BadYaml(file.markOf("pack"), "the pack `" + pack.id() + "` stands twice");
      }
    }
    PartyReader partyReader = new PartyReader();
    for (Map.Entry<String, String> source : sources.parties().entrySet()) {
      partyReader.read(Yaml.read(source.getKey(), source.getValue()));
    }
    Parties parties = partyReader.parties();
    CatalogueReader catalogueReader = new CatalogueReader(parties);
    for (Map.Entry<String, String> source : sources.catalogue().entrySet()) {
      catalogueReader.read(Yaml.read(source.getKey(), source.getValue()));
    }
    Catalogue catalogue = catalogueReader.catalogue();
    Operator operator = new OperatorReader(packs, catalogue.byId().keySet()).read(operatorMap);
    return new Policy(packs, catalogue, parties, operator, Hashes.of(sources, operator.text()));
  }

  /// The routes to try for a model, in order: first those that the operator lists for every market,
  /// in the order of the first market, then those listed for one only, which [#decide] denies.
  public List<Route> routes(SortedSet<String> markets, String model) {
    Set<String> ids = new LinkedHashSet<>();
    for (String id : listed(markets.first())) {
      if (isListed(id, markets)) {
        ids.add(id);
      }
    }
    markets.forEach(market -> ids.addAll(listed(market)));
    return ids.stream().flatMap(id -> route(id, model).stream()).toList();
  }

  /// One route with the model that answers to `model` on it.
  public Optional<Route> route(String id, String model) {
    return Optional.ofNullable(routes.getOrDefault(id, Map.of()).get(model));
  }

  /// The routes of an entry by every name that one of its models answers to; of two models that
  /// answer to one name the first.
  private Map<String, Route> routes(Catalogue.Entry entry) {
    Map<String, Route> byName = new HashMap<>();
    Optional<URI> elsewhere = Optional.ofNullable(operator.endpoints().get(entry.id()));
    for (Catalogue.Model model : entry.models()) {
      Route route = entry.route(model, elsewhere);
      model.names().forEach(name -> byName.putIfAbsent(name, route));
    }
    return byName;
  }

  /// Whether some route listed for the market answers to the name.
  public boolean answers(String market, String model) {
    return answered.getOrDefault(market, Set.of()).contains(model);
  }

  private Set<String> answered(String market) {
    return Set.copyOf(models(Copies.of(List.of(market))));
  }

  /// The names, aliases first, that some route listed for every one of the markets answers to.
  public List<String> models(SortedSet<String> markets) {
    Set<String> aliases = new TreeSet<>();
    Set<String> names = new TreeSet<>();
    for (String id : listed(markets.first())) {
      Catalogue.Entry entry = catalogue.byId().get(id);
      if (entry != null && isListed(id, markets)) {
        entry.models().forEach(model -> aliases.addAll(model.aliases()));
        entry.models().forEach(model -> names.add(model.name()));
      }
    }
    Set<String> all = new LinkedHashSet<>(aliases);
    all.addAll(names);
    return List.copyOf(all);
  }

  /// The same, without the names that no route would be permitted for: what a caller may be
  /// offered. Findings are left out of account, since no request has been read yet.
  public List<String> models(Facts facts) {
    Facts unread = facts.withCounts(Copies.of(Map.of()));
    return models(facts.markets()).stream()
        .filter(model -> isOffered(unread.withModel(model)))
        .toList();
  }

  private boolean isOffered(Facts facts) {
    return routes(facts.markets(), facts.model()).stream()
        .anyMatch(route -> decide(facts, route, List.of()) instanceof Decision.Permit);
  }

  /// What can be said of the facts at one route before a meter is read.
  public Situation situation(Facts facts, Route route) {
    return situations.of(facts, route);
  }

  /// The meters in which the person takes a place before [#decide] is asked.
  public List<MeterKey> meters(Facts facts, Route route) {
    return situation(facts, route).meters();
  }

  /// Whether this request's person may count toward a LAW reason: named, declared or verified to be
  /// protected, and found by something that can be read.
  public static boolean established(Facts facts) {
    return facts.subjectGiven()
        && facts.protection().basis().establishes()
        && !facts.protection().laws().isEmpty()
        && facts.count(Category.OPAQUE) == 0;
  }

  /// Decides one route. Total: whatever is missing takes the stricter branch.
  ///
  /// @param readings of the meters that [#meters] named; one that is missing counts as passed
  public Decision decide(Facts facts, Route route, List<MeterReading> readings) {
    return situation(facts, route).decide(readings);
  }

  /// Decides one route and says how, rule by rule.
  public Trace explain(Facts facts, Route route, List<MeterReading> readings) {
    return situations.evaluation(facts, route).explain(readings);
  }

  /// The texts this policy was built from, by hash.
  public Hashes hashes() {
    return hashes;
  }

  /// The packs in force of loading, in the order in which they are asked.
  public Collection<Pack> packs() {
    return packs.values();
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public Parties parties() {
    return parties;
  }

  public Operator operator() {
    return operator;
  }

  /// Whether a party is a covered person under a pack on a day; empty where the pack knows none.
  public Optional<Coverage> coverage(String pack, String party, LocalDate date) {
    return Optional.ofNullable(ownership.get(pack)).map(owners -> owners.of(party, date));
  }

  /// What the operator should know about its own rules before the start, as sentences.
  public List<String> warnings() {
    return packs.values().stream().flatMap(pack -> severalMeters(pack).stream()).toList();
  }

  /// Persons are counted per meter. Where categories of two meters may leave, the law may ask for
  /// one count over both at the lower limit (28 CFR 202.205(g)), which no meter here is.
  private Optional<String> severalMeters(Pack pack) {
    List<String> meters =
        pack.meters().stream()
            .filter(meter -> !leaving(meter).isEmpty())
            .filter(meter -> pack.meters().stream().noneMatch(other -> covers(other, meter)))
            .map(Meter::name)
            .toList();
    return meters.size() < 2
        ? Optional.empty()
        : Optional.of(
            "packs."
                + pack.id()
                + ".categories lets data of several meters leave ("
                + String.join(", ", meters)
                + "): each is held to its own limit, and combined data to none.");
  }

  /// Whether whoever counts in `meter` counts in `other` as well, at its limit or a lower one. Of
  /// two that cover one another, such as a cautious meter of which only the law's part may leave,
  /// the one of LAW stays.
  private boolean covers(Meter other, Meter meter) {
    return contains(other, meter)
        && (!contains(meter, other) || other.basis().compareTo(meter.basis()) < 0);
  }

  private boolean contains(Meter other, Meter meter) {
    return other.moreThan() <= meter.moreThan() && leaving(other).containsAll(leaving(meter));
  }

  private Set<Category> leaving(Meter meter) {
    Map<Category, Handling> set = operator.pack(meter.pack()).categories();
    Set<Category> leaving = new TreeSet<>(meter.categories().keySet());
    leaving.removeIf(category -> !set.getOrDefault(category, Handling.REDACT).leaves());
    return leaving;
  }

  /// The window of a meter in months; of one that no pack has any more, the longest that any law
  /// here asks for.
  public int windowMonths(String meter) {
    return meter(meter).map(Meter::windowMonths).orElse(12);
  }

  /// The meter that a key names, if a pack has it.
  public Optional<Meter> meter(String name) {
    return packs.values().stream()
        .flatMap(pack -> pack.meters().stream())
        .filter(meter -> meter.name().equals(name))
        .findFirst();
  }

  List<String> listed(String market) {
    return operator.routes().getOrDefault(market, List.of());
  }

  boolean isListed(String route, Collection<String> markets) {
    return markets.stream().allMatch(market -> listed(market).contains(route));
  }
}
