package dev.demarc.cli.demo;

import dev.demarc.cli.Home;
import java.util.List;

/// The made-up values in `examples/`, and what may become of them: `examples/expected.yaml`.
///
/// @param secrets values that the provider in mainland China must not receive in any form
/// @param control a value that it does receive
record Planted(List<String> secrets, String control) {
  Planted {
    secrets = List.copyOf(secrets);
  }

  static Planted read(Home home) {
    throw new DemoFailed("not yet: " + home.examples());
  }

  /// The secrets that `bytes` hold in some form.
  List<String> foundIn(byte[] bytes) {
    return secrets.stream().filter(secret -> Traces.found(secret, bytes)).toList();
  }
}
