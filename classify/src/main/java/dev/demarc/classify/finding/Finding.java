package dev.demarc.classify.finding;

import java.util.List;
import java.util.Set;

/// One detected value: what it is, how sure we are and why, and where it stands. A composite such
/// as a payment holds a span for each of its fields.
///
/// @param score 0 to 100, the sum of the weights of its evidence
/// @param place kind of position, such as `messages[].content`; member names outside the chat
///   protocol show as `*`, since a name may be personal
public record Finding(
    Category category, int score, Set<Evidence> evidence, String place, List<Span> spans) {
  public Finding {
    evidence = Set.copyOf(evidence);
    spans = List.copyOf(spans);
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("a finding has a place in the body");
    }
  }

  /// The stretches to point at, in order: a record is one, from its first field to its last; a
  /// value that was split over texts has one for each piece.
  public List<Stretch> stretches() {
    boolean composite = evidence.contains(Evidence.RECORD) || category == Category.OPAQUE;
    if (!composite || spans.size() == 1) {
      return spans.stream().map(span -> new Stretch(span.start(), span.end())).sorted().toList();
    }
    int start = spans.stream().mapToInt(Span::start).min().orElseThrow();
    int end = spans.stream().mapToInt(Span::end).max().orElseThrow();
    return List.of(new Stretch(start, end));
  }
}
