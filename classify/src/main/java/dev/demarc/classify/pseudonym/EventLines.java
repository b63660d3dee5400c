package dev.demarc.classify.pseudonym;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The lines of one server-sent event: its data, and where in the event each byte of the data
/// stands. One line of data is read in place; several are joined by LF, as the standard says.
final class EventLines {
  private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EVENT = "event".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = {};
  private int lines;
  private int[] lineFrom = new int[4];
  private int[] lineTo = new int[4];
  private int nameFrom;
  private int nameTo;
  private int breakFrom;
  private int breakTo;

  private byte[] data = {};
  private int from;
  private int to;

  /// Reads the event [start, end); the stream's first may begin with a byte order mark.
  void read(byte[] event, int start, int end, boolean first) {
    bytes = event;
    lines = 0;
    nameTo = nameFrom;
    breakTo = breakFrom;
    int at = first ? afterByteOrderMark(start, end) : start;
    while (at < end) {
      int stop = at;
      while (stop < end && bytes[stop] != '\n' && bytes[stop] != '\r') {
        stop++;
      }
      line(at, stop);
      at = stop < end ? lineBreak(stop, end) : end;
    }
    joinLines();
  }

  /// Whether the event has data.
  boolean hasData() {
    return lines > 0;
  }

  /// Whether the data is the `[DONE]` that ends a chat stream.
  boolean done() {
    int after = from + DONE.length;
    return after <= to && Arrays.equals(DONE, 0, DONE.length, data, from, after);
  }

  /// The array in which the data is [#from] to [#to].
  byte[] data() {
    return data;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /// Where in the event's bytes a byte of the data stands.
  int inEvent(int position) {
    int start = from;
    int line = 0;
    while (lines > 1 && position > start + lineTo[line] - lineFrom[line]) {
      start += lineTo[line] - lineFrom[line] + 1;
      line++;
    }
    return position - start + (lines > 1 ? lineFrom[line] : from);
  }

  /// The event's lines before its data, written again for an event like it: its name, if it has
  /// one.
  byte[] head() {
    byte[] lineEnd = lineEnd();
    byte[] head = Arrays.copyOfRange(bytes, nameFrom, nameTo + lineEnd.length);
    System.arraycopy(lineEnd, 0, head, nameTo - nameFrom, lineEnd.length);
    return nameFrom == nameTo ? new byte[0] : head;
  }

  /// How the event ends its lines.
  byte[] lineEnd() {
    return breakFrom == breakTo ? new byte[] {'\n'} : Arrays.copyOfRange(bytes, breakFrom, breakTo);
  }

  private void line(int start, int stop) {
    if (named(DATA, start, stop)) {
      int value = Math.min(start + DATA.length + 1, stop);
      if (lines == lineFrom.length) {
        lineFrom = Arrays.copyOf(lineFrom, 2 * lines);
        lineTo = Arrays.copyOf(lineTo, 2 * lines);
      }
      lineFrom[lines] = value < stop && bytes[value] == ' ' ? value + 1 : value;
      lineTo[lines++] = stop;
    } else if (named(EVENT, start, stop)) {
      nameFrom = start;
      nameTo = stop;
    }
  }

  private boolean named(byte[] name, int start, int stop) {
    int after = start + name.length;
    return after <= stop
        && Arrays.equals(name, 0, name.length, bytes, start, after)
        && (after == stop || bytes[after] == ':');
  }

  private int lineBreak(int stop, int end) {
    int after =
        bytes[stop] == '\r' && stop + 1 < end && bytes[stop + 1] == '\n' ? stop + 2 : stop + 1;
    if (breakFrom == breakTo) {
      breakFrom = stop;
      breakTo = after;
    }
    return after;
  }

  private void joinLines() {
    data = bytes;
    from = lines == 0 ? 0 : lineFrom[0];
    to = lines == 0 ? 0 : lineTo[0];
    if (lines > 1) {
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      for (int i = 0; i < lines; i++) {
        joined.write(bytes, lineFrom[i], lineTo[i] - lineFrom[i]);
        joined.write('\n');
      }
      data = joined.toByteArray();
      from = 0;
      to = data.length - 1;
    }
  }

  private int afterByteOrderMark(int start, int end) {
    boolean mark =
        end - start >= 3
            && bytes[start] == (byte) 0xEF
            && bytes[start + 1] == (byte) 0xBB
            && bytes[start + 2] == (byte) 0xBF;
    return mark ? start + 3 : start;
  }
}
