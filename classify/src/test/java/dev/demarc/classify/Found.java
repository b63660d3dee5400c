package dev.demarc.classify;

import dev.demarc.classify.finding.Category;
import java.util.List;

/// What the classifier finds in a text, for tests of families: one line for a value that is one,
/// and one for what only looks like it.
///
/// @param value the decoded original spelling; those of a record's fields with ` | ` between them
record Found(Category category, String value, int score) {
  /// Everything found in a user message of this text.
  static List<Found> in(String text) {
    return inBody(Chat.message(text));
  }

  /// Everything found in this body.
  static List<Found> inBody(String body) {
    return Chat.classify(body).findings().stream()
        .map(finding -> new Found(finding.category(), Chat.values(finding), finding.score()))
        .toList();
  }

  /// The values of one category found in a user message of this text, whatever else is in it.
  static List<String> of(Category category, String text) {
    return in(text).stream()
        .filter(found -> found.category() == category)
        .map(Found::value)
        .toList();
  }

  /// The text of a row, in which `\n` stands for the end of a line.
  static String lines(String text) {
    return text.replace("\\n", "\n");
  }
}
