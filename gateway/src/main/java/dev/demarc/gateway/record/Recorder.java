package dev.demarc.gateway.record;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Treatment;
import dev.demarc.evidence.record.Commitment;
import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.evidence.record.Entry;
import dev.demarc.evidence.record.Json;
import dev.demarc.evidence.record.OutcomeEntry;
import dev.demarc.evidence.record.PolicyHashes;
import dev.demarc.evidence.record.Reason;
import dev.demarc.evidence.record.RefusalEntry;
import dev.demarc.evidence.record.Ruled;
import dev.demarc.gateway.exchange.Attempt;
import dev.demarc.gateway.exchange.Caller;
import dev.demarc.gateway.exchange.ClientLeft;
import dev.demarc.gateway.exchange.Ended;
import dev.demarc.gateway.exchange.Outgoing;
import dev.demarc.gateway.exchange.Question;
import dev.demarc.gateway.exchange.Recorded;
import dev.demarc.gateway.exchange.Refusal;
import dev.demarc.gateway.exchange.Refused;
import dev.demarc.gateway.log.LogSealed;
import dev.demarc.gateway.log.TransparencyLog;
import dev.demarc.gateway.meter.Reservation;
import dev.demarc.gateway.meter.Sidecar;
import dev.demarc.policy.Decision;
import dev.demarc.policy.Facts;
import dev.demarc.policy.MeterKey;
import dev.demarc.policy.MeterReading;
import dev.demarc.policy.Route;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// The record step: makes a decision durable before anything may leave, and writes the outcome
/// after. Personal values never reach an entry: what left is there as a salted commitment, whose
/// salt stands in the sidecar.
public final class Recorder {
  /// The code of a refusal that no step chose: one failed, and nothing may leave.
  private static final String STEP_FAILED = new Refusal.StepFailed("", "").code();

  /// When an outcome is offered to an overloaded log again.
  private static final long AGAIN_MILLIS = 200;

  /// How long an entry of the gateway itself may take. No client waits for it, and to give up early
  /// on a slow disk would be not to start.
  private static final Duration OWN_DEADLINE = Duration.ofSeconds(25);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final TransparencyLog log;
  private final PolicyHashes policy;
  private final Duration deadline;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Recent<Decision, Ruled> ruled =
      new Recent<>(decision -> ruled(decision).withText());
  private final Recent<Facts, Json.Obj> facts = new Recent<>(FactsCodec::write);
  private final Recent<Route, Json.Obj> routes =
      new Recent<>(route -> RouteCodec.write(route).withText());

  /// @param deadline longest wait for a record to be durable
  public Recorder(
      Vertx vertx,
      TransparencyLog log,
      PolicyHashes policy,
      Duration deadline,
      InstantSource clock,
      SecureRandom random) {
    this.vertx = vertx;
    this.log = log;
    this.policy = policy;
    this.deadline = deadline;
    this.clock = clock;
    this.random = random;
  }

  /// Records a permit with the commitment to the exact bytes that may leave under it.
  ///
  /// The future fails with [Refusal.NoRecord] where the record is not durable within the deadline;
  /// should it become so later, the outcome `not_sent` is recorded behind it.
  public Future<Recorded> permit(
      Attempt attempt,
      Question question,
      Decision.Permit permit,
      Reservation places,
      Outgoing outgoing) {
    byte[] salt = salt();
    byte[] subjectSalt = salt();
    DecisionEntry entry =
        entry(
            attempt,
            question,
            permit,
            places.readings(),
            new Body(
                permit.counted(),
                counts(outgoing.redacted()),
                counts(outgoing.pseudonymised()),
                outgoing.length(),
                Optional.of(outgoing.commitment(salt))),
            subjectSalt);
    Sidecar sidecar = new Sidecar(salt, Optional.of(subjectSalt), places.rows(permit.counted()));
    return append(entry, sidecar.encode(), attempt);
  }

