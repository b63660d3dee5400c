package dev.demarc.classify.pseudonym;

import dev.demarc.classify.text.Text;

/// Puts the values of one request back into its answer. [Pseudonyms#restorer] makes it.
public final class Restorer {
  /// Longest event of a stream that is read, in bytes, where nothing else is said.
  public static final int EVENT_LIMIT = 1 << 20;

  private final LivePseudonyms live;

  Restorer(LivePseudonyms live) {
    this.live = live;
  }

  /// Restores a whole chat answer: into what the model wrote for the client to show or to run, and
  /// nowhere else. Every other byte stays as it was.
  public Restored restoreAnswer(Text json) {
    byte[] body = json.bytes();
    AnswerWalker answer = AnswerWalker.ofAnswers();
    if (!answer.read(body, 0, body.length)) {
      return new Restored(json, false, 0, 0, 0);
    }
    RestoreCounts counts = new RestoreCounts();
    Rewrite rewrite = new Rewrite(body);
    for (int i = 0; i < answer.spots(); i++) {
      AnswerWalker.Spot spot = answer.spot(i);
      if (mayHold(body, spot.from, spot.to)) {
        new Lane(spot.field.shape(), live, counts).read(body, spot.from, spot.to, true, rewrite);
      }
    }
    return new Restored(
        Text.of(rewrite.upTo(body.length)), true, counts.restored, counts.unknown, counts.withheld);
  }

  /// Whether a pseudonym, or what looks like one, can stand in the bytes [from, to): each has a
  /// `_`, plain or by an escape.
  private static boolean mayHold(byte[] body, int from, int to) {
    for (int i = from; i < to; i++) {
      if (body[i] == '_' || (body[i] == 'u' && body[i - 1] == '\\')) {
        return true;
      }
    }
    return false;
  }

  /// Restores one streamed answer.
  public StreamRestorer stream() {
    return stream(EVENT_LIMIT);
  }

  /// Restores one streamed answer whose events are no longer than `eventLimit` bytes.
  public StreamRestorer stream(int eventLimit) {
    return new StreamRestorer(live, eventLimit);
  }

  @Override
  public String toString() {
    return "Restorer[" + live + "]";
  }
}
