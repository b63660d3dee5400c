package dev.demarc.classify.family.payment;

import dev.demarc.classify.number.Dates;
import dev.demarc.classify.number.Money;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Hits;
import dev.demarc.classify.scan.KeyTable;
import dev.demarc.classify.scan.RecordKind;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Topic;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.View;
import dev.demarc.classify.text.WordSet;

/// Finds payments written as elements: entries of ISO 20022 messages (camt, pain), of OFX, whose
/// elements need not close, and of other XML whose names say what they hold. What an element is
/// named does not make its value one: a schema and a template have the same names.
public final class PaymentElements {
  private static final int LONGEST_VALUE = 200;

  /// Elements that hold one payment each.
  private static final WordSet ENTRIES =
      WordSet.of("ntry cdttrftxinf drctdbttxinf stmttrn payment transaction txn purchase");

  private static final WordSet DETAILS = WordSet.of("txdtls");
  private static final WordSet BALANCES = WordSet.of("bal ledgerbal availbal");
  private static final WordSet AMOUNTS = WordSet.of("trnamt instdamt intrbksttlmamt");
  private static final WordSet DATES = WordSet.of("dt dttm dtposted dtuser reqdexctndt");
  private static final WordSet NAMES = WordSet.of("nm");
  private static final WordSet REFERENCES = WordSet.of("fitid endtoendid instrid txid");
  private static final WordSet ACCOUNTS = WordSet.of("iban acctid");
  private static final WordSet TEXTS = WordSet.of("ustrd memo trntype addtlntryinf");

  private final Hits hits;
  private final Money money = new Money();
  private final FieldPlaces payment = new FieldPlaces();
  private boolean banking;
  private boolean inEntry;
  private boolean inBalance;
  private View view = new View();
  private byte[] b = new byte[0];

  public PaymentElements(Hits hits) {
    this.hits = hits;
  }

  /// Says by which elements a text may hold payments.
  public static void declare(Triggers triggers) {
    triggers.topic(Topic.PAYMENT_MARKUP, "<ntry", "amt ccy=", "<trnamt", "<dtposted", "txinf>");
    triggers.topic(Topic.PAYMENT_MARKUP, "<bookgdt", "</amount>", "</payment>", "</transaction>");
  }

  /// Reads the elements of [from, to).
  public void read(View text, int from, int to) {
    view = text;
    b = text.bytes();
    begin();
    int at = Bytes.find(b, from, to, '<');
    while (at < to) {
      int open = at + 1;
      int end = open;
      while (end < to && b[end] != '>' && b[end] != '<') {
        end++;
      }
      int next = Bytes.find(b, end, to, '<');
      if (end < to && b[end] == '>') {
        element(open, end, next);
      }
      at = next;
    }
    flush();
  }

  private void begin() {
    payment.clear();
    banking = false;
    inEntry = false;
    inBalance = false;
  }

  /// Reads an element whose tag is [open, close), and its value up to `next`.
  private void element(int open, int close, int next) {
    boolean ends = open < close && b[open] == '/';
    boolean empty = open < close && b[close - 1] == '/';
    boolean closes = ends || empty;
    int from = ends ? open + 1 : open;
    int to = nameEnd(from, close);
    int name = afterPrefix(from, to);
    if (BALANCES.has(b, name, to)) {
      inBalance = !closes;
    } else if (ENTRIES.has(b, name, to)) {
      flush();
      inEntry = !closes;
    } else if (closes && DETAILS.has(b, name, to)) {
      flush();
    } else if (!closes && !inBalance) {
      value(field(name, to), name, to, close, valueEnd(close + 1, next));
    }
  }

  private int nameEnd(int from, int to) {
    int end = from;
    while (end < to && (Bytes.alphanumeric(b[end]) || ":_-.".indexOf(b[end]) >= 0)) {
      end++;
    }
    return end;
  }

  private int afterPrefix(int from, int to) {
    int colon = Bytes.find(b, from, to, ':');
    return colon < to ? colon + 1 : from;
  }

  private int valueEnd(int from, int to) {
    int limit = Math.min(to, from + LONGEST_VALUE);
    return Bytes.trimEnd(b, from, Bytes.find(b, from, limit, '\n'));
  }

  private Field field(int from, int to) {
    if (AMOUNTS.has(b, from, to)) {
      return Field.AMOUNT;
    } else if (DATES.has(b, from, to)) {
      return Field.DATE;
    } else if (NAMES.has(b, from, to)) {
      return Field.PAYEE;
    } else if (REFERENCES.has(b, from, to)) {
      return Field.REFERENCE;
    } else if (ACCOUNTS.has(b, from, to)) {
      return Field.ACCOUNT;
    } else if (TEXTS.has(b, from, to)) {
      return Field.MEMO;
    }
    Field known = KeyTable.KNOWN.of(b, from, to);
    // In OFX the name of an entry is whom it was paid to.
    return known == Field.NAME && banking ? Field.PAYEE : known;
  }

  private void value(Field field, int name, int nameEnd, int close, int end) {
    int start = Bytes.skipBlanks(b, close + 1, end);
    if (field == Field.GOODS) {
      payment.note(field);
    }
    if (start >= end || !field.ofPayment() || !fits(field, start, end)) {
      return;
    }
    if (field == Field.AMOUNT) {
      if (!inEntry && payment.has(Field.AMOUNT)) {
        flush();
      }
      banking |= AMOUNTS.has(b, name, nameEnd);
      currency(nameEnd, close);
    }
    payment.add(field, start, end);
  }

  /// Takes the currency that an amount has as its attribute.
  private void currency(int from, int to) {
    int quote = Bytes.find(b, from, to, '"');
    int end = quote < to ? Bytes.find(b, quote + 1, to, '"') : to;
    if (end < to && Money.isCurrency(b, quote + 1, end)) {
      banking |= Bytes.at(b, quote - 4, to, "ccy=");
      payment.add(Field.CURRENCY, quote + 1, end);
    }
  }

  /// Whether the value is one of such a field, and not what describes it.
  private boolean fits(Field field, int from, int to) {
    return switch (field) {
      case AMOUNT, BALANCE -> money.whole(b, from, to);
      case DATE -> Dates.whole(b, from, to) || isStamp(from, to);
      case CURRENCY -> Money.isCurrency(b, from, to);
      case PAYEE -> b[from] < 0 || Bytes.capital(b[from]) || Bytes.digit(b[from]);
      case REFERENCE, ACCOUNT, CARD -> Bytes.hasDigit(b, from, to);
      default -> RecordKind.PAYMENT.takes(b, from, to);
    };
  }

  /// Whether it is a date as OFX writes one: `20250409120000[-5:EST]`.
  private boolean isStamp(int from, int to) {
    return to - from >= 8 && Dates.whole(b, from, from + 8);
  }

  private void flush() {
    boolean named =
        payment.has(Field.PAYEE) || payment.has(Field.REFERENCE) || payment.has(Field.ACCOUNT);
    if (payment.isWhole() && payment.has(Field.AMOUNT) && (named || banking)) {
      payment.report(hits, view, Score.KEY);
    }
    payment.clear();
  }
}
