package dev.demarc.cli;

import dev.demarc.gateway.caller.Authenticator;
import dev.demarc.gateway.config.Config;
import dev.demarc.gateway.config.ConfigReader;
import dev.demarc.policy.BadPolicy;
import dev.demarc.policy.Operator;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Sources;
import dev.demarc.policy.yaml.BadYaml;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Config and policy, read and checked whole.
///
/// @param generatedKey the API key that was made because there is no config, to be shown once
record Setup(Config config, Sources sources, Policy policy, Optional<String> generatedKey) {

  /// Reads `file`, or stands in for it where there is none.
  ///
  /// @param routes what `--route` named
  /// @throws Usage naming file, line and fix where something cannot be used
  static Setup of(Home home, Optional<Path> file, List<String> routes) {
    if (file.isPresent() && !routes.isEmpty()) {
      throw new Usage(
          "--route is for a start without --config: name it under operator.routes there");
    }
    return file.isPresent() ? fromFile(home, file.get()) : builtIn(home, routes);
  }

  private static Setup fromFile(Home home, Path file) {
    return read(home, file, text(file), Optional.empty());
  }

  private static Setup builtIn(Home home, List<String> routes) {
    String key = KeyCommand.fresh();
    String text = BuiltInConfig.text(Authenticator.storedForm(key), byMarket(home, routes));
    Path place = home.examples().resolve("config/built-in.yaml");
    return read(home, place, text, Optional.of(key));
  }

  private static Setup read(Home home, Path file, String text, Optional<String> key) {
    try {
      Config config = ConfigReader.read(file, text);
      Sources sources = sources(home, config.parties());
      Policy policy = Policy.load(sources, config.operator());
      new Agreement(file, config, policy).check();
      return new Setup(config, sources, policy, key);
    } catch (BadYaml e) {
      throw new Usage(String.valueOf(e.getMessage()));
    }
  }

  /// The law and facts that come with Demarc, and the operator's own legal entities.
  static Sources sources(Home home, List<Path> parties) throws BadPolicy {
    Sources sources = Sources.read(home.packs(), home.catalogue(), home.parties());
    for (Path file : parties) {
      sources = sources.withParties(file.toString(), text(file));
    }
    return sources;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Usage(file + " cannot be read: " + e.getMessage());
    }
  }

  /// The policy with routes pointed at other addresses.
  Policy pointingAt(Map<String, URI> endpoints) {
    Operator operator = policy.operator();
    for (Map.Entry<String, URI> endpoint : endpoints.entrySet()) {
      operator = operator.pointing(endpoint.getKey(), endpoint.getValue());
    }
    try {
      return Policy.load(sources, operator);
    } catch (BadPolicy e) {
      throw new IllegalStateException("the same policy was readable before", e);
    }
  }

  /// What an operator should know before the first request.
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    warnings.add(
        "warning: a request without a subject (Demarc-Subject, safety_identifier, user) counts as a"
            + " new person in every meter, by POLICY");
    policy
        .operator()
        .endpoints()
        .forEach((route, endpoint) ->
            warnings.add("warning: route " + route + " is pointed at " + endpoint));
    policy.warnings().forEach(says -> warnings.add("warning: " + says));
    return warnings;
  }

  private static Map<String, List<String>> byMarket(Home home, List<String> routes) {
    Map<String, List<String>> byMarket = new LinkedHashMap<>();
    if (routes.isEmpty()) {
      byMarket.put("US", List.of("simulator-openai-us"));
      byMarket.put("CN", List.of("simulator-qwen-cn"));
      return byMarket;
    }
    for (String named : routes) {
      int equals = named.indexOf('=');
      String route = named.substring(equals + 1);
      String market = equals < 0 ? accessPlace(home, route) : named.substring(0, equals);
      byMarket.computeIfAbsent(market, none -> new ArrayList<>()).add(route);
    }
    return byMarket;
  }

  private static String accessPlace(Home home, String route) {
    try {
      Policy catalogue = Policy.load(sources(home, List.of()), Operator.listing(Map.of()));
      var entry = catalogue.catalogue().byId().get(route);
      if (entry == null) {
        throw new Usage(
            "--route: the catalogue has no route '"
                + route
                + "'; it has "
                + String.join(", ", catalogue.catalogue().byId().keySet()));
      }
      String place = entry.access().countries().first();
      if (!place.matches("[A-Z]{2}")) {
        throw new Usage("--route: say for which market, as in --route US=" + route);
      }
      return place;
    } catch (BadPolicy e) {
      throw new Usage(String.valueOf(e.getMessage()));
    }
  }
}
