package dev.demarc.gateway.route;

import dev.demarc.gateway.exchange.UpstreamAnswer;
import io.vertx.core.http.HttpClientResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A Vert.x client response as an [UpstreamAnswer].
final class PooledAnswer implements UpstreamAnswer {
  private static final List<String> PASSED_ON =
      List.of(
          "content-type",
          "openai-processing-ms",
          "retry-after",
          "retry-after-ms",
          "x-should-retry");

  private final HttpClientResponse response;

  PooledAnswer(HttpClientResponse response) {
    this.response = response;
    response.pause();
  }

  @Override
  public int status() {
    return response.statusCode();
  }

  @Override
  public boolean events() {
    String type = response.getHeader("content-type");
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/event-stream");
  }

  @Override
  public boolean encoded() {
    String encoding = response.getHeader("content-encoding");
    return encoding != null && !encoding.equalsIgnoreCase("identity");
  }

  @Override
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : PASSED_ON) {
      Optional.ofNullable(response.getHeader(name)).ifPresent(value -> headers.put(name, value));
    }
    response
        .headers()
        .forEach(header -> {
          String name = header.getKey().toLowerCase(Locale.ROOT);
          if (name.startsWith("x-ratelimit-")) {
            headers.put(name, header.getValue());
          }
        });
    return headers;
  }

  @Override
  public void start(Consumer<byte[]> bytes, Runnable end, Runnable broken) {
    response.exceptionHandler(failure -> broken.run());
    response.handler(buffer -> bytes.accept(buffer.getBytes()));
    response.endHandler(nothing -> end.run());
    response.resume();
  }

  @Override
  public void pause() {
    response.pause();
  }

  @Override
  public void resume() {
    response.resume();
  }

  @Override
  public void cancel() {
    response.request().reset();
  }
}
