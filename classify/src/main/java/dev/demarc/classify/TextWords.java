package dev.demarc.classify;

import java.util.Arrays;

/// The declared words that stand in a text, gathered in one pass before parts of it are scanned.
final class TextWords implements Automaton.Visitor {
  private final Triggers triggers;
  private byte[] bytes = new byte[0];
  private int from;
  private int to = -1;
  private int[] found = new int[48];
  private int size;
  private int topics;

  TextWords(Triggers triggers) {
    this.triggers = triggers;
  }

  void gather(Automaton automaton, View text) {
    bytes = text.bytes();
    from = text.start();
    to = text.end();
    size = 0;
    topics = 0;
    automaton.run(bytes, from, to, this);
  }

  void clear() {
    to = -1;
  }

  @Override
  public void word(int index, int start, int end) {
    int topic = triggers.topicBit(index);
    if (topic != 0) {
      topics |= topic;
      return;
    }
    if (size + 3 > found.length) {
      found = Arrays.copyOf(found, size * 2);
    }
    found[size++] = index;
    found[size++] = start;
    found[size++] = end;
  }

  /// Whether [start, end) of these bytes is part of the text.
  @SuppressWarnings("ReferenceEquality") // the same buffer is meant, not one of the same bytes
  boolean covers(byte[] b, int start, int end) {
    return b == bytes && start >= from && end <= to;
  }

  /// Tells the words in [start, end).
  void tell(int start, int end, Automaton.Visitor visitor) {
    for (int k = firstFrom(start); k < size && found[k + 2] <= end; k += 3) {
      if (found[k + 1] >= start) {
        visitor.word(found[k], found[k + 1], found[k + 2]);
      }
    }
  }

  /// The first entry whose word ends after `start`; entries are in the order of their ends.
  private int firstFrom(int start) {
    int low = 0;
    int high = size / 3;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (found[3 * middle + 2] <= start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return 3 * low;
  }

  boolean speakOf(Topic topic) {
    return (topics & Triggers.bit(topic)) != 0;
  }
}
