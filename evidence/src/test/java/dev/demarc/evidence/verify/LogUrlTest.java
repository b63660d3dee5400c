package dev.demarc.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.demarc.evidence.TestLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log behind an address, served from a directory.
class LogUrlTest {
  @TempDir Path directory;

  private final TestLog log = Logs.honest(300);
  private HttpServer server;
  private int failAllButCheckpoint;
  private boolean compressed;

  @BeforeEach
  void serve() throws IOException {
    log.write(directory);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/some/log/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/some/log/".length());
    Path file = directory.resolve(path);
    try (exchange) {
      if (failAllButCheckpoint != 0 && !path.equals("checkpoint")) {
        exchange.sendResponseHeaders(failAllButCheckpoint, -1);
      } else if (!Files.exists(file)) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        byte[] body = Files.readAllBytes(file);
        if (compressed && path.startsWith("tile/entries/")) {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          body = gzip(body);
        }
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    }
    return compressed.toByteArray();
  }

  private Report verify(String suffix) {
    URI address =
        URI.create("http://localhost:" + server.getAddress().getPort() + "/some/log" + suffix);
    return Logs.verify(new LogUrl(address), log, Optional.empty(), Optional.empty());
  }

  @Test
  void a_log_is_verified_through_its_address_with_or_without_a_slash_at_its_end() {
    assertThat(verify("").verdict()).isEqualTo(Verdict.VERIFIED);
    assertThat(verify("/").verdict()).isEqualTo(Verdict.VERIFIED);
  }

  @Test
  void bundles_may_come_compressed() {
    compressed = true;
    assertThat(verify("").verdict()).isEqualTo(Verdict.VERIFIED);
  }

  @Test
  void a_changed_entry_is_refuted_through_the_address_too() {
    TestLog changed = log.copy(300);
    byte[] entry = changed.entries().get(17).clone();
    entry[5] ^= 1;
    changed.entries().set(17, entry);
    changed.writeEntries(directory, 300);
    Report report = verify("");
    assertThat(report.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(report.because().get(0)).startsWith("Entry 17 is not the entry");
  }

  @Test
  void a_bundle_that_the_server_says_is_not_there_is_refuted() throws IOException {
    Files.delete(directory.resolve("tile/entries/000"));
    Report report = verify("");
    assertThat(report.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(report.because().get(0)).startsWith("Entries 0 to 255 are missing");
  }

  @Test
  void a_server_that_fails_leaves_it_open() {
    failAllButCheckpoint = 503;
    Report report = verify("");
    assertThat(report.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(report.because().get(0)).contains("tile/entries/000 answers with status 503");
  }

  @Test
  void an_address_where_nobody_listens_leaves_it_open() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Report report =
        Logs.verify(
            new LogUrl(URI.create("http://localhost:" + port)),
            log,
            Optional.empty(),
            Optional.empty());
    assertThat(report.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(report.because().get(0)).contains("cannot be reached");
  }
}
