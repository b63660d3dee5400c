package dev.demarc.gateway.config;

import dev.demarc.gateway.exchange.Caller;
import dev.demarc.gateway.http.HttpLimits;
import dev.demarc.gateway.relay.RelayLimits;
import dev.demarc.gateway.route.UpstreamLimits;
import dev.demarc.policy.yaml.YamlMap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything the operator decides, checked whole before the start.
///
/// @param listen host and port; port 0 takes a free one
/// @param data the data directory: log, write-ahead log, keys
/// @param callers who may call, with hashes of their keys
/// @param parties files of the operator's own legal entities
/// @param operator the operator's own rules (POLICY), as the policy reads them
/// @param apiKeys where each route's API key is found
public record Config(
    Listen listen,
    Path data,
    Log log,
    List<Path> parties,
    List<CallerKeys> callers,
    YamlMap operator,
    Map<String, Secret> apiKeys,
    Limits limits) {
  public Config {
    parties = List.copyOf(parties);
    callers = List.copyOf(callers);
    apiKeys = Map.copyOf(apiKeys);
  }

  /// A caller and the SHA-256 hashes of its API keys, in hex.
  public record CallerKeys(Caller caller, List<String> keyHashes) {
    public CallerKeys {
      keyHashes = List.copyOf(keyHashes);
    }
  }

  /// An address to listen at.
  public record Listen(String host, int port) {
    /// Reads `HOST:PORT`; an IPv6 host stands in brackets.
    ///
    /// @throws IllegalArgumentException with a message for the user
    public static Listen parse(String text) {
      int colon = text.lastIndexOf(':');
      String host = colon < 0 ? "" : text.substring(0, colon);
      String port = text.substring(colon + 1);
      if (host.isEmpty() || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
        throw new IllegalArgumentException(
            "'" + text + "' is not HOST:PORT, such as 127.0.0.1:8787 or [::1]:8787");
      }
      String bare =
          host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
      return new Listen(bare, Integer.parseInt(port));
    }

    @Override
    public String toString() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }

  /// The transparency log's settings.
  ///
  /// @param origin the log's name in checkpoints; absent: random, kept with the key
  /// @param create whether a log may be created in an empty directory
  /// @param serve whether `/log/` answers over HTTP
  /// @param syncDeadline longest wait for a record to be durable; past it, 503 and nothing is sent
  /// @param publishEvery how often a grown log is published under a new checkpoint
  /// @param publishWithin by when the receipts promise publication
  /// @param segmentBytes size of a write-ahead segment
  public record Log(
      Optional<String> origin,
      boolean create,
      boolean serve,
      Duration syncDeadline,
      Duration publishEvery,
      Duration publishWithin,
      long segmentBytes) {
    public static Log defaults(boolean create) {
      return new Log(
          Optional.empty(),
          create,
          false,
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          64L << 20);
    }
  }

  /// The limits of every stage.
  public record Limits(HttpLimits http, UpstreamLimits upstream, RelayLimits relay) {
    public static Limits defaults() {
      return new Limits(HttpLimits.defaults(), UpstreamLimits.defaults(), RelayLimits.defaults());
    }
  }
}
