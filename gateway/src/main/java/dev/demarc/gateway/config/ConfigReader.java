package dev.demarc.gateway.config;

import dev.demarc.gateway.config.Config.CallerKeys;
import dev.demarc.gateway.config.Config.Limits;
import dev.demarc.gateway.config.Config.Listen;
import dev.demarc.gateway.exchange.Caller;
import dev.demarc.gateway.http.HttpLimits;
import dev.demarc.gateway.relay.RelayLimits;
import dev.demarc.gateway.route.UpstreamLimits;
import dev.demarc.policy.Channel;
import dev.demarc.policy.Protection;
import dev.demarc.policy.ProtectionBasis;
import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.Quantities;
import dev.demarc.policy.yaml.Yaml;
import dev.demarc.policy.yaml.YamlMap;
import dev.demarc.policy.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads the config file. Unknown, missing and doubled keys stop the start with file, line, column
/// and the nearest known key.
public final class ConfigReader {
  private final Path directory;

  private ConfigReader(Path directory) {
    this.directory = directory;
  }

  /// The config in `text`.
  ///
  /// @param file its name in error messages; relative paths in it start from its directory
  public static Config read(Path file, String text) throws BadYaml {
    Path directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
    return new ConfigReader(directory).read(Yaml.read(file.toString(), text));
  }

  private Config read(YamlMap root) throws BadYaml {
    root.only("listen", "data", "log", "parties", "callers", "operator", "api_keys", "limits");
    return new Config(
        listen(root),
        directory.resolve(root.optionalText("data").orElse("demarc-data")).normalize(),
        log(root),
        partyFiles(root),
        callers(root),
        root.map("operator"),
        apiKeys(root),
        limits(root));
  }

  private static Listen listen(YamlMap root) throws BadYaml {
    if (!root.has("listen")) {
      return new Listen("127.0.0.1", 8787);
    }
    try {
      return Listen.parse(root.text("listen"));
    } catch (IllegalArgumentException e) {
      throw new BadYaml(root.value("listen").mark(), String.valueOf(e.getMessage()));
    }
  }

  private static Config.Log log(YamlMap root) throws BadYaml {
    Config.Log defaults = Config.Log.defaults(false);
    if (!root.has("log")) {
      return defaults;
    }
    YamlMap log =
        root.map("log")
            .only(
                "origin",
                "create",
                "serve",
                "sync_deadline",
                "publish_every",
                "publish_within",
                "segment");
    return new Config.Log(
        log.optionalText("origin"),
        log.optionalFlag("create"),
        log.optionalFlag("serve"),
        Quantities.duration(log, "sync_deadline", defaults.syncDeadline()),
        Quantities.duration(log, "publish_every", defaults.publishEvery()),
        Quantities.duration(log, "publish_within", defaults.publishWithin()),
        Quantities.bytes(log, "segment", defaults.segmentBytes()));
  }

  private List<CallerKeys> callers(YamlMap root) throws BadYaml {
    List<CallerKeys> callers = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<String> hashes = new HashSet<>();
    for (YamlMap map : root.maps("callers")) {
      CallerKeys caller = caller(map);
      if (!ids.add(caller.caller().id())) {
        throw new BadYaml(
            map.markOf("id"), "two callers are called `" + caller.caller().id() + "`");
      }
      for (String hash : caller.keyHashes()) {
        if (!hashes.add(hash)) {
          throw new BadYaml(map.markOf("api_key_sha256"), "one API key belongs to one caller only");
        }
      }
      callers.add(caller);
    }
    if (callers.isEmpty()) {
      throw new BadYaml(root.mark(), "no caller is configured: nobody could use this gateway");
    }
    return callers;
  }

  private static CallerKeys caller(YamlMap map) throws BadYaml {
    map.only(
        "id",
        "api_key_sha256",
        "exporter",
        "markets",
        "default_market",
        "channel",
        "protection",
        "may_declare_protection");
    List<String> hashes = map.texts("api_key_sha256");
    for (YamlNode hash : map.list("api_key_sha256")) {
      if (!hash.asText().matches("[0-9a-f]{64}")) {
        throw new BadYaml(
            hash.mark(), "a SHA-256 in 64 lower-case hex digits is expected: ./demarc key new");
      }
    }
    if (hashes.isEmpty()) {
      throw new BadYaml(map.mark(), "missing key `api_key_sha256`: ./demarc key new makes one");
    }
    List<String> markets = map.texts("markets");
    Optional<String> market = map.optionalText("default_market");
    if (market.isPresent() && !markets.contains(market.get())) {
      throw new BadYaml(map.markOf("default_market"), "the default is not one of the markets");
    }
    return new CallerKeys(
        new Caller(
            map.text("id"),
            markets,
            market,
            map.text("exporter"),
            word(map, "channel", Channel.class),
            protection(map),
            map.optionalFlag("may_declare_protection")),
        hashes);
  }

