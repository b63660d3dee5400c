package dev.demarc.classify.read;

import dev.demarc.classify.number.Dates;
import dev.demarc.classify.number.NumberChain;
import dev.demarc.classify.number.NumberChain.Edge;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.scan.Family.ByteReader;
import dev.demarc.classify.scan.Family.CodeReader;
import dev.demarc.classify.scan.Family.KeyedReader;
import dev.demarc.classify.scan.Family.Link;
import dev.demarc.classify.scan.Family.NumberReader;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Hits;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Topic;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.View;
import java.util.Arrays;

/// Finds values in decoded text. One pass steps from anchor to anchor: a table tells which bytes
/// can be part of a value's anatomy (a digit, `@`, `:`, `=` …), all others are passed over, and at
/// an anchor the families that want it read forward or back. A second pass looks for all words that
/// any family declared, with one automaton.
final class Scanner implements TextWords.Reader {
  private static final byte SKIP = 0;
  private static final byte DIGIT = 1;
  private static final byte BYTE = 2;

  /// A number is written in no more groups, unless all but the last have as many digits.
  private static final int MOST_GROUPS = 8;

  private final byte[] anchors = new byte[256];
  private final Triggers triggers;
  private final ValueLists lists;
  private final OperatorValues operator;
  private final Automaton automaton;
  private final Scan scan;
  private final TextWords words;

  /// The words of a text that is no part of the one that was prepared.
  private final TextWords ownWords;

  private final NumberChain chain = new NumberChain();
  private byte[] b = new byte[0];
  private int from;
  private int to;

  /// Everything before this offset has been handed over as a code already.
  private int codesTo;

  /// Everything before this offset has been read as part of a chain already.
  private int chainTo;

  Scanner(ClassifierSettings settings, Lexicon lexicon, Hits hits) {
    Families families = new Families(settings.operator());
    operator = families.operator();
    triggers = families.triggers();
    lists = families.lists();
    automaton = lexicon.words();
    scan = new Scan(settings, lexicon.keys(), hits);
    words = new TextWords(triggers);
    ownWords = new TextWords(triggers);
    Arrays.fill(anchors, '0', '9' + 1, DIGIT);
    for (int c = 0; c < 256; c++) {
      if (triggers.bytes((byte) c).length > 0) {
        anchors[c] = BYTE;
      }
    }
  }

  /// Scans [start, end) of the text; `field` is what a key or column says about it, `nearWifi`
  /// whether its surroundings speak of Wi-Fi.
  void scan(View text, int start, int end, Field field, boolean nearWifi) {
    anchors(text, start, end, field, nearWifi);
    if (words.covers(b, from, to)) {
      words.tell(from, to, this);
    } else {
      ownWords.gather(automaton, b, from, to);
      ownWords.tell(from, to, this);
    }
  }

  /// Looks for all words of a text of which parts are scanned next, and for what it speaks of.
  void prepare(View text) {
    words.gather(automaton, text.bytes(), text.start(), text.end());
  }

  /// The next texts are not parts of the one that was prepared.
  void unprepare() {
    words.clear();
  }

  /// Whether the text that was prepared speaks of this.
  boolean speaksOf(Topic topic) {
    return words.speakOf(topic);
  }

  /// The first pass of [#scan].
  void anchors(View text, int start, int end, Field field, boolean nearWifi) {
    begin(text, start, end, field, nearWifi, false);
    whole(field);
    byte[] bytes = b;
    byte[] table = anchors;
    int i = from;
    while (true) {
      while (i < end && table[bytes[i] & 0xFF] == SKIP) {
        i++;
      }
      if (i >= end) {
        return;
      }
      i = table[bytes[i] & 0xFF] == DIGIT ? digits(i) : at(i);
    }
  }

  /// Scans a text in which spelled digits were replaced: what nothing but its digits makes a value
  /// is none.
  void spelled(View text, Field field, boolean nearWifi) {
    scan.needContext(true);
    unprepare();
    scan(text, text.start(), text.end(), field, nearWifi);
    scan.needContext(false);
  }

  /// Whether what nothing but its digits makes a value is none, from here on.
  void needContext(boolean needed) {
    scan.needContext(needed);
  }

  /// Begins with another body.
  void begin() {
    operator.begin();
    lists.clear();
    scan.needContext(false);
    unprepare();
  }

  /// What finds the operator's own values.
  OperatorValues operator() {
    return operator;
  }

  /// The lists of values in the texts scanned since it was cleared.
  ValueLists lists() {
    return lists;
  }

  /// Scans a number literal.
  void number(View literal, Field field, boolean nearWifi) {
    begin(literal, literal.start(), literal.end(), field, nearWifi, true);
    whole(field);
    int end = from;
    while (end < to && Bytes.digit(b[end])) {
      end++;
    }
    if (end > from && (end == to || fractionIsZero(end))) {
      chain.read(b, from, from, end);
      weigh();
    }
  }

  private void begin(View text, int start, int end, Field field, boolean wifi, boolean literal) {
    scan.show(text, start, end, field, wifi, literal);
    b = text.bytes();
    from = start;
    to = end;
    codesTo = start;
    chainTo = start;
  }

