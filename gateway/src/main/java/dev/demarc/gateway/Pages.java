package dev.demarc.gateway;

import dev.demarc.gateway.caller.Authenticator;
import dev.demarc.gateway.caller.Border;
import dev.demarc.gateway.exchange.Exchange;
import dev.demarc.gateway.exchange.Refusal;
import dev.demarc.gateway.exchange.Refused;
import dev.demarc.gateway.exchange.Terms;
import dev.demarc.gateway.http.HttpEdge;
import dev.demarc.policy.Policy;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the edge serves: chat through the pipeline, model lists, readiness, metrics and, where the
/// config says so, the published log.
final class Pages implements HttpEdge.Handlers {
  /// The names that a tlog-tiles directory publishes; nothing else below it is served.
  private static final Pattern PUBLISHED =
      Pattern.compile(
          "checkpoint|log\\.vkey|tile/(entries|[0-9]{1,2})(/x[0-9]{3})*/[0-9]{3}(\\.p/[0-9]{1,3})?");

  private final Pipeline pipeline;
  private final Authenticator authenticator;
  private final Border border;
  private final Policy policy;
  private final Readiness readiness;
  private final Telemetry telemetry;
  private final Diagnostics diagnostics;
  private final InstantSource clock;
  private final Optional<Path> servedLog;

  Pages(Pipeline pipeline, Pipeline.Steps steps, Operations operations, Optional<Path> servedLog) {
    this.pipeline = pipeline;
    this.authenticator = steps.authenticator();
    this.border = steps.border();
    this.policy = steps.policy();
    this.readiness = operations.readiness();
    this.telemetry = operations.telemetry();
    this.diagnostics = operations.diagnostics();
    this.clock = operations.clock();
    this.servedLog = servedLog;
  }

  /// What every lane shares for its operator.
  record Operations(
      Readiness readiness, Telemetry telemetry, Diagnostics diagnostics, InstantSource clock) {}

  /// Whether requests can be answered now.
  interface Readiness {
    /// The reason why not.
    Optional<String> notReady();
  }

  @Override
  public Future<Void> chat(Exchange exchange) {
    return pipeline.handle(exchange);
  }

  @Override
  public JsonObject models(Exchange exchange) {
    JsonArray data = new JsonArray();
    permitted(exchange).forEach(id -> data.add(describe(id)));
    return new JsonObject().put("object", "list").put("data", data);
  }

  @Override
  public JsonObject model(Exchange exchange, String id) {
    List<String> permitted = permitted(exchange);
    if (!permitted.contains(id)) {
      throw new Refused(new Refusal.UnknownModel(permitted));
    }
    return describe(id);
  }

  private List<String> permitted(Exchange exchange) {
    var caller = authenticator.authenticate(exchange.head());
    Terms terms = border.terms(caller, exchange.head());
    return policy.models(terms.facts(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
  }

  private static JsonObject describe(String id) {
    return new JsonObject()
        .put("id", id)
        .put("object", "model")
        .put("created", 0)
        .put("owned_by", "demarc");
  }

  @Override
  public Optional<String> notReady() {
    return readiness.notReady();
  }

  @Override
  public String metrics() {
    return telemetry.scrape();
  }

  @Override
  public Optional<byte[]> logFile(String path) {
    if (servedLog.isEmpty() || !PUBLISHED.matcher(path).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(servedLog.get().resolve(path)));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  @Override
  public void bug(String incident, Throwable failure) {
    diagnostics.bug(incident, failure);
  }

  @Override
  public void refused(Refusal refusal) {
    telemetry.refused(refusal);
  }
}
