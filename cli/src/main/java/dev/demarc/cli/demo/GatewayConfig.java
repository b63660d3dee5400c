package dev.demarc.cli.demo;

import dev.demarc.gateway.caller.Authenticator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/// The config that the demo's gateway runs with, as the file that is written for it.
final class GatewayConfig {
  /// The operator's legal entities, beside the config.
  static final String PARTIES = "companies.yaml";

  private static final int KEY_BYTES = 32;

  private GatewayConfig() {}

  /// An API key of 256 random bits.
  static String freshApiKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return "demo-" + Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }

  /// A gateway of a U.S. company for both markets. The operator would use the U.S. provider in
  /// both; in mainland China the law refuses it to a public assistant, so that the next route is
  /// tried.
  ///
  /// @param endpoints route id to the base URL of its simulator
  static String text(String apiKey, Map<String, String> endpoints) {
    String routes =
        "    %s: [%s]\n    %s: [%s, %s]\n"
            .formatted(
                Phone.US.market(),
                Phone.US.route(),
                Phone.CN.market(),
                Phone.US.route(),
                Phone.CN.route());
    StringBuilder addresses = new StringBuilder();
    endpoints.forEach(
        (route, address) -> addresses.append("    %s: \"%s\"\n".formatted(route, address)));
    return """
    # Written by ./demarc demo.
    listen: 127.0.0.1:0
    data: data
    log:
      create: true
      serve: true
      publish_every: 200ms
      segment: 4MiB
    parties: [%s]
    callers:
      - id: phones
        api_key_sha256: [%s]
        exporter: acme-us
        markets: [US, CN]
        default_market: US
        channel: public
        protection: {laws: [], basis: assumed}
        may_declare_protection: true
    operator:
      routes:
    %s  endpoints:
    %s\
    """
        .formatted(PARTIES, Authenticator.storedForm(apiKey), routes, addresses);
  }
}
