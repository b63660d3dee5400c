package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Treatment;
import dev.demarc.policy.yaml.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// One case of law: facts on a route, and the decision that a reader of the law expects.
///
/// @param operator name of the operator's rules in the same file
/// @param readings what each meter shows with this request, by name
record LawCase(
    Mark mark,
    String name,
    String operator,
    Facts facts,
    String route,
    SortedMap<String, MeterReading> readings,
    Expected expected) {
  /// What is expected.
  ///
  /// @param treatments of the categories that the case cares about
  /// @param because reasons that must be among those given
  /// @param nothingIsLaw whether every reason must be POLICY
  record Expected(
      Ruling ruling,
      Map<Category, Treatment> treatments,
      SortedSet<String> counted,
      List<Because> because,
      boolean nothingIsLaw) {}

  /// The kinds of decision.
  enum Ruling {
    PERMIT,
    DENY,
    REVIEW;

    static Ruling of(Decision decision) {
      return switch (decision) {
        case Decision.Permit permit -> PERMIT;
        case Decision.Deny deny -> DENY;
        case Decision.Review review -> REVIEW;
      };
    }
  }

  /// A reason that must be given.
  record Because(String rule, Basis basis, Effect effect) {
    boolean isGivenBy(Decision decision) {
      return decision.reasons().stream()
          .anyMatch(r -> r.rule().equals(rule) && r.basis() == basis && r.effect() == effect);
    }
  }

  /// Where the decision differs from what is expected; empty if nowhere.
  List<String> differences(Decision decision) {
    List<String> differences = new ArrayList<>();
    Ruling ruling = Ruling.of(decision);
    if (ruling != expected.ruling()) {
      differences.add("expected " + expected.ruling() + ", decided " + ruling);
    }
    if (decision instanceof Decision.Permit permit) {
      compare(permit, differences);
    }
    for (Because because : expected.because()) {
      if (!because.isGivenBy(decision)) {
        differences.add("expected among the reasons: " + because);
      }
    }
    boolean law = decision.reasons().stream().anyMatch(reason -> reason.basis() == Basis.LAW);
    if (expected.nothingIsLaw() && law) {
      differences.add("nothing was to be called LAW");
    }
    if (!differences.isEmpty()) {
      decision.reasons().forEach(r -> differences.add("given: " + given(r)));
    }
    return differences;
  }

  private void compare(Decision.Permit permit, List<String> differences) {
    expected
        .treatments()
        .forEach((category, treatment) -> {
          Treatment decided = permit.treatments().get(category);
          if (decided != treatment) {
            differences.add(category.id() + ": expected " + treatment + ", decided " + decided);
          }
        });
    SortedSet<String> counted = new TreeSet<>();
    permit.counted().forEach(key -> counted.add(key.meter()));
    if (!counted.equals(expected.counted())) {
      differences.add("expected to count in " + expected.counted() + ", counted in " + counted);
    }
  }

  private static String given(Reason reason) {
    return reason.rule() + " " + reason.basis() + " " + reason.effect() + ": " + reason.says();
  }
}
