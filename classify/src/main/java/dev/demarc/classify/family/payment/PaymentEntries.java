package dev.demarc.classify.family.payment;

import dev.demarc.classify.number.Dates;
import dev.demarc.classify.number.Money;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Hits;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.View;
import dev.demarc.classify.text.Words;

/// Finds entries of books kept in plain text, each of several lines: hledger and beancount (a date
/// and what for, then accounts with amounts, indented), and QIF (a letter before each field, `^` at
/// the end).
final class PaymentEntries {
  private static final int MOST_LINES = 24;
  private static final int LONGEST_LINE = 160;

  /// What accounts are filed under.
  private static final Words ROOTS =
      Words.of(
          "asset|expense|income|liabilit|equity|aktiva|passiva|ausgaben|einnahmen|actif|dépense"
              + "|revenu|activo|gasto|ingreso|attivit|spese|entrate|ativo|despesa|receita|aktywa"
              + "|wydatki|przychod|uitgaven|inkomsten|kosten|bank");

  private final Hits hits;
  private final Money money = new Money();
  private final FieldPlaces entry = new FieldPlaces();
  private int postings;
  private boolean rooted;

  /// Whether an amount is one of money: with a currency or cents.
  private boolean priced;

  private View view = new View();
  private byte[] b = new byte[0];

  PaymentEntries(Hits hits) {
    this.hits = hits;
  }

  /// Whether an entry may begin with this byte.
  static boolean mayBeginWith(byte c) {
    return c == 'D' || c == '1' || c == '2';
  }

  /// Reads the entry that begins with the line at `at` and returns the offset after its last line,
  /// or -1 if none does.
  int read(View text, int at, int to) {
    view = text;
    b = text.bytes();
    entry.clear();
    int end = Bytes.find(b, at, Math.min(to, at + LONGEST_LINE), '\n');
    if (end + 1 >= to || b[end] != '\n') {
      return -1;
    }
    int stop = Bytes.trimEnd(b, at, end);
    boolean indented = b[end + 1] == ' ' || b[end + 1] == '\t';
    if (b[at] == 'D') {
      return !indented && Dates.whole(b, at + 1, stop) ? interchange(at, to) : -1;
    }
    int date = indented ? dateEnd(at, stop) : -1;
    return date > 0 ? booked(at, date, stop, to) : -1;
  }

  private int dateEnd(int at, int to) {
    int end = Dates.end(b, at, to);
    return end - at == 10 && (end == to || b[end] == ' ' || b[end] == '=') ? end : -1;
  }

  private int booked(int at, int date, int stop, int to) {
    entry.add(Field.DATE, at, date);
    int name = Bytes.skipBlanks(b, date, stop);
    while (name < stop && "*!\"".indexOf(b[name]) >= 0) {
      name = Bytes.skipBlanks(b, name + 1, stop);
    }
    int end = Bytes.trimEnd(b, name, Bytes.find(b, name, stop, ';'));
    end = end > name && b[end - 1] == '"' ? end - 1 : end;
    if (end > name) {
      entry.add(Field.PAYEE, name, end);
    }
    postings = 0;
    rooted = false;
    priced = false;
    int line = Bytes.find(b, stop, to, '\n') + 1;
    for (int k = 0; k < MOST_LINES && line < to && isIndented(line); k++) {
      int next = Bytes.find(b, line, to, '\n');
      posting(Bytes.skipBlanks(b, line, next), Bytes.trimEnd(b, line, next));
      line = next + 1;
    }
    boolean known = rooted || entry.has(Field.CURRENCY);
    return postings >= 2 && known && priced && report() ? Math.min(line, to) : -1;
  }

  private boolean isIndented(int line) {
    return b[line] == ' ' || b[line] == '\t';
  }

  /// Reads an account, two words with a colon between them, and the amount behind it if any.
  private void posting(int from, int to) {
    int colon = Bytes.find(b, from, to, ':');
    int blank = Bytes.skipBlanks(b, colon, to);
    if (from >= to || b[from] == ';' || colon + 1 >= to || blank > colon || b[colon + 1] == ' ') {
      return;
    }
    int end = colon + 1;
    while (end < to && b[end] != '\t' && !(b[end] == ' ' && endsAccount(end, to))) {
      end++;
    }
    int start = Bytes.skipBlanks(b, end, to);
    int stop = start;
    while (stop < to && "@;={".indexOf(b[stop]) < 0) {
      stop++;
    }
    stop = Bytes.trimEnd(b, start, stop);
    boolean amount = start < stop && money.whole(b, start, stop);
    if (start < stop && !amount) {
      return;
    }
    postings++;
    rooted |= ROOTS.endAt(b, from, to) > 0;
    entry.add(Field.MEMO, from, end);
    if (amount) {
      entry.add(Field.AMOUNT, start, stop);
    }
    if (amount && money.hasCurrency()) {
      entry.note(Field.CURRENCY);
    }
    priced |= amount && (money.hasCurrency() || money.toTheCent());
  }

  /// Whether an amount or another blank follows the blank at `at`.
  private boolean endsAccount(int at, int to) {
    return at + 1 < to && (b[at + 1] == ' ' || money.read(b, at + 1, to) > 0);
  }

  private int interchange(int at, int to) {
    int line = at;
    for (int k = 0; k < MOST_LINES && line < to; k++) {
      int next = Bytes.find(b, line, Math.min(to, line + LONGEST_LINE), '\n');
      int end = Bytes.trimEnd(b, line, next);
      if (b[line] == '^') {
        return entry.has(Field.AMOUNT) && report() ? Math.min(next + 1, to) : -1;
      }
      Field field = end > line + 1 ? letter(b[line]) : Field.NONE;
      if (field == Field.NONE || (field == Field.AMOUNT && !money.whole(b, line + 1, end))) {
        return -1;
      }
      entry.add(field, line + 1, end);
      line = next + 1;
    }
    return -1;
  }

  /// What the letter before a line of QIF says about the line.
  private static Field letter(byte c) {
    return switch (c) {
      case 'D' -> Field.DATE;
      case 'T', 'U', '$' -> Field.AMOUNT;
      case 'P' -> Field.PAYEE;
      case 'N' -> Field.REFERENCE;
      case 'M', 'L', 'A', 'C', 'S', 'E' -> Field.MEMO;
      default -> Field.NONE;
    };
  }

  private boolean report() {
    boolean whole = entry.isWhole() && entry.has(Field.AMOUNT);
    if (whole) {
      entry.report(hits, view, Score.SHAPE | Score.CONTEXT);
    }
    return whole;
  }
}
