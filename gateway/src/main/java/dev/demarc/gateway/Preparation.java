package dev.demarc.gateway;

import dev.demarc.gateway.exchange.Outgoing;
import dev.demarc.gateway.exchange.Question;
import dev.demarc.gateway.meter.Meters;
import dev.demarc.gateway.meter.Reservation;
import dev.demarc.gateway.meter.SubjectId;
import dev.demarc.gateway.transform.Outbound;
import dev.demarc.policy.Decision;
import dev.demarc.policy.MeterKey;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Route;
import dev.demarc.policy.Situation;
import java.util.List;
import java.util.Optional;

/// What comes before the record: reserve → decide → transform. The same for a request that is to
/// leave and for one that only might.
final class Preparation {
  private final Policy policy;
  private final Meters meters;
  private final Outbound outbound;

  Preparation(Policy policy, Meters meters, Outbound outbound) {
    this.policy = policy;
    this.meters = meters;
    this.outbound = outbound;
  }

  /// A decision, the places that it was made with, and, under a permit, the bytes.
  record Prepared(Decision decision, Reservation places, Optional<Outgoing> outgoing) {}

  /// Takes the person's places, decides and transforms. Where a step throws, nothing was sent, and
  /// the places go back.
  Prepared prepare(Question question, Route route) {
    Situation situation = policy.situation(question.facts(), route);
    Reservation places = reserve(question, situation.meters());
    try {
      Decision decision = situation.decide(places.readings());
      return switch (decision) {
        case Decision.Permit permit ->
            new Prepared(
                decision, places, Optional.of(outbound.transform(question, route, permit)));
        case Decision.Deny _, Decision.Review _ -> new Prepared(decision, places, Optional.empty());
      };
    } catch (RuntimeException | Error e) {
      meters.release(places, places.keys());
      throw e;
    }
  }

  private Reservation reserve(Question question, List<MeterKey> keys) {
    return meters.reserve(
        keys,
        SubjectId.of(question.subject().id()),
        Policy.established(question.facts()),
        question.facts().date());
  }

  /// Gives the places back in which the permit does not count the person.
  Reservation keepCounted(Reservation places, Decision.Permit permit) {
    List<MeterKey> notCounted =
        places.keys().stream().filter(key -> !permit.counted().contains(key)).toList();
    return meters.release(places, notCounted);
  }
}
