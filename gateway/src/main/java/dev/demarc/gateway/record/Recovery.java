package dev.demarc.gateway.record;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.evidence.record.Entry;
import dev.demarc.evidence.record.OutcomeEntry;
import dev.demarc.gateway.log.StoredRecord;
import dev.demarc.gateway.meter.Meters;
import dev.demarc.gateway.meter.Sidecar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the durable records at the start: the meters are rebuilt from the sidecars of permits, and
/// permits without an outcome are what a crash left open.
///
/// A permit counts from its decision on, and no longer where its outcome says that nothing left.
public final class Recovery {
  private final Meters meters;
  private final Map<String, Permit> open = new LinkedHashMap<>();

  private record Permit(long index, long timeMillis, Sidecar sidecar) {}

  /// A permit that has no outcome.
  public record Open(String attempt, long decisionIndex, long timeMillis) {}

  public Recovery(Meters meters) {
    this.meters = meters;
  }

  /// Takes the next record, in the order of the log.
  ///
  /// @throws IllegalStateException where a record of ours cannot be read: then meters would be under
  public void replay(StoredRecord stored) {
    try {
      Entry entry = Entry.parse(stored.leaf());
      if (entry instanceof DecisionEntry decision
          && decision.decision() == DecisionEntry.Ruling.PERMIT) {
        Sidecar sidecar = Sidecar.parse(stored.sidecar());
        open.put(decision.attempt(), new Permit(stored.index(), decision.timeMillis(), sidecar));
      } else if (entry instanceof OutcomeEntry outcome) {
        close(outcome);
      }
    } catch (Malformed e) {
      throw new IllegalStateException(
          "entry " + stored.index() + " of the log cannot be read: " + e.getMessage(), e);
    }
  }

  private void close(OutcomeEntry outcome) {
    Permit permit = open.remove(outcome.attempt());
    if (permit == null) {
      return;
    }
    switch (outcome.outcome()) {
      case NOT_SENT, NO_CONNECTION -> {}
      case OPEN_AT_CRASH -> meters.replayedOpen(outcome.attempt(), permit.sidecar().rows());
      case ANSWERED, UPSTREAM_ERROR, UPSTREAM_BROKE_OFF, CLIENT_LEFT, TIMED_OUT ->
          meters.replayed(permit.sidecar().rows());
    }
  }

  /// Ends the reading: permits that are still open count, and are listed.
  public List<Open> finish() {
    List<Open> left = new ArrayList<>();
    open.forEach(
        (attempt, permit) -> {
          meters.replayedOpen(attempt, permit.sidecar().rows());
          left.add(new Open(attempt, permit.index(), permit.timeMillis()));
        });
    open.clear();
    return left;
  }
}
