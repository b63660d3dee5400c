package dev.demarc.gateway;

import dev.demarc.gateway.exchange.Attempt;
import dev.demarc.gateway.exchange.ClientLeft;
import dev.demarc.gateway.exchange.Ended;
import dev.demarc.gateway.exchange.Exchange;
import dev.demarc.gateway.exchange.Ids;
import dev.demarc.gateway.exchange.Question;
import dev.demarc.gateway.exchange.Recorded;
import dev.demarc.gateway.exchange.Refusal;
import dev.demarc.gateway.exchange.Refusal.RouteRefusal;
import dev.demarc.gateway.exchange.Refused;
import dev.demarc.policy.Decision;
import dev.demarc.policy.Route;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// One request's way over its routes: which are left, which refused, what failed last.
final class Course {
  private static final String RECEIPT = "demarc-receipt";
  private static final String ROUTE = "demarc-route";

  private final Exchange exchange;
  private final Question question;
  private final Ids ids;
  private final Deque<Route> left;
  private final List<RouteRefusal> refusals = new ArrayList<>();
  private Optional<Ended> lastFailure = Optional.empty();
  private Optional<Recorded> lastRecord = Optional.empty();
  private int tried;
  private boolean sent;

  Course(Exchange exchange, Question question, List<Route> routes, Ids ids) {
    this.exchange = exchange;
    this.question = question;
    this.ids = ids;
    this.left = new ArrayDeque<>(routes);
  }

  Exchange exchange() {
    return exchange;
  }

  Question question() {
    return question;
  }

  /// A fresh attempt at the next route, if one is left.
  Optional<Attempt> nextAttempt() {
    return Optional.ofNullable(left.poll())
        .map(route -> new Attempt(ids.fresh(), exchange.requestId(), ++tried, route));
  }

  Course refusedBy(Attempt attempt, Decision decision, Recorded recorded) {
    boolean review = decision instanceof Decision.Review;
    refusals.add(new RouteRefusal(attempt.route().id(), review, decision.reasons()));
    lastRecord = Optional.of(recorded);
    return this;
  }

  /// Names the route and the record on the answer that this attempt may give.
  void answerFrom(Attempt attempt, Recorded recorded) {
    exchange.answer().header(RECEIPT, recorded.receipt());
    exchange.answer().header(ROUTE, attempt.route().id());
  }

  /// Notes first of all whether something left: whatever goes wrong afterwards, no one may be told
  /// that nothing was sent.
  void ended(Ended ended) {
    sent |= !ended.kind().nothingLeft();
  }

  Course failedAt(Recorded recorded, Ended ended) {
    exchange.answer().withoutHeader(RECEIPT);
    exchange.answer().withoutHeader(ROUTE);
    lastFailure = Optional.of(ended);
    lastRecord = Optional.of(recorded);
    return this;
  }

  /// No route is left: passes on a provider's own error where there is one that clients understand,
  /// else refuses.
  Future<Void> conclude() {
    if (lastFailure.isEmpty()) {
      return Future.failedFuture(new Refused(new Refusal.NotPermitted(refusals, lastReceipt())));
    }
    Ended failure = lastFailure.get();
    Optional<Ended.Whole> passable = failure.passable().filter(whole -> forClients(whole.status()));
    if (passable.isPresent()) {
      Ended.Whole whole = passable.get();
      lastReceipt().ifPresent(receipt -> exchange.answer().header(RECEIPT, receipt));
      exchange.answer().whole(whole.status(), whole.headers(), whole.body());
      return Future.succeededFuture();
    }
    return Future.failedFuture(
        new Refused(
            new Refusal.UpstreamFailed(
                words(failure), failure.kind() == Ended.Kind.TIMED_OUT, lastReceipt())));
  }

  /// A failure after an earlier attempt has sent: whoever hears of it must not read that nothing
  /// was.
  Throwable afterSending(Throwable failure) {
    boolean claimsNothingSent =
        !(failure instanceof Refused refused)
            || refused.refusal() instanceof Refusal.NoRecord
            || refused.refusal() instanceof Refusal.StepFailed;
    if (!sent || !claimsNothingSent || failure instanceof ClientLeft) {
      return failure;
    }
    String problem = "a provider failed, and the attempt at the next route could not be recorded";
    return new Refused(new Refusal.UpstreamFailed(problem, false, lastReceipt()));
  }

  private Optional<String> lastReceipt() {
    return lastRecord.map(Recorded::receipt);
  }

  private static boolean forClients(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  private static String words(Ended failure) {
    return switch (failure.kind()) {
      case NO_CONNECTION -> "no connection to the provider could be made";
      case TIMED_OUT -> "the provider stayed silent";
      case UPSTREAM_BROKE_OFF -> "the provider's answer broke off";
      case UPSTREAM_ERROR ->
          failure.status().isEmpty()
              ? "the provider closed the connection"
              : failure.status().getAsInt() < 300
                  ? "the provider's answer could not be read"
                  : "the provider answered with status " + failure.status().getAsInt();
      case NOT_SENT, CLIENT_LEFT, ANSWERED -> "the attempt ended early";
    };
  }
}
