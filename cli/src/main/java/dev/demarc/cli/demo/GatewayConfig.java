package dev.demarc.cli.demo;

import dev.demarc.gateway.caller.Authenticator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/// The config that the demo's gateway runs with, as the file that is written for it.
final class GatewayConfig {
  private static final int KEY_BYTES = 32;

  private GatewayConfig() {}

  /// An API key of 256 random bits.
  static String freshApiKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return "demo-" + Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }

  /// A gateway for both markets, each with its simulator as the only route.
  ///
  /// @param endpoints route id to the base URL of its simulator
  static String text(String apiKey, Map<String, String> endpoints) {
    StringBuilder text =
        new StringBuilder(
            """
            # Written by `demarc demo`.
            listen: 127.0.0.1:0
            data: data
            log:
              create: true
              serve: true
            exporters:
              - id: acme-us
                name: Acme Devices Inc.
                charter: US
                principal_place: US
            callers:
              - id: phones
                api_key_sha256: [%s]
                exporter: acme-us
                markets: [US, CN]
                default_market: US
                channel: public
                protection: {laws: [], basis: assumed}
                may_declare_protection: true
            """
                .formatted(Authenticator.storedForm(apiKey)));
    text.append("markets:\n");
    for (Phone phone : Phone.BOTH) {
      text.append("  %s: [%s]\n".formatted(phone.market(), phone.route()));
    }
    text.append("routes:\n");
    endpoints.forEach(
        (route, endpoint) -> text.append("  %s: {endpoint: \"%s\"}\n".formatted(route, endpoint)));
    return text.toString();
  }
}
