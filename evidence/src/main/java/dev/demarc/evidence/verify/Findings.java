package dev.demarc.evidence.verify;

import java.util.ArrayList;
import java.util.List;

/// What the checks find: contradictions refute, doubts leave it open. A log that is wrong
/// throughout does not flood the report.
final class Findings {
  private static final int SHOWN = 10;

  private final List<String> contradictions = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();
  private long contradictionCount;
  private long doubtCount;

  void contradiction(String sentence) {
    contradictionCount++;
    if (contradictions.size() < SHOWN) {
      contradictions.add(sentence);
    }
  }

  void doubt(String sentence) {
    doubtCount++;
    if (doubts.size() < SHOWN) {
      doubts.add(sentence);
    }
  }

  /// Adds what another check has found after what is here.
  void add(Findings later) {
    later.contradictions.forEach(this::contradiction);
    later.doubts.forEach(this::doubt);
    contradictionCount += later.contradictionCount - later.contradictions.size();
    doubtCount += later.doubtCount - later.doubts.size();
  }

  boolean refute() {
    return contradictionCount > 0;
  }

  /// Whether one more contradiction would be shown, so that it is worth explaining.
  boolean wantsDetail() {
    return contradictions.size() < SHOWN;
  }

  /// One contradiction refutes, whatever else is in doubt.
  Verdict verdict() {
    if (refute()) {
      return Verdict.REFUTED;
    }
    return doubtCount > 0 ? Verdict.CANNOT_TELL : Verdict.VERIFIED;
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>(contradictions);
    more(contradictionCount - contradictions.size(), sentences);
    sentences.addAll(doubts);
    more(doubtCount - doubts.size(), sentences);
    return sentences;
  }

  private static void more(long hidden, List<String> sentences) {
    if (hidden > 0) {
      sentences.add("... and " + Words.number(hidden) + " more of the kind.");
    }
  }
}
