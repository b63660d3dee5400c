package dev.demarc.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/// A client that sends and receives bytes and knows no more of HTTP than a test needs.
final class RawClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  RawClient send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /// Sends a chat request with this body and asks to close afterwards.
  RawClient chat(String body) throws IOException {
    return send(chatRequest(body));
  }

  static String chatRequest(String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return head(
            "POST /v1/chat/completions HTTP/1.1",
            "Host: simulator",
            "Connection: close",
            "Content-Length: " + length)
        + body;
  }

  /// A head of these lines.
  static String head(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  /// Everything until the simulator closes.
  String readAll() throws IOException {
    return new String(readAllBytes(), StandardCharsets.UTF_8);
  }

  byte[] readAllBytes() throws IOException {
    return socket.getInputStream().readAllBytes();
  }

  /// Everything up to and including `end`.
  String readUntil(String end) throws IOException {
    var read = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    while (!read.toString(StandardCharsets.UTF_8).endsWith(end)) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed before " + end + ", after " + read.size() + " bytes");
      }
      read.write(next);
    }
    return read.toString(StandardCharsets.UTF_8);
  }

  /// True where nothing comes for a while; only ever used to see that a silence is a silence.
  boolean isSilent() throws IOException {
    socket.setSoTimeout(200);
    try {
      return socket.getInputStream().read() < -1;
    } catch (SocketTimeoutException e) {
      return true;
    } finally {
      socket.setSoTimeout(PATIENCE_MILLIS);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
