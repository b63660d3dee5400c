package dev.demarc.bench;

import java.util.List;

/// What stands between load and provider in one lane of a measurement.
///
/// @param process the gateway, or the provider where there is none
/// @param headers lines of the request's head that this gateway needs
record Hop(String name, int port, ProcessTree process, List<String> headers, Runnable stop)
    implements AutoCloseable {
  /// The request with this hop's head.
  String request(String body) {
    return "POST /v1/chat/completions HTTP/1.1\r\n"
        + "host: 127.0.0.1\r\n"
        + "content-type: application/json\r\n"
        + headers.stream().map(header -> header + "\r\n").reduce("", String::concat)
        + "content-length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  @Override
  public void close() {
    stop.run();
  }
}
