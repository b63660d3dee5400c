package dev.demarc.cli.audit;

import dev.demarc.policy.Decision;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Reason;
import dev.demarc.policy.Route;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Routes, decisions and rules in words.
final class RouteWords {
  private RouteWords() {}

  /// The route, who operates it and where it thinks.
  static String of(Policy policy, Route route) {
    return route.id()
        + " → "
        + policy.parties().name(route.recipient())
        + ", inference in "
        + route.inference();
  }

  /// The decision as one word.
  static String of(Decision decision) {
    return switch (decision) {
      case Decision.Permit _ -> "permit";
      case Decision.Deny _ -> "deny";
      case Decision.Review _ -> "review";
    };
  }

  /// The rule, what it rests on, and what it did.
  static String of(Reason reason) {
    return reason.basis()
        + " "
        + reason.rule()
        + " "
        + reason.effect().name().toLowerCase(Locale.ROOT)
        + " ("
        + reason.citation()
        + ")";
  }

  /// `2 × a, 1 × b`; `nothing` where there is none.
  static String of(Map<?, ? extends Number> counts) {
    return counts.isEmpty()
        ? "nothing"
        : counts.entrySet().stream()
            .map(entry -> entry.getValue() + " × " + entry.getKey())
            .collect(Collectors.joining(", "));
  }
}
