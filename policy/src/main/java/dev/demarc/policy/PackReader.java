package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import dev.demarc.policy.party.CoveredPersons;
import dev.demarc.policy.party.CoveredPersons.CountryOfConcern;
import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.Nearest;
import dev.demarc.policy.yaml.YamlMap;
import dev.demarc.policy.yaml.YamlNode;
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

/// Reads one pack. What it cannot place in its vocabulary stops the load.
final class PackReader {
  private enum EffectWord {
    TREAT,
    LIMIT,
    DENY,
    KEEP,
    NOTE
  }

  private final YamlMap file;
  private final String pack;
  private final List<Meter> meters = new ArrayList<>();

  private PackReader(YamlMap file) throws BadYaml {
    this.file = file;
    this.pack = file.text("pack");
  }

  static Pack read(YamlMap file) throws BadYaml {
    file.only(
        "pack",
        "title",
        "applies_by",
        "markets",
        "protects",
        "strict_markets",
        "covered_persons",
        "meters",
        "rules",
        "not_covered");
    return new PackReader(file).pack();
  }

  private Pack pack() throws BadYaml {
    for (YamlMap map : file.maps("meters")) {
      Meter meter = meter(map);
      if (meters.stream().anyMatch(other -> other.id().equals(meter.id()))) {
        throw new BadYaml(map.markOf("id"), "the meter `" + meter.id() + "` stands twice");
      }
      meters.add(meter);
    }
    List<Rule> rules = new ArrayList<>();
    Set<String> ids = new TreeSet<>();
    for (YamlMap map : file.maps("rules")) {
      Rule rule = rule(map);
      if (!ids.add(rule.id())) {
        throw new BadYaml(map.markOf("id"), "the rule `" + rule.id() + "` stands twice");
      }
      rules.add(rule);
    }
    AppliesBy appliesBy = file.choice("applies_by", AppliesBy.class);
    if (appliesBy == AppliesBy.MARKET_PUBLIC_CHANNEL && file.texts("markets").isEmpty()) {
      throw new BadYaml(file.mark(), "missing key `markets`: the pack applies by market");
    }
    return new Pack(
        pack,
        file.text("title"),
        appliesBy,
        Copies.of(file.texts("markets")),
        Copies.of(file.texts("protects")),
        Copies.of(file.texts("strict_markets")),
        coveredPersons(),
        meters,
        rules,
        file.texts("not_covered"));
  }

  private Optional<CoveredPersons> coveredPersons() throws BadYaml {
    if (!file.has("covered_persons")) {
      return Optional.empty();
    }
    YamlMap map = file.map("covered_persons");
    map.only(
        "citation", "source", "as_of", "countries_of_concern", "share_percent", "designated_by");
    List<CountryOfConcern> countries = new ArrayList<>();
    for (YamlMap country : map.maps("countries_of_concern")) {
      country.only("name", "includes");
      Map<String, String> places = new TreeMap<>();
      YamlMap includes = country.map("includes");
      for (String code : includes.keys()) {
        places.put(code, includes.text(code));
      }
      countries.add(new CountryOfConcern(country.text("name"), places));
    }
    map.text("source");
    map.date("as_of");
    return Optional.of(
        new CoveredPersons(
            countries,
            map.decimal("share_percent"),
            map.text("designated_by"),
            map.text("citation")));
  }

  private Meter meter(YamlMap map) throws BadYaml {
    map.only(
        "id",
        "includes",
        "categories",
        "linked_with",
        "pairs",
        "repeats",
        "as_one",
        "linked_fields",
        "more_than",
        "window_months",
        "unit",
        "basis",
        "remark");
    TreeMap<Category, String> categories = new TreeMap<>();
    TreeSet<Category> linkedWith = new TreeSet<>();
    if (map.has("includes")) {
      Meter included = meterNamed(meter(map, "includes"));
      categories.putAll(included.categories());
      linkedWith.addAll(included.linkedWith());
    }
    YamlMap fields = map.map("categories");
    for (Map.Entry<Category, String> key : Families.keys(fields).entrySet()) {
      categories.put(key.getKey(), fields.text(key.getValue()));
    }
    linkedWith.addAll(Families.in(map.list("linked_with")));
    return new Meter(
        pack,
        map.text("id"),
        categories,
        combination(map, linkedWith, categories.values()),
        map.whole("more_than"),
        (int) map.whole("window_months"),
        map.choice("unit", Meter.Unit.class),
        map.choice("basis", Basis.class),
        map.optionalText("remark"));
  }

  private static Combination combination(
      YamlMap map, Set<Category> linkedWith, Collection<String> fields) throws BadYaml {
    return new Combination(
        map.has("linked_fields") ? (int) map.whole("linked_fields") : 1,
        Copies.of(linkedWith),
        fields(map, "pairs", fields),
        fields(map, "repeats", fields),
        fields(map, "as_one", fields));
  }

