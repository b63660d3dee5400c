package dev.demarc.cli;

import dev.demarc.gateway.exchange.Terms;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options by which a command asks as a caller would: under which config, as whom, and what the
/// head of a request would state.
final class AskedAs {
  @Option(
      names = "--market",
      required = true,
      paramLabel = "MARKET",
      split = ",",
      description = "The user's market, or two where two signals of a request differ.")
  private List<String> markets;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The gateway's config: callers, routes, operator's rules (default: the built-in one).")
  private @Nullable Path config;

  @Option(
      names = "--caller",
      paramLabel = "ID",
      description = "The caller of the config (default: its first).")
  private @Nullable String caller;

  @Option(
      names = "--protection",
      paramLabel = "LAWS",
      split = ",",
      description =
          "Whose law protects the user, as Demarc-Subject-Protection would declare it: US, or"
              + " US,EU, or unknown.")
  private @Nullable List<String> protection;

  /// The config and policy to ask.
  ///
  /// @param routes what `--route` named
  Setup setup(List<String> routes) {
    return Setup.of(Home.find(), Optional.ofNullable(config), routes);
  }

  /// The terms that the gateway would settle for such a request.
  ///
  /// @param subject whether it names the person by a header
  Terms terms(Setup setup, boolean subject) {
    return Stated.terms(
        setup, Optional.ofNullable(caller), markets, Optional.ofNullable(protection), subject);
  }
}
