package dev.demarc.gateway;

import dev.demarc.gateway.Preparation.Prepared;
import dev.demarc.gateway.caller.Authenticator;
import dev.demarc.gateway.caller.Border;
import dev.demarc.gateway.exchange.Attempt;
import dev.demarc.gateway.exchange.Caller;
import dev.demarc.gateway.exchange.Ended;
import dev.demarc.gateway.exchange.Exchange;
import dev.demarc.gateway.exchange.Ids;
import dev.demarc.gateway.exchange.Line;
import dev.demarc.gateway.exchange.Outgoing;
import dev.demarc.gateway.exchange.Question;
import dev.demarc.gateway.exchange.Recorded;
import dev.demarc.gateway.exchange.Refused;
import dev.demarc.gateway.exchange.Terms;
import dev.demarc.gateway.inspect.Inspector;
import dev.demarc.gateway.meter.Ending;
import dev.demarc.gateway.meter.Meters;
import dev.demarc.gateway.meter.Reservation;
import dev.demarc.gateway.record.Recorder;
import dev.demarc.gateway.relay.Relay;
import dev.demarc.gateway.route.Upstream;
import dev.demarc.gateway.transform.Outbound;
import dev.demarc.policy.Decision;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Route;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Consumer;

/// The order of the steps, on one event loop. Read this first: nothing is sent before `record` has
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
  private final Preparation preparation;
  private final Recorder recorder;
  private final Upstream upstream;
  private final Relay relay;
  private final Ids ids;
  private final Observer observer;
  private final Consumer<Throwable> bugs;

  /// @param bugs told of failures that should not happen and that no client hears of
  Pipeline(Steps steps, Observer observer, Consumer<Throwable> bugs) {
    this.authenticator = steps.authenticator();
    this.border = steps.border();
    this.inspector = steps.inspector();
    this.policy = steps.policy();
    this.meters = steps.meters();
    this.preparation = new Preparation(steps.policy(), steps.meters(), steps.outbound());
    this.recorder = steps.recorder();
    this.upstream = steps.upstream();
    this.relay = steps.relay();
    this.ids = steps.ids();
    this.observer = observer;
    this.bugs = bugs;
  }

  /// The steps, as [Gateway] built them.
  record Steps(
      Authenticator authenticator,
      Border border,
      Inspector inspector,
      Policy policy,
      Meters meters,
      Outbound outbound,
      Recorder recorder,
      Upstream upstream,
      Relay relay,
      Ids ids) {}

  /// Sees each decision and outcome, for metrics.
  interface Observer {
    void decided(Attempt attempt, Decision decision);

    void ended(Attempt attempt, Ended ended);
  }

  /// Answers one chat request. The future fails with a refusal where nothing may be answered.
  public Future<Void> handle(Exchange exchange) {
    Caller caller = authenticator.authenticate(exchange.head());
    return Future.succeededFuture(caller)
        .map(known -> border.terms(known, exchange.head()))
        .compose(terms -> answer(exchange, terms))
        .recover(failure -> recorder.refusal(exchange.requestId(), caller, failure));
  }

  private Future<Void> answer(Exchange exchange, Terms terms) {
    return exchange
        .body()
        .compose(body -> inspector.question(terms, body))
        .map(question -> new Course(exchange, question, routes(question), ids))
        .compose(course -> next(course).recover(failure -> failed(course, failure)));
  }

  private Future<Void> failed(Course course, Throwable failure) {
    Throwable told = course.afterSending(failure);
    if (told instanceof Refused && !(failure instanceof Refused)) {
      bugs.accept(failure);
    }
    return Future.failedFuture(told);
  }

  /// Tries the next route; where none is left, the course says why.
  private Future<Void> next(Course course) {
    if (course.exchange().clientLeft()) {
      return Future.succeededFuture();
    }
    return course
        .nextAttempt()
        .map(attempt -> attempt(course, attempt))
        .orElseGet(course::conclude);
  }

  private Future<Void> attempt(Course course, Attempt attempt) {
    Question question = course.question();
    Prepared prepared = preparation.prepare(question, attempt.route());
    observer.decided(attempt, prepared.decision());
    return switch (prepared.decision()) {
      case Decision.Permit permit ->
          permitted(course, attempt, permit, prepared.places(), prepared.outgoing().orElseThrow());
      case Decision.Deny _, Decision.Review _ ->
          refused(course, attempt, prepared.decision(), prepared.places());
    };
  }

  private Future<Void> refused(
      Course course, Attempt attempt, Decision decision, Reservation places) {
    meters.release(places, places.keys());
    return recorder
        .denial(attempt, course.question(), decision, places.readings())
        .compose(recorded -> next(course.refusedBy(attempt, decision, recorded)));
  }

  private Future<Void> permitted(
      Course course,
      Attempt attempt,
      Decision.Permit permit,
      Reservation places,
      Outgoing outgoing) {
    Reservation kept = preparation.keepCounted(places, permit);
    Future<Line> line = Future.succeededFuture().compose(begun -> upstream.connect(attempt));
    return Future.succeededFuture()
        .compose(begun -> recorder.permit(attempt, course.question(), permit, places, outgoing))
        .onFailure(unrecorded -> giveUp(line, kept, outgoing))
        .compose(recorded -> send(course, attempt, new Ready(kept, line, outgoing, recorded)));
  }

  /// The places that the permit keeps; a connection, or the try at one; the bytes; and the durable
  /// record that permits them.
  private record Ready(Reservation kept, Future<Line> line, Outgoing outgoing, Recorded recorded) {}

  /// Reached only with a durable record in hand, so whatever happens here has an outcome.
  private Future<Void> send(Course course, Attempt attempt, Ready ready) {
    long begunNanos = System.nanoTime();
    return ready
        .line()
        .transform(line -> carry(course, attempt, ready, line))
        .recover(bug -> Future.succeededFuture(stopped(course.exchange(), ready, bug)))
        .compose(ended -> {
          ready.outgoing().pseudonyms().wipe();
          long millis = (System.nanoTime() - begunNanos) / 1_000_000;
          return close(course, attempt, ready.recorded(), ended, millis);
        });
  }

  private Future<Ended> carry(Course course, Attempt attempt, Ready ready, AsyncResult<Line> line) {
    Exchange exchange = course.exchange();
    meters.commit(attempt.id(), ready.kept());
    if (line.failed()) {
      return Future.succeededFuture(Ended.nothingSent(Ended.Kind.NO_CONNECTION));
    }
    if (exchange.clientLeft()) {
      line.result().cancel();
      return Future.succeededFuture(Ended.nothingSent(Ended.Kind.NOT_SENT));
    }
    course.answerFrom(attempt, ready.recorded());
    return relay.carry(exchange, line.result(), ready.outgoing());
  }

  /// How an attempt ends that a bug stopped: whether bytes left is not known, so they count as
  /// gone, and a client that has a part of the answer must not take it for the whole.
  private Ended stopped(Exchange exchange, Ready ready, Throwable bug) {
    bugs.accept(bug);
    ready.line().onSuccess(Line::cancel);
    boolean begun = exchange.answer().begun();
    if (begun) {
      exchange.answer().abort();
    }
    return Ended.stopped(ready.outgoing().length(), begun);
  }

  private Future<Void> close(
      Course course, Attempt attempt, Recorded recorded, Ended ended, long millis) {
    course.ended(ended);
    recorder.outcome(attempt, recorded, ended, millis);
    meters.ended(attempt.id(), ended.kind().nothingLeft() ? Ending.NOTHING_LEFT : Ending.LEFT);
    observer.ended(attempt, ended);
    boolean over = ended.reachedClient() || ended.kind() == Ended.Kind.CLIENT_LEFT;
    return over ? Future.succeededFuture() : next(course.failedAt(recorded, ended));
  }

  private List<Route> routes(Question question) {
    return policy.routes(question.facts().markets(), question.model());
  }

  private void giveUp(Future<Line> line, Reservation kept, Outgoing outgoing) {
    line.onSuccess(Line::cancel);
    outgoing.pseudonyms().wipe();
    meters.release(kept, kept.keys());
  }
}
