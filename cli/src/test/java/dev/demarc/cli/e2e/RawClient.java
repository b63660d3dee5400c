package dev.demarc.cli.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A client made of one socket: it sees each byte of the answer as it was sent, and it can leave
/// when it likes.
final class RawClient implements AutoCloseable {
  private static final int BOUND_MILLIS = 30_000;

  private final Socket socket;
  private final ByteArrayOutputStream got = new ByteArrayOutputStream();
  private boolean reset;

  private RawClient(Socket socket) {
    this.socket = socket;
  }

  static RawClient connect(URI gateway) {
    try {
      Socket socket = new Socket(gateway.getHost(), gateway.getPort());
      socket.setSoTimeout(BOUND_MILLIS);
      return new RawClient(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends the request, to which no other will follow on this connection.
  static RawClient sending(URI gateway, Chat chat) {
    RawClient client = connect(gateway);
    client.send(head(chat, chat.json().getBytes(StandardCharsets.UTF_8).length) + chat.json());
    return client;
  }

  /// The head of a request that announces `length` bytes of body.
  static String head(Chat chat, int length) {
    StringBuilder head =
        new StringBuilder("POST " + chat.path() + " HTTP/1.1\r\nhost: gateway\r\n");
    chat.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    return head.append("connection: close\r\ncontent-length: " + length + "\r\n\r\n").toString();
  }

  void send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads until `mark` has come.
  String readUntil(String mark) {
    while (!text().contains(mark)) {
      if (!read()) {
        throw new AssertionError("the connection ended before '" + mark + "':\n" + text());
      }
    }
    return text();
  }

  /// Reads until the connection ends, tidily or not.
  String readToEnd() {
    while (read()) {
      // Until nothing more comes.
    }
    return text();
  }

  /// The whole answer, which must be one with a length.
  Answer answer() {
    String[] parts = readToEnd().split("\r\n\r\n", 2);
    String[] lines = parts[0].split("\r\n", -1);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line : List.of(lines).subList(1, lines.length)) {
      String[] header = line.split(": ", 2);
      headers.computeIfAbsent(header[0], name -> new ArrayList<>()).add(header[1]);
    }
    int status = Integer.parseInt(lines[0].split(" ", 3)[1]);
    return new Answer(status, HttpHeaders.of(headers, (name, value) -> true), parts[1]);
  }

  /// Whether the answer ended as HTTP says: by its last chunk, or by its length.
  boolean endedTidily() {
    return !reset && text().endsWith("\r\n0\r\n\r\n");
  }

  /// Everything that came: head, chunk lines and body.
  String text() {
    return got.toString(StandardCharsets.UTF_8);
  }

  private boolean read() {
    byte[] piece = new byte[8192];
    try {
      int count = socket.getInputStream().read(piece);
      if (count > 0) {
        got.write(piece, 0, count);
      }
      return count >= 0;
    } catch (SocketTimeoutException e) {
      throw new AssertionError("nothing came for " + BOUND_MILLIS + " ms; so far:\n" + text(), e);
    } catch (IOException e) {
      reset = true;
      return false;
    }
  }

  /// Closes the connection: the client leaves.
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
