package dev.demarc.cli.classify;

import dev.demarc.cli.Screen;
import dev.demarc.evidence.Printable;
import dev.demarc.evidence.record.Json;
import java.util.List;

/// A line for each finding, as compilers write them, so that editors jump to it. What comes from
/// the file cannot steer the terminal.
final class TextReport implements Report {
  private final Screen screen;

  TextReport(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void found(Found found) {
    StringBuilder line = new StringBuilder();
    line.append(Printable.of(found.file()))
        .append(':')
        .append(found.first().start().words())
        .append(": ");
    line.append(screen.bold(found.category().id())).append(' ').append(found.score());
    found.value().ifPresent(value -> line.append(' ').append(Printable.of(Json.of(value).text())));
    if (!found.name().isEmpty()) {
      line.append(" at ").append(Printable.of(found.name()));
    }
    line.append(screen.dim(" — " + EvidenceWords.of(found.evidence())));
    for (Found.Place more : found.places().subList(1, found.places().size())) {
      line.append(screen.dim("; goes on at " + more.start().words()));
    }
    screen.line(line.toString());
  }

  @Override
  public void end(Totals totals, List<String> unread) {
    screen.line(totals.words() + notRead(unread.size()));
  }

  /// Nobody may take "nothing found" for a statement about what could not be read.
  private static String notRead(int parts) {
    return switch (parts) {
      case 0 -> "";
      case 1 -> "; 1 part could not be read";
      default -> "; " + parts + " parts could not be read";
    };
  }
}
