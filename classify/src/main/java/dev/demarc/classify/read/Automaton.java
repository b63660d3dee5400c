package dev.demarc.classify.read;

import dev.demarc.classify.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds all words of a set in one pass over bytes, ignoring the case of ASCII letters (Aho and
/// Corasick 1975), as a table of transitions over classes of bytes. States are numbered breadth
/// first, those at which a word ends after all others, so that one comparison tells a hit.
final class Automaton {
  /// Is told each place of each word.
  interface Visitor {
    /// Word number `index` of the set stands at [start, end).
    void word(int index, int start, int end);

    /// The same of a word that begins in the second half of the text, which is read while the first
    /// is. Those of each half come in the order of their ends. A short text is all second half.
    void wordOfSecond(int index, int start, int end);
  }

  /// Shorter texts are read in one piece.
  private static final int WORTH_HALVES = 192;

  private static final int[] NOTHING = {};
  private final List<String> words;
  private final int[] lengths;
  private final byte[] classOf = new byte[256];
  private int classes = 1;
  private int longest;

  /// Row of transitions of each state; entries are offsets of rows.
  private int[] next = {0};

  /// Rows from here on end a word.
  private int firstHit = 1;

  private int[][] hits = {};

  Automaton(List<String> words) {
    this.words = List.copyOf(words);
    this.lengths = new int[words.size()];
    if (!words.isEmpty()) {
      build();
    }
  }

  /// Tells every word in [from, to). Since each step waits for the one before, a text's halves are
  /// read side by side, which takes little longer than reading one.
  void run(byte[] b, int from, int to, Visitor visitor) {
    if (words.isEmpty()) {
      return;
    }
    int middle = to - from < WORTH_HALVES ? from : from + (to - from) / 2;
    int[] table = next;
    byte[] byClass = classOf;
    int hit = firstHit;
    int row = 0;
    int second = 0;
    int k = middle;
    for (int i = from; i < middle; i++, k++) {
      row = table[row + (byClass[b[i] & 0xFF] & 0xFF)];
      second = table[second + (byClass[b[k] & 0xFF] & 0xFF)];
      if (row >= hit) {
        tell(row, i + 1, visitor);
      }
      if (second >= hit) {
        tellOfSecond(second, k + 1, visitor);
      }
    }
    for (; k < to; k++) {
      second = table[second + (byClass[b[k] & 0xFF] & 0xFF)];
      if (second >= hit) {
        tellOfSecond(second, k + 1, visitor);
      }
    }
    acrossMiddle(b, middle, to, row, visitor);
  }

  private void tell(int row, int end, Visitor visitor) {
    for (int word : hits[(row - firstHit) / classes]) {
      visitor.word(word, end - lengths[word], end);
    }
  }

  private void tellOfSecond(int row, int end, Visitor visitor) {
    for (int word : hits[(row - firstHit) / classes]) {
      visitor.wordOfSecond(word, end - lengths[word], end);
    }
  }

  /// Goes on from the end of the first half with words that begin in it.
  private void acrossMiddle(byte[] b, int middle, int to, int rowBefore, Visitor visitor) {
    int row = rowBefore;
    int last = Math.min(to, middle + longest - 1);
    for (int i = middle; i < last && row != 0; i++) {
      row = next[row + (classOf[b[i] & 0xFF] & 0xFF)];
      if (row >= firstHit) {
        for (int word : hits[(row - firstHit) / classes]) {
          if (i + 1 - lengths[word] < middle) {
            visitor.word(word, i + 1 - lengths[word], i + 1);
          }
        }
      }
    }
  }

  // Building.

  private void build() {
    List<byte[]> folded = new ArrayList<>();
    for (String word : words) {
      folded.add(fold(word));
    }
    classes(folded);
    Trie trie = new Trie(folded);
    trie.link();
    int states = trie.size;
    int[] number = new int[states];
    int plain = 0;
    for (int s : trie.breadthFirst) {
      if (trie.ends.get(s).length == 0) {
        number[s] = plain++;
      }
    }
    firstHit = plain * classes;
    hits = new int[states - plain][];
    int ending = 0;
    for (int s : trie.breadthFirst) {
      if (trie.ends.get(s).length > 0) {
        hits[ending] = trie.ends.get(s);
        number[s] = plain + ending++;
      }
    }
    next = new int[states * classes];
    for (int s = 0; s < states; s++) {
      for (int c = 0; c < classes; c++) {
        next[number[s] * classes + c] = number[trie.go.get(s)[c]] * classes;
      }
    }
  }

  private static byte[] fold(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = Bytes.lower(bytes[i]);
    }
    return bytes;
  }

  /// Class 0 is of all bytes that no word has.
  private void classes(List<byte[]> folded) {
    for (int k = 0; k < folded.size(); k++) {
      lengths[k] = folded.get(k).length;
      longest = Math.max(longest, lengths[k]);
      for (byte c : folded.get(k)) {
        if (classOf[c & 0xFF] == 0) {
          classOf[c & 0xFF] = (byte) classes++;
        }
      }
    }
    for (int c = 'A'; c <= 'Z'; c++) {
      classOf[c] = classOf[c + 32];
    }
  }

  private final class Trie {
    final List<int[]> go = new ArrayList<>();
    final List<int[]> ends = new ArrayList<>();
    final List<Integer> breadthFirst = new ArrayList<>();
    int size;

    Trie(List<byte[]> folded) {
      state();
      for (int k = 0; k < folded.size(); k++) {
        int s = 0;
        for (byte c : folded.get(k)) {
          int[] row = go.get(s);
          int byteClass = classOf[c & 0xFF] & 0xFF;
          if (row[byteClass] == 0) {
            row[byteClass] = state();
          }
          s = row[byteClass];
        }
        ends.set(s, and(ends.get(s), k));
      }
    }

    private int state() {
      go.add(new int[classes]);
      ends.add(NOTHING);
      return size++;
    }

    /// Fills in where to go on from the longest ending that begins a word.
    void link() {
      int[] longest = new int[size];
      breadthFirst.add(0);
      for (int k = 0; k < breadthFirst.size(); k++) {
        int s = breadthFirst.get(k);
        int[] row = go.get(s);
        int[] shorter = go.get(longest[s]);
        for (int c = 0; c < classes; c++) {
          int child = row[c];
          if (child == 0) {
            row[c] = s == 0 ? 0 : shorter[c];
          } else {
            longest[child] = s == 0 ? 0 : shorter[c];
            for (int word : ends.get(longest[child])) {
              ends.set(child, and(ends.get(child), word));
            }
            breadthFirst.add(child);
          }
        }
      }
    }

    private static int[] and(int[] some, int one) {
      int[] more = Arrays.copyOf(some, some.length + 1);
      more[some.length] = one;
      return more;
    }
  }
}
