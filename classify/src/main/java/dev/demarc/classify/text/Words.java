package dev.demarc.classify.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A small set of words to look for in bytes, ignoring the case of ASCII letters. The first byte of
/// a word decides which words to try, so that most bytes cost one look into a table; where a word
/// begins with a character of three bytes, as a Chinese one does, all of them decide.
public final class Words {
  private static final byte[][] NONE = {};
  private static final int WIDE = 0xE0;
  private static final int WIDE_LISTS = 512;
  private static final int LAST_LISTS = 64;
  private static final int LONGEST_LAST = 16;
  private final byte[][][] byFirst = new byte[256][][];
  private final boolean[] begins = new boolean[256];
  private byte[][][] byCharacter = {};

  /// The words of up to 16 bytes by their last byte or character.
  private final byte[][][] byLast = new byte[LAST_LISTS][][];

  public Words(String... words) {
    Arrays.fill(byFirst, NONE);
    Arrays.fill(byLast, NONE);
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      if (bytes.length <= LONGEST_LAST) {
        add(byLast, last(bytes, 0, bytes.length), bytes);
      }
      begins[bytes[0] & 0xFF] = true;
      if ((bytes[0] & 0xFF) >= WIDE) {
        addWide(bytes);
        continue;
      }
      add(byFirst, bytes[0] & 0xFF, bytes);
      if (bytes[0] >= 'a' && bytes[0] <= 'z') {
        add(byFirst, bytes[0] - 32, bytes);
        begins[bytes[0] - 32] = true;
      }
    }
  }

  /// The words of a list with `|` between them.
  public static Words of(String list) {
    return new Words(list.split("\\|"));
  }

  private void addWide(byte[] word) {
    if (byCharacter.length == 0) {
      byCharacter = new byte[WIDE_LISTS][][];
      Arrays.fill(byCharacter, NONE);
    }
    add(byCharacter, character(word, 0), word);
  }

  private static void add(byte[][][] lists, int list, byte[] word) {
    byte[][] known = lists[list];
    byte[][] more = Arrays.copyOf(known, known.length + 1);
    more[known.length] = word;
    lists[list] = more;
  }

  private static int character(byte[] b, int at) {
    return (b[at] * 31 + b[at + 1] * 7 + b[at + 2]) & WIDE_LISTS - 1;
  }

  /// The words that may stand at `at`.
  private byte[][] listAt(byte[] b, int at, int to) {
    int first = b[at] & 0xFF;
    if (first < WIDE || !begins[first]) {
      return byFirst[first];
    }
    return at + 3 <= to ? byCharacter[character(b, at)] : NONE;
  }

  /// Offset after the longest of the words that stands at `at`, or -1.
  public int endAt(byte[] b, int at, int to) {
    if (at >= to) {
      return -1;
    }
    int longest = -1;
    for (byte[] word : listAt(b, at, to)) {
      if (standsAt(b, at, to, word) && at + word.length > longest) {
        longest = at + word.length;
      }
    }
    return longest;
  }

  /// Whether one of the words stands in [from, to).
  public boolean standIn(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (begins[b[i] & 0xFF] && endAt(b, i, to) > 0) {
        return true;
      }
    }
    return false;
  }

  /// Where the first of the words in [from, to) begins, or -1.
  public int firstIn(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (begins[b[i] & 0xFF] && endAt(b, i, to) > 0) {
        return i;
      }
    }
    return -1;
  }

  /// Where the first of the words in [from, to) ends, or -1.
  public int endOfFirst(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (begins[b[i] & 0xFF] && endAt(b, i, to) > 0) {
        return endAt(b, i, to);
      }
    }
    return -1;
  }

  /// Where the last of the words in [from, to) begins, or -1.
  public int lastIn(byte[] b, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (begins[b[i] & 0xFF] && endAt(b, i, to) > 0) {
        return i;
      }
    }
    return -1;
  }

  /// Where the last of the words in [from, to) ends, or -1.
  public int endOfLast(byte[] b, int from, int to) {
    int last = lastIn(b, from, to);
    return last < 0 ? -1 : endAt(b, last, to);
  }

  /// Where the last of the words in [from, to) begins that no letter goes on: none before it, and
  /// none after it where it is short. Or -1.
  public int lastWhole(byte[] b, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (begins[b[i] & 0xFF] && isWhole(b, from, i, endAt(b, i, to), to)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isWhole(byte[] b, int from, int start, int end, int to) {
    if (end < 0 || (start > from && Bytes.letter(b[start]) && Bytes.letter(b[start - 1]))) {
      return false;
    }
    boolean shortWord = end - start <= 4 && end < to;
    return !shortWord || !Bytes.letter(b[end - 1]) || !Bytes.letter(b[end]);
  }

  /// Where the longest word of at most 16 bytes that ends [from, to) begins, or -1.
  public int startOfLast(byte[] b, int from, int to) {
    int longest = 0;
    if (to > from) {
      for (byte[] word : byLast[last(b, from, to)]) {
        if (word.length > longest && word.length <= to - from && endsAt(b, to, word)) {
          longest = word.length;
        }
      }
    }
    return longest == 0 ? -1 : to - longest;
  }

  private static int last(byte[] b, int from, int to) {
    byte last = b[to - 1];
    int mixed = last < 0 && to - from >= 2 ? last * 31 + b[to - 2] : Bytes.lower(last);
    return mixed & LAST_LISTS - 1;
  }

  private static boolean endsAt(byte[] b, int to, byte[] word) {
    for (int k = 1; k <= word.length; k++) {
      if (Bytes.lower(b[to - k]) != word[word.length - k]) {
        return false;
      }
    }
    return true;
  }

  private static boolean standsAt(byte[] b, int at, int to, byte[] word) {
    if (to - at < word.length) {
      return false;
    }
    // Several characters of three bytes share a list.
    for (int k = word[0] < 0 ? 0 : 1; k < word.length; k++) {
      if (Bytes.lower(b[at + k]) != word[k]) {
        return false;
      }
    }
    return true;
  }
}
