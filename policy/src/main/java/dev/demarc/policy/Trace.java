package dev.demarc.policy;

import dev.demarc.policy.party.Coverage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a decision came about, rule by rule in the order they were asked, for `explain`.
///
/// @param coverage whether the recipient is a covered person, where a pack in force asks
public record Trace(Route route, Decision decision, Optional<Coverage> coverage, List<Step> steps) {
  public Trace {
    steps = List.copyOf(steps);
  }

  /// The steps as lines. What all rules of a pack in force were asked and answered alike stands
  /// once, under the pack.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Step step : steps) {
      List<String> shared = shared(step.pack());
      if (!step.rule().isEmpty()) {
        lines.add(step.words(shared));
        continue;
      }
      lines.add(step.words(List.of()));
      if (!shared.isEmpty()) {
        lines.add(step.pack() + ", for each of its rules: " + String.join("; ", shared));
      }
    }
    return lines;
  }

  private List<String> shared(String pack) {
    Map<String, Step> first = new LinkedHashMap<>();
    steps.stream()
        .filter(step -> step.pack().equals(pack) && !step.rule().isEmpty())
        .filter(step -> step.result() != Result.NOT_IN_FORCE)
        .forEach(step -> first.putIfAbsent(step.rule(), step));
    boolean isPack =
        steps.stream().anyMatch(step -> step.pack().equals(pack) && step.rule().isEmpty());
    if (!isPack || first.size() < 2) {
      return List.of();
    }
    List<String> shared = new ArrayList<>(first.values().iterator().next().why());
    first.values().forEach(step -> shared.retainAll(step.why()));
    return shared;
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
  /// @param why each condition that settled it, in words
  public record Step(
      String pack,
      String rule,
      String citation,
      Optional<LocalDate> asOf,
      Basis basis,
      Result result,
      List<String> why) {
    public Step {
      why = List.copyOf(why);
    }

    /// The step as one line, without what was said already.
    String words(List<String> said) {
      String own =
          why.stream().filter(reason -> !said.contains(reason)).collect(Collectors.joining("; "));
      return head() + (own.isEmpty() ? "" : ": " + own);
    }

    private String head() {
      String name = rule.isEmpty() ? pack : pack + " " + rule;
      String cited = citation.isEmpty() ? "" : " (" + citation + ")";
      return switch (result) {
        case APPLIES -> name + " applies" + (basis == Basis.POLICY ? " by POLICY" : "") + cited;
        case DOES_NOT_APPLY -> name + " does not apply" + cited;
        case RESTRICTS_NOTHING -> name + " restricts nothing" + cited;
        case NOT_IN_FORCE -> name + " is not in force" + cited;
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
