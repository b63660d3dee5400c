package dev.demarc.classify.scan;

import dev.demarc.classify.number.NumberChain;
import dev.demarc.classify.scan.Family.ByteReader;
import dev.demarc.classify.scan.Family.CodeReader;
import dev.demarc.classify.scan.Family.KeyedReader;
import dev.demarc.classify.scan.Family.NumberReader;
import dev.demarc.classify.scan.Family.WordReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the families of one scanner want to be called for, as tables: by byte, by number of digits,
/// by length of a code, by word, by key. Where several want the same, they are asked in the order
/// in which they declared it.
public final class Triggers {
  private static final ByteReader[] NO_BYTES = {};
  private static final NumberReader[] NO_NUMBERS = {};
  private static final CodeReader[] NO_CODES = {};
  private static final KeyedReader[] NO_KEYS = {};
  static final int LONGEST_CODE = 128;

  private final ByteReader[][] bytes = new ByteReader[256][];
  private final NumberReader[][] numbers = new NumberReader[NumberChain.MOST_DIGITS + 1][];
  private final NumberReader[][] glued = new NumberReader[NumberChain.MOST_DIGITS + 1][];
  private final CodeReader[][] codes = new CodeReader[LONGEST_CODE + 1][];
  private final Map<Field, KeyedReader[]> keyed = new EnumMap<>(Field.class);
  private final List<String> words = new ArrayList<>();
  private final List<WordReader> wordReaders = new ArrayList<>();
  private final BitSet inside = new BitSet();
  private int[] topics = {};
  private ByteReader[] dotted = NO_BYTES;
  private long wanted;
  private long wantedGlued;

  public Triggers() {
    Arrays.fill(bytes, NO_BYTES);
    Arrays.fill(numbers, NO_NUMBERS);
    Arrays.fill(glued, NO_NUMBERS);
    Arrays.fill(codes, NO_CODES);
  }

  /// Calls at this byte; not for digits, which [#numbers] and [#dotted] are for.
  public void at(char c, ByteReader reader) {
    bytes[c] = and(bytes[c], reader);
  }

  /// Calls where up to three digits stand before a dot and another digit, and nothing they go on
  /// from stands before them.
  public void dotted(ByteReader reader) {
    dotted = and(dotted, reader);
  }

  /// Calls for every number of `least` to `most` digits, written together or in groups, that stands
  /// free; and for one that a letter or dash before it glues to a word that is a key.
  public void numbers(int least, int most, NumberReader reader) {
    for (int n = least; n <= most; n++) {
      numbers[n] = and(numbers[n], reader);
      wanted |= 1L << n;
    }
  }

  /// Calls for such a number also where a letter, a sign or an underscore stands directly before or
  /// after it; the reader looks at what that is.
  public void gluedNumbers(int least, int most, NumberReader reader) {
    for (int n = least; n <= most; n++) {
      glued[n] = and(glued[n], reader);
      wantedGlued |= 1L << n;
    }
  }

  /// Calls for every word of `least` to `most` ASCII letters and digits that has some of both.
  public void codes(int least, int most, CodeReader reader) {
    for (int n = least; n <= Math.min(most, LONGEST_CODE); n++) {
      codes[n] = and(codes[n], reader);
    }
  }

  /// Calls for every place of one of these words, ASCII letters of any case. Where one begins with
  /// a letter or digit, none stands before it; what follows it is for the reader to see.
  public void words(WordReader reader, String... declared) {
    for (String word : declared) {
      words.add(word);
      wordReaders.add(reader);
    }
  }

  /// Calls for every place of this word, also inside another one.
  public void anywhere(WordReader reader, String word) {
    words.add(word);
    wordReaders.add(reader);
    inside.set(words.size() - 1);
  }

  /// Says that a text in which one of these words stands, also inside another one, speaks of this.
  public void topic(Topic topic, String... declared) {
    for (String word : declared) {
      anywhere((scan, from, to) -> {}, word);
      topics = Arrays.copyOf(topics, words.size());
      topics[words.size() - 1] = bit(topic);
    }
  }

  /// The bit of what a text with this word speaks of, or 0.
  public int topicBit(int index) {
    return index < topics.length ? topics[index] : 0;
  }

  public static int bit(Topic topic) {
    return switch (topic) {
      case PAYING -> 1;
      case BANKING -> 2;
      case ACCESS_POINTS -> 4;
      case PAYMENT_MARKUP -> 8;
      case PRICING -> 16;
    };
  }

  /// Whether this word is also wanted inside another one.
  public boolean isWantedInside(int index) {
    return inside.get(index);
  }

  /// Calls for the value under a key that says `field`.
  public void keyed(Field field, KeyedReader reader) {
    keyed.put(field, and(keyed(field), reader));
  }

  private static <T> T[] and(T[] readers, T reader) {
    T[] more = Arrays.copyOf(readers, readers.length + 1);
    more[readers.length] = reader;
    return more;
  }

  public ByteReader[] bytes(byte c) {
    return bytes[c & 0xFF];
  }

  public ByteReader[] dotted() {
    return dotted;
  }

  public boolean wantsNumber(int digits) {
    return digits <= NumberChain.MOST_DIGITS && ((wanted | wantedGlued) >>> digits & 1) != 0;
  }

  public NumberReader[] numbers(int digits) {
    return numbers[digits];
  }

  public NumberReader[] gluedNumbers(int digits) {
    return glued[digits];
  }

  public boolean wantsGlued(int digits) {
    return (wantedGlued >>> digits & 1) != 0;
  }

  public CodeReader[] codes(int length) {
    return length <= LONGEST_CODE ? codes[length] : NO_CODES;
  }

  public KeyedReader[] keyed(Field field) {
    return keyed.getOrDefault(field, NO_KEYS);
  }

  public List<String> words() {
    return words;
  }

  public WordReader word(int index) {
    return wordReaders.get(index);
  }
}
