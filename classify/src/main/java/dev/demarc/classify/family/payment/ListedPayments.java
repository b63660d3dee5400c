package dev.demarc.classify.family.payment;

import dev.demarc.classify.number.Dates;
import dev.demarc.classify.number.Money;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Hits;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Utf8;
import dev.demarc.classify.text.View;

/// Finds payments that are listed one to a line, with neither columns nor names of fields, where
/// the line above the list says that these were paid: `1. 2026-10-03 Ann Lee 120.00 EUR`.
final class ListedPayments {
  private static final int LONGEST_LINE = 160;
  private static final int MOST_WORDS = 10;

  private final Hits hits;
  private final Money money = new Money();
  private final FieldPlaces item = new FieldPlaces();
  private boolean announced;
  private boolean named;
  private int words;
  private byte[] b = new byte[0];

  ListedPayments(Hits hits) {
    this.hits = hits;
  }

  /// Forgets what was announced.
  void begin() {
    announced = false;
  }

  /// Reads the line [from, to) and says whether it is a payment of such a list; a line that is
  /// none, and not empty, may announce one.
  boolean read(View text, int from, int to) {
    b = text.bytes();
    int start = afterBullet(from, to);
    if (announced && to - from <= LONGEST_LINE && item(start, to)) {
      item.report(hits, text, Score.SHAPE | Score.CONTEXT);
      return true;
    }
    if (start < to) {
      announced =
          to - from <= LONGEST_LINE
              && PaymentWords.ANNOUNCING.standIn(b, from, to)
              && !PaymentWords.PRICES.standIn(b, from, to)
              && !PaymentWords.RULES.standIn(b, from, to);
    }
    return false;
  }

  /// Where the text of an item begins behind `-`, `*`, `1.` or `(1)`.
  private int afterBullet(int from, int to) {
    int i = Bytes.skipBlanks(b, from, to);
    int digits = i;
    while (digits < to && digits - i < 3 && (Bytes.digit(b[digits]) || b[digits] == '(')) {
      digits++;
    }
    boolean number = digits > i && digits < to && (b[digits] == '.' || b[digits] == ')');
    if (number && digits + 1 < to && !Bytes.digit(b[digits + 1])) {
      return Bytes.skipBlanks(b, digits + 1, to);
    }
    return i < to && (b[i] == '-' || b[i] == '*') ? Bytes.skipBlanks(b, i + 1, to) : i;
  }

  private boolean item(int from, int to) {
    item.clear();
    named = false;
    words = 0;
    int at = from;
    while (at < to && words <= MOST_WORDS) {
      boolean starts = at == from || !Bytes.alphanumeric(b[at - 1]);
      int end = starts ? field(at, to) : -1;
      at = end > at ? end : at + (b[at] < 0 ? Utf8.length(b[at] & 0xFF) : 1);
    }
    return words <= MOST_WORDS
        && named
        && item.has(Field.AMOUNT)
        && item.has(Field.CURRENCY)
        && (item.has(Field.DATE) || item.has(Field.ACCOUNT));
  }

  /// Reads a field that starts at `at` and returns the offset after it, or -1.
  private int field(int at, int to) {
    int date = Bytes.alphanumeric(b[at]) ? Dates.end(b, at, to) : -1;
    if (date > 0) {
      return item.add(Field.DATE, at, date);
    }
    int end = money.read(b, at, to);
    if (end > 0 && money.hasCurrency()) {
      item.note(Field.CURRENCY);
      return item.add(Field.AMOUNT, at, end);
    }
    if (Bytes.digit(b[at])) {
      int stop = numberEnd(at, to);
      return stop - at >= 8 ? item.add(Field.ACCOUNT, at, stop) : stop;
    }
    return isLetter(at) ? words(at, to) : -1;
  }

  private int numberEnd(int at, int to) {
    int i = at;
    while (i < to
        && (Bytes.alphanumeric(b[i]) || ((b[i] == ' ' || b[i] == '-') && goesOn(i, to)))) {
      i++;
    }
    return i;
  }

  private boolean goesOn(int at, int to) {
    return at + 1 < to && Bytes.digit(b[at + 1]) && Bytes.digit(b[at - 1]);
  }

  private boolean isLetter(int at) {
    return Bytes.letter(b[at]) || (b[at] < 0 && Character.isLetter(Utf8.codePoint(b, at)));
  }

  /// Reads words up to what is none; the first of a list's line are whom it was paid to.
  private int words(int at, int to) {
    int end = at;
    int i = at;
    while (i < to
        && !Bytes.digit(b[i])
        && ",;|:(".indexOf(b[i]) < 0
        && !(i > at && startsMoney(i, to))) {
      boolean blank = b[i] == ' ' || b[i] == '\t';
      words += blank ? 1 : 0;
      i += b[i] < 0 ? Utf8.length(b[i] & 0xFF) : 1;
      end = blank ? end : i;
    }
    words++;
    end = Math.min(end, to);
    boolean total = Receipts.isTotal(b, at, to);
    boolean name = !named && !total && end - at >= 3 && (b[at] < 0 || Bytes.capital(b[at]));
    named |= name;
    return name ? item.add(Field.PAYEE, at, end) : end;
  }

  private boolean startsMoney(int at, int to) {
    boolean starts = b[at] == '$' || b[at] < 0 || b[at - 1] == ' ';
    return starts && Money.currencyEnd(b, at, to) > 0;
  }
}
