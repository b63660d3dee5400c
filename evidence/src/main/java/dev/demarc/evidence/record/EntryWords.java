package dev.demarc.evidence.record;

import dev.demarc.evidence.Printable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// An entry in words: one paragraph that a lawyer can read without knowing the format.
public final class EntryWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private EntryWords() {}

  /// The paragraph for the entry at `index`, on one line that shows what an entry of a hostile
  /// writer would have a terminal do.
  public static String of(long index, Entry entry) {
    return Printable.of(
        "Entry " + number(index) + ", " + TIME.format(time(entry)) + ". " + words(entry));
  }

  private static String words(Entry entry) {
    if (entry instanceof DecisionEntry decision) {
      return decision(decision);
    }
    if (entry instanceof OutcomeEntry outcome) {
      return outcome(outcome);
    }
    if (entry instanceof StartEntry start) {
      return start(start);
    }
    if (entry instanceof RefusalEntry refusal) {
      return refusal(refusal);
    }
    if (entry instanceof StopEntry) {
      return "STOP: the gateway went down in order.";
    }
    return "An entry of type \""
        + entry.type()
        + "\", which this version does not know: "
        + entry.json().text();
  }

  private static Instant time(Entry entry) {
    return Instant.ofEpochMilli(entry.timeMillis());
  }

  private static String decision(DecisionEntry entry) {
    List<String> sentences = new ArrayList<>();
    sentences.add(ruling(entry));
    sentences.add(
        "Asked by caller "
            + entry.caller()
            + ": attempt "
            + entry.attempt()
            + ", try "
            + entry.tryNumber()
            + " of request "
            + entry.request());
    addCounts("Taken out for good", entry.redacted(), sentences);
    addCounts("Replaced by pseudonyms", entry.pseudonymised(), sentences);
    addCounts("Left as it was", passed(entry), sentences);
    if (!entry.reasons().isEmpty()) {
      sentences.add(
          entry.reasons().stream()
              .map(EntryWords::reason)
              .collect(Collectors.joining("; ", "Why: ", "")));
    }
    sentences.add("Facts: " + words(entry.facts()));
    sentences.add("Route: " + words(entry.route()));
    if (!entry.readings().items().isEmpty()) {
      sentences.add("Meters: " + words(entry.readings()));
    }
    if (!entry.counted().items().isEmpty()) {
      sentences.add("This request's person keeps a place in: " + words(entry.counted()));
    }
    entry.commitment().ifPresent(hash -> sentences.add("The bytes are bound by " + hash));
    return sentences.stream().collect(Collectors.joining(". ", "", "."));
  }

  private static String ruling(DecisionEntry entry) {
    String where = " to " + entry.recipient() + " by route " + entry.routeId();
    return switch (entry.decision()) {
      case PERMIT -> "PERMITTED: " + number(entry.bytes()) + " bytes may go" + where;
      case DENY -> "DENIED: nothing may go" + where;
      case REVIEW -> "HELD FOR REVIEW: nothing may go" + where + " until a person has decided";
    };
  }

  private static String reason(Reason reason) {
    String law = reason.citation().isEmpty() ? "" : reason.citation() + ", ";
    return reason.basis()
        + " "
        + reason.pack()
        + " rule "
        + reason.rule()
        + " "
        + reason.effect()
        + " ("
        + law
        + "as of "
        + reason.asOf()
        + ")";
  }

  /// What was found and went as it was, by category.
  private static SortedMap<String, Long> passed(DecisionEntry entry) {
    SortedMap<String, Long> passed = new TreeMap<>();
    if (entry.facts().members().get("counts") instanceof Json.Obj counts) {
      entry
          .treatments()
          .forEach((category, treatment) -> {
            if (treatment.equals("pass") && counts.members().get(category) instanceof Json.Int n) {
              passed.put(category, n.value());
            }
          });
    }
    return passed;
  }

  private static void addCounts(
      String words, SortedMap<String, Long> counts, List<String> sentences) {
    if (!counts.isEmpty()) {
      sentences.add(
          counts.entrySet().stream()
              .map(count -> number(count.getValue()) + " " + count.getKey())
              .collect(Collectors.joining(", ", words + ": ", "")));
    }
  }

  private static String outcome(OutcomeEntry entry) {
    return "OUTCOME of attempt "
        + entry.attempt()
        + " (decision at entry "
        + number(entry.decisionIndex())
        + "): "
        + entry.outcome().words()
        + entry.status().map(status -> " (HTTP status " + status + ")").orElse("")
        + ". "
        + number(entry.sentBytes())
        + " bytes sent, "
        + number(entry.receivedBytes())
        + " received, in "
        + number(entry.durationMillis())
        + " ms; "
        + number(entry.restored())
        + " pseudonyms put back, "
        + number(entry.unknownPseudonyms())
        + " unknown ones passed as they were.";
  }

  private static String start(StartEntry entry) {
    String overridden =
        entry.overriddenEndpoints().stream()
            .map(endpoint -> endpoint.route() + " goes to " + endpoint.endpoint())
            .collect(Collectors.joining(", "));
    PolicyHashes policy = entry.policy();
    return "START of Demarc "
        + entry.version()
        + " over log "
        + entry.origin()
        + " with "
        + number(entry.previous())
        + " entries. Deciding by packs "
        + policy.packs()
        + ", catalogue "
        + policy.catalogue()
        + ", parties "
        + policy.parties()
        + ", operator's rules "
        + policy.operator()
        + "."
        + (overridden.isEmpty() ? "" : " Not the catalogue's endpoints: " + overridden + ".")
        + (entry.warnings().isEmpty()
            ? ""
            : " Warned of: " + String.join(", ", entry.warnings()) + ".");
  }

  private static String refusal(RefusalEntry entry) {
    return "REFUSED before or between routes, and nothing was sent: "
        + entry.code()
        + ". Asked by caller "
        + entry.caller()
        + ", request "
        + entry.request()
        + ".";
  }

  /// Any value in words: members as "name value", nested ones in parentheses.
  private static String words(Json value) {
    if (value instanceof Json.Obj object) {
      return object.members().entrySet().stream()
          .map(EntryWords::member)
          .collect(Collectors.joining(", "));
    }
    if (value instanceof Json.Arr array) {
      return array.items().isEmpty()
          ? "none"
          : array.items().stream().map(EntryWords::words).collect(Collectors.joining("; "));
    }
    if (value instanceof Json.Str text) {
      return text.value();
    }
    return value.text();
  }

  private static String member(Map.Entry<String, Json> member) {
    Json value = member.getValue();
    boolean nested = value instanceof Json.Obj || value instanceof Json.Arr;
    String words = words(value);
    return member.getKey().replace('_', ' ') + " " + (nested ? "(" + words + ")" : words);
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
