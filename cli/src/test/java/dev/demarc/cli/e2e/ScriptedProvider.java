package dev.demarc.cli.e2e;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// A provider that streams exactly the pieces it is told to, each in an HTTP chunk of its own, so
/// that the gateway gets them one by one however TCP packs them.
final class ScriptedProvider implements AutoCloseable {
  private final ServerSocket server;
  private final AtomicReference<Function<String, List<byte[]>>> script =
      new AtomicReference<>(request -> List.of());

  ScriptedProvider() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
  }

  /// Says what to answer to a request with this body.
  void answers(Function<String, List<byte[]>> pieces) {
    script.set(pieces);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = new BufferedOutputStream(socket.getOutputStream());
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        String body = new String(in.readNBytes(length(head)), StandardCharsets.UTF_8);
        out.write(
            ascii(
                String.join(
                    "\r\n",
                    "HTTP/1.1 200 OK",
                    "content-type: text/event-stream",
                    "transfer-encoding: chunked",
                    "",
                    "")));
        for (byte[] piece : script.get().apply(body)) {
          out.write(ascii(Integer.toHexString(piece.length) + "\r\n"));
          out.write(piece);
          out.write(ascii("\r\n"));
        }
        out.write(ascii("0\r\n\r\n"));
        out.flush();
      }
    } catch (IOException _) {
      // The gateway closed the connection.
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0; c = in.read()) {
      head.write(c);
      if (c == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        return head.toString(StandardCharsets.ISO_8859_1);
      }
    }
    return "";
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
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
