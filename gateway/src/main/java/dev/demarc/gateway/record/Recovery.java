package dev.demarc.gateway.record;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.evidence.record.Entry;
import dev.demarc.evidence.record.OutcomeEntry;
import dev.demarc.gateway.log.StoredRecord;
import dev.demarc.gateway.meter.BadSidecar;
import dev.demarc.gateway.meter.Ending;
import dev.demarc.gateway.meter.Meters;
import dev.demarc.gateway.meter.Sidecar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the durable records at the start: the meters are rebuilt from the sidecars of permits, and
/// permits without an outcome are what a crash left open.
///
/// A permit counts from its decision on, and no longer where its outcome says that nothing left.
public final class Recovery {
  private final Meters meters;
  private final Map<String, Open> open = new LinkedHashMap<>();

  /// A permit that has no outcome.
  public record Open(String attempt, long decisionIndex, long timeMillis) {}

  public Recovery(Meters meters) {
    this.meters = meters;
  }

  /// Takes the next record, in the order of the log.
  ///
  /// @throws IllegalStateException where a record of ours cannot be read: then meters would be
  ///   under
  public void replay(StoredRecord stored) {
    try {
      Entry entry = Entry.parse(stored.leaf());
      if (entry instanceof DecisionEntry decision
          && decision.decision() == DecisionEntry.Ruling.PERMIT) {
        String attempt = decision.attempt();
        meters.replayed(attempt, Sidecar.parse(stored.sidecar()).rows());
        open.put(attempt, new Open(attempt, stored.index(), decision.timeMillis()));
      } else if (entry instanceof OutcomeEntry outcome) {
        meters.ended(outcome.attempt(), ending(outcome.outcome()));
        open.remove(outcome.attempt());
      }
    } catch (Malformed | BadSidecar e) {
      throw new IllegalStateException(
          "entry " + stored.index() + " of the log cannot be read: " + e.getMessage(), e);
    }
  }

  private static Ending ending(OutcomeEntry.Outcome outcome) {
    return switch (outcome) {
      case NOT_SENT, NO_CONNECTION -> Ending.NOTHING_LEFT;
      case OPEN_AT_CRASH -> Ending.OPEN_AT_CRASH;
      case ANSWERED, UPSTREAM_ERROR, UPSTREAM_BROKE_OFF, CLIENT_LEFT, TIMED_OUT -> Ending.LEFT;
    };
  }

  /// Ends the reading: permits that are still open count, and are listed.
  public List<Open> finish() {
    meters.replayEnded();
    return List.copyOf(open.values());
  }
}
