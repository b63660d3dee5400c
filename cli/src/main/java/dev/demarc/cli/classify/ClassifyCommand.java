package dev.demarc.cli.classify;

import dev.demarc.classify.Classifier;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.cli.ConfiguredClassifier;
import dev.demarc.cli.Screen;
import dev.demarc.cli.Usage;
import dev.demarc.evidence.Printable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `demarc classify`: what files hold of personal data, where, and why that is believed.
@Command(
    name = "classify",
    description =
        "Print what personal data files hold: category, place, score and evidence; never the values"
            + " unless asked. Text, logs, CSV, JSON, JSON lines, gzip of these; of any size.",
    footer = {
      "",
      "Exit code: 0 nothing found, 1 something found, 2 input or options at fault, or a part that"
          + " could not be read (it says which). With --documents: 0 where every line was read,"
          + " else 2.",
      "",
      "Examples:",
      "  ./demarc classify examples/wifi-scan.log",
      "  ./demarc classify --category 'payment.*' --min-score 90 export.csv",
      "  git diff --cached | ./demarc classify - && git commit",
      "  ./demarc classify --config examples/config/additions.yaml examples/staff.csv",
      "  ./demarc classify --sarif src/test/resources/*.json > findings.sarif",
      "  ./demarc classify --documents set.jsonl --json > findings.jsonl"
    },
    exitCodeOnExecutionException = 70,
    mixinStandardHelpOptions = true)
public final class ClassifyCommand implements Callable<Integer> {
  private static final int FOUND = 1;
  private static final int NOT_READ = 2;
  private static final String STANDARD_INPUT = "-";

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files to read; - is standard input.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--documents",
      description =
          "FILE has lines {\"doc\": ID, \"text\": …}; print for each {\"doc\": ID, \"findings\":"
              + " [{\"start\", \"end\", \"category\", \"score\", \"evidence\"}]}, with offsets in"
              + " Unicode code points.")
  private boolean documents;

  @ArgGroup private @Nullable Output output;

  /// How findings are printed.
  private static final class Output {
    @Option(names = "--json", description = "Print a JSON object for each finding.")
    private boolean json;

    @Option(names = "--sarif", description = "Print a SARIF 2.1.0 log.")
    private boolean sarif;
  }

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES}: how to read FILE, instead of what its name and content say.")
  private @Nullable Format format;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Find as the gateway with this config would: with your own patterns, key names, domains"
              + " and least scores, which stand there under operator.classify (default: none).")
  private @Nullable Path config;

  @Option(
      names = "--min-score",
      paramLabel = "N",
      description =
          "Least score of a finding, 1 to 100 (default: 60). Lower finds more, and errs more. A"
              + " category to which --config gives a least score keeps that where it is higher.")
  private @Nullable Integer minScore;

  @Option(
      names = "--category",
      paramLabel = "ID",
      split = ",",
      description = "Only these categories, or families such as 'payment.*'.")
  private List<String> categories = new ArrayList<>();

  @Option(names = "--show-values", description = "Print the values too.")
  private boolean showValues;

  @Option(
      names = "--progress",
      negatable = true,
      description = "Say on standard error how far it is (default: if that is a terminal).")
  private @Nullable Boolean progress;

  private final List<String> unread = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    Wanted wanted =
        new Wanted(Optional.ofNullable(minScore), Wanted.categories(categories), showValues);
    PrintStream out = standardOutput();
    try {
      return documents ? documents(wanted, out) : files(wanted, out);
    } finally {
      out.flush();
    }
  }

  // A line at a time would be a system call for each finding.
  private static PrintStream standardOutput() {
    return new PrintStream(
        new BufferedOutputStream(System.out, 64 * 1024), false, StandardCharsets.UTF_8);
  }

  private ClassifierSettings settings(Wanted wanted) {
    return wanted.settings(
        config == null ? ClassifierSettings.defaults() : ConfiguredClassifier.of(config));
  }

  private int files(Wanted wanted, PrintStream out) throws IOException {
    Classifier classifier = new Classifier(settings(wanted));
    Report report = report(out);
    Totals totals = new Totals();
    report.begin();
    for (String file : files) {
      read(
          file,
          wanted,
          classifier,
          found -> {
            totals.count(found);
            report.found(found);
          });
      totals.countFile();
    }
    report.end(totals, unread);
    return !unread.isEmpty() ? NOT_READ : totals.findings() > 0 ? FOUND : 0;
  }

  private Report report(PrintStream out) {
    if (output == null) {
      return new TextReport(Screen.on(out));
    }
    return output.json ? new JsonReport(out) : new SarifReport(out);
  }

  private void read(String file, Wanted wanted, Classifier classifier, Consumer<Found> report)
      throws IOException {
    String name = file.equals(STANDARD_INPUT) ? "stdin" : file;
    Progress shown = progress();
    try (InputStream in = open(file);
        Source source = Source.open(in, words -> warn(name, words))) {
      Format as = format == null ? Format.of(name, source) : format;
      Pieces pieces = as.pieces(source, Pieces.Sizes.USUAL, words -> warn(name, words));
      shown.begin(Printable.of(name), size(file));
      FileReading reading =
          new FileReading(
              name, classifier, wanted, report, words -> notRead(name, words), shown::at);
      reading.read(pieces);
    } catch (BadInput e) {
      notRead(name, String.valueOf(e.getMessage()));
    } finally {
      shown.end();
    }
  }

  private void notRead(String name, String words) {
    unread.add(name + " " + words);
    warn(name, words);
  }

  private static void warn(String name, String words) {
    System.err.println("demarc classify: " + Printable.of(name + " " + words));
  }

  private Progress progress() {
    boolean terminal = Progress.onTerminal();
    return new Progress(
        System.err, progress == null ? terminal : progress, terminal, System::nanoTime);
  }

  private static OptionalLong size(String file) throws IOException {
    boolean known = !file.equals(STANDARD_INPUT) && !file.endsWith(".gz");
    return known ? OptionalLong.of(Files.size(Path.of(file))) : OptionalLong.empty();
  }

  private int documents(Wanted wanted, PrintStream out) throws IOException {
    if (files.size() != 1) {
      throw new Usage("--documents reads one FILE, or - for standard input");
    }
    if (output != null && output.sarif) {
      throw new Usage("--documents prints JSON lines: leave --sarif out");
    }
    String name = files.getFirst();
    try (InputStream in = open(name)) {
      new Documents(new Classifier(settings(wanted)), wanted, out).read(name, in);
    }
    return 0;
  }

  /// Opens an input, or says what is wrong with it.
  private static InputStream open(String file) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return System.in;
    }
    Path path = Path.of(file);
    if (Files.isDirectory(path)) {
      throw new Usage(file + " is a directory: name the files in it, as in " + file + "/*.json");
    }
    try {
      return Files.newInputStream(path);
    } catch (NoSuchFileException e) {
      throw new Usage(file + " does not exist");
    } catch (AccessDeniedException e) {
      throw new Usage(file + " cannot be read: permission denied");
    }
  }
}
