package dev.demarc.cli.demo;

import dev.demarc.simulator.Capture;
import dev.demarc.simulator.CapturedRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What a simulated provider received, read from its capture file.
final class Captured {
  private Captured() {}

  /// The body of the one request that it received.
  static byte[] body(Path capture) throws IOException {
    List<CapturedRequest> requests = Capture.requests(capture);
    if (requests.size() != 1) {
      throw new DemoFailed(
          "%s holds %s instead of one".formatted(capture, Lines.count(requests.size(), "request")));
    }
    return requests.getFirst().payload();
  }

  /// Every byte that it received, heads and bodies.
  static byte[] everything(Path capture) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (CapturedRequest request : Capture.requests(capture)) {
      all.writeBytes(request.head());
      all.writeBytes(request.payload());
    }
    return all.toByteArray();
  }
}
