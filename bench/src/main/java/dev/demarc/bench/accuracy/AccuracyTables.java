package dev.demarc.bench.accuracy;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Prints scores as Markdown.
final class AccuracyTables {
  private static final int EXAMPLES = 3;
  private static final int AROUND = 40;

  private final PrintStream out;
  private final int worst;
  private final boolean values;

  /// @param values whether to show values of sets that do not say that theirs are made up
  AccuracyTables(PrintStream out, int worst, boolean values) {
    this.out = out;
    this.worst = worst;
    this.values = values;
  }

  void print(String set, Scores scores, Map<String, Integer> unknown) {
    say("## %s%n%n", set);
    say(
        "%d texts; %d values, %d findings. P, R and F1 where intersection over union is at least"
            + " 0.5; then with equal borders; then by any overlap.%n",
        scores.texts(), scores.all().there(), scores.all().found());
    scores
        .groups()
        .forEach((by, counts) -> {
          head(by);
          counts.forEach(this::row);
          row("**all**", scores.all());
        });
    clean(scores);
    if (!unknown.isEmpty()) {
      say(
          "%nNot judged, because no category of ours stands for them (--map FILE names one): %s.%n",
          unknown.entrySet().stream()
              .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
              .collect(Collectors.joining(", ")));
    }
    worst(scores);
  }

  private void head(String by) {
    say("%n| %s | there | found | P | R | F1 | strict P | R | F1 | overlap P | R | F1 |%n", by);
    say("|---|---|---|---|---|---|---|---|---|---|---|---|%n");
  }

  private void row(String name, Counts counts) {
    say("| %s | %d | %d |", name, counts.there(), counts.found());
    for (Counts.By by : List.of(Counts.By.HALF, Counts.By.STRICT, Counts.By.OVERLAP)) {
      say(" %s | %s | %s |", precision(counts, by), recall(counts, by), f1(counts, by));
    }
    say("%n");
  }

  private static String precision(Counts counts, Counts.By by) {
    return counts.found() == 0 ? "–" : three(counts.precision(by));
  }

  private static String recall(Counts counts, Counts.By by) {
    return counts.there() == 0 ? "–" : three(counts.recall(by));
  }

  private static String f1(Counts counts, Counts.By by) {
    return counts.there() == 0 ? "–" : three(counts.f1(by));
  }

  private static String three(double share) {
    // Rounded down: what is not whole does not look whole.
    return String.format(Locale.ROOT, "%.3f", Math.floor(share * 1000) / 1000);
  }

  private void clean(Scores scores) {
    if (scores.cleanTexts() == 0) {
      say("%nNo text without personal data.%n");
      return;
    }
    say(
        "%nTexts without personal data: %d with %d characters, %d false findings: %.4f in 1,000"
            + " characters.%n",
        scores.cleanTexts(),
        scores.cleanCharacters(),
        scores.wrongInCleanTexts(),
        scores.wrongPerThousand());
    if (!scores.wrongInClean().isEmpty()) {
      say(
          "By category: %s.%n",
          scores.wrongInClean().entrySet().stream()
              .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
              .map(entry -> entry.getKey() + " " + entry.getValue())
              .collect(Collectors.joining(", ")));
    }
  }

  private void worst(Scores scores) {
    List<String> categories = scores.worst(worst);
    if (!categories.isEmpty()) {
      say("%nThe %d worst%n", categories.size());
    }
    for (String category : categories) {
      say("%n- **%s**%n", category);
      scores.missed(category, EXAMPLES).forEach(one -> say("  - missed %s%n", words(one)));
      scores.wrong(category, EXAMPLES).forEach(one -> say("  - false %s%n", words(one)));
    }
  }

  private String words(Scores.Example example) {
    String place =
        "in " + example.text().id() + " at [" + example.start() + ", " + example.end() + ")";
    if (!values && !example.text().synthetic()) {
      return place;
    }
    return place + ": `" + around(example).replaceAll("\\s", " ").replace('`', '\'') + "`";
  }

  private static String around(Scores.Example example) {
    String text = example.text().text();
    int start = text.offsetByCodePoints(0, example.start());
    int end = text.offsetByCodePoints(start, example.end() - example.start());
    return text.substring(whole(text, Math.max(0, start - AROUND)), start)
        + "⟦"
        + text.substring(start, end)
        + "⟧"
        + text.substring(end, whole(text, Math.min(text.length(), end + AROUND)));
  }

  /// The place, moved off the middle of a character.
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  @SuppressWarnings("AnnotateFormatMethod") // a dependency for one method
  private void say(String format, Object... values) {
    out.printf(Locale.ROOT, format, values);
  }
}
