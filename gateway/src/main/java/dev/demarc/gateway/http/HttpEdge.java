package dev.demarc.gateway.http;

import dev.demarc.gateway.exchange.ClientLeft;
import dev.demarc.gateway.exchange.Exchange;
import dev.demarc.gateway.exchange.Ids;
import dev.demarc.gateway.exchange.Refusal;
import dev.demarc.gateway.exchange.Refused;
import dev.demarc.gateway.http.Paths.Target;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The HTTP server of one event loop: turns requests into exchanges, hands them to the pipeline,
/// and turns refusals into error answers.
public final class HttpEdge {
  /// How long requests in flight may go on after the server has stopped accepting.
  public static final Duration DRAIN = Duration.ofSeconds(10);

  /// Ends connections to which nothing was written for longer than any wait allows.
  private static final int DEAD_WRITE_SECONDS = 1200;

  private final Vertx vertx;
  private final HttpLimits limits;
  private final Load load;
  private final Ids ids;
  private final Handlers handlers;
  private final IdleConnections idle;
  private final HttpServer server;

  public HttpEdge(Vertx vertx, HttpLimits limits, Load load, Ids ids, Handlers handlers) {
    this.vertx = vertx;
    this.limits = limits;
    this.load = load;
    this.ids = ids;
    this.handlers = handlers;
    this.idle = new IdleConnections(vertx, limits.idle());
    this.server =
        vertx
            .createHttpServer(options(limits))
            .connectionHandler(idle::opened)
            .invalidRequestHandler(this::refuseMalformed)
            .requestHandler(this::serve);
  }

  /// What the edge calls; the pipeline and the operator's pages stand behind it.
  public interface Handlers {
    /// Answers a chat request, or fails with [Refused].
    Future<Void> chat(Exchange exchange);

    /// The model names that this caller may use, in the OpenAI list shape.
    JsonObject models(Exchange exchange);

    /// One model of that list.
    JsonObject model(Exchange exchange, String id);

    /// Whether requests can be answered now; the reason where they cannot.
    Optional<String> notReady();

    /// Metrics in the Prometheus text format.
    String metrics();

    /// A file of the published log, where the config serves it.
    Optional<byte[]> logFile(String path);

    /// Notes a failure that is a bug, with the incident id that the client was given.
    void bug(String incident, Throwable failure);

    /// Counts a refusal.
    void refused(Refusal refusal);
  }

  private static HttpServerOptions options(HttpLimits limits) {
    return new HttpServerOptions()
        .setTcpNoDelay(true)
        .setTcpKeepAlive(true)
        .setReuseAddress(true)
        .setAcceptBacklog(1024)
        .setHandle100ContinueAutomatically(true)
        .setHttp2ClearTextEnabled(false)
        .setUseAlpn(false)
        .setDecompressionSupported(false)
        // Nothing here speaks WebSocket; without these each message would pass its handlers.
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setMaxHeaderSize(limits.headBytes())
        .setMaxInitialLineLength(8 * 1024)
        .setWriteIdleTimeout(DEAD_WRITE_SECONDS);
  }

  public Future<Integer> listen(String host, int port) {
    return server.listen(port, host).map(HttpServer::actualPort);
  }

