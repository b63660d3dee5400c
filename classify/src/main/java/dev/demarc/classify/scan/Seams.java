package dev.demarc.classify.scan;

import dev.demarc.classify.finding.Span;
import dev.demarc.classify.finding.Span.Form;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Joins the texts of a conversation where one ends and the next begins, so that a value split over
/// parts of a message, or over messages of one role, is found with a span in each. Of each text
/// only the ends take part: what is longer than they are cannot be split over them.
public final class Seams {
  private static final int REACH = 64;
  private static final int ROLES = 16;

  /// So many texts of one message are held until its role is known.
  private static final int MOST_HELD = 64;

  /// Where no role is said, only the parts of one message go on in one another.
  private static final int NOBODY = 0;

  /// Reads two ends that were joined.
  public interface Reader {
    void read(Seams seam, View joined);
  }

  private final Reader reader;
  private final Ends[] lastOf = new Ends[ROLES];
  private final List<Ends> message = new ArrayList<>();
  private final View view = new View();
  private final Ends joined = new Ends(4 * REACH + 2);
  private int used;
  private int role;
  private boolean goesOn;
  private boolean cutBefore;
  private boolean cutAfter;

  public Seams(Reader reader) {
    this.reader = reader;
    for (int k = 0; k < ROLES; k++) {
      lastOf[k] = new Ends(2 * REACH);
    }
  }

  /// Begins with another body.
  public void begin() {
    used = 0;
    role = NOBODY;
    goesOn = false;
    for (Ends ends : lastOf) {
      ends.clear();
    }
  }

  /// Says whose the message is.
  public void role(View name) {
    role = 1;
    for (int i = name.start(); i < name.end(); i++) {
      role = role * 31 + name.bytes()[i];
    }
    role = 1 + Math.floorMod(role ^ role >>> 4, ROLES - 1);
    if (goesOn) {
      lastOf[role].become(lastOf[NOBODY]);
    }
  }

  /// Takes a text of the message.
  public void text(View text) {
    if (text.length() == 0) {
      return;
    }
    if (used == MOST_HELD) {
      joinHeld();
    }
    if (used == message.size()) {
      message.add(new Ends(4 * REACH));
    }
    Ends ends = message.get(used++);
    ends.clear();
    int head = characterAt(text.bytes(), text.start() + Math.min(text.length(), REACH), text.end());
    ends.add(text, text.start(), head);
    ends.headEnd = ends.size;
    ends.whole = text.length() <= 2 * REACH;
    if (head < text.end()) {
      int tail = characterAt(text.bytes(), text.end() - REACH, text.end());
      ends.add(text, ends.whole ? head : tail, text.end());
    }
  }

  /// The beginning of the first character that begins at `at` or behind it.
  private static int characterAt(byte[] b, int at, int to) {
    int i = at;
    while (i < to && (b[i] & 0xC0) == 0x80) {
      i++;
    }
    return i;
  }

  /// The message is over.
  public void endMessage() {
    joinHeld();
    role = NOBODY;
    goesOn = false;
  }

  private void joinHeld() {
    Ends last = lastOf[role];
    if (role == NOBODY && !goesOn) {
      last.clear();
    }
    for (int k = 0; k < used; k++) {
      Ends next = message.get(k);
      if (last.size > 0 && mayJoin(last, next)) {
        join(last, next, false);
        join(last, next, true);
      }
      last.follow(next);
    }
    used = 0;
    goesOn = true;
  }

  private static boolean mayJoin(Ends last, Ends next) {
    for (int i = Math.max(0, last.size - 24); i < last.size; i++) {
      byte c = last.bytes[i];
      if (Bytes.digit(c) || c == '@' || c == ':' || c == '=') {
        return true;
      }
    }
    for (int i = 0; i < Math.min(24, next.size); i++) {
      if (Bytes.digit(next.bytes[i]) || next.bytes[i] == '@') {
        return true;
      }
    }
    return false;
  }

  private void join(Ends last, Ends next, boolean blank) {
    joined.clear();
    joined.append(last, 0, last.size, 0);
    if (blank) {
      joined.blank();
    }
    int head = next.whole ? next.size : next.headEnd;
    joined.append(next, 0, head, last.parts);
    cutBefore = !last.whole;
    cutAfter = !next.whole;
    view.rewritten(joined.bytes, 0, joined.size, joined.starts, null);
    joined.starts[joined.size] = joined.size == 0 ? 0 : joined.ends[joined.size - 1];
    reader.read(this, view);
  }

  /// The spans of [from, to) of the joined ends, one in each text that has some of it; none where
  /// it may go on beyond them, or is in one text.
  List<Span> spans(View at, int from, int to, String word) {
    int first = at.downTo(view, from);
    int past = at.downTo(view, to);
    if ((cutBefore && first == 0) || (cutAfter && past == joined.size)) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>();
    for (int i = first; i < past; ) {
      int end = i;
      while (end < past && joined.part[end] == joined.part[i]) {
        end++;
      }
      if (joined.part[i] >= 0) {
        Text value = Text.of(Arrays.copyOfRange(joined.bytes, i, end));
        spans.add(new Span(joined.starts[i], joined.ends[end - 1], Form.TEXT, word, value, value));
      }
      i = end;
    }
    return spans;
  }

  /// The two ends of a text, or of several that follow one another, and where each byte stands in
  /// the body.
  private static final class Ends {
    final byte[] bytes;
    final int[] starts;
    final int[] ends;
    final int[] part;
    int size;
    int headEnd;
    int parts;
    boolean whole = true;

    Ends(int most) {
      bytes = new byte[most];
      starts = new int[most + 1];
      ends = new int[most];
      part = new int[most];
    }

    void clear() {
      size = 0;
      headEnd = 0;
      parts = 0;
      whole = true;
    }

    void add(View text, int from, int to) {
      int length = to - from;
      System.arraycopy(text.bytes(), from, bytes, size, length);
      text.raw(from, to, starts, ends, size);
      Arrays.fill(part, size, size + length, 0);
      size += length;
      parts = 1;
    }

    void append(Ends other, int from, int to, int partsBefore) {
      for (int i = from; i < to; i++) {
        bytes[size] = other.bytes[i];
        starts[size] = other.starts[i];
        part[size] = other.part[i] + partsBefore;
        ends[size++] = other.ends[i];
      }
    }

    /// A blank that stands nowhere.
    void blank() {
      bytes[size] = ' ';
      starts[size] = size == 0 ? 0 : ends[size - 1];
      part[size] = -1;
      ends[size] = starts[size];
      size++;
    }

    void become(Ends other) {
      clear();
      append(other, 0, other.size, 0);
      parts = other.parts;
      whole = other.whole;
    }

    /// Becomes the end of itself and `next`.
    void follow(Ends next) {
      int room = next.whole ? Math.max(0, Math.min(size, REACH - next.size)) : 0;
      int dropped = characterAt(bytes, size - room, size);
      int kept = size - dropped;
      whole = next.whole && whole && dropped == 0;
      for (int i = 0; i < kept; i++) {
        bytes[i] = bytes[dropped + i];
        starts[i] = starts[dropped + i];
        part[i] = part[dropped + i];
        ends[i] = ends[dropped + i];
      }
      size = kept;
      int from = characterAt(next.bytes, Math.max(0, next.size - REACH), next.size);
      whole &= from == 0;
      append(next, from, next.size, parts);
      parts++;
    }
  }
}
