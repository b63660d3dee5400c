package dev.demarc.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How one simulator runs: where it listens, where it writes what it received, how it answers.
///
/// @param port 0 takes a free one
/// @param capture the file of received requests, if they are to be kept; connection events go to a
///   file of the same name with `.events` behind it
/// @param name what it calls itself in its answers
/// @param pace time between the events of a stream
/// @param models what `GET …/models` lists
public record SimulatorSettings(
    String host,
    int port,
    Optional<Path> capture,
    String name,
    Duration pace,
    Misbehaviour misbehaviour,
    List<String> models) {

  public SimulatorSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
    }
    if (pace.isNegative()) {
      throw new IllegalArgumentException("the pace cannot be negative");
    }
    models = List.copyOf(models);
  }

  /// A simulator that behaves well and does not pause.
  public static SimulatorSettings at(String host, int port, Path capture) {
    return at(host, port, Optional.of(capture));
  }

  /// The same, of which nothing that it receives is kept.
  public static SimulatorSettings forgetful(String host, int port) {
    return at(host, port, Optional.empty());
  }

  private static SimulatorSettings at(String host, int port, Optional<Path> capture) {
    return new SimulatorSettings(
        host, port, capture, "simulator", Duration.ZERO, Misbehaviour.NONE, List.of("simulator"));
  }

  public SimulatorSettings named(String newName) {
    return new SimulatorSettings(host, port, capture, newName, pace, misbehaviour, models);
  }

  public SimulatorSettings paced(Duration newPace) {
    return new SimulatorSettings(host, port, capture, name, newPace, misbehaviour, models);
  }

  public SimulatorSettings misbehaving(Misbehaviour newMisbehaviour) {
    return new SimulatorSettings(host, port, capture, name, pace, newMisbehaviour, models);
  }

  public SimulatorSettings offering(List<String> newModels) {
    return new SimulatorSettings(host, port, capture, name, pace, misbehaviour, newModels);
  }
}
