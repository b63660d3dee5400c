package dev.demarc.policy;

import dev.demarc.policy.party.Coverage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// How a decision came about, rule by rule in the order they were asked, for `explain`.
///
/// @param coverage whether the recipient is a covered person, where a pack in force asks
public record Trace(Route route, Decision decision, Optional<Coverage> coverage, List<Step> steps) {
  public Trace {
    steps = List.copyOf(steps);
  }

  /// What became of a rule, or of a pack as a whole.
  public enum Result {
    APPLIES,
    DOES_NOT_APPLY,
    /// It applies, but there is nothing left for it to take out or to count, or room enough.
    RESTRICTS_NOTHING,
    NOT_IN_FORCE
  }

  /// One rule that was asked. For a pack as a whole the rule is empty.
  ///
  /// @param basis what the answer rests on: POLICY where a needed fact is assumed
  public record Step(
      String pack,
      String rule,
      String citation,
      Optional<LocalDate> asOf,
      Basis basis,
      Result result,
      String why) {
    /// The step as one line.
    public String words() {
      String name = rule.isEmpty() ? pack : pack + " " + rule;
      String cited = citation.isEmpty() ? "" : " (" + citation + ")";
      return switch (result) {
        case APPLIES ->
            name + " applies" + (basis == Basis.POLICY ? " by POLICY" : "") + cited + ": " + why;
        case DOES_NOT_APPLY -> name + " does not apply" + cited + ": " + why;
        case RESTRICTS_NOTHING -> name + " restricts nothing" + cited + ": " + why;
        case NOT_IN_FORCE -> name + " is not in force" + cited + ": " + why;
      };
    }
  }

  /// The route as a heading; a simulated one says so.
  public String heading() {
    return route.id()
        + (route.simulated() ? " (simulated)" : "")
        + ", model "
        + route.providerModel();
  }
}
