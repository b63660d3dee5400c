package dev.demarc.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Asks the gateway as the app on a phone would, with nothing but HTTP.
final class PhoneCall {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int QUOTED_CHARACTERS = 600;

  private final Stage.Gateway gateway;
  private final HttpClient client;

  PhoneCall(Stage.Gateway gateway) {
    this.gateway = gateway;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
  }

  /// Sends the body from this phone and reads the whole answer.
  Answer ask(Phone phone, byte[] body) throws IOException, InterruptedException {
    HttpResponse<Stream<String>> response =
        client.send(request(phone, body), HttpResponse.BodyHandlers.ofLines());
    List<String> lines;
    try (Stream<String> content = response.body()) {
      lines = content.toList();
    }
    String all = String.join("\n", lines);
    if (response.statusCode() != 200) {
      throw new DemoFailed(
          "the %s phone was answered with status %d: %s"
              .formatted(
                  phone.market(),
                  response.statusCode(),
                  all.substring(0, Math.min(all.length(), QUOTED_CHARACTERS))));
    }
    String receipt =
        response
            .headers()
            .firstValue("demarc-receipt")
            .orElseThrow(
                () -> new DemoFailed("the " + phone.market() + " answer carries no receipt"));
    return phone.streamed() ? Answer.streamed(lines, receipt) : Answer.plain(all, receipt);
  }

  private HttpRequest request(Phone phone, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gateway.baseUrl(phone) + "/chat/completions"))
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + gateway.apiKey())
            .header("Content-Type", "application/json");
    phone.headers().forEach(header -> request.header(header.get(0), header.get(1)));
    return request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
  }
}
