package dev.demarc.cli.e2e;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The gateway's YAML file in the making. It begins as one caller, two markets and one simulated
/// provider in each, with a log that publishes quickly.
final class ConfigFile {
  /// The caller's API key; the file holds its hash.
  static final String API_KEY = "demarc-example-key";

  static final String US_ROUTE = "simulator-openai-us";
  static final String CN_ROUTE = "simulator-qwen-cn";

  private static final String KEY_HASH =
      "e45a147f3e0c3ccf9c4dce0e89395a41920e8453bcf15bfc94b7b8e81b2f36fd";

  private final Map<String, List<String>> markets = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> routes = new LinkedHashMap<>();
  private final Map<String, String> log = new LinkedHashMap<>();
  private final Map<String, String> limits = new LinkedHashMap<>();

  ConfigFile() {
    markets.put("US", List.of(US_ROUTE));
    markets.put("CN", List.of(CN_ROUTE));
    log.put("create", "true");
    log.put("serve", "true");
    log.put("publish_every", "50ms");
  }

  ConfigFile market(String market, String... permitted) {
    markets.put(market, List.of(permitted));
    return this;
  }

  ConfigFile endpoint(String route, String url) {
    routes.computeIfAbsent(route, id -> new LinkedHashMap<>()).put("endpoint", url);
    return this;
  }

  /// Says where a route's API key stands.
  ConfigFile apiKeyFile(String route, Path file) {
    routes
        .computeIfAbsent(route, id -> new LinkedHashMap<>())
        .put("api_key", "{file: '" + file + "'}");
    return this;
  }

  ConfigFile log(String key, String value) {
    log.put(key, value);
    return this;
  }

  ConfigFile limit(String key, String value) {
    limits.put(key, value);
    return this;
  }

  String yaml(Path data) {
    return """
        listen: 127.0.0.1:0
        data: '%s'
        log: %s
        exporters:
          - {id: acme-us, name: Acme Devices Inc., charter: US, principal_place: US}
        callers:
          - id: phones
            api_key_sha256: [%s]
            exporter: acme-us
            markets: [%s]
            default_market: US
            channel: public
            protection: {laws: [], basis: assumed}
            may_declare_protection: true
        markets:
        %s
        routes:
        %s
        limits: %s
        """
        .formatted(
            data,
            flow(log),
            KEY_HASH,
            String.join(", ", markets.keySet()),
            lines(markets),
            routes.entrySet().stream()
                .map(route -> "  " + route.getKey() + ": " + flow(route.getValue()))
                .collect(Collectors.joining("\n")),
            flow(limits));
  }

  private static String lines(Map<String, List<String>> markets) {
    return markets.entrySet().stream()
        .map(market -> "  " + market.getKey() + ": " + market.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static String flow(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> member.getKey() + ": " + member.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
