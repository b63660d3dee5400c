package dev.demarc.evidence.record;

import dev.demarc.evidence.record.DecisionEntry.Ruling;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;

/// What a decision came to: the ruling, what becomes of each category, and why. The same verdict is
/// given again and again, so it is put into JSON once.
public final class Verdict {
  private static final Set<String> TREATMENTS = Set.of("pass", "pseudonymise", "redact");

  private final Ruling ruling;
  private final SortedMap<String, String> treatments;
  private final List<Reason> reasons;
  private final Json.Obj treatmentsJson;
  private final Json.Arr reasonsJson;

  /// @param treatments category id to `pass`, `pseudonymise` or `redact`; empty unless permitted
  public Verdict(Ruling ruling, Map<String, String> treatments, List<Reason> reasons) {
    this.ruling = ruling;
    this.treatments = Values.sorted(treatments);
    this.reasons = List.copyOf(reasons);
    Values.require(TREATMENTS.containsAll(treatments.values()), "treatments", "has an unknown one");
    treatmentsJson = Values.texts(this.treatments).keepText();
    reasonsJson = new Json.Arr(reasons.stream().<Json>map(why -> why.json().keepText()).toList());
  }

  public Ruling ruling() {
    return ruling;
  }

  public SortedMap<String, String> treatments() {
    return treatments;
  }

  public List<Reason> reasons() {
    return reasons;
  }

  Json.Obj treatmentsJson() {
    return treatmentsJson;
  }

  Json.Arr reasonsJson() {
    return reasonsJson;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Verdict that
        && ruling == that.ruling
        && treatments.equals(that.treatments)
        && reasons.equals(that.reasons);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ruling, treatments, reasons);
  }

  @Override
  public String toString() {
    return ruling + " " + treatments + " " + reasons;
  }
}
