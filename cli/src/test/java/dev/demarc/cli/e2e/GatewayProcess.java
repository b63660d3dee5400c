package dev.demarc.cli.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// The gateway as users start it: `serve` from the real jar, with a config file, in a process.
final class GatewayProcess implements AutoCloseable {
  private static final int STOP_SECONDS = 120;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final Path data;
  private final Path diagnostics;
  private final List<String> printed = new CopyOnWriteArrayList<>();
  private final URI address;
  private final String verifierKey;

  private GatewayProcess(Process process, Path data, Path diagnostics) {
    this.process = process;
    this.data = data;
    this.diagnostics = diagnostics;
    Thread.ofVirtual().start(this::listen);
    this.address = URI.create(awaitLine("ready "));
    this.verifierKey = awaitLine("key ");
  }

  /// Starts one in `place`, which holds its config file, data directory and diagnostics; when this
  /// returns it accepts requests. On a place that was used before it goes on with that log.
  static GatewayProcess start(Path place, ConfigFile config) {
    return awaited(place, launch(place, config));
  }

  /// The same with the JVM's own choices and these options, as an operator would run it.
  static GatewayProcess start(Path place, ConfigFile config, String... jvmOptions) {
    List<String> command =
        Build.demarcWith(List.of(jvmOptions), "serve", "--config", file(place).toString());
    return awaited(place, launch(place, config, command));
  }

  private static GatewayProcess awaited(Path place, Process process) {
    try {
      return new GatewayProcess(process, place.resolve("data"), diagnostics(place));
    } catch (AssertionError notReady) {
      process.destroyForcibly();
      throw notReady;
    }
  }

  /// Starts one and does not wait for it.
  static Process launch(Path place, ConfigFile config) {
    return launch(place, config, Build.demarc("serve", "--config", file(place).toString()));
  }

  private static Process launch(Path place, ConfigFile config, List<String> command) {
    try {
      Files.writeString(file(place), config.yaml(place.resolve("data")));
      return new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.appendTo(diagnostics(place).toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Path place) {
    return place.resolve("gateway.yaml");
  }

  private static Path diagnostics(Path place) {
    return place.resolve("diagnostics.txt");
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(printed::add);
    } catch (UncheckedIOException | IOException closed) {
      // The process ended.
    }
  }

  private String awaitLine(String prefix) {
    return Patience.await(
        "line '" + prefix + "' from the gateway",
        () -> {
          Optional<String> line = printed.stream().filter(l -> l.startsWith(prefix)).findFirst();
          if (line.isEmpty() && !process.isAlive()) {
            throw new AssertionError("the gateway ended:\n" + printed + "\n" + diagnostics());
          }
          return line.map(l -> l.substring(prefix.length()).strip());
        });
  }

  /// The lines it printed on standard output.
  List<String> printed() {
    return List.copyOf(printed);
  }

  /// What it printed on standard error.
  String diagnostics() {
    try {
      return Files.readString(diagnostics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return address;
  }

  /// Base URL for clients.
  String base() {
    return address + "/v1";
  }

  /// Base URL for clients that can name a market by it only.
  String base(String market) {
    return address + "/m/" + market + "/v1";
  }

  /// The log's verifier key, as printed at the start.
  String verifierKey() {
    return verifierKey;
  }

  Path data() {
    return data;
  }

  PublishedLog log() {
    return new PublishedLog(data.resolve("log"));
  }

  long pid() {
    return process.pid();
  }

  /// What the standalone verifier says about the published log now.
  Finished verify(String... more) {
    return Finished.verify(log().directory(), verifierKey, more);
  }

  Answer ask(Chat chat) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + chat.path()))
            .POST(HttpRequest.BodyPublishers.ofString(chat.json()));
    chat.headers().forEach(request::header);
    return send(request);
  }

  Answer get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /// SIGKILL: no handler runs.
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /// SIGTERM, and waits for the end.
  int stop() {
    process.destroy();
    return awaitEnd();
  }

  private int awaitEnd() {
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the gateway did not stop:\n" + diagnostics());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }
}
