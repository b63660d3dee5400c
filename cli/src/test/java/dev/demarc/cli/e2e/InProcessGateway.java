package dev.demarc.cli.e2e;

import dev.demarc.cli.Checkout;
import dev.demarc.gateway.Diagnostics;
import dev.demarc.gateway.Gateway;
import dev.demarc.gateway.Gateway.Surroundings;
import dev.demarc.gateway.config.Config;
import dev.demarc.gateway.config.ConfigReader;
import dev.demarc.gateway.log.FileDisk;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/// A gateway inside the test's process: the same object graph as the jar's, without a process to
/// wait for.
final class InProcessGateway implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Gateway gateway;
  private final URI address;

  InProcessGateway(Path directory, ConfigFile file) throws Exception {
    Config config =
        ConfigReader.read(directory.resolve("gateway.yaml"), file.yaml(directory.resolve("data")));
    Path root = Checkout.root();
    Sources sources =
        Sources.read(root.resolve("packs"), root.resolve("catalogue"), root.resolve("parties"))
            .withParties(
                "companies",
                Files.readString(Checkout.examples().resolve("config/companies.yaml")));
    gateway =
        new Gateway(
            config,
            Policy.load(sources, config.operator()),
            new Surroundings(
                new FileDisk(),
                Clock.systemUTC(),
                Map.of(),
                new Diagnostics(
                    new PrintStream(said, true, StandardCharsets.UTF_8), Clock.systemUTC()),
                1));
    address = URI.create("http://" + gateway.start());
  }

  /// Sends the body as a client in this market does and returns the answer's bytes.
  HttpResponse<byte[]> post(String market, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/m/" + market + "/v1/chat/completions"))
            .timeout(Duration.ofSeconds(60))
            .header("authorization", "Bearer " + ConfigFile.API_KEY)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError("the answer broke off; the gateway says:\n" + diagnostics(), e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// What the page of metrics says.
  String metrics() {
    HttpRequest request = HttpRequest.newBuilder(address.resolve("/metrics")).build();
    try {
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  URI address() {
    return address;
  }

  String diagnostics() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
    gateway.close();
  }
}