  /// Stops accepting; requests in flight may finish within [#DRAIN].
  public Future<Void> close() {
    return server.shutdown(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void serve(HttpServerRequest request) {
    request.pause();
    idle.busy(request.connection());
    request.response().endHandler(ended -> idle.idle(request.connection()));
    Target target = Paths.target(request.uri());
    ErrorShape shape = shape(target);
    ServedExchange exchange =
        new ServedExchange(vertx, request, market(target), ids.fresh(), limits, load);
    if (!hasOneReading(request)) {
      refuse(exchange, ErrorShape.OPENAI, new Refusal.Malformed(400));
      request.connection().close();
      return;
    }
    try {
      dispatch(request, target, exchange);
    } catch (Refused refused) {
      refuse(exchange, shape, refused.refusal());
    } catch (RuntimeException bug) {
      refuse(exchange, shape, incident("http", bug));
    }
  }

  /// Whether every server would take this head for the same request: one host (RFC 9112 section
  /// 3.2; HTTP/1.0 has none), and no transfer coding but `chunked`, since a coding that is not
  /// undone here hides the body (section 6.1), and no header without a name (section 5).
  private static boolean hasOneReading(HttpServerRequest request) {
    MultiMap headers = request.headers();
    List<String> hosts = headers.getAll("host");
    boolean oneHost =
        hosts.size() == 1 || (hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_0);
    return oneHost && isPlain(headers) && !headers.contains("");
  }

  private static boolean isPlain(MultiMap headers) {
    if (!headers.contains("transfer-encoding")) {
      return true;
    }
    List<String> codings = headers.getAll("transfer-encoding");
    return codings.size() == 1 && codings.getFirst().strip().equalsIgnoreCase("chunked");
  }

  private void refuseMalformed(HttpServerRequest request) {
    int status =
        switch (request.decoderResult().cause()) {
          case TooLongHttpLineException _ -> 414;
          case TooLongHttpHeaderException _ -> 431;
          case null, default -> 400;
        };
    ServedExchange exchange =
        new ServedExchange(vertx, request, Optional.empty(), ids.fresh(), limits, load);
    refuse(exchange, ErrorShape.OPENAI, new Refusal.Malformed(status));
    request.connection().close();
  }

  private void dispatch(HttpServerRequest request, Target target, ServedExchange exchange) {
    switch (target) {
      case Target.Chat chat -> {
        allow(request, HttpMethod.POST);
        handle(exchange, ErrorShape.OPENAI);
      }
      case Target.Models models -> {
        allow(request, HttpMethod.GET);
        json(exchange, handlers.models(exchange));
      }
      case Target.Model model -> {
        allow(request, HttpMethod.GET);
        json(exchange, handlers.model(exchange, model.id()));
      }
      case Target.Health health -> text(exchange, 200, "ok\n");
      case Target.Ready ready ->
          handlers
              .notReady()
              .ifPresentOrElse(
                  reason -> text(exchange, 503, "not ready: " + reason + "\n"),
                  () -> text(exchange, 200, "ready\n"));
      case Target.Metrics metrics ->
          body(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", handlers.metrics());
      case Target.LogFile file -> logFile(exchange, file.path());
      case Target.NotOffered notOffered ->
          throw new Refused(new Refusal.NotOffered(notOffered.path()));
      case Target.Unknown unknown -> throw new Refused(new Refusal.NotOffered("This path"));
    }
  }

  private void handle(ServedExchange exchange, ErrorShape shape) {
    load.enter();
    Future<Void> handled;
    try {
      handled = handlers.chat(exchange);
    } catch (Refused refused) {
      handled = Future.failedFuture(refused);
    } catch (RuntimeException bug) {
      handled = Future.failedFuture(bug);
    }
    handled.onComplete(done -> {
      load.leave();
      exchange.close();
      if (done.failed()) {
        fail(exchange, shape, done.cause());
      }
    });
  }

  private void fail(ServedExchange exchange, ErrorShape shape, Throwable failure) {
    switch (failure) {
      case ClientLeft _ -> exchange.answer().abort();
      case Refused refused -> refuse(exchange, shape, refused.refusal());
      default -> refuse(exchange, shape, incident("pipeline", failure));
    }
  }

  private Refusal incident(String step, Throwable bug) {
    String incident = ids.fresh();
    handlers.bug(incident, bug);
    return new Refusal.StepFailed(step, incident);
  }

  private void refuse(ServedExchange exchange, ErrorShape shape, Refusal refusal) {
    handlers.refused(refusal);
    if (exchange.answer().begun()) {
      exchange.answer().abort();
      return;
    }
    Refusals.Rendered rendered = Refusals.render(refusal);
    JsonObject body = Refusals.body(shape, rendered, refusal.code(), exchange.requestId());
    Map<String, String> headers = new LinkedHashMap<>(rendered.headers());
    headers.put(
        "content-type",
        shape == ErrorShape.PROBLEM ? "application/problem+json" : "application/json");
    if (shape == ErrorShape.ANTHROPIC) {
      headers.put("request-id", exchange.requestId());
    }
    exchange.answer().withoutHeader("demarc-receipt");
    exchange.answer().withoutHeader("demarc-route");
    exchange.finish(rendered.status(), headers, body.toBuffer().getBytes());
  }

  private static void allow(HttpServerRequest request, HttpMethod method) {
    boolean head = method.equals(HttpMethod.GET) && request.method().equals(HttpMethod.HEAD);
    if (!request.method().equals(method) && !head) {
      throw new Refused(new Refusal.MethodNotAllowed(method.name()));
    }
  }

  private static Optional<String> market(Target target) {
    return switch (target) {
      case Target.Chat(Optional<String> market) -> market;
      case Target.Models(Optional<String> market) -> market;
      case Target.Model(Optional<String> market, String id) -> market;
      case Target.Health _,
          Target.Ready _,
          Target.Metrics _,
          Target.LogFile _,
          Target.NotOffered _,
          Target.Unknown _ ->
          Optional.empty();
    };
  }

  private static ErrorShape shape(Target target) {
    return switch (target) {
      case Target.Chat _, Target.Models _, Target.Model _ -> ErrorShape.OPENAI;
      case Target.NotOffered notOffered -> notOffered.shape();
      case Target.Health _, Target.Ready _, Target.Metrics _, Target.LogFile _, Target.Unknown _ ->
          ErrorShape.PROBLEM;
    };
  }

  private void logFile(ServedExchange exchange, String path) {
    byte[] bytes =
        handlers
            .logFile(path)
            .orElseThrow(() -> new Refused(new Refusal.NotOffered("This file of the log")));
    boolean checkpoint = path.equals("checkpoint") || path.equals("log.vkey");
    Map<String, String> headers =
        Map.of(
            "content-type",
            checkpoint ? "text/plain; charset=utf-8" : "application/octet-stream",
            "cache-control",
            checkpoint ? "no-cache" : "public, max-age=31536000, immutable");
    exchange.finish(200, headers, bytes);
  }

  private static void json(ServedExchange exchange, JsonObject json) {
    body(exchange, 200, "application/json", json.encode());
  }

  private static void text(ServedExchange exchange, int status, String words) {
    body(exchange, status, "text/plain; charset=utf-8", words);
  }

  private static void body(ServedExchange exchange, int status, String type, String content) {
    exchange.finish(
        status,
        Map.of("content-type", type, "cache-control", "no-store"),
        content.getBytes(StandardCharsets.UTF_8));
  }
}
