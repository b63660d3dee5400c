package dev.demarc.cli;

import dev.demarc.gateway.config.Config.Listen;
import dev.demarc.policy.Catalogue;
import dev.demarc.policy.Policy;
import dev.demarc.simulator.Simulator;
import dev.demarc.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The built-in simulators behind simulated routes that are pointed nowhere else.
final class Simulators implements AutoCloseable {
  private final Map<String, URI> endpoints = new LinkedHashMap<>();
  private final List<Simulator> running = new ArrayList<>();

  private Simulators() {}

  /// Starts a simulator for each simulated route that the operator lists without an endpoint.
  static Simulators forRoutesOf(Policy policy) throws IOException {
    List<String> needed =
        policy.operator().routes().values().stream()
            .flatMap(List::stream)
            .distinct()
            .filter(route -> !policy.operator().endpoints().containsKey(route))
            .filter(route -> isSimulated(policy.catalogue(), route))
            .toList();
    return of(needed, Simulators::simulator);
  }

  /// Starts one for each route; where one does not start, none stays.
  static Simulators of(List<String> routes, Start start) throws IOException {
    Simulators simulators = new Simulators();
    try {
      for (String route : routes) {
        simulators.add(route, start.of(route));
      }
      return simulators;
    } catch (IOException | RuntimeException e) {
      simulators.close();
      throw e;
    }
  }

  /// Starts the simulator of a route.
  interface Start {
    Simulator of(String route) throws IOException;
  }

  private static boolean isSimulated(Catalogue catalogue, String route) {
    Catalogue.Entry entry = catalogue.byId().get(route);
    return entry != null && entry.simulates().isPresent();
  }

  // What is sent may be personal, and nobody would know of a capture that no option asked for.
  private static Simulator simulator(String route) throws IOException {
    return Simulator.start(SimulatorSettings.forgetful("127.0.0.1", 0).named(route));
  }

  private void add(String route, Simulator simulator) {
    running.add(simulator);
    endpoints.put(route, URI.create("http://" + new Listen("127.0.0.1", simulator.port()) + "/v1"));
  }

  /// Where each of them listens, by route id.
  Map<String, URI> endpoints() {
    return Collections.unmodifiableMap(endpoints);
  }

  @Override
  public void close() {
    for (Simulator simulator : running) {
      try {
        simulator.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
