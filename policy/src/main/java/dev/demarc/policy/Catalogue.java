package dev.demarc.policy;

import dev.demarc.policy.party.Sourced;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The routes that are known, with the evidence for what is said of each.
public record Catalogue(Map<String, Entry> byId) {
  public Catalogue {
    byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
  }

  /// A route as the catalogue describes it, before a model is chosen.
  ///
  /// @param simulates the route whose facts this stand-in has
  public record Entry(
      String id,
      String provider,
      String recipient,
      String developer,
      Places access,
      Places storage,
      Places inference,
      URI endpoint,
      Optional<String> simulates,
      List<Model> models,
      List<Evidence> evidence,
      List<String> remarks) {
    public Entry {
      models = List.copyOf(models);
      evidence = List.copyOf(evidence);
      remarks = List.copyOf(remarks);
    }

    /// The route for one of its models, at `endpoint` where the operator points it elsewhere.
    Route route(Model model, Optional<URI> elsewhere) {
      return new Route(
          id,
          provider,
          recipient,
          developer,
          model.name(),
          access,
          storage,
          inference,
          elsewhere.orElse(endpoint),
          elsewhere.isPresent(),
          simulates.isPresent(),
          model.filing());
    }
  }

  /// A model on a route: the provider's name, the names clients may use instead, its filing.
  public record Model(String name, List<String> aliases, Optional<Filing> filing) {
    public Model {
      aliases = List.copyOf(aliases);
    }

    /// Every name the model answers to.
    List<String> names() {
      List<String> names = new ArrayList<>(aliases);
      names.add(name);
      return names;
    }
  }

  /// What a source says about a route.
  public record Evidence(String says, Sourced sourced) {}
}
