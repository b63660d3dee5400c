package dev.demarc.cli;

import dev.demarc.gateway.config.Config;
import dev.demarc.gateway.config.Config.CallerKeys;
import dev.demarc.gateway.exchange.Caller;
import dev.demarc.policy.Catalogue;
import dev.demarc.policy.Policy;
import dev.demarc.policy.yaml.Nearest;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/// What the config names has to be there in the policy, or every request would be refused or fail
/// for a reason that could have been seen before the start.
///
/// @param file the config's name in error messages
record Agreement(Path file, Config config, Policy policy) {

  /// @throws Usage naming file, key and fix at the first name that nothing answers to
  void check() {
    for (String route : config.apiKeys().keySet().stream().sorted().toList()) {
      known("api_keys", "route", route, policy.catalogue().byId().keySet());
    }
    for (CallerKeys keys : config.callers()) {
      check(keys.caller());
    }
    policy.operator().routes().values().stream()
        .flatMap(List::stream)
        .filter(this::lacksApiKey)
        .findFirst()
        .ifPresent(route -> {
          throw problem(
              "api_keys",
              "the route `"
                  + route
                  + "` is listed under operator.routes and has no API key: name its place, as in"
                  + " api_keys: {"
                  + route
                  + ": {variable: PROVIDER_API_KEY}}, or {file: PATH}");
        });
  }

  private void check(Caller caller) {
    String key = "callers." + caller.id();
    known(key + ".exporter", "party", caller.exporter(), policy.parties().byId().keySet());
    SortedMap<String, List<String>> routes = policy.operator().routes();
    for (String market : caller.markets()) {
      if (routes.getOrDefault(market, List.of()).isEmpty()) {
        String hint = routes.containsKey(market) ? "" : Nearest.hint(market, routes.keySet());
        throw problem(
            key + ".markets",
            "operator.routes lists no route for the market `" + market + "`" + hint);
      }
    }
  }

  /// A simulator asks for no key, and what stands where the operator points a route is the
  /// operator's to know.
  private boolean lacksApiKey(String route) {
    Catalogue.Entry entry = policy.catalogue().byId().get(route);
    return entry != null
        && entry.simulates().isEmpty()
        && !policy.operator().endpoints().containsKey(route)
        && !config.apiKeys().containsKey(route);
  }

  private void known(String key, String what, String name, Collection<String> known) {
    if (!known.contains(name)) {
      throw problem(key, "unknown " + what + " `" + name + "`" + Nearest.hint(name, known));
    }
  }

  private Usage problem(String key, String says) {
    return new Usage(file + ": " + key + ": " + says);
  }
}
