package dev.demarc.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How soon a provider sees its connection closed after the client has left, while it is silent and
/// in the middle of a stream.
final class ClientLeaves {
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 100;
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
  private static final String EVENT =
      "data:"
          + " {\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hello"
          + " \"},\"finish_reason\":null}]}\n\n";

  private ClientLeaves() {}

  static void run(Path home) throws Exception {
    try (Scratch data = Scratch.temporary();
        ServerSocket provider = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        GatewayProcess gateway = GatewayProcess.start(home, data.path(), provider.getLocalPort())) {
      for (boolean streaming : new boolean[] {false, true}) {
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
          long taken = round(gateway, provider, streaming);
          if (round >= WARM_UP) {
            nanos.add(taken);
          }
        }
        print(streaming ? "in a stream" : "in a silent wait", nanos);
      }
    }
  }

  /// Nanoseconds from the client's close to the end of the provider's connection.
  @SuppressWarnings("try") // closing the client is what is measured
  private static long round(GatewayProcess gateway, ServerSocket provider, boolean streaming)
      throws IOException {
    try (Socket client = gateway.ask();
        Socket accepted = provider.accept()) {
      readHead(accepted);
      if (streaming) {
        byte[] chunk =
            (Integer.toHexString(EVENT.length()) + "\r\n" + EVENT + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        accepted.getOutputStream().write(HEAD.getBytes(StandardCharsets.UTF_8));
        accepted.getOutputStream().write(chunk);
        accepted.getOutputStream().flush();
        readHead(client);
      }
      long left = System.nanoTime();
      client.close();
      try {
        while (accepted.getInputStream().read() >= 0) {
          // The rest of the request's body.
        }
      } catch (IOException reset) {
        // A reset ends the connection as well.
      }
      return System.nanoTime() - left;
    }
  }

  private static void readHead(Socket socket) throws IOException {
    int matched = 0;
    while (matched < 4) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("the connection ended inside a head");
      }
      matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
    }
  }

  private static void print(String where, List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "client leaves %-17s provider's connection closed after p50 %.1f ms, p99 %.1f ms, longest"
            + " %.1f ms (%d rounds)%n",
        where,
        sorted.get(sorted.size() / 2) / 1e6,
        sorted.get(sorted.size() * 99 / 100) / 1e6,
        sorted.getLast() / 1e6,
        sorted.size());
  }
}
