package dev.demarc.classify.scan;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Finding;
import dev.demarc.classify.finding.Span;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Which bytes of the body the findings of each category cover, so that thousands of values over
/// the seams of a body need not be compared with one another.
final class Covered {
  private final Map<Category, BitSet> bytes = new EnumMap<>(Category.class);
  private int known;

  void clear() {
    bytes.clear();
    known = 0;
  }

  /// Says that findings from this one on have changed.
  void changed(int first) {
    known = Math.min(known, first);
  }

  /// Whether one of the findings is of the category and covers a byte of the spans.
  boolean overlaps(List<Finding> findings, Category category, List<Span> spans) {
    for (; known < findings.size(); known++) {
      add(findings.get(known));
    }
    BitSet covered = bytes.get(category);
    return covered != null
        && spans.stream()
            .anyMatch(span -> {
              int next = covered.nextSetBit(span.start());
              return next >= 0 && next < span.end();
            });
  }

  private void add(Finding finding) {
    BitSet covered = bytes.computeIfAbsent(finding.category(), none -> new BitSet());
    finding.spans().forEach(span -> covered.set(span.start(), span.end()));
  }
}
