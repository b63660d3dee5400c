package dev.demarc.classify.pseudonym;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Restores one streamed chat answer: server-sent events in, server-sent events out.
///
/// Each text of the answer, that is each field of a choice and each tool call, is a lane of its
/// own. A delta goes on at once, except the longest end of it that could begin a live pseudonym;
/// that waits for the lane's next delta. When the choice finishes, goes on in another field, or the
/// stream ends, what waits is sent first, in an event of our own that repeats the lane's last one.
/// Events go out as they came, byte for byte, unless a delta in them changes; events that are not
/// the chat JSON known here pass.
///
/// One thread uses it. `feed` may return the very array it was given.
public final class StreamRestorer {
  /// More texts in one answer than a client asks for; further ones pass as they are.
  private static final int LANE_LIMIT = 1024;

  private final LivePseudonyms live;
  private final int eventLimit;
  private final RestoreCounts counts = new RestoreCounts();
  private final EventFrames frames = new EventFrames();
  private final EventLines lines = new EventLines();
  private final AnswerWalker answer = AnswerWalker.ofEvents();
  private final List<OpenLane> lanes = new ArrayList<>();
  private boolean first = true;
  private boolean terminated;
  private final BitSet begun = new BitSet();
  private final BitSet finished = new BitSet();
  private boolean errorSeen;
  private boolean atEventBoundary = true;

  /// A lane, and the shape of the last event that it held text of.
  private static final class OpenLane {
    private final AnswerField field;
    private final int choice;
    private final int tool;
    private final Lane lane;
    private byte[] before = {};
    private byte[] after = {};

    OpenLane(AnswerWalker.Spot spot, Lane lane) {
      field = spot.field;
      choice = spot.choice;
      tool = spot.tool;
      this.lane = lane;
    }

    boolean is(AnswerWalker.Spot spot) {
      return field == spot.field && choice == spot.choice && tool == spot.tool;
    }
  }

  StreamRestorer(LivePseudonyms live, int eventLimit) {
    this.live = live;
    this.eventLimit = eventLimit;
  }

  /// Takes the next bytes of the stream; returns the events that are complete with them, restored.
  public byte[] feed(byte[] chunk) throws StreamBroken {
    frames.append(chunk);
    Rewrite out = new Rewrite(frames.bytes());
    while (frames.next()) {
      bounded(frames.to() - frames.from());
      event(frames.from(), frames.to(), false, out);
    }
    bounded(frames.end() - frames.from());
    byte[] events = out.upTo(frames.from());
    frames.keepRest();
    return events;
  }

  /// Ends a stream that came to its end: returns what was held back, then an event that lacks its
  /// blank line, restored where it can be read and else as it is.
  public byte[] end() {
    frames.next();
    Rewrite out = new Rewrite(frames.bytes());
    if (frames.from() < frames.end()) {
      atEventBoundary = false;
      event(frames.from(), frames.end(), true, out);
    }
    flush(frames.end(), open -> true, out);
    byte[] rest = out.upTo(frames.end());
    frames.clear();
    return rest;
  }

  /// Ends a stream that broke off: returns what was held back and drops the unfinished event, so
  /// that an error event can follow.
  public byte[] cut() {
    Rewrite out = new Rewrite(new byte[0]);
    flush(0, open -> true, out);
    frames.clear();
    return out.upTo(0);
  }

  /// Pseudonyms replaced by their values so far.
  public int restored() {
    return counts.restored;
  }

  /// What looked like a pseudonym and is not a live one, so far.
  public int unknown() {
    return counts.unknown;
  }

  /// Live pseudonyms left as they are because they stand in a URL, so far.
  public int withheld() {
    return counts.withheld;
  }

  /// Whether `data: [DONE]` was seen.
  public boolean terminated() {
    return terminated;
  }

  /// Whether every choice that began has its finish_reason, and no fewer than the `choices` that
  /// were asked for: one choice may end long before another begins.
  public boolean finished(int choices) {
    return finished.cardinality() >= Math.max(1, choices)
        && finished.cardinality() == begun.cardinality();
  }

  /// Whether an event carried an `error`.
  public boolean errorSeen() {
    return errorSeen;
  }

