package dev.demarc.cli.audit;

import dev.demarc.classify.finding.Category;
import dev.demarc.cli.MeterWords;
import dev.demarc.cli.Screen;
import dev.demarc.gateway.DryRun;
import dev.demarc.gateway.exchange.Outgoing;
import dev.demarc.gateway.meter.Count;
import dev.demarc.policy.Decision;
import dev.demarc.policy.Effect;
import dev.demarc.policy.MeterKey;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Reason;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// An audit for people.
public final class AuditText implements AuditReport {
  private static final int MOST_PLACES = 8;

  private final Screen screen;
  private final Policy policy;
  private final AuditTotals totals = new AuditTotals();

  public AuditText(Screen screen, Policy policy) {
    this.screen = screen;
    this.policy = policy;
  }

  @Override
  public void entry(Audited audited) {
    totals.add(audited, one -> RouteWords.of(policy, one.route()));
    Entry entry = audited.entry();
    String named = screen.bold(entry.place()) + "  " + entry.what();
    switch (audited) {
      case Audited.Decided(Entry _, DryRun.Result result) -> decided(named, result);
      case Audited.Refused(Entry _, String code, String says) -> {
        screen.line(named);
        screen.line("  " + screen.red("REFUSED") + " " + code + ": " + says);
      }
      case Audited.Skipped _ -> {
        if (entry instanceof Entry.NotRead notRead) {
          screen.line(named);
          screen.line("  " + screen.yellow("NOT READ") + ": " + notRead.reason());
        }
      }
    }
  }

  private void decided(String named, DryRun.Result result) {
    screen.line(named + "  asks for " + result.question().model());
    screen.line("  found      " + RouteWords.of(ids(result.question().classification().counts())));
    for (DryRun.Try one : result.tries()) {
      screen.line("  " + painted(one.decision()) + " " + RouteWords.of(policy, one.route()));
      one.outgoing().ifPresent(this::replaced);
      for (Reason reason : one.decision().reasons()) {
        if (reason.effect() != Effect.NOTE) {
          screen.line("    " + RouteWords.of(reason));
        }
      }
    }
  }

  private static SortedMap<String, Integer> ids(SortedMap<Category, Integer> counts) {
    SortedMap<String, Integer> ids = new TreeMap<>();
    counts.forEach((category, count) -> ids.put(category.id(), count));
    return ids;
  }

  private String painted(Decision decision) {
    String word =
        String.format(Locale.ROOT, "%-10s", RouteWords.of(decision).toUpperCase(Locale.ROOT));
    return switch (decision) {
      case Decision.Permit _ -> screen.green(word);
      case Decision.Deny _ -> screen.red(word);
      case Decision.Review _ -> screen.yellow(word);
    };
  }

  private void replaced(Outgoing outgoing) {
    screen.line(
        "    redacted "
            + RouteWords.of(ids(outgoing.redacted()))
            + "; pseudonymised "
            + RouteWords.of(ids(outgoing.pseudonymised())));
  }

  @Override
  public void end(SortedMap<MeterKey, Count> meters) {
    screen.title("Where it would have gone");
    totals
        .destinations()
        .forEach((route, destination) ->
            screen.line(
                columns("%4d permitted %4d denied %4d for review  ", destination)
                    + destination.words()));
    if (totals.destinations().isEmpty()) {
      screen.line("nowhere: no request was decided");
    }
    rules();
    categories();
    meters(meters);
    undecided();
    screen.blank();
    screen.line(
        totals.decided()
            + " decided, "
            + totals.permitted()
            + " would have left; nothing was sent and nothing was written");
  }

  private static String columns(String format, AuditTotals.Destination destination) {
    return String.format(
        Locale.ROOT, format, destination.permitted(), destination.denied(), destination.review());
  }

  private void rules() {
    if (totals.rules().isEmpty()) {
      return;
    }
    screen.title("Under which rule");
    totals
        .rules()
        .values()
        .forEach(rule -> {
          Reason reason = rule.first();
          screen.line(String.format(Locale.ROOT, "%4d × ", rule.times()) + RouteWords.of(reason));
          screen.line(screen.dim("       " + reason.says() + " As of " + reason.asOf() + "."));
        });
  }

  private void categories() {
    if (totals.kinds().isEmpty()) {
      return;
    }
    screen.title("What it held");
    screen.line(
        String.format(
            Locale.ROOT,
            "%-24s %8s %9s %14s %9s %10s",
            "category",
            "found",
            "redacted",
            "pseudonymised",
            "as it was",
            "kept back"));
    totals
        .kinds()
        .forEach((category, kind) ->
            screen.line(
                String.format(
                    Locale.ROOT,
                    "%-24s %8d %9d %14d %9d %10d",
                    category.id(),
                    kind.found(),
                    kind.redacted(),
                    kind.pseudonymised(),
                    kind.passed(),
                    kind.kept())));
  }

  private void meters(SortedMap<MeterKey, Count> meters) {
    screen.title("What the meters would show");
    meters.forEach((key, count) ->
        screen.line(
            key.meter()
                + "  "
                + policy.parties().name(key.exporter())
                + " → "
                + policy.parties().name(key.recipient())
                + ": "
                + MeterWords.persons(count)
                + "; "
                + MeterWords.threshold(policy, key.meter())));
    if (meters.isEmpty()) {
      screen.line("no person would count in any meter");
    }
  }

  private void undecided() {
    if (totals.refused().isEmpty() && totals.notRead().isEmpty() && totals.others() == 0) {
      return;
    }
    screen.title("What was not decided");
    totals
        .refused()
        .forEach((why, places) ->
            screen.line("refused    " + places.size() + " × " + why + " — " + some(places)));
    totals
        .notRead()
        .forEach((why, places) ->
            screen.line("not read   " + places.size() + " × " + why + " — " + some(places)));
    if (totals.others() > 0) {
      screen.line("left out   " + totals.others() + " × no AI request");
    }
  }

  private static String some(List<String> places) {
    String more = places.size() > MOST_PLACES ? ", …" : "";
    return places.stream().limit(MOST_PLACES).collect(Collectors.joining(", ")) + more;
  }
}
