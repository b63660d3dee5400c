package dev.demarc.classify.pseudonym;

import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unescape;
import java.util.Arrays;

/// One text of an answer, in as many pieces as it comes: a choice's field, a tool call's arguments.
///
/// Each piece is the inside of a JSON string. What ends a piece and could begin a live pseudonym is
/// held back, in the spelling it came in, and written before the next piece; at most the longest
/// pseudonym is held. Positions below zero are held bytes, from zero on bytes of the piece.
final class Lane implements PseudonymScan.Found {
  private static final byte[] NOTHING = {};

  private final PseudonymScan scan;
  private final LaneText text;
  private byte[] held = NOTHING;

  private byte[] base = NOTHING;
  private int start;
  private int written;
  private Rewrite out = new Rewrite(NOTHING);

  Lane(LaneText.Shape shape, LivePseudonyms live, RestoreCounts counts) {
    scan = new PseudonymScan(live, counts, this);
    text = new LaneText(shape, scan);
  }

  /// Whether text is held back.
  boolean holds() {
    return held.length > 0;
  }

  /// Whether a switch of the model to another field ends this text. JSON is left to its own end:
  /// what it holds is in the middle of it.
  boolean endsWithSwitch() {
    return holds() && !text.json();
  }

  /// Reads the next piece, the bytes [from, to) of `bytes`, and writes what changes in it; with
  /// `last`, the text ends there and nothing is held back.
  void read(byte[] bytes, int from, int to, boolean last, Rewrite rewrite) {
    base = bytes;
    start = from;
    out = rewrite;
    written = -held.length;
    int length = to - from;
    scan(to);
    if (last) {
      scan.end(length);
    }
    int waits = last ? PseudonymScan.NOTHING : scan.waitsFrom();
    keepFrom(Math.min(waits, length), length);
    scan.moved(length);
    base = NOTHING;
  }

  /// Ends the text without a further piece: what was held, restored where it is a pseudonym.
  byte[] flush() {
    Rewrite rewrite = new Rewrite(NOTHING);
    read(NOTHING, 0, 0, true, rewrite);
    return rewrite.upTo(0);
  }

  private void scan(int to) {
    int at = start;
    while (at < to) {
      int c = base[at] & 0xFF;
      int from = at++;
      if (c == '\\') {
        c = base[at++];
        if (c == 'u') {
          c = Unescape.hex4(base, at, to);
          at += 4;
        } else {
          c = Unescape.simple((byte) c);
        }
      }
      text.accept(c, from - start);
    }
  }

  @Override
  public void found(int from, int to, Text value) {
    writeTo(from);
    byte[] escaped = JsonEscape.escaped(value.bytes());
    byte[] spelled = text.quoted() ? JsonEscape.escaped(escaped) : escaped;
    out.insert(start + Math.max(from, 0), spelled, 0, spelled.length);
    out.drop(start + Math.max(from, 0), start + to);
    written = to;
  }

  private void keepFrom(int from, int length) {
    writeTo(from);
    byte[] kept = NOTHING;
    if (from < length) {
      int behind = Math.min(from, 0);
      kept =
          Arrays.copyOfRange(held, held.length + behind, held.length + length - Math.max(from, 0));
      System.arraycopy(base, start + Math.max(from, 0), kept, -behind, length - Math.max(from, 0));
      out.drop(start + Math.max(from, 0), start + length);
    }
    held = kept;
  }

  /// Lets everything before `position` go out as it came.
  private void writeTo(int position) {
    if (written < 0 && written < position) {
      int to = held.length + Math.min(position, 0);
      out.insert(start, held, held.length + written, to);
    }
    written = Math.max(written, position);
  }
}
