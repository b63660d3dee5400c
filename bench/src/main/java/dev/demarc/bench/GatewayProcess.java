package dev.demarc.bench;

import dev.demarc.gateway.caller.Authenticator;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The real jar, serving in a process of its own, with its one route pointed at a provider of ours.
final class GatewayProcess implements AutoCloseable {
  private static final String KEY = "bench";
  private static final String BODY =
      "{\"model\":\"assistant\",\"stream\":true,\"user\":\"u\",\"messages\":[{\"role\":\"user\","
          + "\"content\":\"hello\"}]}";

  private final Process process;
  private final URI address;

  private GatewayProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  static GatewayProcess start(Path home, Path directory, int providerPort) throws IOException {
    Path config = directory.resolve("bench.yaml");
    Files.writeString(
        config,
        """
        listen: 127.0.0.1:0
        data: data
        log: {create: true}
        parties: ["%s"]
        callers:
          - id: bench
            api_key_sha256: [%s]
            exporter: acme-us
            markets: [US]
            default_market: US
            channel: public
        operator:
          routes: {US: [simulator-openai-us]}
          endpoints: {simulator-openai-us: "http://127.0.0.1:%d/v1"}
        """
            .formatted(
                home.resolve("examples/config/companies.yaml"),
                Authenticator.storedForm(KEY),
                providerPort));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddemarc.root=" + home,
                "-jar",
                home.resolve("cli/target/demarc.jar").toString(),
                "serve",
                "--config",
                config.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new GatewayProcess(process, ready(process));
  }

  private static URI ready(Process process) throws IOException {
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("ready ")) {
        return URI.create(line.substring("ready ".length()));
      }
    }
    throw new IOException("the gateway did not start");
  }

  /// A client that has asked for a stream and waits.
  Socket ask() throws IOException {
    Socket client = new Socket(address.getHost(), address.getPort());
    client
        .getOutputStream()
        .write(
            ("POST /v1/chat/completions HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer "
                    + KEY
                    + "\r\ncontent-length: "
                    + BODY.length()
                    + "\r\n\r\n"
                    + BODY)
                .getBytes(StandardCharsets.UTF_8));
    return client;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
