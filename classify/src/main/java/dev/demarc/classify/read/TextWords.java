package dev.demarc.classify.read;

import dev.demarc.classify.scan.Topic;
import dev.demarc.classify.scan.Triggers;
import java.util.Arrays;

/// The declared words that stand in a text, gathered in one pass before parts of it are scanned.
final class TextWords implements Automaton.Visitor {
  /// Is told words of a part of the text.
  interface Reader {
    /// Word number `index` of those declared stands at [start, end).
    void word(int index, int start, int end);
  }

  private final Triggers triggers;
  private byte[] bytes = new byte[0];
  private int from;
  private int to = -1;
  private final Entries found = new Entries();
  private final Entries ofSecond = new Entries();
  private int topics;

  TextWords(Triggers triggers) {
    this.triggers = triggers;
  }

  void gather(Automaton automaton, byte[] b, int start, int end) {
    bytes = b;
    from = start;
    to = end;
    topics = 0;
    found.size = 0;
    ofSecond.size = 0;
    automaton.run(bytes, from, to, this);
    found.addAll(ofSecond);
  }

  void clear() {
    to = -1;
  }

  @Override
  public void word(int index, int start, int end) {
    note(found, index, start, end);
  }

  @Override
  public void wordOfSecond(int index, int start, int end) {
    note(ofSecond, index, start, end);
  }

  private void note(Entries entries, int index, int start, int end) {
    int topic = triggers.topicBit(index);
    if (topic != 0) {
      topics |= topic;
    } else {
      entries.add(index, start, end);
    }
  }

  /// Whether [start, end) of these bytes is part of the text.
  @SuppressWarnings("ReferenceEquality") // the same buffer is meant, not one of the same bytes
  boolean covers(byte[] b, int start, int end) {
    return b == bytes && start >= from && end <= to;
  }

  /// Tells the words in [start, end), in the order of their ends.
  void tell(int start, int end, Reader reader) {
    for (int k = found.firstAfter(start); k < found.size && found.end(k) <= end; k++) {
      if (found.start(k) >= start) {
        reader.word(found.index(k), found.start(k), found.end(k));
      }
    }
  }

  boolean speakOf(Topic topic) {
    return (topics & Triggers.bit(topic)) != 0;
  }

  /// Words and their places, in the order of their ends.
  private static final class Entries {
    private int[] numbers = new int[48];
    private int size;

    int index(int k) {
      return numbers[3 * k];
    }

    int start(int k) {
      return numbers[3 * k + 1];
    }

    int end(int k) {
      return numbers[3 * k + 2];
    }

    void add(int index, int start, int end) {
      if (3 * size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * numbers.length);
      }
      put(size++, index, start, end);
    }

    private void put(int k, int index, int start, int end) {
      numbers[3 * k] = index;
      numbers[3 * k + 1] = start;
      numbers[3 * k + 2] = end;
    }

    /// Adds all of `others`. Few of those here end behind the first of them.
    void addAll(Entries others) {
      int latest = size == 0 ? 0 : end(size - 1);
      for (int k = 0; k < others.size; k++) {
        add(others.index(k), others.start(k), others.end(k));
        for (int at = size - 1; at > 0 && end(at - 1) > end(at) && end(at) < latest; at--) {
          swap(at - 1, at);
        }
      }
    }

    private void swap(int first, int second) {
      int index = index(first);
      int start = start(first);
      int end = end(first);
      put(first, index(second), start(second), end(second));
      put(second, index, start, end);
    }

    /// The first entry whose word ends after `start`.
    int firstAfter(int start) {
      int low = 0;
      int high = size;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (end(middle) <= start) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
