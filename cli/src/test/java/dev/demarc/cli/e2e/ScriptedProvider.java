package dev.demarc.cli.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// A provider that answers each request with the bytes it was given last, whatever they are.
final class ScriptedProvider implements AutoCloseable {
  private final ServerSocket server;
  private final AtomicReference<Reply> reply = new AtomicReference<>(new Reply(new byte[0], true));
  private final AtomicInteger requests = new AtomicInteger();

  /// Bytes, and whether the connection closes behind them.
  @SuppressWarnings("ArrayRecordComponent") // equality is never asked
  private record Reply(byte[] bytes, boolean close) {}

  ScriptedProvider(ServerSocket server) {
    this.server = server;
    Thread.ofVirtual().start(this::accept);
  }

  static ScriptedProvider start() {
    try {
      return new ScriptedProvider(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  String endpoint() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  /// How many whole requests came.
  int requests() {
    return requests.get();
  }

  /// Requests from now on get these bytes, and the connection stays open.
  void answers(String bytes) {
    reply.set(new Reply(bytes.getBytes(ISO_8859_1), false));
  }

  /// Requests from now on get these bytes, and then the connection closes.
  void closesAfter(String bytes) {
    reply.set(new Reply(bytes.getBytes(ISO_8859_1), true));
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The provider is closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (takesRequest(in)) {
        requests.incrementAndGet();
        Reply now = reply.get();
        socket.getOutputStream().write(now.bytes());
        if (now.close()) {
          return;
        }
      }
    } catch (IOException gone) {
      // The gateway closed.
    }
  }

  private static boolean takesRequest(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return false;
      }
      head.append((char) next);
    }
    String length =
        head.toString().replaceFirst("(?is).*\r\ncontent-length: *([0-9]+)\r\n.*", "$1");
    int bytes = Integer.parseInt(length);
    return in.readNBytes(bytes).length == bytes;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
