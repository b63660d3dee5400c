package dev.demarc.bench.accuracy;

import dev.demarc.classify.finding.Category;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// CSV (RFC 4180) of a text and a label that says of all of it what it holds: names of categories
/// with `|` between them, or only whether it holds anything (`1`, `0`). Columns are named `text`
/// and `label`, or are the first two.
final class LabelReader {
  private static final Set<String> NOTHING =
      Set.of("", "0", "o", "none", "false", "no", "negative");
  private static final Set<String> SOMETHING = Set.of("1", "true", "yes", "pii", "positive");
  private static final Set<String> EVERYTHING =
      Arrays.stream(Category.values()).map(Category::id).collect(Collectors.toUnmodifiableSet());

  private final Names names;

  LabelReader(Names names) {
    this.names = names;
  }

  List<Case> read(String file, BufferedReader in) throws IOException {
    List<Case> cases = new ArrayList<>();
    int text = 0;
    int label = 1;
    int number = 0;
    for (List<String> row = row(in); !row.isEmpty(); row = row(in)) {
      number++;
      List<String> lower = row.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
      if (number == 1 && lower.contains("text") && lower.contains("label")) {
        text = lower.indexOf("text");
        label = lower.indexOf("label");
      } else if (row.size() > Math.max(text, label)) {
        cases.add(labelled(file + ", row " + number, row.get(text), row.get(label).strip()));
      } else if (!(row.size() == 1 && row.getFirst().isBlank())) {
        throw new BadSet(file + ", row " + number + ": a text and a label are expected");
      }
    }
    return cases;
  }

  private Case labelled(String id, String text, String labels) {
    int length = text.codePointCount(0, text.length());
    List<Gold> gold = new ArrayList<>();
    for (String label : labels.split("\\s*[|;]\\s*", -1)) {
      String lower = label.toLowerCase(Locale.ROOT);
      if (SOMETHING.contains(lower)) {
        gold.add(new Gold(0, length, "anything", EVERYTHING, false, true));
      } else if (!NOTHING.contains(lower) && length > 0) {
        Gold named = SetReader.gold(names, 0, length, label);
        gold.add(new Gold(0, length, named.category(), named.accepted(), false, true));
      }
    }
    return new Case(id, "", "", "", text, gold, false);
  }

  /// The cells of the next row; none at the end.
  private static List<String> row(BufferedReader in) throws IOException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int c = in.read();
    if (c < 0) {
      return cells;
    }
    while (c >= 0 && (quoted || c != '\n')) {
      if (c == '"') {
        quoted = !quoted;
        in.mark(1);
        if (!quoted && in.read() == '"') {
          cell.append('"');
          quoted = true;
        } else if (!quoted) {
          in.reset();
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c != '\r' || quoted) {
        cell.append((char) c);
      }
      c = in.read();
    }
    cells.add(cell.toString());
    return cells;
  }
}
