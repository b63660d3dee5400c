package dev.demarc.cli.classify;

import dev.demarc.classify.Classifier;
import dev.demarc.classify.finding.Finding;
import dev.demarc.classify.finding.Span;
import dev.demarc.classify.finding.Stretch;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// One file, read piece by piece: each finding is reported once, whole, in the order of the file.
final class FileReading {
  private final String file;
  private final Classifier classifier;
  private final Wanted wanted;
  private final Consumer<Found> report;
  private final Consumer<String> unread;
  private final LongConsumer progress;

  /// What the piece before reported beyond where this one takes over, by offsets in the file.
  private final List<Reported> reaching = new ArrayList<>();

  private long takenOver;
  private long passed = -1;

  private record Reported(Finding finding, long start, long end) {}

  /// @param unread is told of what could not be read
  /// @param progress is told after each piece how far it is
  FileReading(
      String file,
      Classifier classifier,
      Wanted wanted,
      Consumer<Found> report,
      Consumer<String> unread,
      LongConsumer progress) {
    this.file = file;
    this.classifier = classifier;
    this.wanted = wanted;
    this.report = report;
    this.unread = unread;
    this.progress = progress;
  }

  /// Reads all pieces.
  void read(Pieces pieces) throws IOException {
    Optional<Piece> piece = pieces.next();
    while (piece.isPresent()) {
      read(piece.get(), pieces.trail());
      progress.accept(piece.get().inFile(piece.get().boundary()));
      piece = pieces.next();
    }
  }

  private void read(Piece piece, Trail trail) {
    if (passed >= 0 && passed < piece.position().offset()) {
      trail.passCut();
    }
    passed = Math.max(passed, piece.position().offset());
    List<Reported> before = List.copyOf(reaching);
    reaching.clear();
    Cursor cursor = new Cursor(piece);
    for (Finding finding : findings(piece)) {
      List<Stretch> stretches = finding.stretches();
      int start = stretches.getFirst().start();
      int end = stretches.getLast().end();
      Reported reported = new Reported(finding, piece.inFile(start), piece.inFile(end));
      if (start >= piece.from() && start < piece.boundary() && isNew(reported, before)) {
        take(reported, piece);
        pass(trail, piece, start);
        String name = trail.name(isName(finding));
        if (wanted.takes(finding)) {
          report.accept(found(finding, name, stretches, cursor));
        }
      }
    }
    pass(trail, piece, piece.boundary());
    takenOver = piece.inFile(piece.boundary());
  }

  private List<Finding> findings(Piece piece) {
    Text text = Text.of(piece.bytes());
    try {
      return piece.document()
          ? classifier.classifyDocument(text).findings()
          : classifier.classifyText(text).findings();
    } catch (Unreadable e) {
      unread.accept(
          "from " + piece.position().words() + " on " + text.length() + " bytes: " + e.reason());
      return List.of();
    }
  }

  /// What begins before this piece took over was the earlier one's to report, unless that one could
  /// not see it whole.
  private boolean isNew(Reported found, List<Reported> before) {
    if (found.end() <= takenOver) {
      return false;
    }
    return before.stream()
        .noneMatch(known ->
            known.finding().category() == found.finding().category()
                && known.start() < found.end()
                && found.start() < known.end());
  }

  private void take(Reported reported, Piece piece) {
    if (reported.end() > piece.inFile(piece.boundary())) {
      reaching.add(reported);
    }
  }

  private void pass(Trail trail, Piece piece, int to) {
    int from = Math.toIntExact(piece.from() + passed - piece.position().offset());
    if (to > from) {
      trail.pass(piece.bytes(), from, to);
      passed = piece.inFile(to);
    }
  }

  private static boolean isName(Finding finding) {
    return finding.spans().getFirst().form() == Span.Form.NAME;
  }

  private Found found(Finding finding, String name, List<Stretch> stretches, Cursor cursor) {
    List<Found.Place> places = new ArrayList<>();
    for (Stretch stretch : stretches) {
      places.add(new Found.Place(cursor.at(stretch.start()), cursor.at(stretch.end())));
    }
    return new Found(
        file,
        finding.category(),
        finding.score(),
        finding.evidence(),
        name,
        places,
        wanted.value(finding));
  }

  /// Turns offsets in a piece into places of the file, reading it once where they ascend.
  private static final class Cursor {
    private final Piece piece;
    private int index;
    private Position position;

    Cursor(Piece piece) {
      this.piece = piece;
      this.index = piece.from();
      this.position = piece.position();
    }

    Position at(int offset) {
      if (offset < index) {
        index = piece.from();
        position = piece.position();
      }
      position = position.after(piece.bytes(), index, offset);
      index = offset;
      return position;
    }
  }
}
