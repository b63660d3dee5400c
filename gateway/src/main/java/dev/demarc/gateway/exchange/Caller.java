package dev.demarc.gateway.exchange;

import dev.demarc.policy.Channel;
import dev.demarc.policy.Protection;
import java.util.List;
import java.util.Optional;

/// Authenticated client of the gateway, with its rights.
///
/// @param id the operator's name for it, as it stands in records
/// @param markets markets it may ask for
/// @param defaultMarket the market where no signal speaks; absent: a signal is required
/// @param exporter party id of the legal entity that sends the data
/// @param channel whether the feature behind it is offered to the public
/// @param protection whose law protects its users where nothing is declared, and on what basis
/// @param mayDeclareProtection whether a request may declare another protection
public record Caller(
    String id,
    List<String> markets,
    Optional<String> defaultMarket,
    String exporter,
    Channel channel,
    Protection protection,
    boolean mayDeclareProtection) {
  public Caller {
    markets = List.copyOf(markets);
    if (defaultMarket.isPresent() && !markets.contains(defaultMarket.get())) {
      throw new IllegalArgumentException(
          "default market of caller " + id + " is not among its markets");
    }
  }
}