  private static SortedSet<String> fields(YamlMap map, String key, Collection<String> known)
      throws BadYaml {
    for (YamlNode node : map.list(key)) {
      if (!known.contains(node.asText())) {
        String hint = Nearest.hint(node.asText(), new TreeSet<>(known));
        throw new BadYaml(node.mark(), "unknown field `" + node.asText() + "`" + hint);
      }
    }
    return Copies.of(map.texts(key));
  }

  private Meter meterNamed(String id) {
    return meters.stream().filter(meter -> meter.id().equals(id)).findFirst().orElseThrow();
  }

  private Rule rule(YamlMap map) throws BadYaml {
    map.only(
        "id",
        "basis",
        "citation",
        "source",
        "as_of",
        "effective",
        "when",
        "effect",
        "categories",
        "linked_in",
        "meter",
        "counting",
        "text",
        "remedy");
    Basis basis = map.choice("basis", Basis.class);
    if (basis == Basis.LAW && !(map.has("citation") && map.has("as_of") && map.has("source"))) {
      throw new BadYaml(
          map.mark(),
          "the rule `"
              + map.text("id")
              + "` is LAW: it needs `citation`, `source` and `as_of`, the day it was read");
    }
    List<Condition> when = map.choices("when", Condition.class);
    if (when.contains(Condition.RECIPIENT_COVERED) && !file.has("covered_persons")) {
      throw new BadYaml(
          map.markOf("when"), "RECIPIENT_COVERED needs `covered_persons` in the same pack");
    }
    return new Rule(
        pack,
        map.text("id"),
        basis,
        map.text("citation"),
        map.text("source"),
        map.date("as_of"),
        period(map.map("effective")),
        Copies.of(when),
        action(map),
        Sentences.checked(map.text("text"), map.markOf("text")),
        Sentences.checked(map.text("remedy"), map.markOf("remedy")));
  }

  private static Period period(YamlMap map) throws BadYaml {
    map.only("from", "until");
    return new Period(map.date("from"), map.optionalDate("until"));
  }

  private Action action(YamlMap rule) throws BadYaml {
    EffectWord effect = rule.choice("effect", EffectWord.class);
    return switch (effect) {
      case TREAT -> treat(rule);
      case LIMIT -> limit(rule);
      case KEEP -> keep(rule);
      case DENY -> {
        refuse(rule, effect, "categories", "meter", "counting", "linked_in");
        yield new Action.Deny();
      }
      case NOTE -> {
        refuse(rule, effect, "categories", "meter", "counting", "linked_in");
        yield new Action.Note();
      }
    };
  }

  private Action treat(YamlMap rule) throws BadYaml {
    refuse(rule, EffectWord.TREAT, "meter", "counting");
    return new Action.Treat(
        handling(rule.map("categories")),
        rule.has("linked_in") ? Optional.of(meter(rule, "linked_in")) : Optional.empty());
  }

  private Action limit(YamlMap rule) throws BadYaml {
    refuse(rule, EffectWord.LIMIT, "categories", "linked_in");
    return new Action.Limit(
        meter(rule, "meter"), Sentences.checked(rule.text("counting"), rule.markOf("counting")));
  }

  private Action keep(YamlMap rule) throws BadYaml {
    refuse(rule, EffectWord.KEEP, "meter", "counting", "linked_in");
    return new Action.Keep(Families.in(rule.list("categories")));
  }

  private static void refuse(YamlMap rule, EffectWord effect, String... keys) throws BadYaml {
    for (String key : keys) {
      if (rule.has(key)) {
        throw new BadYaml(rule.markOf(key), "`" + key + "` says nothing with effect " + effect);
      }
    }
  }

  private String meter(YamlMap rule, String key) throws BadYaml {
    String id = rule.text(key);
    List<String> known = meters.stream().map(Meter::id).toList();
    if (!known.contains(id)) {
      throw new BadYaml(
          rule.value(key).mark(), "unknown meter `" + id + "`" + Nearest.hint(id, known));
    }
    return id;
  }

  /// A map of categories to what is wanted for them.
  static SortedMap<Category, Handling> handling(YamlMap map) throws BadYaml {
    return handling(map, Families.keys(map));
  }

  /// The same with the key that speaks for each category.
  static SortedMap<Category, Handling> handling(YamlMap map, SortedMap<Category, String> keys)
      throws BadYaml {
    TreeMap<Category, Handling> handling = new TreeMap<>();
    for (Map.Entry<Category, String> key : keys.entrySet()) {
      Handling wanted = map.choice(key.getValue(), Handling.class);
      boolean cut = wanted != Handling.PASS && wanted != Handling.DENY;
      if (key.getKey() == Category.OPAQUE && cut) {
        throw new BadYaml(
            map.value(key.getValue()).mark(),
            "opaque content can only PASS or DENY: nobody can look into it");
      }
      handling.put(key.getKey(), wanted);
    }
    return handling;
  }
}
