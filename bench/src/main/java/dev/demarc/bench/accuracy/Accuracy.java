package dev.demarc.bench.accuracy;

import dev.demarc.classify.Classifier;
import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Finding;
import dev.demarc.classify.finding.Stretch;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.text.CodePoints;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Scores the classifier on sets of marked texts, as `demarc classify --documents` would find in
/// them.
public final class Accuracy {
  /// Where our own set stands.
  private static final String OWN_SET = "scoring/cases.jsonl.gz";

  private static final String USAGE =
      """
      Usage: ./demarc bench accuracy [SET...] [OPTION...]
      Precision, recall and F1 of the classifier on sets of marked texts (default: our own set).

      A SET is one of these, .gz too:
        own       {"id", "text", "gold": [{"start", "end", "category"}]}, a line each
        presidio  {"full_text", "spans": [{"entity_type", "start_position", "end_position"}]}, lines or list
        bio       a word and its tag (O, B-NAME, I-NAME) on a line, an empty line between texts
        csv       a text and a label for all of it (names with | between them, or 1 and 0)

        --format F      own, presidio, bio or csv, instead of what the name and content say
        --map FILE      NAME = category, category ... for names of other sets; NAME = - is not judged
        --worst N       show so many of the worst categories with examples (5)
        --min-score N   least score of findings
        --show-values   show values in examples; else only of sets that say "synthetic": true
        --json          one line of JSON for each set
      """;

  private final Classifier classifier;
  private final Options options;

  private Accuracy(Options options) {
    this.options = options;
    ClassifierSettings usual = ClassifierSettings.defaults();
    this.classifier =
        new Classifier(
            new ClassifierSettings(
                512,
                1 << 30,
                options.minScore().orElse(usual.minScore()),
                usual.allowDocumentationRanges()));
  }

  /// What the command line says.
  private record Options(
      List<Path> sets,
      Optional<SetReader.Format> format,
      Optional<Path> map,
      int worst,
      Optional<Integer> minScore,
      boolean values,
      boolean json) {
    static Options of(Path root, List<String> words) throws BadSet {
      List<Path> sets = new ArrayList<>();
      Optional<SetReader.Format> format = Optional.empty();
      Optional<Path> map = Optional.empty();
      int worst = 5;
      Optional<Integer> minScore = Optional.empty();
      boolean values = false;
      boolean json = false;
      Deque<String> left = new ArrayDeque<>(words);
      while (!left.isEmpty()) {
        String word = left.pop();
        switch (word) {
          case "--format" -> format = Optional.of(SetReader.Format.of(next(word, left)));
          case "--map" -> map = Optional.of(Path.of(next(word, left)));
          case "--worst" -> worst = number(word, next(word, left));
          case "--min-score" -> minScore = Optional.of(number(word, next(word, left)));
          case "--show-values" -> values = true;
          case "--json" -> json = true;
          default -> {
            if (word.startsWith("-")) {
              throw new BadSet("there is no option " + word);
            }
            sets.add(Path.of(word));
          }
        }
      }
      if (sets.isEmpty()) {
        sets.add(root.resolve(OWN_SET));
      }
      return new Options(sets, format, map, worst, minScore, values, json);
    }

    private static String next(String option, Deque<String> left) throws BadSet {
      if (left.isEmpty()) {
        throw new BadSet(option + " wants a word after it");
      }
      return left.pop();
    }

    private static int number(String option, String word) throws BadSet {
      if (!word.matches("[0-9]{1,3}")) {
        throw new BadSet(option + " wants a number, not '" + word + "'");
      }
      return Integer.parseInt(word);
    }
  }

  /// Runs the measurement; false where its input is at fault.
  public static boolean run(Path root, List<String> words, PrintStream out) throws IOException {
    if (words.contains("--help") || words.contains("-h")) {
      out.print(USAGE);
      return true;
    }
    try {
      Options options = Options.of(root, words);
      Accuracy accuracy = new Accuracy(options);
      for (Path set : options.sets()) {
        accuracy.score(set, out);
      }
      return true;
    } catch (BadSet e) {
      System.err.println("demarc bench accuracy: " + e.getMessage());
      return false;
    }
  }

  private void score(Path set, PrintStream out) throws IOException {
    if (!Files.isReadable(set)) {
      throw new BadSet(set + " does not exist or cannot be read");
    }
    Names names = Names.read(options.map());
    List<Case> texts = new SetReader(names).read(set, options.format());
    Scores scores = new Scores();
    Predicate<String> judged = judged(texts)::contains;
    for (Case text : texts) {
      scores.add(text, Matching.of(text.gold(), marked(text), judged));
    }
    String name = String.valueOf(set.getFileName());
    if (options.json()) {
      out.println(AccuracyJson.of(name, scores, names.unknown()));
    } else {
      new AccuracyTables(out, options.worst(), options.values())
          .print(name, scores, names.unknown());
    }
  }

  /// The categories that findings can be right or wrong in: all in a set of ours, which marks all;
  /// in another those that it marks somewhere.
  private static Set<String> judged(List<Case> texts) {
    if (texts.stream().anyMatch(text -> !text.family().isEmpty())) {
      return Arrays.stream(Category.values()).map(Category::id).collect(Collectors.toSet());
    }
    return texts.stream()
        .flatMap(text -> text.gold().stream())
        .flatMap(gold -> gold.accepted().stream())
        .collect(Collectors.toSet());
  }

  private List<Mark> marked(Case text) throws BadSet {
    Text bytes = Text.of(text.text().getBytes(StandardCharsets.UTF_8));
    CodePoints points = new CodePoints(bytes);
    List<Mark> marked = new ArrayList<>();
    try {
      for (Finding finding : classifier.classifyDocument(bytes).findings()) {
        for (Stretch stretch : finding.stretches()) {
          marked.add(
              new Mark(
                  points.before(stretch.start()),
                  points.before(stretch.end()),
                  finding.category().id()));
        }
      }
    } catch (Unreadable e) {
      throw new BadSet(text.id() + " cannot be classified: " + e.reason());
    }
    return marked;
  }
}
