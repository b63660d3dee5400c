package dev.demarc.cli.demo;

import java.util.ArrayList;
import java.util.List;

/// Text laid out in lines of at most 100 columns.
final class Lines {
  static final int WIDTH = 100;

  private Lines() {}

  /// The text's words in lines, each behind `indent` blanks.
  static List<String> wrapped(String text, int indent) {
    String margin = " ".repeat(indent);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      boolean full = indent + MarkedLine.columns(line + " " + word) > WIDTH && !line.isEmpty();
      if (full) {
        lines.add(margin + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(margin + line);
    return lines;
  }

  /// The text with blanks behind it, `columns` wide at least.
  static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - MarkedLine.columns(text)));
  }

  /// The number and the noun, in the plural unless it is one.
  static String count(long number, String noun) {
    return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }
}
