package dev.demarc.evidence.verify;

import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.evidence.record.DecisionEntry.Ruling;
import dev.demarc.evidence.record.Entry;
import dev.demarc.evidence.record.Leaf;
import dev.demarc.evidence.record.OutcomeEntry;
import dev.demarc.evidence.record.RefusalEntry;
import dev.demarc.evidence.record.UnknownEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Counts of what the entries say, per recipient and over all.
final class Tally {
  private static final int OPEN_SHOWN = 20;

  /// More names than any honest log has; the rest is counted together.
  private static final int MAX_NAMES = 1_000;

  private static final String OTHERS = "(others)";

  private final SortedMap<String, Rulings> recipients = new TreeMap<>();
  private final SortedMap<String, Long> unknown = new TreeMap<>();
  private long outcomes;
  private long refusals;
  private long uncheckedTries;
  private long firstMillis = Long.MAX_VALUE;
  private long lastMillis = Long.MIN_VALUE;

  private static final class Rulings {
    private long permits;
    private long denials;
    private long reviews;

    void add(Ruling ruling) {
      switch (ruling) {
        case PERMIT -> permits++;
        case DENY -> denials++;
        case REVIEW -> reviews++;
      }
    }

    String words() {
      String held = reviews == 0 ? "" : ", " + Words.number(reviews) + " held for review";
      return Words.count(permits, "permit") + ", " + Words.count(denials, "denial") + held;
    }
  }

  void add(Leaf leaf) {
    Entry entry = leaf.entry();
    firstMillis = Math.min(firstMillis, entry.timeMillis());
    lastMillis = Math.max(lastMillis, entry.timeMillis());
    if (entry instanceof DecisionEntry decision) {
      recipients
          .computeIfAbsent(name(decision.recipient(), recipients), recipient -> new Rulings())
          .add(decision.decision());
    } else if (entry instanceof OutcomeEntry) {
      outcomes++;
    } else if (entry instanceof RefusalEntry) {
      refusals++;
    } else if (entry instanceof UnknownEntry) {
      countUnknown("type " + entry.type());
    }
    leaf.unknownMembers().forEach(name -> countUnknown("member " + name));
  }

  void addUncheckedTry() {
    uncheckedTries++;
  }

  private void countUnknown(String name) {
    unknown.merge(name(name, unknown), 1L, Long::sum);
  }

  private static String name(String name, Map<String, ?> counts) {
    return counts.containsKey(name) || counts.size() < MAX_NAMES ? name : OTHERS;
  }

  /// The counts in words; `open` is attempt id to index of the permits without an outcome.
  List<String> sentences(Map<String, Long> open) {
    List<String> sentences = new ArrayList<>();
    if (firstMillis <= lastMillis) {
      sentences.add(
          "By the gateway's clock they were made between "
              + Instant.ofEpochMilli(firstMillis)
              + " and "
              + Instant.ofEpochMilli(lastMillis)
              + ".");
    }
    Rulings all = new Rulings();
    recipients.values().forEach(rulings -> addTo(all, rulings));
    long decisions = all.permits + all.denials + all.reviews;
    sentences.add(
        Words.count(decisions, "decision")
            + " ("
            + all.words()
            + "), "
            + Words.count(outcomes, "outcome")
            + ", "
            + Words.count(refusals, "refusal")
            + " before or between routes.");
    recipients.forEach((recipient, rulings) ->
        sentences.add("Recipient " + recipient + ": " + rulings.words() + "."));
    if (!open.isEmpty()) {
      sentences.add(openSentence(open));
    }
    unknown.forEach((name, count) ->
        sentences.add(
            "Not known to this verifier, and passed over: "
                + name
                + " ("
                + Words.count(count, "time")
                + ")."));
    if (uncheckedTries > 0) {
      sentences.add(
          Words.count(uncheckedTries, "try")
              + " could not be matched with the try before, which was too long ago to be"
              + " remembered.");
    }
    return sentences;
  }

  private static void addTo(Rulings all, Rulings some) {
    all.permits += some.permits;
    all.denials += some.denials;
    all.reviews += some.reviews;
  }

  private static String openSentence(Map<String, Long> open) {
    String which =
        open.entrySet().stream()
            .limit(OPEN_SHOWN)
            .map(
                permit -> "entry " + Words.number(permit.getValue()) + " (" + permit.getKey() + ")")
            .collect(Collectors.joining(", "));
    return Words.count(open.size(), "permit")
        + " without an outcome, in flight or cut off by a crash: "
        + which
        + (open.size() > OPEN_SHOWN ? ", ..." : "")
        + ".";
  }
}
