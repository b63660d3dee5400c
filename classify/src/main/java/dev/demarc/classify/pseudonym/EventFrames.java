package dev.demarc.classify.pseudonym;

import java.util.Arrays;

/// Cuts the bytes of a server-sent event stream into events (HTML Living Standard, 9.2.6), however
/// the bytes come: an event ends with a blank line, a line with LF, CR LF or CR. The bytes of an
/// event, its blank line included, are kept as they came.
final class EventFrames {
  private byte[] bytes = {};
  private boolean borrowed;
  private int end;
  private int from;
  private int to;
  private int line;
  private int at;
  private boolean crlf;

  /// Whether the last event ended with a CR that was the last byte there was; an LF that comes next
  /// is of the same line end.
  private boolean endedByLastCr;

  /// Takes more of the stream; `chunk` must not change until [#keepRest].
  void append(byte[] chunk) {
    if (end == 0) {
      bytes = chunk;
      borrowed = true;
      end = chunk.length;
      return;
    }
    if (bytes.length - end < chunk.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + chunk.length));
    }
    System.arraycopy(chunk, 0, bytes, end, chunk.length);
    end += chunk.length;
  }

  /// Goes on to the next event, if it is complete.
  boolean next() {
    from = to;
    while (at < end) {
      byte b = bytes[at];
      if (b != '\n' && b != '\r') {
        at++;
        continue;
      }
      boolean blank = at == line;
      int after = at + 1;
      if (b == '\r' && after == end && (!blank || crlf)) {
        return false;
      }
      boolean both = b == '\r' && after < end && bytes[after] == '\n';
      crlf = both || (b == '\n' && blank && endedByLastCr);
      endedByLastCr = b == '\r' && after == end;
      at = both ? after + 1 : after;
      line = at;
      if (blank) {
        to = at;
        return true;
      }
    }
    return false;
  }

  /// The bytes in which the event stands: the very chunk where nothing was left before it.
  byte[] bytes() {
    return bytes;
  }

  /// Where the event begins; after [#next] said no, where the unfinished one does.
  int from() {
    return from;
  }

  /// Where the event ends.
  int to() {
    return to;
  }

  /// Where the bytes end.
  int end() {
    return end;
  }

  /// Gives up the events that were cut and keeps the unfinished one.
  void keepRest() {
    int rest = end - from;
    if (rest == 0) {
      bytes = new byte[0];
    } else if (borrowed) {
      bytes = Arrays.copyOfRange(bytes, from, from + Math.max(rest, 1024));
    } else if (from > 0) {
      System.arraycopy(bytes, from, bytes, 0, rest);
    }
    borrowed = false;
    at -= from;
    line -= from;
    end = rest;
    to = 0;
    from = 0;
  }

  /// Drops the unfinished event too.
  void clear() {
    from = end;
    to = end;
    keepRest();
    at = 0;
    line = 0;
  }
}
