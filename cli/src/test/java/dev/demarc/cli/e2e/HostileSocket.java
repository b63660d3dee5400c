package dev.demarc.cli.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A connection on which any bytes are sent, and that says what came back, when, and how it ended.
final class HostileSocket implements AutoCloseable {
  private static final Duration HANG = Duration.ofSeconds(30);
  private static final Pattern STATUS = Pattern.compile("(?:^|\r?\n|\\})HTTP/1\\.[01] (\\d{3}) ");

  private final Socket socket;
  private final ByteArrayOutputStream got = new ByteArrayOutputStream();
  private boolean refused;

  HostileSocket(URI gateway) {
    try {
      socket = new Socket(gateway.getHost(), gateway.getPort());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(Math.toIntExact(HANG.toMillis()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends what the gateway still takes; it may have closed already.
  HostileSocket send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException closed) {
      refused = true;
    }
    return this;
  }

  /// Sends the bytes one by one with a pause after each, until the gateway closes or answers.
  HostileSocket drip(byte[] bytes, Duration pause) {
    for (byte one : bytes) {
      if (refused || answersWithin(pause)) {
        return this;
      }
      send(new byte[] {one});
    }
    return this;
  }

  private boolean answersWithin(Duration pause) {
    try {
      socket.setSoTimeout(Math.toIntExact(pause.toMillis()));
      int first = socket.getInputStream().read();
      socket.setSoTimeout(Math.toIntExact(HANG.toMillis()));
      if (first >= 0) {
        got.write(first);
      }
      refused |= first < 0;
      return true;
    } catch (SocketTimeoutException nothing) {
      return false;
    } catch (IOException reset) {
      refused = true;
      return true;
    }
  }

  HostileSocket halfClose() {
    try {
      socket.shutdownOutput();
    } catch (IOException closed) {
      refused = true;
    }
    return this;
  }

  /// Closes with a reset.
  void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads until the gateway closes the connection.
  String readToEnd() {
    byte[] piece = new byte[8192];
    try {
      for (int count = 0; count >= 0; count = socket.getInputStream().read(piece)) {
        got.write(piece, 0, count);
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the gateway hangs for " + HANG.toSeconds() + " s: " + text(), e);
    } catch (IOException reset) {
      refused = true;
    }
    return text();
  }

  String text() {
    return got.toString(StandardCharsets.UTF_8);
  }

  /// The statuses of the final answers that came, in order.
  List<Integer> statuses() {
    Matcher matcher = STATUS.matcher(text());
    return matcher
        .results()
        .map(result -> Integer.parseInt(result.group(1)))
        .filter(status -> status >= 200)
        .toList();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
