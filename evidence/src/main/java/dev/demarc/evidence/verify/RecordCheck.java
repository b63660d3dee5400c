package dev.demarc.evidence.verify;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.evidence.record.DecisionEntry.Ruling;
import dev.demarc.evidence.record.Entry;
import dev.demarc.evidence.record.Leaf;
import dev.demarc.evidence.record.OutcomeEntry;
import dev.demarc.evidence.record.StartEntry;
import dev.demarc.evidence.record.UnknownVersion;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the entries in order and checks that they fit one another: each outcome closes one earlier
/// permit, tries of a request are counted from 1, the log's own account of itself is true.
///
/// Memory is bounded by what is open, not by the log: a permit is forgotten with its outcome, a
/// request some 200,000 requests later.
final class RecordCheck {
  private static final int MAX_OPEN = 1_000_000;
  private static final int MAX_REQUESTS = 200_000;

  private final LogReader reader;
  private final String origin;
  private final long size;
  private final Findings findings;
  private final Tally tally = new Tally();

  /// Attempt id to index, of the permits that no outcome has closed yet.
  private final Map<String, Long> open = new LinkedHashMap<>();

  /// Request id to the number of its last try, the latest requests only.
  private final Map<String, Long> tries = new LinkedHashMap<>();

  private boolean forgotRequests;

  RecordCheck(LogReader reader, String origin, long size, Findings findings) {
    this.reader = reader;
    this.origin = origin;
    this.size = size;
    this.findings = findings;
  }

  /// Takes the next entry.
  void add(long index, byte[] bytes) throws IOException {
    Leaf leaf;
    try {
      leaf = Leaf.parse(bytes);
    } catch (UnknownVersion e) {
      findings.doubt("Entry " + Words.number(index) + ": " + e.says() + ".");
      return;
    } catch (Malformed e) {
      contradict(index, "is no valid record: " + e.says());
      return;
    }
    tally.add(leaf);
    check(index, leaf.entry());
  }

  private void check(long index, Entry entry) throws IOException {
    if (entry instanceof DecisionEntry decision) {
      checkTry(index, decision);
      if (decision.decision() == Ruling.PERMIT) {
        open(index, decision.attempt());
      }
    } else if (entry instanceof OutcomeEntry outcome) {
      close(index, outcome);
    } else if (entry instanceof StartEntry start) {
      checkStart(index, start);
    }
  }

  private void checkTry(long index, DecisionEntry decision) {
    Long last = tries.remove(decision.request());
    if (last == null && decision.tryNumber() > 1 && forgotRequests) {
      tally.addUncheckedTry();
    } else if (decision.tryNumber() != (last == null ? 1 : last + 1)) {
      contradict(
          index,
          "is try "
              + decision.tryNumber()
              + " of its request, but the one before was "
              + (last == null ? "none" : "try " + last));
    }
    tries.put(decision.request(), decision.tryNumber());
    if (tries.size() > MAX_REQUESTS) {
      tries.remove(tries.keySet().iterator().next());
      forgotRequests = true;
    }
  }

  private void open(long index, String attempt) {
    Long earlier = open.putIfAbsent(attempt, index);
    if (earlier != null) {
      contradict(
          index, "permits an attempt that entry " + Words.number(earlier) + " has permitted");
    }
    if (open.size() > MAX_OPEN) {
      open.remove(open.keySet().iterator().next());
      findings.doubt(
          "More than "
              + Words.number(MAX_OPEN)
              + " permits are open at once: not all are followed.");
    }
  }

  private void close(long index, OutcomeEntry outcome) throws IOException {
    Long permit = open.get(outcome.attempt());
    if (permit != null && permit == outcome.decisionIndex()) {
      open.remove(outcome.attempt());
    } else if (findings.wantsDetail()) {
      contradict(index, "is an outcome " + wrong(index, outcome));
    } else {
      contradict(index, "is an outcome without an open permit");
    }
  }

  /// What is wrong with an outcome that closes no open permit; looks back at the entry it names.
  private String wrong(long index, OutcomeEntry outcome) throws IOException {
    String named = "entry " + Words.number(outcome.decisionIndex());
    if (outcome.decisionIndex() >= index) {
      return "of " + named + ", which is not before it";
    }
    Optional<byte[]> bytes = reader.entry(outcome.decisionIndex(), size);
    try {
      boolean permitted =
          bytes.isPresent()
              && Entry.parse(bytes.get()) instanceof DecisionEntry decision
              && decision.decision() == Ruling.PERMIT
              && decision.attempt().equals(outcome.attempt());
      return permitted
          ? "of " + named + ", which has an outcome already"
          : "of " + named + ", which is no permit of this attempt";
    } catch (Malformed e) {
      return "of " + named + ", which is no valid record";
    }
  }

  private void checkStart(long index, StartEntry start) {
    if (!start.origin().equals(origin)) {
      contradict(
          index, "says the log is " + start.origin() + ", but the checkpoint is of " + origin);
    }
    if (start.previous() > index) {
      contradict(
          index,
          "says that "
              + Words.count(start.previous(), "entry")
              + " came before it: the log has been longer than it was then");
    }
  }

  private void contradict(long index, String what) {
    findings.contradiction("Entry " + Words.number(index) + " " + what + ".");
  }

  /// What the entries add up to, in sentences, once all have been taken.
  List<String> shown() {
    return tally.sentences(open);
  }
}
