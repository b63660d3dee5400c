package dev.demarc.simulator;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// A simulator on a free port with its capture, for one test.
record RunningSimulator(Simulator simulator, Path file) implements AutoCloseable {

  static RunningSimulator in(Path dir) throws IOException {
    return with(SimulatorSettings.at("127.0.0.1", 0, dir.resolve("capture.jsonl")));
  }

  static RunningSimulator with(SimulatorSettings settings) throws IOException {
    return new RunningSimulator(Simulator.start(settings), settings.capture().orElseThrow());
  }

  RawClient connect() throws IOException {
    return new RawClient(simulator.port());
  }

  /// Sends one chat request and reads the whole answer.
  String chat(String body) throws IOException {
    try (RawClient client = connect()) {
      return client.chat(body).readAll();
    }
  }

  /// Posts a misbehaviour and reads the whole answer.
  String steer(String faults) throws IOException {
    try (RawClient client = connect()) {
      return client
          .send(
              "POST /simulator/misbehave HTTP/1.1\r\nConnection: close\r\nContent-Length: "
                  + faults.length()
                  + "\r\n\r\n"
                  + faults)
          .readAll();
    }
  }

  List<CapturedRequest> requests() throws IOException {
    return Capture.requests(file);
  }

  /// Waits until an event is in the capture; the test's own time limit ends a wait in vain.
  ConnectionEvent awaitEvent(Predicate<ConnectionEvent> wanted) throws IOException {
    while (true) {
      var found = Capture.events(file).stream().filter(wanted).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      pause();
    }
  }

  /// Waits until so many requests are in the capture.
  void awaitRequests(int count) throws IOException {
    while (requests().size() < count) {
      pause();
    }
  }

  private static void pause() throws IOException {
    LockSupport.parkNanos(1_000_000);
    if (Thread.interrupted()) {
      throw new InterruptedIOException("nothing more came into the capture");
    }
  }

  @Override
  public void close() throws IOException {
    simulator.close();
  }
}
