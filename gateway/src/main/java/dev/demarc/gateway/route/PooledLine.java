package dev.demarc.gateway.route;

import dev.demarc.classify.text.Text;
import dev.demarc.gateway.exchange.Line;
import dev.demarc.gateway.exchange.UpstreamAnswer;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import java.util.Optional;

/// A pooled HTTP/1.1 connection as a [Line].
final class PooledLine implements Line {
  private final HttpClientRequest request;
  private final String attemptId;
  private final Optional<String> apiKey;

  PooledLine(HttpClientRequest request, String attemptId, Optional<String> apiKey) {
    this.request = request;
    this.attemptId = attemptId;
    this.apiKey = apiKey;
    // What goes wrong is in the future that send returns; a reset is our own doing.
    request.exceptionHandler(failure -> {});
  }

  /// Sends the body with a head made here: of the client's own headers none goes upstream.
  @Override
  public Future<UpstreamAnswer> send(Text body, boolean streamed) {
    request
        .putHeader("content-type", "application/json")
        .putHeader("accept", streamed ? "text/event-stream" : "application/json")
        .putHeader("accept-encoding", "identity")
        .putHeader("user-agent", "demarc")
        .putHeader("x-client-request-id", attemptId);
    apiKey.ifPresent(key -> request.putHeader("authorization", "Bearer " + key));
    return request.send(Buffer.buffer(body.bytes())).map(PooledAnswer::new);
  }

  @Override
  public void cancel() {
    request.reset();
  }
}