  private boolean fractionIsZero(int end) {
    if (b[end] != '.') {
      return false;
    }
    for (int i = end + 1; i < to; i++) {
      if (b[i] != '0') {
        return false;
      }
    }
    return true;
  }

  /// The key of the whole text says what it is.
  private void whole(Field field) {
    for (KeyedReader reader : triggers.keyed(field)) {
      reader.read(scan, field, from, Link.WHOLE);
    }
  }

  private int at(int i) {
    for (ByteReader reader : triggers.bytes(b[i])) {
      int after = reader.read(scan, i);
      if (after > i) {
        return after;
      }
    }
    return i + 1;
  }

  @Override
  public void word(int index, int start, int end) {
    boolean inside =
        Bytes.alphanumeric(b[start]) && start > from && Bytes.alphanumeric(b[start - 1]);
    if (!inside || triggers.isWantedInside(index)) {
      triggers.word(index).read(scan, start, end);
    }
  }

  // Numbers and codes.

  private int digits(int i) {
    int end = runEnd(i);
    int stamp = i < chainTo ? -1 : stamp(i, end);
    if (stamp > 0) {
      return stamp;
    }
    if ((i > from && Bytes.letter(b[i - 1])) || (end < to && Bytes.letter(b[end]))) {
      codes(i, end);
    }
    if (scan.takenTo() > i) {
      return scan.takenTo();
    }
    boolean alone = end == to || !NumberChain.separates(b[end]);
    if (i < chainTo || (alone && !triggers.wantsNumber(end - i))) {
      return end;
    }
    chain.read(b, from, i, to);
    int groups = chain.groupsRead();
    for (int k = 0; k < groups; k++) {
      int after = dotted(k);
      if (after > 0) {
        chain.cutBefore(k);
        weigh();
        return after;
      }
    }
    chainTo = chain.readEnd();
    return Math.max(chain.groupEnd(0), weigh());
  }

  /// Offset after a date and time at `i`, of which nobody wants a number; or -1.
  private int stamp(int i, int end) {
    boolean year = end - i == 4 && end < to && b[end] == '-';
    boolean free = i == from || !(Bytes.alphanumeric(b[i - 1]) || "-_./:+".indexOf(b[i - 1]) >= 0);
    return year && free ? Dates.stamp(b, i, to) : -1;
  }

  private int runEnd(int i) {
    int end = i + 1;
    while (end < to && Bytes.digit(b[end])) {
      end++;
    }
    return end;
  }

  /// Reads a word of letters and digits around the digit at `i`, unless it was read before.
  private void codes(int i, int runEnd) {
    if (i < codesTo) {
      return;
    }
    int start = i;
    int end = runEnd;
    while (start > from && Bytes.alphanumeric(b[start - 1])) {
      start--;
    }
    while (end < to && Bytes.alphanumeric(b[end])) {
      end++;
    }
    codesTo = end;
    for (CodeReader reader : triggers.codes(end - start)) {
      reader.read(scan, start, end);
    }
  }

  /// Offers group `k` to those who read around a decimal point. A group after a point is no start.
  private int dotted(int k) {
    int start = chain.groupStart(k);
    int end = chain.groupEnd(k);
    if (end - start > 3 || end + 1 >= to || b[end] != '.' || !Bytes.digit(b[end + 1])) {
      return -1;
    }
    if (chain.edgeBefore(k) == Edge.PART) {
      return -1;
    }
    for (ByteReader reader : triggers.dotted()) {
      int after = reader.read(scan, start);
      if (after > start) {
        return after;
      }
    }
    return -1;
  }

  /// Shows every stretch of the chain that has a number of digits which somebody wants, and returns
  /// the offset after the last value chosen, or -1.
  private int weigh() {
    int groups = chain.groupsRead();
    boolean weighing = false;
    for (int a = 0; a < groups; a++) {
      int count = 0;
      boolean singles = true;
      boolean even = true;
      for (int z = a; z < groups; z++) {
        int length = chain.groupEnd(z) - chain.groupStart(z);
        count += length;
        singles &= length == 1;
        boolean more = a == 0 && (singles || even);
        even &= length == chain.groupEnd(0) - chain.groupStart(0);
        if (count > NumberChain.MOST_DIGITS || (z - a >= MOST_GROUPS && !more)) {
          break;
        }
        if (triggers.wantsNumber(count)) {
          if (!weighing) {
            weighing = true;
            scan.weigh();
          }
          show(a, z, count);
        }
      }
    }
    return weighing ? scan.choose() : -1;
  }

  private void show(int a, int z, int count) {
    Edge before = chain.edgeBefore(a);
    Edge after = chain.edgeAfter(z);
    boolean free = before != Edge.PART && after == Edge.FREE;
    if (!free && !triggers.wantsGlued(count)) {
      return;
    }
    chain.show(a, z, count);
    if (free && (before == Edge.FREE || scan.key(chain.start()) != Field.NONE)) {
      for (NumberReader reader : triggers.numbers(count)) {
        reader.read(scan, chain);
      }
    }
    for (NumberReader reader : triggers.gluedNumbers(count)) {
      reader.read(scan, chain);
    }
  }
}
