package dev.demarc.gateway.route;

import dev.demarc.gateway.exchange.Attempt;
import dev.demarc.gateway.exchange.Line;
import dev.demarc.policy.Route;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// The send step: pooled, verified connections to providers. Hosts come from routes alone, so no
/// caller can choose or bend one, and redirects are not followed.
public final class Upstream {
  private final HttpClient plain;
  private final HttpClient secure;
  private final Map<String, String> apiKeys;
  private final UpstreamLimits limits;

  /// @param apiKeys provider API keys by route id
  public Upstream(Vertx vertx, Map<String, String> apiKeys, UpstreamLimits limits) {
    PoolOptions pool = new PoolOptions().setHttp1MaxSize(limits.connections());
    this.plain = vertx.createHttpClient(options(limits), pool);
    this.secure = vertx.createHttpClient(options(limits).setSsl(true).setVerifyHost(true), pool);
    this.apiKeys = Map.copyOf(apiKeys);
    this.limits = limits;
  }

  private static HttpClientOptions options(UpstreamLimits limits) {
    return new HttpClientOptions()
        .setTcpNoDelay(true)
        .setDecompressionSupported(false)
        .setConnectTimeout(Math.toIntExact(limits.connect().toMillis()))
        .setKeepAliveTimeout(Math.toIntExact(limits.keepAlive().toSeconds()))
        .setMaxHeaderSize(limits.answerHeadBytes())
        .setMaxChunkSize(limits.chunkBytes())
        .setPipelining(false);
  }

  /// Opens, or takes from the pool, a connection for one attempt. No byte of the request is sent:
  /// this may run while the record is still being synced.
  public Future<Line> connect(Attempt attempt) {
    Route route = attempt.route();
    URI endpoint = route.endpoint();
    boolean tls = "https".equals(endpoint.getScheme());
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost(endpoint.getHost())
            .setPort(port(endpoint, tls))
            .setSsl(tls)
            .setURI(endpoint.getRawPath() + "/chat/completions")
            .setFollowRedirects(false)
            .setConnectTimeout(limits.connect().toMillis());
    return (tls ? secure : plain)
        .request(options)
        .map(request ->
            new PooledLine(request, attempt.id(), Optional.ofNullable(apiKeys.get(route.id()))));
  }

  private static int port(URI endpoint, boolean tls) {
    if (endpoint.getPort() >= 0) {
      return endpoint.getPort();
    }
    return tls ? 443 : 80;
  }

  /// Closes every connection.
  public Future<Void> close() {
    return Future.join(plain.close(), secure.close()).mapEmpty();
  }
}
