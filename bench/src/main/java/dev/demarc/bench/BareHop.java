package dev.demarc.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;

/// The least that a gateway on this HTTP stack can do: take a whole body, send it on, stream the
/// answer back. What Demarc costs beyond it is what governing and recording cost.
public final class BareHop {
  private final HttpClient client;
  private final int provider;

  private BareHop(HttpClient client, int provider) {
    this.client = client;
    this.provider = provider;
  }

  /// Serves until it is ended.
  ///
  /// @param args the port to listen at and the provider's
  public static void main(String[] args) {
    Vertx vertx =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(false));
    HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(512));
    BareHop hop = new BareHop(client, Integer.parseInt(args[1]));
    vertx
        .createHttpServer()
        .requestHandler(hop::serve)
        .listen(Integer.parseInt(args[0]), "127.0.0.1")
        .onFailure(failure -> System.exit(1));
  }

  private void serve(HttpServerRequest request) {
    HttpServerResponse answer = request.response();
    request
        .body()
        .compose(body ->
            client
                .request(HttpMethod.POST, provider, "127.0.0.1", request.uri())
                .compose(onward -> onward.send(body)))
        .onSuccess(upstream -> passOn(upstream, answer))
        .onFailure(failure -> answer.reset());
  }

  private static void passOn(HttpClientResponse upstream, HttpServerResponse answer) {
    String length = upstream.getHeader("content-length");
    answer.setStatusCode(upstream.statusCode()).setChunked(length == null);
    answer.putHeader("content-type", upstream.getHeader("content-type"));
    if (length != null) {
      answer.putHeader("content-length", length);
    }
    upstream.pipeTo(answer).onFailure(failure -> answer.reset());
  }
}
