package dev.demarc.classify.family.payment;

import dev.demarc.classify.number.Dates;
import dev.demarc.classify.number.Money;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Hits;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Utf8;
import dev.demarc.classify.text.View;

/// Finds payments told in a sentence: "paid USD 45.20 to … on …", 向…转账…元. A sentence must speak of
/// paying; an amount and a date alone are any news.
final class PaymentSentences {
  private static final int LONGEST_LINE = 400;
  private static final int LONGEST_PAYEE = 60;
  private static final int LONGEST_CODE = 128;
  private static final int LONGEST_EACH = 16;

  private final Hits hits;
  private final Money money = new Money();
  private final FieldPlaces payment = new FieldPlaces();
  private int begin;
  private int amounts;
  private boolean cents;
  private View view = new View();
  private byte[] b = new byte[0];

  PaymentSentences(Hits hits) {
    this.hits = hits;
  }

  /// Reads the sentences of the line [from, to) and says whether one tells of a payment.
  boolean read(View text, int from, int to) {
    view = text;
    b = text.bytes();
    if (!PaymentWords.VERBS.standIn(b, from, to)) {
      return false;
    }
    if (statement(from, Bytes.trimEnd(b, from, to))) {
      return true;
    }
    boolean found = false;
    int at = from;
    int sentences = 0;
    while (at < to) {
      int end = sentenceEnd(at, to);
      found |= PaymentWords.VERBS.standIn(b, at, end) && sentence(at, end, false);
      sentences++;
      at = end;
    }
    boolean together = !found && sentences > 1 && to - from <= LONGEST_LINE;
    return found || (together && sentence(from, to, true));
  }

  /// Reads a line of a statement: a date, what it was for, an amount to the cent, and what is left
  /// where it is printed.
  private boolean statement(int from, int to) {
    int start = Bytes.skipBlanks(b, from, to);
    int date = Dates.end(b, start, to);
    date = date < 0 ? dayOfMonth(start, to) : date;
    if (date < 0 || date >= to || (b[date] != ' ' && b[date] != '\t')) {
      return false;
    }
    int last = amountBefore(date, to);
    if (last < 0) {
      return false;
    }
    int end = Bytes.trimEnd(b, date, last);
    boolean told = money.hasCurrency() || money.isSigned();
    int first = amountBefore(date, end);
    int memo = Bytes.skipBlanks(b, date, to);
    int memoEnd = first > 0 ? Bytes.trimEnd(b, memo, first) : end;
    if (memoEnd - memo < 3 || memoEnd - memo > LONGEST_PAYEE + 20 || !Bytes.letter(b[memo])) {
      return false;
    }
    if (!told && first < 0 && !isPrinted(memo, memoEnd)) {
      return false;
    }
    payment.clear();
    payment.add(Field.DATE, start, date);
    payment.add(Field.PAYEE, memo, memoEnd);
    if (first > 0) {
      payment.add(Field.AMOUNT, first, end);
    }
    payment.add(first > 0 ? Field.BALANCE : Field.AMOUNT, last, to);
    payment.report(hits, view, Score.SHAPE | Score.CONTEXT);
    return true;
  }

  /// Whether it is written as banks print it, in capitals.
  private boolean isPrinted(int from, int to) {
    int capitals = 0;
    int small = 0;
    for (int i = from; i < to; i++) {
      capitals += b[i] >= 'A' && b[i] <= 'Z' ? 1 : 0;
      small += b[i] >= 'a' && b[i] <= 'z' ? 1 : 0;
    }
    return capitals > small;
  }

  /// Offset after a month and a day, `11/20`, or -1.
  private int dayOfMonth(int at, int to) {
    boolean day =
        at + 5 < to
            && Bytes.digit(b[at])
            && Bytes.digit(b[at + 1])
            && b[at + 2] == '/'
            && Bytes.digit(b[at + 3])
            && Bytes.digit(b[at + 4]);
    return day ? at + 5 : -1;
  }

  /// Where the amount begins that ends [from, to), written to the cent; or -1.
  private int amountBefore(int from, int to) {
    int start = wordStart(from, to);
    if (start > from && Money.isCurrency(b, start, to)) {
      start = wordStart(from, Bytes.trimEnd(b, from, start));
    }
    return start > from && money.whole(b, start, to) && money.toTheCent() ? start : -1;
  }