  private static Protection protection(YamlMap caller) throws BadYaml {
    if (!caller.has("protection")) {
      return Protection.unknown();
    }
    YamlMap map = caller.map("protection").only("laws", "basis");
    return new Protection(
        new TreeSet<>(map.texts("laws")), word(map, "basis", ProtectionBasis.class));
  }

  private List<Path> partyFiles(YamlMap root) throws BadYaml {
    List<Path> files = new ArrayList<>();
    for (String file : root.texts("parties")) {
      files.add(directory.resolve(file).normalize());
    }
    return files;
  }

  private Map<String, Secret> apiKeys(YamlMap root) throws BadYaml {
    Map<String, Secret> keys = new LinkedHashMap<>();
    if (root.has("api_keys")) {
      YamlMap map = root.map("api_keys");
      for (String route : map.keys()) {
        keys.put(route, secret(map.map(route)));
      }
    }
    return keys;
  }

  private Secret secret(YamlMap map) throws BadYaml {
    map.only("variable", "file");
    if (map.has("variable") == map.has("file")) {
      throw new BadYaml(map.mark(), "one of `variable` and `file` says where the secret is");
    }
    return map.has("variable")
        ? new Secret.Variable(map.text("variable"))
        : new Secret.SecretFile(directory.resolve(map.text("file")));
  }

  private static Limits limits(YamlMap root) throws BadYaml {
    Limits defaults = Limits.defaults();
    if (!root.has("limits")) {
      return defaults;
    }
    YamlMap map =
        root.map("limits")
            .only(
                "body",
                "head",
                "body_time",
                "idle",
                "requests_in_flight",
                "bytes_in_flight",
                "upstream_connections",
                "connect",
                "head_silence",
                "heartbeat",
                "first_byte",
                "silence",
                "slow_reader",
                "answer_time",
                "answer",
                "answer_bytes_in_flight",
                "event");
    UpstreamLimits upstream = defaults.upstream();
    RelayLimits relay = defaults.relay();
    return new Limits(
        http(map, defaults.http()),
        new UpstreamLimits(
            Quantities.count(map, "upstream_connections", upstream.connections()),
            Quantities.duration(map, "connect", upstream.connect()),
            upstream.keepAlive(),
            upstream.answerHeadBytes(),
            upstream.chunkBytes()),
        new RelayLimits(
            Quantities.duration(map, "head_silence", relay.headSilence()),
            Quantities.duration(map, "heartbeat", relay.heartbeat()),
            Quantities.duration(map, "first_byte", relay.firstByte()),
            Quantities.duration(map, "silence", relay.silence()),
            Quantities.duration(map, "slow_reader", relay.slowReader()),
            Quantities.duration(map, "answer_time", relay.answerTime()),
            Quantities.size(map, "answer", relay.wholeBytes()),
            Quantities.bytes(map, "answer_bytes_in_flight", relay.wholeBytesInFlight()),
            Quantities.size(map, "event", relay.eventBytes())));
  }

  private static HttpLimits http(YamlMap map, HttpLimits defaults) throws BadYaml {
    HttpLimits http =
        new HttpLimits(
            Quantities.size(map, "body", defaults.bodyBytes()),
            Quantities.size(map, "head", defaults.headBytes()),
            Quantities.duration(map, "body_time", defaults.bodyTime()),
            Quantities.duration(map, "idle", defaults.idle()),
            Quantities.count(map, "requests_in_flight", defaults.requestsInFlight()),
            Quantities.bytes(map, "bytes_in_flight", defaults.bytesInFlight()));
    if (http.bytesInFlight() < http.bodyBytes()) {
      throw new BadYaml(
          map.markOf(map.has("bytes_in_flight") ? "bytes_in_flight" : "body"),
          "`bytes_in_flight` ("
              + http.bytesInFlight()
              + " bytes) has to hold at least one `body` ("
              + http.bodyBytes()
              + " bytes)");
    }
    return http;
  }

  /// A word of a closed vocabulary, written in lower case in the config.
  private static <E extends Enum<E>> E word(YamlMap map, String key, Class<E> type) throws BadYaml {
    String text = map.text(key);
    List<String> known = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String word = constant.name().toLowerCase(java.util.Locale.ROOT);
      if (word.equals(text)) {
        return constant;
      }
      known.add(word);
    }
    throw new BadYaml(map.value(key).mark(), "`" + text + "` is none of " + known);
  }
}