  /// Whether what was returned so far ends with a whole event, so that one of the gateway's own, or
  /// a comment that keeps the connection alive, can follow.
  public boolean atEventBoundary() {
    return atEventBoundary;
  }

  private void bounded(int length) throws StreamBroken {
    if (length > eventLimit) {
      throw new StreamBroken(
          "event_too_long",
          "an event of the stream is longer than the limit of " + eventLimit + " bytes");
    }
  }

  private void event(int from, int to, boolean last, Rewrite out) {
    lines.read(frames.bytes(), from, to, first);
    first = false;
    terminated |= lines.done();
    if (!lines.hasData() || !answer.read(lines.data(), lines.from(), lines.to())) {
      flush(from, open -> last || lines.done(), out);
      return;
    }
    answer.choices(begun, finished);
    errorSeen |= answer.error();
    boolean all = last || answer.error();
    flush(from, open -> !goesOn(open, 0) && (all || endsBefore(open)), out);
    for (int i = 0; i < answer.spots(); i++) {
      AnswerWalker.Spot spot = answer.spot(i);
      if (spot.from < spot.to) {
        restore(spot, i, all || answer.finishes(spot.choice), out);
      }
    }
  }

  /// Whether the event, from its text `i` on, has text of this lane.
  private boolean goesOn(OpenLane open, int i) {
    boolean found = false;
    for (int k = i; k < answer.spots() && !found; k++) {
      AnswerWalker.Spot spot = answer.spot(k);
      found = open.is(spot) && spot.from < spot.to;
    }
    return found;
  }

  /// Whether the event means that this lane, of which it has no text, is at its end: the choice
  /// finishes, or goes on in another lane.
  private boolean endsBefore(OpenLane open) {
    boolean ends = answer.finishes(open.choice);
    for (int i = 0; i < answer.spots() && !ends; i++) {
      AnswerWalker.Spot spot = answer.spot(i);
      ends = spot.choice == open.choice && spot.from < spot.to && open.lane.endsWithSwitch();
    }
    return ends;
  }

  private void restore(AnswerWalker.Spot spot, int i, boolean ends, Rewrite out) {
    Optional<OpenLane> found = lane(spot);
    if (found.isEmpty()) {
      return;
    }
    OpenLane open = found.get();
    int from = lines.inEvent(spot.from);
    int to = from + spot.to - spot.from;
    open.lane.read(frames.bytes(), from, to, ends && !goesOn(open, i + 1), out);
    if (open.lane.holds()) {
      open.before = before(spot);
      open.after = after(spot);
    }
  }

  private Optional<OpenLane> lane(AnswerWalker.Spot spot) {
    for (OpenLane open : lanes) {
      if (open.is(spot)) {
        return Optional.of(open);
      }
    }
    if (lanes.size() == LANE_LIMIT) {
      return Optional.empty();
    }
    OpenLane open = new OpenLane(spot, new Lane(spot.field.shape(), live, counts));
    lanes.add(open);
    return Optional.of(open);
  }

  private void flush(int at, Predicate<OpenLane> which, Rewrite out) {
    for (OpenLane open : lanes) {
      if (open.lane.holds() && which.test(open)) {
        byte[] text = open.lane.flush();
        out.insert(at, open.before, 0, open.before.length);
        out.insert(at, text, 0, text.length);
        out.insert(at, open.after, 0, open.after.length);
      }
    }
  }

  /// An event like the one just read, up to the text of `spot`.
  private byte[] before(AnswerWalker.Spot spot) {
    ByteArrayOutputStream before = new ByteArrayOutputStream();
    before.writeBytes(lines.head());
    before.writeBytes(ascii("data: {"));
    before.writeBytes(answer.envelope());
    before.writeBytes(ascii("\"choices\":[{\"index\":" + spot.choice + ",\"delta\":{"));
    before.writeBytes(spot.field.before(spot.tool));
    return before.toByteArray();
  }

  /// The rest of that event.
  private byte[] after(AnswerWalker.Spot spot) {
    ByteArrayOutputStream after = new ByteArrayOutputStream();
    after.writeBytes(spot.field.after());
    after.writeBytes(ascii("},\"finish_reason\":null}]}"));
    after.writeBytes(lines.lineEnd());
    after.writeBytes(lines.lineEnd());
    return after.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
