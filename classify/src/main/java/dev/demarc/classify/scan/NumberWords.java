package dev.demarc.classify.scan;

import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Tells numbers that count or identify something in a machine by the word directly before them:
/// `user_id=`, `rowId: `, "event 12".
public final class NumberWords {
  private static final Words COUNTING =
      new Words(
          "id", "ids", "size", "bytes", "count", "seq", "offset", "length", "len", "nonce", "event",
          "row", "hash", "job", "batch", "record", "object", "pid", "tid", "ptr", "seed", "node",
          "shard", "version", "ns", "ms", "ts", "epoch", "index");

  /// Words of sentences too: "charge it now: 4539 …".
  private static final Words ALSO_SAID = new Words("now", "us", "time", "start", "end", "key");

  private NumberWords() {}

  /// Whether such a word stands directly before `at`, across `:`, `=`, quotes and blanks.
  public static boolean countsBefore(Scan s, int at) {
    return standsBefore(COUNTING, s, at);
  }

  /// Whether a word stands there, and not only a blank after it, that is such a word unless what
  /// the line speaks of is something else.
  public static boolean mayCountBefore(Scan s, int at) {
    boolean divided = at > s.from() && (s.bytes()[at - 1] != ' ' || isLabelled(s, at - 1));
    return divided && standsBefore(ALSO_SAID, s, at);
  }

  private static boolean isLabelled(Scan s, int at) {
    return at > s.from() && (s.bytes()[at - 1] == ':' || s.bytes()[at - 1] == '=');
  }

  private static boolean standsBefore(Words words, Scan s, int at) {
    byte[] b = s.bytes();
    int end = at;
    while (end > s.from() && at - end < 4 && separates(b[end - 1])) {
      end--;
    }
    if (end == at || end == s.from() || !Bytes.letter(b[end - 1])) {
      return false;
    }
    int start = words.startOfLast(b, s.from(), end);
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
