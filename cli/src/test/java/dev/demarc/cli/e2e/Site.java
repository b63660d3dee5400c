package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.simulator.CapturedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/// A gateway process between clients and simulated providers, shared by the tests of a class. After
/// every test it holds what must always hold: whatever a provider received belongs to a permit in
/// the published log, every permit has its one outcome, and the log verifies with the key that the
/// gateway printed.
final class Site implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private final List<String> names;
  private final BiConsumer<ConfigFile, Site> settings;
  private final Map<String, SimulatedProvider> providers = new LinkedHashMap<>();
  private @Nullable Path place;
  private @Nullable GatewayProcess gateway;

  private Site(List<String> names, BiConsumer<ConfigFile, Site> settings) {
    this.names = names;
    this.settings = settings;
  }

  /// One simulated provider in each of two markets.
  static Site twoMarkets() {
    return twoMarkets((config, site) -> {});
  }

  /// The same, with other settings.
  static Site twoMarkets(BiConsumer<ConfigFile, Site> settings) {
    return with(List.of("us", "cn"), settings);
  }

  /// Simulated providers `us`, `cn` and maybe others, for which `settings` say what route they
  /// have.
  static Site with(List<String> names, BiConsumer<ConfigFile, Site> settings) {
    return new Site(names, settings);
  }

  GatewayProcess gateway() {
    return Objects.requireNonNull(gateway, "the gateway runs from the first test to the last");
  }

  SimulatedProvider us() {
    return provider("us");
  }

  SimulatedProvider cn() {
    return provider("cn");
  }

  SimulatedProvider provider(String name) {
    return Objects.requireNonNull(providers.get(name), name);
  }

  /// The directory that holds everything of this site.
  Path place() {
    return Objects.requireNonNull(place);
  }

  Answer ask(Chat chat) {
    return gateway().ask(chat);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    place = Files.createTempDirectory("demarc-e2e-");
    for (String name : names) {
      providers.put(name, SimulatedProvider.start(place(), name));
    }
    start();
  }

  /// Starts the gateway, on the log of the one before if there was one.
  void start() {
    gateway = GatewayProcess.start(place(), config());
  }

  /// The same with settings changed from here on.
  void startWith(Consumer<ConfigFile> changes) {
    ConfigFile config = config();
    changes.accept(config);
    gateway = GatewayProcess.start(place(), config);
  }

  ConfigFile config() {
    ConfigFile config = new ConfigFile();
    config.endpoint(ConfigFile.US_ROUTE, us().endpoint());
    config.endpoint(ConfigFile.CN_ROUTE, cn().endpoint());
    settings.accept(config, this);
    return config;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    boolean exempt =
        context.getRequiredTestMethod().isAnnotationPresent(LogMayBeUnverifiable.class);
    if (!exempt) {
      whateverLeftIsRecorded();
      Finished verdict = gateway().verify();
      assertThat(verdict.exit()).as(verdict.output()).isZero();
    }
  }

  private void whateverLeftIsRecorded() {
    List<String> sent = new ArrayList<>();
    for (SimulatedProvider provider : providers.values()) {
      provider.received().stream()
          .filter(CapturedRequest::complete)
          .map(SimulatedProvider::attempt)
          .forEach(sent::add);
    }
    Patience.until("permit and outcome in the log for each of " + sent, () -> isWhole(sent));
  }

  /// Whether the log, in one look at it, has a permit for each of these attempts, and one outcome
  /// of each permit.
  private boolean isWhole(List<String> sent) {
    List<JsonNode> entries = gateway().log().entries();
    List<String> permits = attempts(entries, "decision", "permit");
    List<String> outcomes = attempts(entries, "outcome", "");
    assertThat(outcomes).as("outcomes").doesNotHaveDuplicates();
    return permits.containsAll(sent)
        && outcomes.size() == permits.size()
        && outcomes.containsAll(permits);
  }

  private static List<String> attempts(List<JsonNode> entries, String type, String decision) {
    return entries.stream()
        .filter(entry -> entry.path("type").asString("").equals(type))
        .filter(entry -> decision.isEmpty() || entry.path("decision").asString("").equals(decision))
        .map(PublishedLog::attempt)
        .toList();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    GatewayProcess running = gateway;
    if (running != null) {
      running.close();
    }
    providers.values().forEach(SimulatedProvider::close);
    Path directory = place;
    if (directory != null) {
      delete(directory);
    }
  }

  static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      paths
          .sorted(Comparator.reverseOrder())
          .forEach(path -> {
            try {
              Files.delete(path);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
