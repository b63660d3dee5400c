package dev.demarc.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Cuts the bytes of one connection into requests (RFC 9112) and keeps them exactly as they came:
/// no server library stands between the wire and the capture, since every one of them normalises.
final class RequestReader {
  static final int MOST_HEAD = 256 * 1024;
  static final int MOST_BODY = 256 * 1024 * 1024;

  private byte[] buffer = new byte[4096];
  private int length;
  private int headEnd;
  private int chunkAt;

  /// The bytes of one request.
  @SuppressWarnings("ArrayRecordComponent") // wire bytes; nobody compares them
  record Raw(byte[] head, byte[] body) {}

  /// What came is not HTTP/1.1 as this reader knows it, or too large.
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  void feed(byte[] bytes) {
    if (length + bytes.length > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(length + bytes.length, buffer.length * 2));
    }
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
  }

  /// True where bytes wait that no request has taken yet.
  boolean holdsBytes() {
    return length > 0;
  }

  /// True where the head is here, asks to be told to go on, and the body is not here.
  boolean awaitsContinue() {
    return headEnd > 0
        && length == headEnd
        && header(headEnd, "expect").toLowerCase(Locale.ROOT).equals("100-continue");
  }

  /// The next complete request, taken off.
  Optional<Raw> next() throws Malformed {
    if (headEnd == 0 && !findHead()) {
      return Optional.empty();
    }
    int end = end();
    return end < 0 || end > length ? Optional.empty() : Optional.of(take(headEnd, end));
  }

  /// What is left when the connection ends: a request that never became complete.
  Raw rest() {
    return take(headEnd == 0 ? length : headEnd, length);
  }

  private Raw take(int head, int end) {
    var raw = new Raw(Arrays.copyOf(buffer, head), Arrays.copyOfRange(buffer, head, end));
    System.arraycopy(buffer, end, buffer, 0, length - end);
    length -= end;
    headEnd = 0;
    chunkAt = 0;
    return raw;
  }

  private boolean findHead() throws Malformed {
    for (int at = indexOf(buffer, length, 0, '\n'); at >= 0; ) {
      int next = indexOf(buffer, length, at + 1, '\n');
      if (next == at + 1 || (next == at + 2 && buffer[at + 1] == '\r')) {
        headEnd = next + 1;
        chunkAt = headEnd;
        return true;
      }
      at = next;
    }
    if (length > MOST_HEAD) {
      throw new Malformed("the head is longer than " + MOST_HEAD + " bytes");
    }
    return false;
  }

  /// Where the request ends, or -1 where that cannot be said yet.
  private int end() throws Malformed {
    String encoding = header(headEnd, "transfer-encoding").toLowerCase(Locale.ROOT);
    if (encoding.endsWith("chunked")) {
      return chunkedEnd();
    }
    String announced = header(headEnd, "content-length");
    if (announced.isEmpty()) {
      return headEnd;
    }
    if (!announced.matches("[0-9]{1,9}") || Integer.parseInt(announced) > MOST_BODY) {
      throw new Malformed("content-length is no number up to " + MOST_BODY);
    }
    return headEnd + Integer.parseInt(announced);
  }

  private int chunkedEnd() throws Malformed {
    while (true) {
      int lineEnd = indexOf(buffer, length, chunkAt, '\n');
      if (lineEnd < 0) {
        return -1;
      }
      int size = chunkSize(buffer, chunkAt, lineEnd);
      if (size < 0 || chunkAt - headEnd + (long) size > MOST_BODY) {
        throw new Malformed("a chunk has no size that can be read, or the body is too long");
      }
      if (size == 0) {
        return trailersEnd(lineEnd + 1);
      }
      if (lineEnd + 1L + size + 2 > length) {
        return -1;
      }
      chunkAt = lineEnd + 1 + size + 2;
    }
  }

  /// Where the trailer section ends that begins at `at`: after its empty line.
  private int trailersEnd(int at) {
    for (int from = at; ; ) {
      int lineEnd = indexOf(buffer, length, from, '\n');
      if (lineEnd < 0) {
        return -1;
      }
      if (lineEnd == from || (lineEnd == from + 1 && buffer[from] == '\r')) {
        return lineEnd + 1;
      }
      from = lineEnd + 1;
    }
  }

  private String header(int end, String name) {
    return new CapturedRequest(0, 0, "", Arrays.copyOf(buffer, end), new byte[0], false)
        .header(name)
        .orElse("");
  }

  /// The chunk size that stands in hexadecimal from `from` to `lineEnd`, or -1.
  static int chunkSize(byte[] bytes, int from, int lineEnd) {
    int size = 0;
    int digits = 0;
    for (int i = from; i < lineEnd && digits < 8; i++, digits++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        break;
      }
      size = size * 16 + digit;
    }
    return digits == 0 || digits == 8 ? -1 : size;
  }

  static int indexOf(byte[] bytes, int end, int from, char wanted) {
    for (int i = from; i < end; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }
}
