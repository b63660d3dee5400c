package dev.demarc.gateway.exchange;

import java.util.Optional;

/// The parts of a request head that the steps may look at.
public interface Head {
  /// The market in the path (`/m/{market}/v1/…`), as sent.
  Optional<String> pathMarket();

  /// The value of a header, the empty optional where it is absent.
  ///
  /// @throws Refused if it stands there more than once
  Optional<String> header(String name);
}
