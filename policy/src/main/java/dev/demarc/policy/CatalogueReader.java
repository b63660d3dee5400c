package dev.demarc.policy;

import dev.demarc.policy.Catalogue.Entry;
import dev.demarc.policy.Catalogue.Evidence;
import dev.demarc.policy.Catalogue.Model;
import dev.demarc.policy.party.Confidence;
import dev.demarc.policy.party.Parties;
import dev.demarc.policy.party.Sourced;
import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.Nearest;
import dev.demarc.policy.yaml.YamlMap;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads catalogue files against the parties that are known. A simulated route takes every fact
/// from the route it stands for, so that the two cannot drift apart; only its recipient, its
/// developer and its endpoint are its own, so that nothing said about it is said about a company.
final class CatalogueReader {
  private final Parties parties;
  private final Map<String, Entry> byId = new LinkedHashMap<>();
  private final List<YamlMap> simulated = new ArrayList<>();

  CatalogueReader(Parties parties) {
    this.parties = parties;
  }

  void read(YamlMap file) throws BadYaml {
    file.only("routes");
    for (YamlMap map : file.maps("routes")) {
      if (map.has("simulates")) {
        simulated.add(map);
      } else {
        add(map, real(map));
      }
    }
  }

  Catalogue catalogue() throws BadYaml {
    for (YamlMap map : simulated) {
      add(map, standIn(map));
    }
    return new Catalogue(byId);
  }

  private void add(YamlMap map, Entry entry) throws BadYaml {
    if (byId.put(entry.id(), entry) != null) {
      throw new BadYaml(map.markOf("id"), "the route `" + entry.id() + "` stands twice");
    }
  }

  private Entry real(YamlMap map) throws BadYaml {
    map.only(
        "id",
        "provider",
        "recipient",
        "developer",
        "endpoint",
        "access",
        "storage",
        "inference",
        "models",
        "evidence",
        "remarks");
    List<Evidence> evidence = new ArrayList<>();
    for (YamlMap item : map.maps("evidence")) {
      item.only("says", "source", "as_of", "confidence");
      evidence.add(new Evidence(item.text("says"), sourced(item)));
    }
    if (evidence.isEmpty()) {
      throw new BadYaml(
          map.mark(), "missing key `evidence`: a route says where its facts are from");
    }
    URI endpoint = map.address("endpoint");
    if (!"https".equals(endpoint.getScheme())) {
      throw new BadYaml(map.value("endpoint").mark(), "a route to a provider is https");
    }
    return new Entry(
        map.text("id"),
        map.text("provider"),
        party(map, "recipient"),
        party(map, "developer"),
        places(map.map("access")),
        places(map.map("storage")),
        places(map.map("inference")),
        endpoint,
        Optional.empty(),
        models(map, false),
        evidence,
        map.texts("remarks"));
  }

  private Entry standIn(YamlMap map) throws BadYaml {
    map.only("id", "simulates", "recipient", "developer", "endpoint", "models", "remarks");
    Entry real = byId.get(map.text("simulates"));
    if (real == null || real.simulates().isPresent()) {
      String hint = Nearest.hint(map.text("simulates"), byId.keySet());
      throw new BadYaml(
          map.value("simulates").mark(), "unknown route `" + map.text("simulates") + "`" + hint);
    }
    return new Entry(
        map.text("id"),
        "Simulator of " + real.provider(),
        standInFor(map, "recipient", real.recipient()),
        standInFor(map, "developer", real.developer()),
        real.access(),
        real.storage(),
        real.inference(),
        map.address("endpoint"),
        Optional.of(real.id()),
        map.has("models") ? models(map, true) : real.models(),
        real.evidence(),
        map.texts("remarks"));
  }

  /// A party that simulates `real`: otherwise a stand-in would be decided by other facts.
  private String standInFor(YamlMap map, String key, String real) throws BadYaml {
    String id = party(map, key);
    boolean standsFor =
        parties.party(id).flatMap(p -> p.simulates()).map(real::equals).orElse(false);
    if (!standsFor) {
      throw new BadYaml(
          map.value(key).mark(), "the party `" + id + "` does not simulate `" + real + "`");
    }
    return id;
  }

  private String party(YamlMap map, String key) throws BadYaml {
    String id = map.text(key);
    if (parties.party(id).isEmpty()) {
      String hint = Nearest.hint(id, parties.byId().keySet());
      throw new BadYaml(map.value(key).mark(), "unknown party `" + id + "`" + hint);
    }
    return id;
  }

  private static Places places(YamlMap map) throws BadYaml {
    map.only("in", "except", "enforced_by");
    List<String> in = map.texts("in");
    if (in.isEmpty() || map.list("enforced_by").isEmpty()) {
      throw new BadYaml(map.mark(), "a place names `in` (ISO codes or ANY) and `enforced_by`");
    }
    return new Places(
        Copies.of(in),
        Copies.of(map.texts("except")),
        Copies.of(map.choices("enforced_by", EnforcedBy.class)));
  }

  private static List<Model> models(YamlMap route, boolean simulated) throws BadYaml {
    List<Model> models = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (YamlMap map : route.maps("models")) {
      map.only("name", "aliases", "filing");
      Optional<Filing> filing =
          map.has("filing") ? Optional.of(filing(map.map("filing"), simulated)) : Optional.empty();
      Model model = new Model(map.text("name"), map.texts("aliases"), filing);
      for (String name : model.names()) {
        if (names.contains(name)) {
          throw new BadYaml(map.mark(), "the model name `" + name + "` stands twice on one route");
        }
        names.add(name);
      }
      models.add(model);
    }
    if (models.isEmpty()) {
      throw new BadYaml(route.mark(), "missing key `models`: a route offers at least one");
    }
    return models;
  }

  private static Filing filing(YamlMap map, boolean simulated) throws BadYaml {
    map.only(
        "number",
        "holder",
        "authority",
        "from",
        "until",
        "source",
        "as_of",
        "confidence",
        "synthetic");
    boolean synthetic = map.optionalFlag("synthetic");
    if (synthetic && !simulated) {
      throw new BadYaml(map.mark(), "a synthetic filing may stand on a simulated route only");
    }
    return new Filing(
        map.text("number"),
        map.text("holder"),
        map.text("authority"),
        map.date("from"),
        map.optionalDate("until"),
        map.text("source"),
        map.date("as_of"),
        map.choice("confidence", Confidence.class),
        synthetic);
  }

  private static Sourced sourced(YamlMap map) throws BadYaml {
    return new Sourced(
        map.text("source"), map.date("as_of"), map.choice("confidence", Confidence.class));
  }
}
