package dev.demarc.classify.read;

import com.google.re2j.Matcher;
import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Extent.Take;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.KeyedValue;
import dev.demarc.classify.scan.OperatorPattern;
import dev.demarc.classify.scan.OperatorRules;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import java.util.Arrays;
import java.util.List;

/// What the operator's own patterns and keys find. A pattern runs over the line around its literal,
/// as far as [#REACH] to either side.
final class OperatorValues implements Family {
  private static final int REACH = 256;
  private static final int LONGEST_KEYED = 256;
  private final List<OperatorPattern> patterns;
  private final int most;
  private long spent;
  private boolean exhausted;

  OperatorValues(OperatorRules rules) {
    patterns = rules.patterns();
    most = rules.patternBytes();
  }

  @Override
  public void declare(Triggers triggers) {
    for (OperatorPattern pattern : patterns) {
      triggers.anywhere((scan, from, to) -> around(scan, pattern, from, to), pattern.literal());
    }
    triggers.keyed(
        Field.OPERATOR,
        new KeyedValue(
            Category.OPERATOR_DEFINED,
            Take.TEXT,
            LONGEST_KEYED,
            (b, from, to, link) -> KeyedValue.saysNothing(b, from, to) ? 0 : KeyedValue.ENOUGH));
  }

  private void around(Scan s, OperatorPattern pattern, int from, int to) {
    if (exhausted) {
      return;
    }
    byte[] b = s.bytes();
    int start = from;
    while (start > s.from() && from - start < REACH && b[start - 1] != '\n') {
      start--;
    }
    int end = to;
    while (end < s.to() && end - to < REACH && b[end] != '\n') {
      end++;
    }
    spent += (long) (end - start) * pattern.weight();
    exhausted = spent > most;
    if (exhausted) {
      return;
    }
    Matcher matcher = pattern.pattern().matcher(Arrays.copyOfRange(b, start, end));
    while (matcher.find()) {
      int first = start + matcher.start();
      int past = start + matcher.end();
      if (first <= from && past >= to && past > first) {
        s.reportAsSpelled(pattern.category(), first, past, OperatorPattern.SCORE, Score.SHAPE);
      }
    }
  }

  /// Begins with another body.
  void begin() {
    spent = 0;
    exhausted = false;
  }

  /// Whether the patterns would have had to run over more of the body than they may.
  boolean isExhausted() {
    return exhausted;
  }
}
