package dev.demarc.cli.e2e;

import dev.demarc.cli.Checkout;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The gateway's YAML file in the making. It begins as one caller, two markets and one simulated
/// route in each, with a log that publishes quickly and promises to publish within the hour.
final class ConfigFile {
  /// The caller's API key; the file holds its hash.
  static final String API_KEY = "demarc-example-key";

  static final String US_ROUTE = "simulator-openai-us";
  static final String CN_ROUTE = "simulator-qwen-cn";

  private static final String KEY_HASH =
      "e45a147f3e0c3ccf9c4dce0e89395a41920e8453bcf15bfc94b7b8e81b2f36fd";

  private final Map<String, String> routes = new LinkedHashMap<>();
  private final Map<String, String> endpoints = new LinkedHashMap<>();
  private final Map<String, String> packs = new LinkedHashMap<>();
  private final Map<String, String> apiKeys = new LinkedHashMap<>();
  private final Map<String, String> log = new LinkedHashMap<>();
  private final Map<String, String> limits = new LinkedHashMap<>();
  private String classify = "{}";

  ConfigFile() {
    permit("US", US_ROUTE);
    permit("CN", CN_ROUTE);
    log("create", "true");
    log("serve", "true");
    log("publish_every", "50ms");
    log("publish_within", "1h");
    log("segment", "1MiB");
  }

  /// Says which routes a market permits, in order.
  ConfigFile permit(String market, String... inOrder) {
    routes.put(market, List.of(inOrder).toString());
    return this;
  }

  ConfigFile endpoint(String route, String url) {
    endpoints.put(route, "'" + url + "'");
    return this;
  }

  /// Sets what a pack leaves to the operator.
  ConfigFile pack(String pack, String settings) {
    packs.put(pack, settings);
    return this;
  }

  /// Says in which file a route's API key stands.
  ConfigFile apiKey(String route, Path file) {
    apiKeys.put(route, "{file: '" + file + "'}");
    return this;
  }

  ConfigFile log(String key, String value) {
    log.put(key, value);
    return this;
  }

  /// Sets what the operator adds to the classifier.
  ConfigFile classify(String rules) {
    classify = rules;
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
    parties: ['%s']
    callers:
      - id: phones
        api_key_sha256: [%s]
        exporter: acme-us
        markets: [%s]
        default_market: US
        channel: public
        protection: {laws: [], basis: assumed}
        may_declare_protection: true
    operator:
      routes: %s
      packs: %s
      endpoints: %s
      classify: %s
    api_keys: %s
    limits: %s
    """
        .formatted(
            data,
            flow(log),
            Checkout.examples().resolve("config/companies.yaml"),
            KEY_HASH,
            String.join(", ", routes.keySet()),
            flow(routes),
            flow(packs),
            flow(endpoints),
            classify,
            flow(apiKeys),
            flow(limits));
  }

  private static String flow(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> member.getKey() + ": " + member.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
