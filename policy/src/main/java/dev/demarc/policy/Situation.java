package dev.demarc.policy;

import java.util.List;

/// Facts at a route with everything worked out that no meter has a say in. Requests that a decision
/// cannot tell apart share one; it never changes.
public final class Situation {
  private final Evaluation begun;
  private final List<MeterKey> meters;
  private final Decision unread;

  Situation(Evaluation evaluation) {
    this.begun = evaluation.copy();
    this.meters = evaluation.meters();
    this.unread = evaluation.decide(List.of());
  }

  /// The meters in which the person takes a place before [#decide] is asked.
  public List<MeterKey> meters() {
    return meters;
  }

  /// Decides. Total: whatever is missing takes the stricter branch.
  ///
  /// @param readings of the meters that [#meters] named; one that is missing counts as passed
  public Decision decide(List<MeterReading> readings) {
    return readings.isEmpty() ? unread : begun.copy().decide(readings);
  }
}
