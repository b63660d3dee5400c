package dev.demarc.evidence.record;

import dev.demarc.evidence.record.DecisionEntry.Ruling;
import java.util.List;
import java.util.Objects;

/// A ruling and the reasons for it. The same are given again and again, so they are put into JSON
/// once.
public final class Ruled {
  private final Ruling ruling;
  private final List<Reason> reasons;
  private final Json.Arr json;

  public Ruled(Ruling ruling, List<Reason> reasons) {
    this.ruling = ruling;
    this.reasons = List.copyOf(reasons);
    json = new Json.Arr(reasons.stream().<Json>map(why -> why.json().keepText()).toList());
  }

  public Ruling ruling() {
    return ruling;
  }

  public List<Reason> reasons() {
    return reasons;
  }

  /// The reasons as a list of objects.
  Json.Arr json() {
    return json;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ruled that && ruling == that.ruling && reasons.equals(that.reasons);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ruling, reasons);
  }

  @Override
  public String toString() {
    return ruling + " " + reasons;
  }
}