  private int wordStart(int from, int to) {
    int start = to;
    while (start > from && b[start - 1] != ' ' && b[start - 1] != '\t') {
      start--;
    }
    return start;
  }

  private int sentenceEnd(int from, int to) {
    for (int i = from; i < to; i++) {
      boolean stop = (b[i] == '.' || b[i] == '!' || b[i] == '?') && i + 2 < to && b[i + 1] == ' ';
      if (stop && (b[i + 2] < 0 || (b[i + 2] >= 'A' && b[i + 2] <= 'Z'))) {
        return i + 2;
      }
      if (b[i] == (byte) 0xE3 && i + 3 <= to && Utf8.codePoint(b, i) == '。') {
        return i + 3;
      }
    }
    return to;
  }

  /// Reads [from, to) as one payment; with `single`, only if it has one amount.
  private boolean sentence(int from, int to, boolean single) {
    payment.clear();
    begin = from;
    amounts = 0;
    cents = false;
    boolean rules = PaymentWords.RULES.standIn(b, from, to);
    int at = from;
    while (at < to) {
      boolean starts = at == from || !Bytes.alphanumeric(b[at - 1]) || !Bytes.alphanumeric(b[at]);
      int end = starts ? field(at, to) : -1;
      at = end > at ? end : at + (b[at] < 0 ? Utf8.length(b[at] & 0xFF) : 1);
    }
    boolean said = namesParty() || ((PaymentWords.TELLING.standIn(b, from, to) || cents) && !rules);
    boolean whole =
        said && payment.isWhole() && payment.has(Field.AMOUNT) && (!single || amounts == 1);
    if (whole) {
      payment.report(hits, view, Score.SHAPE | Score.CONTEXT);
    }
    return whole;
  }

  /// Whether a day and whom or what it was paid for are named, as rules and news seldom do.
  private boolean namesParty() {
    boolean party =
        payment.has(Field.PAYEE) || payment.has(Field.REFERENCE) || payment.has(Field.ACCOUNT);
    return party && payment.has(Field.DATE);
  }

  /// Reads a field of a payment that starts at `at` and returns the offset after it, or -1.
  private int field(int at, int to) {
    int date = Bytes.alphanumeric(b[at]) ? Dates.end(b, at, to) : -1;
    if (date > 0) {
      return payment.add(Field.DATE, at, date);
    }
    if (b[at] == ',' && !payment.isEmpty()) {
      return listed(at, to);
    }
    int end = amount(at, to);
    if (end < 0) {
      end = code(Field.REFERENCE, PaymentWords.BEFORE_REFERENCE.endAt(b, at, to), to);
    }
    if (end < 0) {
      end = code(Field.ACCOUNT, PaymentWords.BEFORE_ACCOUNT.endAt(b, at, to), to);
    }
    return end < 0 ? payee(at, to) : end;
  }

  private int amount(int at, int to) {
    int end = money.read(b, at, to);
    if (end < 0 || !money.hasCurrency()) {
      return -1;
    }
    if (isRate(at, Bytes.skipBlanks(b, end, to), to)) {
      return end;
    }
    amounts++;
    cents |= money.toTheCent();
    payment.note(Field.CURRENCY);
    boolean leads = money.currencyStart() < money.amountStart();
    if (leads && money.currencyEnd() < money.amountStart()) {
      payment.add(Field.CURRENCY, money.currencyStart(), money.currencyEnd());
      return payment.add(Field.AMOUNT, money.amountStart(), end);
    }
    if (!leads && money.amountEnd() < money.currencyStart()) {
      payment.add(Field.AMOUNT, money.amountStart(), money.amountEnd());
      return payment.add(Field.CURRENCY, money.currencyStart(), end);
    }
    // Without a blank between them they are one word, and one replacement.
    return payment.add(Field.AMOUNT, leads ? money.currencyStart() : money.amountStart(), end);
  }

  /// Whether the amount between `at` and `next` is one for each of something, or a large one, as
  /// nobody tells of a payment of their own.
  private boolean isRate(int at, int next, int to) {
    int least = Math.max(begin, at - LONGEST_EACH);
    boolean each = PaymentWords.EACH.startOfLast(b, least, Bytes.trimEnd(b, least, at)) >= 0;
    boolean large = PaymentWords.LARGE.endAt(b, next, to) > 0;
    return each || (large && PaymentWords.PER_MEANS.endAt(b, next, to) < 0);
  }

