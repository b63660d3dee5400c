package dev.demarc.bench;

import dev.demarc.gateway.caller.Authenticator;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The real jar, serving in a process of its own, with its one route pointed at a provider of ours.
final class GatewayProcess implements AutoCloseable {
  static final String KEY = "bench";
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
    return start(home, directory, providerPort, List.of());
  }

  /// @param pinned the words of a command that pins what follows to a core
  static GatewayProcess start(Path home, Path directory, int providerPort, List<String> pinned)
      throws IOException {
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
    List<String> command = new ArrayList<>(pinned);
    command.addAll(
        List.of(home.resolve("demarc").toString(), "serve", "--config", config.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    // The launcher that runs this has built; a second look would be measured as part of a start.
    builder.environment().put("DEMARC_TESTING", "yes");
    Process process = builder.start();
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

  int port() {
    return address.getPort();
  }

  ProcessTree tree() {
    return new ProcessTree(process.toHandle());
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
    process.onExit().join();
  }
}
