package dev.demarc.evidence.verify;

import dev.demarc.evidence.Printable;
import java.util.List;

/// A verdict and what it rests on, in sentences.
///
/// @param because what was found: where the log is refuted, or why it cannot be told
/// @param shown what the log shows, if it is not refuted
/// @param limits what this verdict does not show
public record Report(
    Verdict verdict, List<String> because, List<String> shown, List<String> limits) {
  public Report {
    because = List.copyOf(because);
    shown = List.copyOf(shown);
    limits = List.copyOf(limits);
  }

  /// The report as it is printed: the verdict on a line of its own, then a sentence a line.
  public String text() {
    StringBuilder text = new StringBuilder().append(verdict).append('\n');
    for (List<String> sentences : List.of(because, shown, limits)) {
      sentences.forEach(sentence -> text.append("  ").append(Printable.of(sentence)).append('\n'));
    }
    return text.toString();
  }
}
