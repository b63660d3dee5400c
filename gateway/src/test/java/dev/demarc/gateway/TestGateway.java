package dev.demarc.gateway;

import dev.demarc.evidence.record.Entry;
import dev.demarc.gateway.Gateway.Surroundings;
import dev.demarc.gateway.caller.Authenticator;
import dev.demarc.gateway.config.Config;
import dev.demarc.gateway.config.ConfigReader;
import dev.demarc.gateway.log.Disk;
import dev.demarc.gateway.log.FileDisk;
import dev.demarc.gateway.log.StoredRecord;
import dev.demarc.gateway.log.WalReader;
import dev.demarc.gateway.route.Upstream;
import dev.demarc.gateway.route.UpstreamLimits;
import dev.demarc.policy.BadPolicy;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Sources;
import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.simulator.Simulator;
import dev.demarc.simulator.SimulatorSettings;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/// A gateway inside the test's process, over the repository's packs and two simulators, one in each
/// market.
final class TestGateway implements AutoCloseable {
  static final String KEY = "test-key";
  static final long SYNC_DEADLINE_MILLIS = 500;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path ROOT = Path.of(System.getProperty("demarc.root", ".."));

  private final Path dir;
  private final Simulator us;
  private final Simulator cn;
  private final Gateway gateway;
  private final ByteArrayOutputStream diagnostics = new ByteArrayOutputStream();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;

  private TestGateway(Path dir, Disk disk, String more, UnaryOperator<String> edit)
      throws Exception {
    this.dir = dir;
    this.us = simulator("us");
    this.cn = simulator("cn");
    Config config = ConfigReader.read(dir.resolve("test.yaml"), edit.apply(config(more)));
    Sources sources =
        sources()
            .withParties("test", Files.readString(ROOT.resolve("examples/config/companies.yaml")));
    this.gateway =
        new Gateway(
            config,
            Policy.load(sources, config.operator()),
            new Surroundings(
                disk,
                Clock.systemUTC(),
                Map.of(),
                new Diagnostics(
                    new PrintStream(diagnostics, true, StandardCharsets.UTF_8), Clock.systemUTC()),
                1));
    this.base = "http://" + gateway.start();
  }

  /// The shipped packs, catalogue and parties under a configuration.
  static Policy policy(Config config) throws BadPolicy {
    return Policy.load(sources(), config.operator());
  }

  private static Sources sources() throws BadPolicy {
    return Sources.read(ROOT.resolve("packs"), ROOT.resolve("catalogue"), ROOT.resolve("parties"));
  }

  /// The configuration of one caller in the United States with these lines below it.
  static Config oneCaller(Path dir, String more) throws BadYaml {
    String yaml =
        """
        data: data
        callers:
          - id: phones
            api_key_sha256: [%s]
            exporter: example-phones-us
            markets: [US]
            channel: public
        %s
        """
            .formatted("0".repeat(64), more);
    return ConfigReader.read(dir.resolve("gateway.yaml"), yaml);
  }

  static TestGateway start(Path dir, Disk disk) throws Exception {
    return new TestGateway(dir, disk, "", config -> config);
  }

  /// With more YAML at the end of the config.
  static TestGateway start(Path dir, Disk disk, String more) throws Exception {
    return new TestGateway(dir, disk, more, config -> config);
  }

  /// With both routes in the mainland-China market, the U.S. one first.
  static TestGateway bothRoutesInChina(Path dir) throws Exception {
    return new TestGateway(
        dir,
        new FileDisk(),
        "",
        config ->
            config.replace(
                "CN: [simulator-qwen-cn]", "CN: [simulator-openai-us, simulator-qwen-cn]"));
  }

  /// With two routes in the U.S. market, the first of which nobody listens at.
  static TestGateway bothRoutesInTheUs(Path dir) throws Exception {
    return new TestGateway(
        dir,
        new FileDisk(),
        "",
        config ->
            config
                .replace(
                    "US: [simulator-openai-us]", "US: [simulator-openai-us, simulator-qwen-cn]")
                .replaceFirst(
                    "(simulator-openai-us: http://127.0.0.1:)[0-9]+", "$1" + closedPort()));
  }

