package dev.demarc.gateway;

import dev.demarc.gateway.caller.Authenticator;
import dev.demarc.gateway.caller.Border;
import dev.demarc.gateway.exchange.Attempt;
import dev.demarc.gateway.exchange.Caller;
import dev.demarc.gateway.exchange.Ended;
import dev.demarc.gateway.exchange.Exchange;
import dev.demarc.gateway.exchange.Line;
import dev.demarc.gateway.exchange.Outgoing;
import dev.demarc.gateway.exchange.Question;
import dev.demarc.gateway.exchange.Recorded;
import dev.demarc.gateway.exchange.Terms;
import dev.demarc.gateway.inspect.Inspector;
import dev.demarc.gateway.meter.Meters;
import dev.demarc.gateway.meter.Reservation;
import dev.demarc.gateway.record.Recorder;
import dev.demarc.gateway.relay.Relay;
import dev.demarc.gateway.route.Upstream;
import dev.demarc.gateway.transform.Outbound;
import dev.demarc.policy.Decision;
import dev.demarc.policy.Policy;
import io.vertx.core.Future;

/// The order of the steps, for one event loop. Read this first: nothing is sent before `record` has
/// completed, and every attempt, the first as the last, walks the same steps.
///
/// ```
/// authenticate → read → classify → for each route in order:
///     reserve → decide → transform → RECORD → send → restore → close
/// ```
public final class Pipeline {
  private final Authenticator authenticator;
  private final Border border;
  private final Inspector inspector;
  private final Policy policy;
  private final Meters meters;
  private final Outbound outbound;
  private final Recorder recorder;
  private final Upstream upstream;
  private final Relay relay;

  Pipeline(Shared shared, Recorder recorder, Inspector inspector, Upstream upstream, Relay relay) {
    this.authenticator = shared.authenticator();
    this.border = shared.border();
    this.policy = shared.policy();
    this.meters = shared.meters();
    this.outbound = shared.outbound();
    this.inspector = inspector;
    this.recorder = recorder;
    this.upstream = upstream;
    this.relay = relay;
  }

  /// Answers one chat request. The future fails with a refusal where nothing may be answered.
  public Future<Void> handle(Exchange exchange) {
    Caller caller = authenticator.authenticate(exchange.head());
    return Future.future(begun -> begun.complete())
        .map(begun -> border.terms(caller, exchange.head()))
        .compose(terms -> ask(exchange, terms))
        .recover(failure -> recorder.refusal(exchange.requestId(), caller, failure));
  }

  private Future<Void> ask(Exchange exchange, Terms terms) {
    return exchange
        .body()
        .compose(body -> inspector.question(terms, body))
        .compose(question -> next(courses.of(exchange, question)));
  }

  /// Tries the next route; where none is left, the course says why.
  private Future<Void> next(Course course) {
    if (course.exchange().clientLeft()) {
      return Future.succeededFuture();
    }
    return course.nextAttempt().map(attempt -> attempt(course, attempt)).orElseGet(course::conclude);
  }

  private Future<Void> attempt(Course course, Attempt attempt) {
    Question question = course.question();
    Reservation places =
        meters.reserve(
            policy.meters(question.facts(), attempt.route()),
            question.subject().id(),
            question.subject().established(),
            question.facts().date());
    Decision decision = decide(question, attempt, places);
    return switch (decision) {
      case Decision.Permit permit -> permitted(course, attempt, permit, places);
      case Decision.Deny _, Decision.Review _ -> {
        meters.release(places);
        yield recorder
            .decision(attempt, question, decision, places)
            .compose(recorded -> next(course.refusedBy(attempt, decision, recorded)));
      }
    };
  }

  private Future<Void> permitted(
      Course course, Attempt attempt, Decision.Permit permit, Reservation places) {
    Question question = course.question();
    meters.releaseAllBut(places, permit.counted());
    Outgoing outgoing = outbound.transform(question, attempt.route(), permit);
    Future<Line> line = upstream.connect(attempt);
    return recorder
        .permit(attempt, question, permit, places, outgoing)
        .onFailure(unrecorded -> line.onSuccess(Line::cancel))
        .compose(recorded -> send(course, line, outgoing, recorded)
            .compose(ended -> close(course, attempt, places, recorded, ended)));
  }

  /// Reached only with a durable record in hand.
  private Future<Ended> send(
      Course course, Future<Line> line, Outgoing outgoing, Recorded recorded) {
    Exchange exchange = course.exchange();
    exchange.answer().header("demarc-receipt", recorded.receipt());
    return line.transform(
        connected -> {
          if (connected.failed()) {
            return Future.succeededFuture(Ended.nothingSent(Ended.Kind.NO_CONNECTION));
          }
          if (exchange.clientLeft()) {
            connected.result().cancel();
            return Future.succeededFuture(Ended.nothingSent(Ended.Kind.NOT_SENT));
          }
          return relay.carry(exchange, connected.result(), outgoing);
        });
  }

  private Future<Void> close(
      Course course, Attempt attempt, Reservation places, Recorded recorded, Ended ended) {
    recorder.outcome(attempt, recorded, ended);
    if (ended.kind().nothingLeft()) {
      meters.release(places);
    }
    boolean done = ended.reachedClient() || ended.kind() == Ended.Kind.CLIENT_LEFT;
    return done ? Future.succeededFuture() : next(course.failedAt(recorded, ended));
  }
}