  /// A reference or account: one word of letters and digits with a digit in it.
  private int code(Field field, int at, int to) {
    if (at < 0) {
      return -1;
    }
    int start = at;
    while (start < to && b[start] >= 0 && " :#*.".indexOf(b[start]) >= 0) {
      start++;
    }
    int end = start;
    boolean digit = false;
    int most = Math.min(to, start + LONGEST_CODE + 1);
    while (end < most && isOfCode(b[end])) {
      digit |= Bytes.digit(b[end++]);
    }
    return digit && end - start >= 3 && end - start <= LONGEST_CODE
        ? payment.add(field, start, end)
        : -1;
  }

  private static boolean isOfCode(byte c) {
    return Bytes.alphanumeric(c) || c == '-' || c == '/' || c == '_';
  }

  private int payee(int at, int to) {
    int start = PaymentWords.BEFORE_PAYEE.endAt(b, at, to);
    if (start > 0) {
      return named(start, nameEnd(start, to));
    }
    start = PaymentWords.BEFORE_CHINESE_PAYEE.endAt(b, at, to);
    while (start > 0 && start < to && (b[start] == ':' || b[start] == ' ')) {
      start++;
    }
    boolean name = start > 0 && Dates.end(b, start, to) < 0;
    return name ? named(start, chineseNameEnd(start, to)) : -1;
  }

  /// A name between commas with a date or an amount behind it: `, Skyhop Airlines, 11 Feb 2025`.
  private int listed(int at, int to) {
    int start = Bytes.skipBlanks(b, at + 1, to);
    int end = nameEnd(start, to);
    int next = Bytes.at(b, end, to, ", ") ? Bytes.skipBlanks(b, end + 1, to) : to;
    boolean field =
        start > at + 1 && next < to && (Dates.end(b, next, to) > 0 || money.read(b, next, to) > 0);
    return field ? named(start, end) : -1;
  }

  private int named(int from, int to) {
    return to > from ? payment.add(Field.PAYEE, from, to) : -1;
  }

  /// A name: words that start with a capital, and the "&" and "and" inside names.
  private int nameEnd(int from, int to) {
    int end = from;
    int i = from;
    while (i < to && i - from < LONGEST_PAYEE && startsName(i, to)) {
      end = wordEnd(i, to);
      i = Bytes.skipBlanks(b, end, to);
      int link = Bytes.at(b, i, to, "& ") ? 2 : Bytes.at(b, i, to, "and ") ? 4 : 0;
      i += link > 0 && startsName(i + link, to) ? link : 0;
    }
    return end;
  }

  private boolean startsName(int at, int to) {
    if (at >= to) {
      return false;
    }
    boolean capital = b[at] >= 'A' && b[at] <= 'Z';
    return capital ? Dates.end(b, at, to) < 0 : b[at] < 0 && isLetter(at);
  }

  private int wordEnd(int from, int to) {
    int i = from;
    while (i < to) {
      byte c = b[i];
      if (c < 0
          ? !isLetter(i)
          : !isOfName(c) && !(c == '.' && i + 1 < to && Bytes.letter(b[i + 1]))) {
        break;
      }
      i += c < 0 ? Utf8.length(c & 0xFF) : 1;
    }
    return i;
  }

  private static boolean isOfName(byte c) {
    return Bytes.alphanumeric(c) || c == '\'' || c == '-' || c == '*';
  }

  private boolean isLetter(int at) {
    return Character.isLetterOrDigit(Utf8.codePoint(b, at));
  }

  /// A name up to the verb: 向张三转账.
  private int chineseNameEnd(int from, int to) {
    int i = from;
    while (i < to && i - from < LONGEST_PAYEE) {
      byte c = b[i];
      boolean ends = c < 0 ? !isLetter(i) : !Bytes.alphanumeric(c) && " ()&'-".indexOf(c) < 0;
      boolean word = c < 0 || !Bytes.alphanumeric(b[i - 1]);
      boolean verb = word && i > from && PaymentWords.AFTER_CHINESE_PAYEE.endAt(b, i, to) > 0;
      if (ends || verb || (word && PaymentWords.VERBS.endAt(b, i, to) > 0)) {
        return Bytes.trimEnd(b, from, i);
      }
      i += c < 0 ? Utf8.length(c & 0xFF) : 1;
    }
    return -1;
  }
}
