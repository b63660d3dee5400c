package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Treatment;
import dev.demarc.policy.LawCase.Because;
import dev.demarc.policy.LawCase.Expected;
import dev.demarc.policy.LawCase.Ruling;
import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.Mark;
import dev.demarc.policy.yaml.Nearest;
import dev.demarc.policy.yaml.Yaml;
import dev.demarc.policy.yaml.YamlMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A file of cases beside a pack (`us-dsp.cases.yaml`): facts and the decision expected of them,
/// for whoever changes a rule and wants to see what else changes.
public final class LawCases {
  /// What became of one case.
  ///
  /// @param differences what was expected otherwise, in words; empty where the case holds
  public record Result(Mark mark, String name, List<String> differences) {
    public Result {
      differences = List.copyOf(differences);
    }

    public boolean holds() {
      return differences.isEmpty();
    }
  }

  private final Map<String, YamlMap> operators = new HashMap<>();
  private final List<LawCase> cases = new ArrayList<>();

  private LawCases() {}

  /// The cases that `text` holds; `file` is the name that error messages give.
  public static LawCases read(String file, String text) throws BadPolicy {
    try {
      LawCases cases = new LawCases();
      cases.read(Yaml.read(file, text));
      return cases;
    } catch (BadYaml e) {
      throw new BadPolicy(e);
    }
  }

  /// Decides every case from these sources, and from nothing but them.
  public List<Result> run(Sources sources) throws BadPolicy {
    Map<String, Policy> policies = new HashMap<>();
    for (Map.Entry<String, YamlMap> operator : operators.entrySet()) {
      policies.put(operator.getKey(), Policy.load(sources, operator.getValue()));
    }
    List<Result> results = new ArrayList<>();
    for (LawCase each : cases) {
      Policy policy = policies.get(each.operator());
      List<String> differences =
          policy == null
              ? List.of("no operator `" + each.operator() + "`")
              : differences(policy, each);
      results.add(new Result(each.mark(), each.name(), differences));
    }
    return results;
  }

  private static List<String> differences(Policy policy, LawCase each) {
    Optional<Route> route = policy.route(each.route(), each.facts().model());
    if (route.isEmpty()) {
      return List.of("no route `" + each.route() + "` for model `" + each.facts().model() + "`");
    }
    List<MeterKey> keys = policy.meters(each.facts(), route.get());
    List<MeterReading> readings = new ArrayList<>();
    for (MeterKey key : keys) {
      MeterReading reading = each.readings().get(key.meter());
      if (reading != null) {
        readings.add(
            new MeterReading(key, reading.persons(), reading.established(), reading.counted()));
      }
    }
    return each.differences(policy.decide(each.facts(), route.get(), readings));
  }

  private void read(YamlMap file) throws BadYaml {
    file.only("operators", "cases");
    YamlMap named = file.map("operators");
    for (String name : named.keys()) {
      operators.put(name, named.map(name));
    }
    for (YamlMap map : file.maps("cases")) {
      cases.add(lawCase(map));
    }
    if (cases.isEmpty()) {
      throw new BadYaml(file.mark(), "missing key `cases`: the file holds none");
    }
  }

  private LawCase lawCase(YamlMap map) throws BadYaml {
    map.only(
        "name",
        "operator",
        "route",
        "model",
        "date",
        "exporter",
        "markets",
        "channel",
        "protection",
        "subject",
        "found",
        "readings",
        "expect");
    String operator = map.text("operator");
    if (!operators.containsKey(operator)) {
      String hint = Nearest.hint(operator, operators.keySet());
      throw new BadYaml(map.value("operator").mark(), "no operator `" + operator + "`" + hint);
    }
    return new LawCase(
        map.mark(),
        map.text("name"),
        operator,
        facts(map),
        map.text("route"),
        readings(map),
        expected(map.map("expect")));
  }

  private static Facts facts(YamlMap map) throws BadYaml {
    if (map.texts("markets").isEmpty() || map.texts("markets").size() > 2) {
      throw new BadYaml(map.markOf("markets"), "one or two markets are expected");
    }
    return new Facts(
        map.date("date"),
        "case",
        map.text("exporter"),
        Copies.of(map.texts("markets")),
        map.choice("channel", Channel.class, Channel.PUBLIC),
        protection(map),
        !map.has("subject") || map.flag("subject"),
        map.optionalText("model").orElse("assistant"),
        found(map));
  }

  private static Protection protection(YamlMap map) throws BadYaml {
    if (!map.has("protection")) {
      return Protection.unknown();
    }
    YamlMap stated = map.map("protection").only("laws", "basis");
    return new Protection(
        Copies.of(stated.texts("laws")), stated.choice("basis", ProtectionBasis.class));
  }

  private static SortedMap<Category, Integer> found(YamlMap map) throws BadYaml {
    TreeMap<Category, Integer> counts = new TreeMap<>();
    if (map.has("found")) {
      YamlMap found = map.map("found");
      for (String id : found.keys()) {
        counts.put(Families.category(id, found), (int) found.whole(id));
      }
    }
    return counts;
  }

  private static SortedMap<String, MeterReading> readings(YamlMap map) throws BadYaml {
    TreeMap<String, MeterReading> readings = new TreeMap<>();
    for (YamlMap reading : map.maps("readings")) {
      reading.only("meter", "persons", "established", "counted");
      String meter = reading.text("meter");
      readings.put(
          meter,
          new MeterReading(
              new MeterKey(meter, "", ""),
              reading.whole("persons"),
              reading.whole("established"),
              reading.optionalFlag("counted")));
    }
    return readings;
  }

  private static Expected expected(YamlMap map) throws BadYaml {
    map.only("decision", "treatments", "counted", "because", "nothing_is_law");
    TreeMap<Category, Treatment> treatments = new TreeMap<>();
    if (map.has("treatments")) {
      YamlMap stated = map.map("treatments");
      for (String id : stated.keys()) {
        treatments.put(Families.category(id, stated), stated.choice(id, Treatment.class));
      }
    }
    List<Because> because = new ArrayList<>();
    for (YamlMap reason : map.maps("because")) {
      reason.only("rule", "basis", "effect");
      because.add(
          new Because(
              reason.text("rule"),
              reason.choice("basis", Basis.class),
              reason.choice("effect", Effect.class)));
    }
    return new Expected(
        map.choice("decision", Ruling.class),
        treatments,
        new TreeSet<>(map.texts("counted")),
        because,
        map.optionalFlag("nothing_is_law"));
  }
}
