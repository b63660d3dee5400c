package dev.demarc.cli.demo;

import dev.demarc.cli.Screen;
import dev.demarc.policy.Basis;
import dev.demarc.policy.Reason;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Tells on the screen what happened to one request.
final class Story {
  private static final int CHANGES_PER_PLACE = 3;
  private static final int ANSWER_LINES = 5;
  private static final int ROOM = Lines.WIDTH - 14;
  private static final int LEAD = 16;
  private static final int REASON_INDENT = 11;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Screen screen;

  Story(Screen screen) {
    this.screen = screen;
  }

  void tell(Passage passage) {
    Phone phone = passage.phone();
    screen.title("A phone in " + phone.place() + " → " + phone.route());
    screen.line(
        "  A simulator with the facts of a route whose recipient is "
            + screen.bold(passage.grounds().recipient())
            + ".");
    changes(passage.comparison());
    answer(passage);
    reasons(passage);
    receipt(passage);
  }

  private void changes(Comparison comparison) {
    head("What left", "sent: by the phone; received: in the simulator's capture");
    Map<String, Integer> shown = new LinkedHashMap<>();
    int left = 0;
    for (Comparison.Change change : comparison.changes()) {
      int before = shown.merge(change.place(), 1, Integer::sum) - 1;
      if (before >= CHANGES_PER_PLACE) {
        left++;
        continue;
      }
      if (before == 0) {
        screen.line("    " + change.place());
      }
      pair(change);
    }
    screen.line(
        screen.dim(
            "    and %s changed alike; %s arrived as they were sent"
                .formatted(
                    Lines.count(left, "more line"),
                    Lines.count(comparison.unchangedLines(), "line"))));
  }

  private void pair(Comparison.Change change) {
    int longest = Math.max(change.sent().columns(), change.received().columns());
    int first = change.sent().firstMark();
    int from = longest > ROOM && first > 2 * LEAD ? first - LEAD : 0;
    screen.line("      sent     " + change.sent().shown(screen, from, ROOM));
    screen.line("      received " + change.received().shown(screen, from, ROOM));
  }

  private void answer(Passage passage) {
    Answer answer = passage.answer();
    head(
        "What came back",
        passage.phone().streamed()
            ? "streamed, in %,d pieces".formatted(answer.pieces())
            : "plain");
    Set<String> restored = Set.copyOf(passage.comparison().restorable().values());
    List<String> byLength =
        restored.stream().sorted((a, b) -> Integer.compare(b.length(), a.length())).toList();
    List<MarkedLine> lines =
        answer.text().lines().map(line -> StandIns.answer(line, byLength)).toList();
    int shown = 0;
    for (int i = 0; i < lines.size() && shown < ANSWER_LINES; i++) {
      if (i == 0 || !lines.get(i).spans().isEmpty()) {
        screen.line("      " + lines.get(i).shown(screen, 0, Lines.WIDTH - 6));
        shown++;
      }
    }
  }

  private void reasons(Passage passage) {
    head("Why", "from entry " + passage.receipt().proof().index() + " of the log, decided again");
    for (Reason reason : passage.grounds().reasons()) {
      boolean law = reason.basis() == Basis.LAW;
      String basis = Lines.padded(reason.basis().name(), 7);
      screen.line(
          "    "
              + (law ? screen.red(basis) : screen.yellow(basis))
              + screen.bold(Lines.padded(reason.rule(), 14))
              + reason.effect().name().toLowerCase(Locale.ROOT));
      Lines.wrapped(reason.says(), REASON_INDENT).forEach(screen::line);
      Lines.wrapped(reason.citation() + "; as of " + reason.asOf(), REASON_INDENT)
          .forEach(line -> screen.line(screen.dim(line)));
    }
  }

  private void receipt(Passage passage) {
    head("Receipt", "the header Demarc-Receipt");
    Instant publishBy = Instant.ofEpochSecond(passage.receipt().publishBySeconds());
    screen.line(
        "      entry %d, under a signed root of %s, to be published by %s"
            .formatted(
                passage.receipt().proof().index(),
                passage.receipt().checkpoint().size() == 1
                    ? "1 entry"
                    : passage.receipt().checkpoint().size() + " entries",
                TIME.format(publishBy)));
  }

  /// The published entries, a line for each.
  void entries(PublishedLog log) {
    screen.title("The log");
    List<String> words = EntryLine.all(log);
    IntStream.range(0, words.size())
        .forEach(i ->
            screen.line(
                "  %3d  %s%s"
                    .formatted(i, Lines.padded(log.entries().get(i).type(), 10), words.get(i))));
  }

  /// What the phones are about to send.
  void question(Planted planted) {
    screen.title("The request");
    Lines.wrapped(
            "A customer whom U.S. law protects asks the assistant of a U.S. company about a bank"
                + " statement and a Wi-Fi scan: once in the United States, once with a phone in"
                + " mainland China. Same app, same bytes: "
                + String.join(" and ", Question.FILES)
                + " of examples/, with "
                + Lines.count(planted.secrets().size(), "invented personal value")
                + " in them.",
            2)
        .forEach(screen::line);
  }

  /// How it came out, claim by claim.
  void conclude(Conclusion conclusion) {
    screen.title("In short");
    conclusion
        .claims()
        .forEach(claim ->
            screen.line(
                "  " + (claim.holds() ? screen.green("✓") : screen.red("✗")) + " " + claim.says()));
  }

  private void head(String text, String aside) {
    screen.blank();
    screen.line("  " + screen.bold(text) + "  " + screen.dim(aside));
  }
}
