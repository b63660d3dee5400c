package dev.demarc.classify.scan;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Span;
import dev.demarc.classify.scan.Hits.Sum;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.View;
import dev.demarc.classify.text.Words;
import java.util.Arrays;
import java.util.List;

/// The text that is being scanned, as families see it: its bytes and bounds, what is known about
/// it, what stands near a place, and where to report a value.
public final class Scan {
  private final boolean allowNobody;
  private final KeyTable keys;
  private final Hits hits;
  private final Offers offers = new Offers();

  private View view = new View();
  private byte[] b = new byte[0];
  private int from;
  private int to;
  private Field hint = Field.NONE;
  private boolean wifi;
  private boolean literal;
  private boolean weighing;
  private boolean needsContext;
  private int keyAt = -1;
  private int takenTo;
  private int shown;
  private Field key = Field.NONE;

  public Scan(ClassifierSettings settings, KeyTable keys, Hits hits) {
    this.allowNobody = settings.allowDocumentationRanges();
    this.keys = keys;
    this.hits = hits;
  }

  /// Shows [start, end) of the text; `field` is what a key or column says about it, `nearWifi`
  /// whether its surroundings speak of Wi-Fi, `number` whether it is a number literal of the JSON.
  public void show(View text, int start, int end, Field field, boolean nearWifi, boolean number) {
    view = text;
    b = text.bytes();
    from = start;
    to = end;
    hint = field;
    wifi = nearWifi;
    literal = number;
    keyAt = -1;
    takenTo = start;
    shown++;
  }

  /// How many texts were shown, so that a family knows whether it read this one before.
  public int shown() {
    return shown;
  }

