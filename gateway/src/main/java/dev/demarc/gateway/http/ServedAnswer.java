package dev.demarc.gateway.http;

import dev.demarc.gateway.exchange.Answer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/// A Vert.x response as an [Answer].
final class ServedAnswer implements Answer {
  private final HttpServerResponse response;

  ServedAnswer(HttpServerResponse response, String requestId) {
    this.response = response;
    response.putHeader("x-request-id", requestId);
  }

  @Override
  public boolean begun() {
    return response.headWritten();
  }

  boolean complete() {
    return response.ended();
  }

  @Override
  public void header(String name, String value) {
    if (!response.headWritten()) {
      response.putHeader(name, value);
    }
  }

  @Override
  public void withoutHeader(String name) {
    if (!response.headWritten()) {
      response.headers().remove(name);
    }
  }

  @Override
  public void begin(int status, Map<String, String> headers) {
    response.setStatusCode(status).setChunked(true);
    headers.forEach(response::putHeader);
    if (response.isChunked()) {
      var _ = response.writeHead();
    }
  }

  @Override
  public boolean write(byte[] bytes) {
    response.write(Buffer.buffer(bytes));
    return !response.writeQueueFull();
  }

  @Override
  public void onDrained(Runnable action) {
    response.drainHandler(nothing -> {
      response.drainHandler(null);
      action.run();
    });
  }

  @Override
  public void end() {
    response.end();
  }

  @Override
  public void whole(int status, Map<String, String> headers, byte[] body) {
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(status);
    headers.forEach(response::putHeader);
    response.end(Buffer.buffer(body));
  }

  @Override
  public void abort() {
    response.reset();
  }
}
