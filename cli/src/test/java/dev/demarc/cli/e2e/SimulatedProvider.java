package dev.demarc.cli.e2e;

import dev.demarc.simulator.Capture;
import dev.demarc.simulator.CapturedRequest;
import dev.demarc.simulator.ConnectionEvent;
import dev.demarc.simulator.Misbehaviour;
import dev.demarc.simulator.Simulator;
import dev.demarc.simulator.SimulatorSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A provider that writes down what it received.
final class SimulatedProvider implements AutoCloseable {
  private final Path capture;
  private final Simulator simulator;

  private SimulatedProvider(Path capture, Simulator simulator) {
    this.capture = capture;
    this.simulator = simulator;
  }

  static SimulatedProvider start(Path directory, String name) {
    try {
      Path capture = directory.resolve(name + ".capture");
      return new SimulatedProvider(
          capture, Simulator.start(SimulatorSettings.at("127.0.0.1", 0, capture).named(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return simulator.port();
  }

  String endpoint() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  void misbehave(String faults) {
    simulator.misbehave(Misbehaviour.parse(faults));
  }

  Path capture() {
    return capture;
  }

  /// Every request so far.
  List<CapturedRequest> received() {
    try {
      return Capture.requests(capture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every request since this was asked the last time. The capture, which is appended to, begins
  /// anew.
  List<CapturedRequest> take() throws IOException {
    List<CapturedRequest> received = received();
    Files.write(capture, new byte[0]);
    return received;
  }

  /// The last request.
  CapturedRequest last() {
    return received().getLast();
  }

  /// Waits for the request whose text holds `mark`.
  CapturedRequest await(String mark) {
    return Patience.await(
        "captured request with '" + mark + "'",
        () -> received().stream().filter(r -> text(r).contains(mark)).findFirst());
  }

  static String text(CapturedRequest request) {
    return new String(request.payload(), StandardCharsets.UTF_8);
  }

  /// The id of the attempt that sent a request.
  static String attempt(CapturedRequest request) {
    return request.header("x-client-request-id").orElse("");
  }

  /// Waits for what became of the answer to a request.
  ConnectionEvent.Kind awaitEnd(CapturedRequest request) {
    return Patience.await("end of captured request " + request.n(), () -> end(request)).kind();
  }

  private Optional<ConnectionEvent> end(CapturedRequest request) {
    try {
      return Capture.events(capture).stream()
          .filter(event -> event.n() == request.n())
          .filter(event -> event.kind() != ConnectionEvent.Kind.RECEIVING)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every byte it received, as it was, in one array: heads, bodies, and the files that hold them.
  byte[] everything() {
    var all = new ByteArrayOutputStream();
    for (CapturedRequest request : received()) {
      all.writeBytes(request.head());
      all.writeBytes(request.body());
    }
    try {
      all.writeBytes(Files.readAllBytes(capture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toByteArray();
  }

  @Override
  public void close() {
    try {
      simulator.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
