package dev.demarc.cli;

import java.util.List;
import java.util.Map;

/// The config of a start without one: loopback, one caller with every market, an invented U.S.
/// company as exporter, nothing assumed about whose law protects the person.
final class BuiltInConfig {
  private BuiltInConfig() {}

  static String text(String keyHash, Map<String, List<String>> routesByMarket) {
    StringBuilder routes = new StringBuilder();
    routesByMarket.forEach((market, ids) ->
        routes.append("    ").append(market).append(": ").append(ids).append('\n'));
    String apiKeys =
        apiKey(routesByMarket, "openai", "OPENAI_API_KEY")
            + apiKey(routesByMarket, "qwen", "DASHSCOPE_API_KEY");
    return """
    listen: 127.0.0.1:8787
    data: ../../demarc-data
    log: {create: true, serve: true}
    parties: [companies.yaml]
    callers:
      - id: default
        api_key_sha256: [%s]
        exporter: acme-us
        markets: %s
        default_market: %s
        channel: public
        protection: {laws: [], basis: assumed}
        may_declare_protection: true
    operator:
      routes:
    %sapi_keys: {%s}
    """
        .formatted(
            keyHash,
            routesByMarket.keySet(),
            routesByMarket.keySet().iterator().next(),
            routes,
            apiKeys);
  }

  private static String apiKey(
      Map<String, List<String>> routesByMarket, String provider, String variable) {
    StringBuilder keys = new StringBuilder();
    routesByMarket.values().stream()
        .flatMap(List::stream)
        .distinct()
        .filter(route -> route.startsWith(provider))
        .forEach(
            route -> keys.append(route).append(": {variable: ").append(variable).append("}, "));
    return keys.toString();
  }
}
