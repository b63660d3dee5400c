package dev.demarc.gateway;

import dev.demarc.classify.Classifier;
import dev.demarc.classify.text.Text;
import dev.demarc.gateway.Preparation.Prepared;
import dev.demarc.gateway.exchange.Ids;
import dev.demarc.gateway.exchange.KeyedHash;
import dev.demarc.gateway.exchange.Outgoing;
import dev.demarc.gateway.exchange.Question;
import dev.demarc.gateway.exchange.Refused;
import dev.demarc.gateway.exchange.Terms;
import dev.demarc.gateway.inspect.Inspection;
import dev.demarc.gateway.meter.Count;
import dev.demarc.gateway.meter.Ending;
import dev.demarc.gateway.meter.Meters;
import dev.demarc.gateway.meter.Reservation;
import dev.demarc.gateway.transform.Outbound;
import dev.demarc.policy.Decision;
import dev.demarc.policy.MeterKey;
import dev.demarc.policy.MeterReading;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Route;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// The steps of [Pipeline] up to the record, for traffic that has been recorded elsewhere: what
/// would have left, where to and by which rule. Nothing is sent and nothing is written; meters
/// start empty and count as if every permitted request had been answered.
public final class DryRun {
  private static final int SECRET_BYTES = 32;

  private final Policy policy;
  private final InstantSource clock;
  private final Meters meters;
  private final Inspection inspection;
  private final Preparation preparation;
  private final Ids ids;

  public DryRun(Policy policy, SecureRandom random, InstantSource clock) {
    this.policy = policy;
    this.clock = clock;
    this.meters = new Meters(policy::windowMonths);
    this.inspection =
        new Inspection(
            new Classifier(policy.operator().classifier()), policy, secret(random), random, clock);
    this.preparation = new Preparation(policy, meters, new Outbound(secret(random)));
    this.ids = new Ids(random);
  }

  private static KeyedHash secret(SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new KeyedHash(secret);
  }

  /// What would have become of a request.
  ///
  /// @param tries one for each route that was asked, the last of them the permitted one if any is
  public record Result(Question question, List<Try> tries) {
    public Result {
      tries = List.copyOf(tries);
    }

    /// The try that would have sent.
    public Optional<Try> permitted() {
      return tries.stream().filter(one -> one.outgoing().isPresent()).findFirst();
    }

    /// Whether no route may receive it, and about one of them a person has to decide.
    public boolean awaitsReview() {
      return permitted().isEmpty()
          && tries.stream().anyMatch(one -> one.decision() instanceof Decision.Review);
    }
  }

  /// What was decided about one route.
  ///
  /// @param readings of the meters, this request's person included
  /// @param outgoing what would have been sent under a permit; its pseudonyms are wiped
  public record Try(
      Route route, Decision decision, List<MeterReading> readings, Optional<Outgoing> outgoing) {
    public Try {
      readings = List.copyOf(readings);
    }
  }

  /// Walks one request over the routes of its market until one may receive it.
  ///
  /// @param model the model to decide for, instead of the one that the body asks for
  /// @throws Refused where the gateway would not have asked any route
  public Result decide(Terms terms, Text body, Optional<String> model) {
    Question question = inspection.question(terms, body, model);
    List<Try> tries = new ArrayList<>();
    for (Route route : policy.routes(question.facts().markets(), question.model())) {
      Prepared prepared = preparation.prepare(question, route);
      tries.add(
          new Try(route, prepared.decision(), prepared.places().readings(), prepared.outgoing()));
      if (prepared.decision() instanceof Decision.Permit permit) {
        count(preparation.keepCounted(prepared.places(), permit));
        prepared.outgoing().ifPresent(outgoing -> outgoing.pseudonyms().wipe());
        break;
      }
      meters.release(prepared.places(), prepared.places().keys());
    }
    return new Result(question, tries);
  }

  private void count(Reservation kept) {
    String attempt = ids.fresh();
    meters.commit(attempt, kept);
    meters.ended(attempt, Ending.LEFT);
  }

  /// What every meter holds so far.
  public SortedMap<MeterKey, Count> counts() {
    return meters.counts(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}
