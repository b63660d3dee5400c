package dev.demarc.classify.pseudonym;

import java.util.Arrays;

/// Bytes of which a few are replaced, written front to back; what is not touched is copied as it
/// is, and where nothing is touched nothing is copied.
final class Rewrite {
  private final byte[] base;
  private byte[] out = {};
  private int length;
  private int copied;
  private boolean touched;

  Rewrite(byte[] base) {
    this.base = base;
  }

  /// Writes `bytes` [from, to) before the byte at `at`.
  void insert(int at, byte[] bytes, int from, int to) {
    copyTo(at);
    append(bytes, from, to);
  }

  /// Leaves out the bytes [from, to).
  void drop(int from, int to) {
    if (from < to) {
      copyTo(from);
      copied = to;
    }
  }

  /// The bytes [0, end) as rewritten; the very array where that is all of it, untouched.
  byte[] upTo(int end) {
    if (!touched) {
      return end == base.length ? base : Arrays.copyOf(base, end);
    }
    copyTo(end);
    return Arrays.copyOf(out, length);
  }

  private void copyTo(int at) {
    touched = true;
    append(base, copied, at);
    copied = at;
  }

  private void append(byte[] bytes, int from, int to) {
    int more = to - from;
    if (out.length - length < more) {
      out = Arrays.copyOf(out, Math.max(length + more, Math.max(base.length + 256, 2 * length)));
    }
    System.arraycopy(bytes, from, out, length, more);
    length += more;
  }
}
