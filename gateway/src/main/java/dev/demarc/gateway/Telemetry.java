package dev.demarc.gateway;

import dev.demarc.gateway.exchange.Attempt;
import dev.demarc.gateway.exchange.Ended;
import dev.demarc.gateway.exchange.Refusal;
import dev.demarc.gateway.http.Load;
import dev.demarc.gateway.log.TransparencyLog;
import dev.demarc.gateway.relay.Held;
import dev.demarc.policy.Decision;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/// What `/metrics` shows: counts and states by ids of ours, never by a value of a request.
final class Telemetry implements Pipeline.Observer {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Telemetry(TransparencyLog log, Load load, Held held) {
    Gauge.builder("demarc.log.entries", log, TransparencyLog::size)
        .description("Durable entries of the log")
        .register(registry);
    Gauge.builder("demarc.log.sealed", log, open -> open.sealed() ? 1 : 0)
        .description("1 where the log takes no more entries until a restart")
        .register(registry);
    Gauge.builder("demarc.requests.in.flight", load, Load::requestsInFlight)
        .description("Requests being handled")
        .register(registry);
    Gauge.builder("demarc.bytes.in.flight", load, Load::bytesInFlight)
        .description("Request body bytes held")
        .register(registry);
    Gauge.builder("demarc.answer.bytes.in.flight", held, Held::bytes)
        .description("Bytes of whole answers held until they are complete")
        .register(registry);
  }

  @Override
  public void decided(Attempt attempt, Decision decision) {
    String kind =
        switch (decision) {
          case Decision.Permit _ -> "permit";
          case Decision.Deny _ -> "deny";
          case Decision.Review _ -> "review";
        };
    registry
        .counter("demarc.decisions", "route", attempt.route().id(), "decision", kind)
        .increment();
  }

  @Override
  public void ended(Attempt attempt, Ended ended) {
    String route = attempt.route().id();
    registry.counter("demarc.outcomes", "route", route, "outcome", ended.kind().id()).increment();
    registry.counter("demarc.pseudonyms.restored", "route", route).increment(ended.restored());
    registry
        .counter("demarc.pseudonyms.unknown", "route", route)
        .increment(ended.unknownPseudonyms());
    registry
        .counter("demarc.pseudonyms.withheld", "route", route)
        .increment(ended.withheldPseudonyms());
  }

  void refused(Refusal refusal) {
    registry.counter("demarc.refusals", "code", refusal.code()).increment();
  }

  String scrape() {
    return registry.scrape();
  }
}
