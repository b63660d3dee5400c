package dev.demarc.cli.classify;

import dev.demarc.classify.finding.Category;
import java.util.SortedMap;
import java.util.TreeMap;

/// What has been found so far.
final class Totals {
  private final SortedMap<Category, Long> found = new TreeMap<>();
  private long findings;
  private long files;

  void count(Found one) {
    found.merge(one.category(), 1L, Long::sum);
    findings++;
  }

  void countFile() {
    files++;
  }

  long findings() {
    return findings;
  }

  /// The totals as one sentence.
  String words() {
    String in = files == 1 ? "" : " in " + files + " files";
    if (findings == 0) {
      return "nothing found" + in;
    }
    StringBuilder words = new StringBuilder();
    words.append(findings).append(findings == 1 ? " finding" : " findings").append(in).append(": ");
    String between = "";
    for (var entry : found.entrySet()) {
      words.append(between).append(entry.getValue()).append(" × ").append(entry.getKey().id());
      between = ", ";
    }
    return words.toString();
  }
}