  public byte[] bytes() {
    return b;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  /// What the key or column of the whole text says about it.
  public Field hint() {
    return hint;
  }

  /// Whether the text is a number literal of the JSON, which is taken whole or not at all.
  public boolean isLiteral() {
    return literal;
  }

  /// Whether the text is the name of a member, which says what stands under it.
  public boolean isName() {
    return hits.isName();
  }

  public KeyTable keys() {
    return keys;
  }

  // What is near.

  /// What a key or word directly before `at` says about the value there, under the text's own key.
  public Field key(int at) {
    if (at != keyAt) {
      Field before = Nearby.keyBefore(keys, b, from, at);
      key = before == Field.NONE ? hint : hint.under(before);
      keyAt = at;
    }
    return key;
  }

  /// What the name that ends at `at` says, where only separators stand between them.
  public Field name(int at) {
    return keys.mayName(b, from, at) ? keys.of(b, Nearby.keyStart(b, from, at), at) : Field.NONE;
  }

  /// Whether the text's surroundings or its line before `at` speak of Wi-Fi.
  public boolean nearWifi(int at) {
    return wifi || Nearby.wifi(b, from, at);
  }

  /// Whether one of the words stands on the line of `at`, not far before it.
  public boolean after(Words words, int at) {
    return words.standIn(b, Nearby.lineStart(b, from, at), at);
  }

  /// Where the last of the words on the line of `at`, not far before it, begins; or -1.
  public int lastBefore(Words words, int at) {
    return words.lastIn(b, Nearby.lineStart(b, from, at), at);
  }

  /// Where the last of these that is a word by itself begins, on the line of `at` and not far
  /// before it; or -1.
  public int lastWordBefore(Words words, int at) {
    return Nearby.lastWord(words, b, Nearby.lineStart(b, from, at), at);
  }

  /// Where the last of these that a word begins with stands, on the line of `at` and not far before
  /// it; or -1.
  public int lastBegunBefore(Words words, int at) {
    return Nearby.lastBegun(words, b, Nearby.lineStart(b, from, at), at);
  }

  /// Whether one of these stands as a word by itself on the line of `at`, not far after it.
  public boolean beforeWord(Words words, int at) {
    return Nearby.lastWord(words, b, at, Nearby.lineEnd(b, at, to)) >= 0;
  }

  /// Whether one of the words stands on the line of `at`, not far after it.
  public boolean before(Words words, int at) {
    return words.standIn(b, at, Nearby.lineEnd(b, at, to));
  }

  /// Whether one of the words stands in the text at most `far` from `at`, or in the body before the
  /// text, as its object's other members do.
  public boolean near(Words words, int at, int far) {
    byte[] body = hits.body();
    return words.standIn(b, Math.max(from, at - far), Math.min(to, at + far))
        || words.standIn(body, Math.max(0, bodyOffset(at) - far), bodyOffset(from));
  }

  /// Whether one of the words stands there that no other word's letters go on before.
  public boolean nearBegun(Words words, int at, int far) {
    byte[] body = hits.body();
    return Nearby.lastBegun(words, b, Math.max(from, at - far), Math.min(to, at + far)) >= 0
        || Nearby.lastBegun(words, body, Math.max(0, bodyOffset(at) - far), bodyOffset(from)) >= 0;
  }

  /// Whether one of the words stands there, none of whose letters are another word's.
  public boolean nearWhole(Words words, int at, int far) {
    byte[] body = hits.body();
    return words.lastWhole(b, Math.max(from, at - far), Math.min(to, at + far)) >= 0
        || words.lastWhole(body, Math.max(0, bodyOffset(at) - far), bodyOffset(from)) >= 0;
  }

  /// Whether keys of other fields of a person stand beside the value [start, end): in its object
  /// where it is a whole text, else on the lines around it.
  public boolean isBesidePerson(int start, int end, boolean whole) {
    if (whole) {
      byte[] body = hits.body();
      return !hits.isAcross() && Beside.inObject(keys, body, view.raw(start), view.rawEnd(end));
    }
    return Beside.onLines(keys, b, from, start, end, to);
  }

  /// Where in the body stands what is at `at`; 0 where ends of several texts were joined.
  private int bodyOffset(int at) {
    return hits.isAcross() ? 0 : view.raw(at);
  }

  /// Whether an address of hexadecimal groups may begin at `start`: not inside a word, and not
  /// after a group of its own.
  public boolean mayStartAddress(int start) {
    if (start == from) {
      return true;
    }
    byte before = b[start - 1];
    if (Bytes.alphanumeric(before) || before == '_') {
      return false;
    }
    if (before != ':') {
      return true;
    }
    int word = start - 1;
    boolean hex = true;
    while (word > from && Bytes.alphanumeric(b[word - 1])) {
      hex &= Bytes.hex(b[--word]) >= 0;
    }
    boolean none = word == start - 1 && (word == from || b[word - 1] != ':');
    return none || !hex || start - 1 - word > 4;
  }

  /// Where the at most `most` hexadecimal digits before `at` begin; `at` where there are none or
  /// more.
  public int hexStart(int at, int most) {
    int start = at;
    while (start > from && at - start <= most && Bytes.hex(b[start - 1]) >= 0) {
      start--;
    }
    return at - start > most ? at : start;
  }

  // Reports.

  /// From here on only a key or a word nearby makes a value.
  public void needContext(boolean needed) {
    needsContext = needed;
  }

  private boolean takes(Category category, int points, int evidence) {
    boolean checked = (evidence & Score.CHECKSUM) != 0;
    boolean sure = category == Category.IBAN || category == Category.CN_RESIDENT_ID;
    boolean told = (evidence & (Score.KEY | Score.CONTEXT)) != 0 || (sure && checked);
    return (told || !needsContext) && hits.takes(category, points);
  }

  /// Whether values that belong to nobody (documentation, tests, loopback) are left alone.
  public boolean allowsNobody() {
    return allowNobody;
  }

  /// Reports the value at [start, end), whose one spelling is its letters and digits. False if it
  /// does not score enough.
  public boolean report(Category category, int start, int end, int points, int evidence) {
    if (weighing) {
      boolean taken = takes(category, points, evidence);
      return offers.add(category, start, end, points, evidence, taken);
    }
    return takes(category, points, evidence)
        && report(category, start, end, points, evidence, packed(start, end));
  }

  /// Reports the value at [start, end) with the spelling that all forms of it share.
  public boolean report(
      Category category, int start, int end, int points, int evidence, Text canonical) {
    int first = literal ? from : start;
    int past = literal ? to : end;
    return takes(category, points, evidence)
        && hits.add(category, new Sum(points, evidence), view, first, past, canonical);
  }

  /// Reports the value at [start, end), whose one spelling is the one it has.
  public boolean reportAsSpelled(Category category, int start, int end, int points, int evidence) {
    return takes(category, points, evidence)
        && report(category, start, end, points, evidence, view.original(start, end));
  }

  /// Reports one value that is written in two places.
  public void reportPair(
      Category category, int start, int end, int secondStart, int secondEnd, int points) {
    if (takes(category, points, Score.KEY)) {
      String word = category.word();
      Span first = hits.span(view, start, end, word, packed(start, end));
      Span second = hits.span(view, secondStart, secondEnd, word, packed(secondStart, secondEnd));
      hits.add(category, new Sum(points, Score.KEY), List.of(first, second));
    }
  }

  /// Says that [start, end) is a value that belongs to nobody, so that nothing worse than that with
  /// `points` may be found among its digits.
  public void reportNobody(int start, int end, int points) {
    offers.addNobody(start, end, points);
  }

  /// Says that no number before `end` is one of its own: a value whose check leaves no doubt
  /// reaches as far. Words of letters and digits are still read.
  public void takeTo(int end) {
    takenTo = Math.max(takenTo, end);
  }

  /// Offset before which everything was taken.
  public int takenTo() {
    return takenTo;
  }

  /// Says of the value reported last that a key calls it a client device's.
  public void markDevice() {
    hits.markDevice();
  }

  /// From here on reports are offers: readings of one number that exclude one another.
  public void weigh() {
    weighing = true;
    offers.clear();
  }

  /// Reports the best of the offers that do not overlap, and returns the offset after the last of
  /// them, or -1.
  public int choose() {
    weighing = false;
    int last = -1;
    for (int k = offers.best(); k >= 0; k = offers.best()) {
      last = Math.max(last, offers.end(k));
      Category category = offers.category(k);
      if (category != null) {
        int start = offers.start(k);
        int end = offers.end(k);
        report(category, start, end, offers.points(k), offers.evidence(k), packed(start, end));
      }
    }
    return last;
  }

  /// The ASCII letters and digits of [start, end), in lower case, and all that is not ASCII.
  private Text packed(int start, int end) {
    byte[] packed = new byte[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      if (b[i] < 0 || Bytes.alphanumeric(b[i])) {
        packed[length++] = Bytes.lower(b[i]);
      }
    }
    return Text.of(Arrays.copyOf(packed, length));
  }
}
