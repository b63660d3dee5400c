package dev.demarc.classify;

/// Tells numbers that count or identify something in a machine by the word directly before them:
/// `user_id=`, `rowId: `, "event 12".
final class NumberWords {
  private static final Words COUNTING =
      new Words(
          "id", "ids", "size", "bytes", "count", "seq", "offset", "length", "len", "nonce", "event",
          "row", "hash", "job", "batch", "record", "object", "pid", "tid", "ptr", "key", "seed",
          "node", "shard", "version", "ns", "ms", "us", "ts", "time", "now", "epoch", "index",
          "start", "end");

  private NumberWords() {}

  /// Whether such a word stands directly before `at`, across `:`, `=`, quotes and blanks.
  static boolean countsBefore(Scan s, int at) {
    byte[] b = s.bytes();
    int end = at;
    while (end > s.from() && at - end < 4 && separates(b[end - 1])) {
      end--;
    }
    if (end == at || end == s.from() || !Bytes.letter(b[end - 1])) {
      return false;
    }
    int start = COUNTING.startOfLast(b, s.from(), end);
    if (start < 0) {
      return false;
    }
    if (start == s.from() || !Bytes.alphanumeric(b[start - 1])) {
      return true;
    }
    boolean camel = b[start] >= 'A' && b[start] <= 'Z';
    return camel && b[start - 1] >= 'a';
  }

  private static boolean separates(byte c) {
    return switch (c) {
      case ' ', ':', '=', '"', '\'', '\\', '#', '-', '_' -> true;
      default -> false;
    };
  }
}
