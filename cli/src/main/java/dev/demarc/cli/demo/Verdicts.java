package dev.demarc.cli.demo;

import dev.demarc.cli.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Asks the verifier about the log as it is, and about a copy with one byte flipped.
final class Verdicts {
  private static final int MOST_LINES = 3;

  private final Screen screen;
  private final Verifier verifier;
  private final DemoDirectory directory;

  Verdicts(Screen screen, Verifier verifier, DemoDirectory directory) {
    this.screen = screen;
    this.verifier = verifier;
    this.directory = directory;
  }

  /// The verifier's exit code over the log as the gateway published it.
  int untouched() throws IOException, InterruptedException {
    screen.title("What a stranger's verifier says, with the key and a receipt");
    for (String line : verifier.command(directory.log(), receipt())) {
      screen.line("  " + screen.dim(line));
    }
    return verify(directory.log());
  }

  /// Its exit code over the altered copy.
  int altered(Passage passage, PublishedLog log) throws IOException, InterruptedException {
    int index = Math.toIntExact(passage.receipt().proof().index());
    FlippedByte flipped =
        FlippedByte.make(directory.log(), directory.alteredLog(), index, log.entries().size());
    screen.title("One byte flipped in a copy, and the verifier again");
    screen.line("  entry %d, in %s, byte %,d".formatted(index, flipped.file(), flipped.offset()));
    screen.line("    was  …" + flipped.before() + "…");
    screen.line("    is   …" + flipped.after() + "…");
    return verify(directory.alteredLog());
  }

  private int verify(Path log) throws IOException, InterruptedException {
    Verifier.Verdict verdict = verifier.verify(log, receipt(), directory.diagnosticsOf("verifier"));
    screen.blank();
    List<String> lines = verdict.lines();
    screen.line("  " + painted(verdict, lines.isEmpty() ? "no verdict" : lines.getFirst()));
    for (String line : lines.stream().skip(1).toList()) {
      shortened(line).forEach(screen::line);
    }
    return verdict.exitCode();
  }

  /// A sentence of the verifier, in as many lines as a reader takes in at once.
  private List<String> shortened(String sentence) {
    List<String> lines = new ArrayList<>(Lines.wrapped(sentence, 4));
    if (lines.size() > MOST_LINES) {
      lines.subList(MOST_LINES, lines.size()).clear();
      MarkedLine last = new MarkedLine(lines.getLast() + " …", List.of());
      lines.set(MOST_LINES - 1, last.shown(screen, 0, Lines.WIDTH));
    }
    return lines;
  }

  private String painted(Verifier.Verdict verdict, String line) {
    return switch (verdict.exitCode()) {
      case Verifier.VERIFIED -> screen.green(screen.bold(line));
      case Verifier.REFUTED -> screen.red(screen.bold(line));
      default -> screen.yellow(screen.bold(line));
    };
  }

  private Path receipt() {
    return directory.receiptOf(Phone.CN);
  }
}
