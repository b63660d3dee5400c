package dev.demarc.classify.number;

import dev.demarc.classify.text.Bytes;

/// A number as it is written: groups of digits with single separators between them, read once at
/// the first digit. A family sees one stretch of these groups at a time, for a date, a price or
/// another number may stand before or after the one it looks for.
public final class NumberChain {
  /// Most digits that a stretch shown to a family has.
  public static final int MOST_DIGITS = 40;

  private static final int MOST_GROUPS = 24;
  private static final int LONGEST_SEPARATOR = 3;

  /// What stands directly before or after a stretch.
  public enum Edge {
    /// Nothing that belongs to it.
    FREE,
    /// A letter, a dash, dot or underscore after a word, or a number sign: only a key can make it a
    /// value.
    WORD,
    /// A sign, a decimal point, or anything else that it is part of.
    PART
  }

  private final int[] starts = new int[MOST_GROUPS];
  private final int[] ends = new int[MOST_GROUPS];
  private final byte[] digits = new byte[MOST_DIGITS];
  private byte[] b = new byte[0];
  private int from;
  private int to;
  private int groups;
  private int first;
  private int last;
  private int count;
  private Edge before = Edge.FREE;
  private Edge after = Edge.FREE;

  /// Reads the groups from the digit at `at` on, in [from, to) of the text.
  public void read(byte[] text, int textFrom, int at, int textTo) {
    b = text;
    from = textFrom;
    to = textTo;
    groups = 0;
    int i = at;
    while (groups < MOST_GROUPS) {
      starts[groups] = i;
      while (i < to && Bytes.digit(b[i])) {
        i++;
      }
      ends[groups++] = i;
      int next = i;
      while (next < to && next - i < LONGEST_SEPARATOR && separates(b[next])) {
        next++;
      }
      if (next == i || next >= to || !Bytes.digit(b[next])) {
        return;
      }
      i = next;
    }
  }

  public static boolean separates(byte c) {
    return switch (c) {
      case ' ', '-', '.', '_', '/', '(', ')', '+' -> true;
      default -> false;
    };
  }

  /// Leaves away group `k` and all after it.
  public void cutBefore(int k) {
    groups = k;
  }

  public int groupsRead() {
    return groups;
  }

  public int groupStart(int k) {
    return starts[k];
  }

  public int groupEnd(int k) {
    return ends[k];
  }

  /// Offset after the last group read.
  public int readEnd() {
    return ends[groups - 1];
  }

  /// Shows the stretch of groups [a, z], which has `n` digits.
  public void show(int a, int z, int n) {
    first = a;
    last = z;
    count = n;
    before = edgeBefore(a);
    after = edgeAfter(z);
    int k = 0;
    for (int g = a; g <= z; g++) {
      for (int i = starts[g]; i < ends[g]; i++) {
        digits[k++] = (byte) (b[i] - '0');
      }
    }
  }

  /// What stands before a group.
  public Edge edgeBefore(int group) {
    return edgeBefore(b, from, starts[group]);
  }

  /// What stands before a number that begins at `at`.
  public static Edge edgeBefore(byte[] b, int from, int at) {
    if (at == from) {
      return Edge.FREE;
    }
    byte c = b[at - 1];
    boolean afterWord = at - 1 > from && (Bytes.alphanumeric(b[at - 2]) || b[at - 2] == '_');
    if (Bytes.letter(c)) {
      return Edge.WORD;
    }
    return switch (c) {
      case '+' -> Edge.PART;
      case '#', '_' -> Edge.WORD;
      case '.' -> !afterWord || b[at - 2] == '_' ? Edge.FREE : afterDot(b[at - 2]);
      case '-' -> afterWord ? Edge.WORD : Edge.FREE;
      default -> Edge.FREE;
    };
  }

  /// What a dot after this character makes of the digits after it: "No.4929" is a word's, "0.4929"
  /// a fraction's.
  private static Edge afterDot(byte c) {
    return Bytes.letter(c) ? Edge.WORD : Edge.PART;
  }

  /// What stands after a group.
  public Edge edgeAfter(int group) {
    int at = ends[group];
    if (at == to) {
      return Edge.FREE;
    }
    byte c = b[at];
    if (group + 1 < groups) {
      return c == ' ' || c == '/' || c == '(' || c == ')' ? Edge.FREE : Edge.PART;
    }
    return Bytes.letter(c) || c == '_' ? Edge.WORD : Edge.FREE;
  }

  // The stretch that a family sees.

  /// Number of digits.
  public int count() {
    return count;
  }

  /// The `k`th digit.
  public int digit(int k) {
    return digits[k];
  }

  /// The digits, good for [#count()] of them and until the next stretch.
  public byte[] digits() {
    return digits;
  }

  /// The value of the digits [from, to), at most 18 of them, or 19 of which the first is no nine.
  public long value(int fromDigit, int toDigit) {
    long value = 0;
    for (int k = fromDigit; k < toDigit; k++) {
      value = value * 10 + digits[k];
    }
    return value;
  }

  public int groups() {
    return last - first + 1;
  }

  /// Number of digits of the `k`th group.
  public int length(int k) {
    return ends[first + k] - starts[first + k];
  }

  /// First byte between the `k`th group and the next.
  public byte separator(int k) {
    return b[ends[first + k]];
  }

  /// The first byte between all groups where it is the same, 0 where there is one group only, -1
  /// where they differ.
  public int separator() {
    if (first == last) {
      return 0;
    }
    for (int k = first; k < last; k++) {
      if (b[ends[k]] != b[ends[first]]) {
        return -1;
      }
    }
    return b[ends[first]];
  }

  /// The groups' lengths as hexadecimal digits, such as `0x324` for three, two and four digits; 0
  /// for more than 15 groups, and a group of more than 15 digits counts as one of 15.
  public long shape() {
    if (groups() > 15) {
      return 0;
    }
    long shape = 0;
    for (int k = 0; k < groups(); k++) {
      shape = shape << 4 | Math.min(15, length(k));
    }
    return shape;
  }

  public int start() {
    return starts[first];
  }

  public int end() {
    return ends[last];
  }

  /// What stands before the first digit.
  public Edge before() {
    return before;
  }

  /// What stands after the last digit.
  public Edge after() {
    return after;
  }

  /// Whether nothing that belongs to it stands on either side.
  public boolean isFree() {
    return before == Edge.FREE && after == Edge.FREE;
  }
}
