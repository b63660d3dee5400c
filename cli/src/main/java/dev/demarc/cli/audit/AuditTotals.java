package dev.demarc.cli.audit;

import dev.demarc.classify.finding.Category;
import dev.demarc.gateway.DryRun;
import dev.demarc.policy.Decision;
import dev.demarc.policy.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// What a recording adds up to: by destination, rule and category, and what was not decided.
final class AuditTotals {
  /// How often a route was permitted, denied and held for review.
  static final class Destination {
    private final String words;
    private int permitted;
    private int denied;
    private int review;

    Destination(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    int permitted() {
      return permitted;
    }

    int denied() {
      return denied;
    }

    int review() {
      return review;
    }
  }

  /// How often a rule spoke, with what it said first.
  static final class Rule {
    private final Reason first;
    private int times;

    Rule(Reason first) {
      this.first = first;
    }

    Reason first() {
      return first;
    }

    int times() {
      return times;
    }
  }

  /// What was found of a category, and what would have become of it.
  static final class Kind {
    private int found;
    private int redacted;
    private int pseudonymised;
    private int kept;

    int found() {
      return found;
    }

    int redacted() {
      return redacted;
    }

    int pseudonymised() {
      return pseudonymised;
    }

    /// Found in requests that no route may receive.
    int kept() {
      return kept;
    }

    /// What would have left as it was.
    int passed() {
      return Math.max(0, found - redacted - pseudonymised - kept);
    }
  }

  private final Map<String, Destination> destinations = new TreeMap<>();
  private final Map<String, Rule> rules = new TreeMap<>();
  private final SortedMap<Category, Kind> kinds = new TreeMap<>();
  private final Map<String, List<String>> notRead = new TreeMap<>();
  private final Map<String, List<String>> refused = new TreeMap<>();
  private int decided;
  private int permitted;
  private int others;

  /// @param words names the destination of a try
  void add(Audited audited, Function<DryRun.Try, String> words) {
    switch (audited) {
      case Audited.Decided(Entry _, DryRun.Result result) -> add(result, words);
      case Audited.Refused(Entry entry, String code, String says) ->
          named(refused, code + ": " + says).add(entry.place());
      case Audited.Skipped(Entry entry) -> {
        if (entry instanceof Entry.NotRead(String place, String _, String reason)) {
          named(notRead, reason).add(place);
        } else {
          others++;
        }
      }
    }
  }

  private static List<String> named(Map<String, List<String>> byName, String name) {
    return byName.computeIfAbsent(name, none -> new ArrayList<>());
  }

  private void add(DryRun.Result result, Function<DryRun.Try, String> words) {
    decided++;
    for (DryRun.Try one : result.tries()) {
      Destination destination =
          destinations.computeIfAbsent(one.route().id(), id -> new Destination(words.apply(one)));
      switch (one.decision()) {
        case Decision.Permit _ -> destination.permitted++;
        case Decision.Deny _ -> destination.denied++;
        case Decision.Review _ -> destination.review++;
      }
      for (Reason reason : one.decision().reasons()) {
        String key = reason.basis() + " " + reason.rule() + " " + reason.effect();
        rules.computeIfAbsent(key, none -> new Rule(reason)).times++;
      }
    }
    boolean leaves = result.permitted().isPresent();
    permitted += leaves ? 1 : 0;
    result
        .question()
        .classification()
        .counts()
        .forEach((category, count) -> {
          Kind kind = kind(category);
          kind.found += count;
          kind.kept += leaves ? 0 : count;
        });
    result
        .permitted()
        .flatMap(DryRun.Try::outgoing)
        .ifPresent(outgoing -> {
          outgoing.redacted().forEach((category, count) -> kind(category).redacted += count);
          outgoing
              .pseudonymised()
              .forEach((category, count) -> kind(category).pseudonymised += count);
        });
  }

  private Kind kind(Category category) {
    return kinds.computeIfAbsent(category, none -> new Kind());
  }

  Map<String, Destination> destinations() {
    return destinations;
  }

  Map<String, Rule> rules() {
    return rules;
  }

  SortedMap<Category, Kind> kinds() {
    return kinds;
  }

  /// Places by the reason why they were not read.
  Map<String, List<String>> notRead() {
    return notRead;
  }

  /// Places by why they would have been refused.
  Map<String, List<String>> refused() {
    return refused;
  }

  int decided() {
    return decided;
  }

  int permitted() {
    return permitted;
  }

  /// Entries that are no AI requests.
  int others() {
    return others;
  }
}
