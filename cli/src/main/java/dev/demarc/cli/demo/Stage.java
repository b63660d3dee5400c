package dev.demarc.cli.demo;

import dev.demarc.cli.Home;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// The processes of a demo: two simulated providers, and the gateway in front of them.
final class Stage implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1:0";
  private static final int START_SECONDS = 40;

  private final Home home;
  private final DemoDirectory directory;
  private final List<Child> children = new CopyOnWriteArrayList<>();

  Stage(Home home, DemoDirectory directory) {
    this.home = home;
    this.directory = directory;
  }

  /// The gateway as it introduced itself when it started.
  ///
  /// @param verifierKey the log's key, as printed: all that a stranger needs to check the log
  record Gateway(URI address, String verifierKey, String apiKey) {
    /// What an SDK on this phone takes as its base URL.
    String baseUrl(Phone phone) {
      return address + phone.basePath();
    }
  }

  /// Starts a simulator for each phone's market, side by side, and returns route ids with the base
  /// URLs that they answer at.
  Map<String, String> startSimulators() throws IOException {
    List<Child> simulators = new ArrayList<>();
    for (Phone phone : Phone.BOTH) {
      simulators.add(
          start(
              phone.route(),
              "simulator",
              "--listen",
              LOOPBACK,
              "--capture",
              directory.captureOf(phone.route()).toString(),
              "--name",
              phone.route()));
    }
    Map<String, String> endpoints = new LinkedHashMap<>();
    for (Child simulator : simulators) {
      endpoints.put(simulator.name(), simulator.await("ready ", START_SECONDS) + "/v1");
    }
    return endpoints;
  }

  /// Writes the gateway's config and starts it.
  Gateway startGateway(Map<String, String> endpoints) throws IOException {
    String apiKey = GatewayConfig.freshApiKey();
    Files.copy(
        home.examples().resolve("config").resolve(GatewayConfig.PARTIES),
        directory.root().resolve(GatewayConfig.PARTIES));
    Files.writeString(directory.config(), GatewayConfig.text(apiKey, endpoints));
    Child gateway = start("gateway", "serve", "--config", directory.config().toString());
    String verifierKey = gateway.await("key ", START_SECONDS);
    return new Gateway(URI.create(gateway.await("ready ", START_SECONDS)), verifierKey, apiKey);
  }

  private Child start(String name, String... arguments) throws IOException {
    Child child = Child.start(name, home, directory.diagnosticsOf(name), List.of(arguments));
    children.add(child);
    return child;
  }

  /// Completes with the first child that ends.
  CompletableFuture<Child> firstEnd() {
    return CompletableFuture.anyOf(
            children.stream().map(child -> child.ended()).toArray(CompletableFuture<?>[]::new))
        .thenApply(Child.class::cast);
  }

  /// Asks every child to end, then waits for each.
  @Override
  public void close() {
    children.forEach(Child::stop);
    children.parallelStream().forEach(Child::close);
  }
}
