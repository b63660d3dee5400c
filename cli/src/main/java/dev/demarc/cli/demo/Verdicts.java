package dev.demarc.cli.demo;

import dev.demarc.cli.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Asks the verifier about the log as it is, and about a copy with one byte flipped.
final class Verdicts {
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
    for (int i = 0; i < lines.size(); i++) {
      int indent = i == 0 ? 2 : 4;
      for (String line : Lines.wrapped(lines.get(i), indent)) {
        screen.line(i == 0 ? painted(verdict, line) : line);
      }
    }
    return verdict.exitCode();
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
