package dev.demarc.cli.demo;

import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.evidence.record.Entry;
import dev.demarc.evidence.record.OutcomeEntry;
import dev.demarc.evidence.record.RefusalEntry;
import dev.demarc.evidence.record.StartEntry;
import dev.demarc.evidence.record.StopEntry;
import dev.demarc.evidence.record.UnknownEntry;
import java.util.Locale;

/// What an entry says, in a line.
final class EntryLine {
  private EntryLine() {}

  /// The entry in words, without its index and type.
  static String of(Entry entry) {
    return switch (entry) {
      case StartEntry start ->
          "the gateway came up; %s of its routes pointed elsewhere by its config"
              .formatted(start.overriddenEndpoints().size());
      case DecisionEntry decision -> decision(decision);
      case OutcomeEntry outcome -> outcome(outcome);
      case RefusalEntry refusal -> "refused before or between routes: " + refusal.code();
      case StopEntry _ -> "the gateway went down in order";
      case UnknownEntry _ -> "an entry of a kind that this version does not know";
    };
  }

  private static String decision(DecisionEntry decision) {
    String ruling = decision.decision().name().toLowerCase(Locale.ROOT);
    String treated =
        decision.decision() == DecisionEntry.Ruling.PERMIT
            ? ": %d redacted, %d pseudonymised, %,d bytes may leave"
                .formatted(
                    sum(decision.redacted().values()),
                    sum(decision.pseudonymised().values()),
                    decision.bytes())
            : "";
    return ruling + " " + decision.routeId() + treated;
  }

  private static String outcome(OutcomeEntry outcome) {
    return "of entry %d: %s; %,d bytes left, %,d pseudonyms restored"
        .formatted(
            outcome.decisionIndex(),
            outcome.outcome().words(),
            outcome.sentBytes(),
            outcome.restored());
  }

  private static long sum(Iterable<Long> counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