  /// Records that a route was refused: nothing leaves, and there is no outcome.
  public Future<Recorded> denial(
      Attempt attempt, Question question, Decision decision, List<MeterReading> readings) {
    byte[] subjectSalt = salt();
    Body nothing = new Body(new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), 0, Optional.empty());
    DecisionEntry entry = entry(attempt, question, decision, readings, nothing, subjectSalt);
    Sidecar sidecar =
        new Sidecar(new byte[Commitment.SALT_LENGTH], Optional.of(subjectSalt), List.of());
    return append(entry, sidecar.encode(), attempt);
  }

  /// Records the refusal of a known caller's request for which no route was tried, where it speaks
  /// about the request rather than about the gateway's own state; then fails with it.
  public <T> Future<T> refusal(String requestId, Caller caller, Throwable failure) {
    if (failure instanceof ClientLeft) {
      return Future.failedFuture(failure);
    }
    String code = STEP_FAILED;
    if (failure instanceof Refused refused) {
      if (!isAboutRequest(refused.refusal())) {
        return Future.failedFuture(failure);
      }
      code = refused.refusal().code();
    }
    RefusalEntry entry = new RefusalEntry(clock.millis(), requestId, caller.id(), code);
    Future<Recorded> recorded = durable(entry, new byte[0], Promise.promise(), deadline);
    // A bug has to be heard of even where it cannot be recorded.
    return failure instanceof Refused
        ? recorded.compose(done -> Future.failedFuture(failure))
        : recorded.transform(done -> Future.failedFuture(failure));
  }

  /// Records how a permitted attempt ended. Nobody waits for it.
  public void outcome(Attempt attempt, Recorded decision, Ended ended, long durationMillis) {
    outcome(attempt, decision.index(), ended, durationMillis);
  }

  /// Records what a crash left open: it is not known whether anything was sent.
  public void openAtCrash(Recovery.Open open) {
    OutcomeEntry entry =
        new OutcomeEntry(
            clock.millis(),
            open.attempt(),
            open.decisionIndex(),
            OutcomeEntry.Outcome.OPEN_AT_CRASH,
            Optional.empty(),
            0,
            0,
            Math.max(0, clock.millis() - open.timeMillis()),
            0,
            0);
    appendOutcome(entry.encode());
  }

  /// Records an entry of the gateway itself: its start or its stop.
  public Future<Recorded> own(Entry entry) {
    return durable(entry, new byte[0], Promise.promise(), OWN_DEADLINE);
  }

  private void outcome(Attempt attempt, long decisionIndex, Ended ended, long durationMillis) {
    OutcomeEntry entry =
        new OutcomeEntry(
            clock.millis(),
            attempt.id(),
            decisionIndex,
            OutcomeEntry.Outcome.valueOf(ended.kind().name()),
            ended.status().isPresent() ? Optional.of(ended.status().getAsInt()) : Optional.empty(),
            ended.kind().nothingLeft() ? 0 : ended.sentBytes(),
            ended.receivedBytes(),
            durationMillis,
            ended.restored(),
            ended.unknownPseudonyms());
    appendOutcome(entry.encode());
  }

  private Future<Recorded> append(DecisionEntry entry, byte[] sidecar, Attempt attempt) {
    boolean permitted = entry.decision() == DecisionEntry.Ruling.PERMIT;
    Promise<Recorded> late = Promise.promise();
    if (permitted) {
      late.future()
          .onSuccess(recorded ->
              outcome(attempt, recorded.index(), Ended.nothingSent(Ended.Kind.NOT_SENT), 0));
    }
    return durable(entry, sidecar, late, deadline);
  }

  /// Appends and waits, at most until the deadline. A record that becomes durable after it
  /// completes `late`.
  private Future<Recorded> durable(
      Entry entry, byte[] sidecar, Promise<Recorded> late, Duration patience) {
    Promise<Recorded> durable = Promise.promise();
    long timer =
        vertx.setTimer(
            Math.max(1, patience.toMillis()),
            fired ->
                durable.tryFail(
                    noRecord("it was not on disk within " + patience.toMillis() + " ms")));
    var context = vertx.getOrCreateContext();
    log.append(
        entry.encode(),
        sidecar,
        new TransparencyLog.Appended() {
          @Override
          public void durable(long index, Supplier<String> receipt) {
            context.runOnContext(nothing -> {
              Recorded recorded = new Recorded(index, receipt);
              vertx.cancelTimer(timer);
              if (!durable.tryComplete(recorded)) {
                late.tryComplete(recorded);
              }
            });
          }

          @Override
          public void failed(LogSealed why) {
            context.runOnContext(nothing -> {
              vertx.cancelTimer(timer);
              durable.tryFail(noRecord(why.reason()));
            });
          }
        });
    return durable.future();
  }

  private static Refused noRecord(String why) {
    return new Refused(new Refusal.NoRecord(why, RETRY_AFTER));
  }

  private DecisionEntry entry(
      Attempt attempt,
      Question question,
      Decision decision,
      List<MeterReading> readings,
      Body body,
      byte[] subjectSalt) {
    return new DecisionEntry(
        clock.millis(),
        attempt.id(),
        attempt.requestId(),
        attempt.number(),
        question.terms().caller().id(),
        // Only a request that goes on to another route has its facts written again.
        decision instanceof Decision.Permit && attempt.number() == 1
            ? FactsCodec.write(question.facts())
            : facts.of(question.facts()),
        routes.of(attempt.route()),
        FactsCodec.write(readings),
        policy,
        // What was decided with readings was decided for this request alone.
        readings.isEmpty() ? ruled.of(decision) : ruled(decision),
        treatments(decision, question.facts()),
        FactsCodec.writeKeys(body.counted()),
        body.redacted(),
        body.pseudonymised(),
        body.bytes(),
        body.commitment(),
        question.subject().given()
            ? Optional.of(Commitment.of(subjectSalt, question.subject().id()))
            : Optional.empty());
  }

  /// What a decision entry says about the bytes.
  private record Body(
      SortedSet<MeterKey> counted,
      SortedMap<String, Long> redacted,
      SortedMap<String, Long> pseudonymised,
      long bytes,
      Optional<String> commitment) {}

  /// The reason as entries hold it: ids and citations, which the policy's texts spell out.
  public static Reason reason(dev.demarc.policy.Reason reason) {
    return new Reason(
        reason.rule(),
        reason.pack(),
        reason.basis().name(),
        reason.citation(),
        reason.asOf().toString(),
        reason.effect().name());
  }

  private static Ruled ruled(Decision decision) {
    return new Ruled(ruling(decision), decision.reasons().stream().map(Recorder::reason).toList());
  }

  static DecisionEntry.Ruling ruling(Decision decision) {
    return switch (decision) {
      case Decision.Permit _ -> DecisionEntry.Ruling.PERMIT;
      case Decision.Deny _ -> DecisionEntry.Ruling.DENY;
      case Decision.Review _ -> DecisionEntry.Ruling.REVIEW;
    };
  }

  /// What becomes of each category that was found: how the others would have been treated says
  /// nothing about this request, and follows from the policy.
  static SortedMap<String, String> treatments(Decision decision, Facts facts) {
    SortedMap<String, String> treatments = new TreeMap<>();
    if (decision instanceof Decision.Permit permit) {
      for (Category category : facts.counts().keySet()) {
        Treatment treatment = Objects.requireNonNull(permit.treatments().get(category));
        treatments.put(category.id(), treatment.name().toLowerCase(Locale.ROOT));
      }
    }
    return treatments;
  }

  private static SortedMap<String, Long> counts(SortedMap<Category, Integer> counts) {
    SortedMap<String, Long> byId = new TreeMap<>();
    counts.forEach((category, count) -> byId.put(category.id(), (long) count));
    return byId;
  }

  private static boolean isAboutRequest(Refusal refusal) {
    return switch (refusal) {
      case Refusal.MarketNotPermitted _,
          Refusal.ProtectionNotPermitted _,
          Refusal.BadHeader _,
          Refusal.EncodedBody _,
          Refusal.Unreadable _,
          Refusal.TooLarge _,
          Refusal.UnknownModel _,
          Refusal.StepFailed _ ->
          true;
      case Refusal.NotAuthenticated _,
          Refusal.Malformed _,
          Refusal.TooSlow _,
          Refusal.NotOffered _,
          Refusal.MethodNotAllowed _,
          Refusal.NotPermitted _,
          Refusal.NoRecord _,
          Refusal.Overloaded _,
          Refusal.UpstreamFailed _ ->
          false;
    };
  }

  private byte[] salt() {
    byte[] salt = new byte[Commitment.SALT_LENGTH];
    random.nextBytes(salt);
    return salt;
  }

  /// Appends an outcome. Nobody waits for it, but it is not lost where the log is only overloaded.
  private void appendOutcome(byte[] leaf) {
    var context = vertx.getOrCreateContext();
    log.appendBehind(
        leaf,
        new TransparencyLog.Appended() {
          @Override
          public void durable(long index, Supplier<String> receipt) {}

          @Override
          public void failed(LogSealed why) {
            if (why.kind() == LogSealed.Kind.OVERLOADED) {
              context.runOnContext(
                  nothing -> vertx.setTimer(AGAIN_MILLIS, fired -> appendOutcome(leaf)));
            }
          }
        });
  }
}
