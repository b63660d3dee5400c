package dev.demarc.classify;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Finding;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one body holds: its findings in the order of their place in it, and the members that steer
/// the request.
public record Classification(List<Finding> findings, ControlMembers control) {
  public Classification {
    findings = List.copyOf(findings);
  }

  /// Number of findings per category; categories without one are absent.
  public SortedMap<Category, Integer> counts() {
    SortedMap<Category, Integer> counts = new TreeMap<>();
    for (Finding finding : findings) {
      counts.merge(finding.category(), 1, Integer::sum);
    }
    return Collections.unmodifiableSortedMap(counts);
  }
}
