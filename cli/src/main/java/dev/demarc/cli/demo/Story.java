package dev.demarc.cli.demo;

import dev.demarc.cli.Screen;
import dev.demarc.evidence.record.Entry;
import dev.demarc.policy.Basis;
import dev.demarc.policy.Effect;
import dev.demarc.policy.Reason;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells on the screen what happened to one request.
final class Story {
  private static final int ROOM = Lines.WIDTH - 15;
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
    refusals(passage);
    screen.line("  recipient  " + passage.grounds().recipient());
    changes(passage.comparison());
    answer(passage);
    reasons(passage);
    receipt(passage);
  }

  private void changes(Comparison comparison) {
    head("What left", "sent: by the phone; received: in the simulator's capture");
    Set<String> seen = new HashSet<>();
    String place = "";
    int alike = 0;
    for (Comparison.Change change : comparison.changes()) {
      if (!addAll(seen, change.place(), change.received())) {
        alike++;
        continue;
      }
      if (!change.place().equals(place)) {
        place = change.place();
        screen.line("    " + place);
      }
      pair(change);
    }
    screen.line(
        screen.dim(
            "    and %s changed alike; %s arrived as sent"
                .formatted(
                    Lines.count(alike, "more line"),
                    Lines.count(comparison.unchangedLines(), "line"))));
  }

  /// Notes what the line shows at this place; false where all of it was shown there before.
  private static boolean addAll(Set<String> seen, String place, MarkedLine line) {
    return seen.addAll(line.shows().stream().map(shown -> place + " " + shown).toList());
  }

  private void pair(Comparison.Change change) {
    int from = Math.max(change.sent().start(ROOM), change.received().start(ROOM));
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
    List<String> lines = answer.text().lines().toList();
    Lines.wrapped(lines.getFirst(), 6).forEach(screen::line);
    Set<String> seen = new HashSet<>();
    for (String text : lines) {
      MarkedLine line = StandIns.answer(text, passage.comparison().restorable());
      if (addAll(seen, "", line)) {
        int room = Lines.WIDTH - 6;
        screen.line("      " + line.shown(screen, line.start(room), room));
      }
    }
  }

  private void refusals(Passage passage) {
    for (Passage.Refused refused : passage.refusals()) {
      screen.line(
          "  "
              + screen.bold("Refused first")
              + screen.dim(
                  "  entry %d of the log: route %s, where nothing was sent"
                      .formatted(refused.index(), refused.routeId())));
      refused.grounds().reasons().stream()
          .filter(reason -> reason.effect() == Effect.DENIES)
          .forEach(this::reason);
      screen.blank();
    }
  }

  private void reasons(Passage passage) {
    head(
        "Why",
        "entry %d of the log, decided again with the same result"
            .formatted(passage.receipt().proof().index()));
    passage.grounds().reasons().forEach(this::reason);
  }

  private void reason(Reason reason) {
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

  /// The published entries, a sentence for each.
  void entries(PublishedLog log) {
    screen.title("The log");
    for (int index = 0; index < log.entries().size(); index++) {
      Entry entry = log.entries().get(index);
      String head = "  %2d  %-9s".formatted(index, entry.type());
      List<String> lines = Lines.wrapped(EntryLine.of(entry), head.length());
      screen.line(head + lines.getFirst().strip());
      lines.stream().skip(1).forEach(screen::line);
    }
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
    for (Conclusion.Claim claim : conclusion.claims()) {
      String mark = claim.holds() ? screen.green("✓") : screen.red("✗");
      List<String> lines = Lines.wrapped(claim.says(), 4);
      screen.line("  " + mark + " " + lines.getFirst().strip());
      lines.stream().skip(1).forEach(screen::line);
    }
  }

  private void head(String text, String aside) {
    screen.blank();
    screen.line("  " + screen.bold(text) + "  " + screen.dim(aside));
  }
}