  /// With the U.S. market at the provider in mainland China, and these settings of the pack
  /// `us-dsp`.
  static TestGateway chinaForTheUs(Path dir, Disk disk, String usDsp) throws Exception {
    return new TestGateway(
        dir,
        disk,
        "  packs: {us-dsp: " + usDsp + "}",
        config -> config.replace("US: [simulator-openai-us]", "US: [simulator-qwen-cn]"));
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Simulator simulator(String name) throws IOException {
    return Simulator.start(
        SimulatorSettings.at("127.0.0.1", 0, capture(name)).named("simulator-" + name));
  }

  private String config(String more) {
    return """
    listen: 127.0.0.1:0
    data: data
    log: {create: true, serve: true, sync_deadline: %dms, publish_every: 50ms, segment: 64KiB}
    callers:
      - id: phones
        api_key_sha256: [%s]
        exporter: acme-us
        markets: [US, CN]
        default_market: US
        channel: public
        may_declare_protection: true
    operator:
      routes:
        US: [simulator-openai-us]
        CN: [simulator-qwen-cn]
      endpoints:
        simulator-openai-us: http://127.0.0.1:%d/v1
        simulator-qwen-cn: http://127.0.0.1:%d/v1
    %s
    """
        .formatted(SYNC_DEADLINE_MILLIS, Authenticator.storedForm(KEY), us.port(), cn.port(), more);
  }

  Path capture(String market) {
    return dir.resolve(market + ".jsonl");
  }

  /// How many requests, or parts of one, a simulator has received.
  long received(String market) throws IOException {
    Path file = capture(market);
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }

  /// The bodies that a simulator has received, in their order.
  List<String> bodies(String market) throws IOException {
    return captured(market, "body");
  }

  /// The heads that a simulator has received, in their order.
  List<String> heads(String market) throws IOException {
    return captured(market, "head");
  }

  private List<String> captured(String market, String member) throws IOException {
    return lines(capture(market)).stream()
        .map(line -> JSON.readTree(line).path(member).asString())
        .map(bytes -> new String(Base64.getDecoder().decode(bytes), StandardCharsets.UTF_8))
        .toList();
  }

  /// What the log's files hold, in their order.
  List<StoredRecord> records() throws Exception {
    return records(data());
  }

  private static List<StoredRecord> records(Path data) throws Exception {
    List<StoredRecord> records = new ArrayList<>();
    try (WalReader reader = WalReader.open(data, new FileDisk())) {
      for (Optional<StoredRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        records.add(next.get());
      }
    }
    return records;
  }

  /// The entries of one kind in the log's files.
  <T extends Entry> List<T> entries(Class<T> kind) throws Exception {
    return entries(data(), kind);
  }

  /// The same for a gateway that is closed.
  static <T extends Entry> List<T> entries(Path data, Class<T> kind) throws Exception {
    List<T> entries = new ArrayList<>();
    for (StoredRecord record : records(data)) {
      Entry entry = Entry.parse(record.leaf());
      if (kind.isInstance(entry)) {
        entries.add(kind.cast(entry));
      }
    }
    return entries;
  }

  Path data() {
    return dir.resolve("data");
  }

  String base() {
    return base;
  }

  String diagnostics() {
    return diagnostics.toString(StandardCharsets.UTF_8);
  }

  /// The steps of a lane of its own on `vertx`, over this gateway's log.
  Pipeline.Steps steps(Vertx vertx) {
    return gateway.steps(vertx, new Upstream(vertx, Map.of(), UpstreamLimits.defaults()));
  }

  String verifierKey() {
    return gateway.verifierKey();
  }

  HttpResponse<String> chat(String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .header("authorization", "Bearer " + KEY)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .header("authorization", "Bearer " + KEY)
            .build(),
        BodyHandlers.ofString());
  }

  static String ask(String text) {
    return "{\"model\":\"assistant\",\"user\":\"u-1\",\"messages\":[{\"role\":\"user\",\"content\":\""
        + text
        + "\"}]}";
  }

  @Override
  public void close() throws IOException {
    gateway.close();
    us.close();
    cn.close();
  }

  static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
