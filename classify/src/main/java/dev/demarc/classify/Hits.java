package dev.demarc.classify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/// Collects findings during one walk and knows where in the body each one stands.
final class Hits {
  private final int minScore;
  private final Supplier<String> place;
  private final List<Finding> findings = new ArrayList<>();
  private final BitSet devices = new BitSet();
  private Span.Form form = Span.Form.TEXT;
  private int seenFrom;
  private int seenTo;

  Hits(int minScore, Supplier<String> place) {
    this.minScore = minScore;
    this.place = place;
  }

  /// What the text that is scanned next is in the JSON.
  void form(Span.Form next) {
    form = next;
  }

  /// Number of findings so far.
  int size() {
    return findings.size();
  }

  Finding get(int at) {
    return findings.get(at);
  }

  /// Whether a key says that this MAC address is a client device's.
  boolean isDevice(int at) {
    return devices.get(at);
  }

  void replace(int at, Finding finding) {
    findings.set(at, finding);
  }

  /// From here on values that findings since `mark` cover already are not reported again, because
  /// the same text is being read another way.
  void rereadSince(int mark) {
    seenFrom = mark;
    seenTo = findings.size();
  }

  /// The text is read; the next one is another.
  void endReread() {
    seenFrom = 0;
    seenTo = 0;
  }

  /// Takes a value of one span at [from, to) of the view; false if it does not score enough.
  boolean add(Category category, Field word, Sum sum, View view, int from, int to, Text canonical) {
    if (sum.points() < minScore) {
      return false;
    }
    Span span = span(view, from, to, word, canonical);
    if (!seen(category, span)) {
      devices.set(findings.size(), word == Field.DEVICE_MAC);
      add(category, sum, List.of(span));
    }
    return true;
  }

  /// Takes a composite.
  void add(Category category, Sum sum, List<Span> spans) {
    findings.add(
        new Finding(
            category, Math.min(sum.points(), 100), Score.set(sum.evidence()), place.get(), spans));
  }

  /// A span at [from, to) of the view.
  Span span(View view, int from, int to, Field word, Text canonical) {
    Text value = view.original(from, to);
    return new Span(
        view.raw(from),
        view.raw(to),
        form,
        word.word(),
        value,
        form == Span.Form.NAME ? value : canonical);
  }

  private boolean seen(Category category, Span span) {
    for (int i = seenFrom; i < seenTo; i++) {
      Finding finding = findings.get(i);
      Span other = finding.spans().getFirst();
      if (finding.category() == category
          && other.start() <= span.start()
          && other.end() >= span.end()) {
        return true;
      }
    }
    return false;
  }

  /// All findings in the order of their place in the body.
  List<Finding> inOrder() {
    findings.sort(Comparator.comparingInt(finding -> finding.spans().getFirst().start()));
    return findings;
  }

  /// Points and evidence bits of one value.
  record Sum(int points, int evidence) {}
}
