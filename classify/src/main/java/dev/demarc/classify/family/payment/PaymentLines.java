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
import dev.demarc.classify.text.JsonSyntax;
import dev.demarc.classify.text.View;

/// Finds payments written as lines of `field: value` that follow one another, or as several of
/// these on one line. A field that comes again begins the next payment.
public final class PaymentLines {
  private static final String[] BANKING = {
    "payment",
    "transaction",
    "statement",
    "bank",
    "account",
    "purchase",
    "debit",
    "credit",
    "balance",
    "交易",
    "账单",
    "流水",
    "支付",
    "付款",
    "转账",
    "银行"
  };
  private static final int LONGEST_LABEL = 48;
  private static final int LONGEST_VALUE = 200;

  /// Lines that a till's receipt has at most behind its title.
  private static final int LINES_OF_RECEIPT = 40;

  /// A line of that length at most, and no sentence, may stand between two fields and be none: an
  /// address, a slogan.
  private static final int LONGEST_UNSAID = 48;

  private final Hits hits;
  private final PaymentSentences sentences;
  private final PaymentEntries entries;
  private final ListedPayments listed;
  private final Receipts receipts = new Receipts();
  private final FieldPlaces block = new FieldPlaces();
  private final FieldPlaces line = new FieldPlaces();
  private final Money money = new Money();
  private int blockKinds;
  private int skipped;
  private boolean tells;

  /// How many lines of a till's receipt may still follow.
  private int receipt;

  /// Whether a field of the block is one only because a receipt has it there.
  private boolean unnamed;

  private View view = new View();
  private byte[] b = new byte[0];

  /// Says by which words a text speaks of payments and of banks.
  public static void declare(Triggers triggers) {
    triggers.topic(Topic.PAYING, PaymentWords.PAYING);
    triggers.topic(Topic.PAYING, Receipts.TITLES);
    triggers.topic(Topic.BANKING, BANKING);
    triggers.topic(Topic.PRICING, PaymentWords.PRICING);
    PaymentElements.declare(triggers);
  }

  public PaymentLines(Hits hits) {
    this.hits = hits;
    this.sentences = new PaymentSentences(hits);
    this.entries = new PaymentEntries(hits);
    this.listed = new ListedPayments(hits);
  }

  /// Reads [from, to) of the text line by line; `paying` says whether it speaks of that, and
  /// `labels` whether it may have any.
  public void read(View text, int from, int to, boolean paying, boolean mayHaveLabels) {
    if (!paying && !mayHaveLabels) {
      return;
    }
    view = text;
    b = text.bytes();
    forget();
    listed.begin();
    tells = paying;
    int at = from;
    while (at < to) {
      int after = PaymentEntries.mayBeginWith(b[at]) ? entries.read(view, at, to) : -1;
      if (after > at) {
        endBlock();
        at = after;
      } else {
        at = line(at, to);
      }
    }
    endBlock();
  }

  /// Reads the line at `at` and returns the offset of the next one.
  private int line(int at, int to) {
    boolean digits = false;
    boolean labels = false;
    int end = at;
    while (end < to && b[end] != '\n') {
      digits |= Bytes.digit(b[end]);
      boolean spaced = b[end] == ' ' && end > at && (b[end - 1] < 0 || mayBeBare(at, end));
      labels |= (b[end] == ':' || b[end] == '=' || spaced) && KeyTable.KNOWN.mayName(b, at, end);
      end++;
    }
    labels |= at + 4 < end && b[at] == ':' && Bytes.digit(b[at + 1]);
    labels &= !(b[at] == '<' && Bytes.find(b, at, end, '>') < end);
    line(at, Bytes.trimEnd(b, at, end), labels, digits && tells);
    return end + 1;
  }

  private boolean mayBeBare(int from, int at) {
    return tells && at - from < LONGEST_LABEL;
  }

  private void line(int from, int to, boolean labels, boolean telling) {
    int kinds = labels ? labelled(from, to) : 0;
    boolean some = labels && !line.isEmpty();
    boolean told = telling && !(some && line.isWhole()) && sentences.read(view, from, to);
    if (some && !told) {
      if ((blockKinds & kinds) != 0 && !unnamed) {
        endBlock();
      }
      skipped = 0;
      blockKinds |= kinds;
      block.addAll(line);
    } else if (told || (tells && listed.read(view, from, to))) {
      endBlock();
    } else if (!(tells && (ofReceipt(from, to) || goesOn(from, to)))) {
      endBlock();
    }
    receipt = told ? 0 : receipt;
  }

  /// Whether the line belongs to a till's receipt, which has no names for its fields.
  private boolean ofReceipt(int from, int to) {
    if (Receipts.isTitle(b, from, to)) {
      endBlock();
      receipt = LINES_OF_RECEIPT;
      return true;
    }
    if (receipt == 0) {
      return false;
    }
    receipt--;
    int start = Bytes.skipBlanks(b, from, to);
    if (!block.has(Field.AMOUNT) && receipts.total(b, start, to)) {
      block.note(Field.CURRENCY);
      take(Field.AMOUNT);
    } else if (!block.has(Field.DATE) && receipts.day(b, start, to)) {
      take(Field.DATE);
    } else if (block.isEmpty()
        && receipt >= LINES_OF_RECEIPT - 2
        && Receipts.isName(b, start, to)) {
      unnamed = true;
      block.add(Field.PAYEE, start, to);
    }
    return true;
  }

  private void take(Field field) {
    unnamed = true;
    block.add(field, receipts.start(), receipts.end());
  }

  /// Whether a receipt may go on after this line: an empty one, or a label that says nothing to us.
  private boolean goesOn(int from, int to) {
    int limit = Math.min(to, from + LONGEST_LABEL);
    int link = Math.min(Bytes.find(b, from, limit, ':'), Bytes.find(b, from, limit, '='));
    boolean label = link < limit && link > from;
    boolean brief = tells && from < to && to - from <= LONGEST_UNSAID && b[to - 1] != '.';
    boolean skips = !block.isEmpty() && skipped < 2 && (from == to || label || brief);
    skipped = skips ? skipped + 1 : 0;
    return skips || (!block.isEmpty() && from < to && b[from] == ':');
  }

  private void endBlock() {
    boolean certain = !unnamed || (block.has(Field.AMOUNT) && block.has(Field.DATE));
    if (certain && block.isWhole() && (block.has(Field.AMOUNT) || block.has(Field.PAYEE))) {
      block.report(hits, view, Score.KEY);
    }
    forget();
  }

  private void forget() {
    block.clear();
    skipped = 0;
    blockKinds = 0;
    receipt = 0;
    unnamed = false;
  }

  /// Reads the fields of a line and returns their signs.
  private int labelled(int from, int to) {
    line.clear();
    int at = from;
    int kinds = RecordKind.PAYMENT.sign(tag(from, to));
    if (kinds != 0) {
      at = to;
    }
    while (at < to) {
      int segment = segmentEnd(at, to);
      int end = Bytes.trimEnd(b, at, segment);
      int bare = bareEnd(at, end);
      Field field = label(at, end, bare);
      for (int in = pastPrefix(at, end); field == Field.NONE && in > 0; ) {
        field = label(in, end, bare);
        in = pastPrefix(in, end);
      }
      kinds |= RecordKind.PAYMENT.sign(field);
      at = segment + 1;
    }
    return kinds;
  }

  /// Where what a log puts before a message may end: behind a colon and a blank; or -1.
  private int pastPrefix(int from, int to) {
    for (int i = from; i + 2 < to; i++) {
      if (b[i] == ':' && b[i + 1] == ' ') {
        return i + 2;
      }
    }
    return -1;
  }

  /// Reads a field of a SWIFT message (MT103), `:32A:261120EUR1200,00`, and returns what it is.
  private Field tag(int from, int to) {
    int colon =
        from + 3 < to && b[from] == ':' ? Bytes.find(b, from + 3, Math.min(to, from + 5), ':') : to;
    if (colon + 1 >= to || b[colon] != ':' || !Bytes.digit(b[from + 2])) {
      return Field.NONE;
    }
    int number = (b[from + 1] - '0') * 10 + b[from + 2] - '0';
    if (number == 61 && !Bytes.digit(b[colon + 1])) {
      return Field.NONE;
    }
    Field field =
        switch (number) {
          case 20 -> Field.REFERENCE;
          case 32, 33 -> Field.AMOUNT;
          case 50, 59 -> Field.PAYEE;
          case 61 -> Field.REFERENCE;
          case 70, 86 -> Field.MEMO;
          default -> Field.NONE;
        };
    if (number == 61) {
      // A line of a statement (MT940): day, sign, amount, reference.
      line.note(Field.DATE);
      line.note(Field.AMOUNT);
    }
    if (field == Field.AMOUNT) {
      line.note(Field.CURRENCY);
      line.note(number == 32 ? Field.DATE : Field.CURRENCY);
    }
    if (field != Field.NONE) {
      line.add(field, colon + 1, to);
    }
    return field;
  }

  /// Where the next `field: value` on the same line may begin: a separator with such a field after
  /// it, or with a parameter of a query string.
  private int segmentEnd(int from, int to) {
    for (int i = from; i < to; i++) {
      boolean separates = b[i] == ';' || b[i] == '|' || b[i] == ',' || b[i] == '\t';
      boolean pair = b[i] == ' ' && isPair(i + 1, to);
      boolean query = (b[i] == '&' || b[i] == '?') && isParameter(i + 1, to);
      boolean other = b[i] == ',' && isWordWithColon(i + 1, to);
      if (query || pair || other || (separates && labelEnd(i + 1, to) > 0)) {
        return i;
      }
    }
    return to;
  }

  /// Whether a blank, a word, a colon and a blank stand here: ", took: 12".
  private boolean isWordWithColon(int from, int to) {
    int i = from + 1;
    while (i < to && i - from < LONGEST_LABEL && (Bytes.letter(b[i]) || b[i] == '_')) {
      i++;
    }
    return i > from + 2 && i + 1 < to && b[from] == ' ' && b[i] == ':' && b[i + 1] == ' ';
  }

  /// Whether `key=value` begins here, as logs have it.
  private boolean isPair(int from, int to) {
    int i = from;
    while (i < to
        && i - from < LONGEST_LABEL
        && (b[i] < 0 || Bytes.letter(b[i]) || b[i] == '_' || b[i] == '.')) {
      i++;
    }
    return i > from + 1 && i + 1 < to && b[i] == '=' && b[i + 1] != ' ';
  }

  /// Whether a parameter of a query string begins here.
  private boolean isParameter(int from, int to) {
    int i = from;
    while (i < to && (Bytes.alphanumeric(b[i]) || "_-.[]%".indexOf(b[i]) >= 0)) {
      i++;
    }
    return i > from && i < to && b[i] == '=';
  }

  /// Offset of the `:` or `=` after a payment field's name at `from`, or -1.
  private int labelEnd(int from, int to) {
    int limit = Math.min(to, from + LONGEST_LABEL);
    for (int i = from; i < limit; i++) {
      byte c = b[i];
      if (c == ':' || c == '=') {
        if (KeyTable.KNOWN.of(b, from, i).ofPayment()) {
          return i;
        }
        int value = JsonSyntax.skipSpace(b, i + 1, to);
        if (value >= to || (b[value] != '{' && b[value] != '[')) {
          return -1;
        }
      }
      if (c == ' ' && i > from && spaced(from, i, to)) {
        return i;
      }
      if (c == ',' || c == ';' || c == '|' || Bytes.digit(c)) {
        return -1;
      }
    }
    return -1;
  }

  /// Whether a field's name ends before the blank at `at`: a Chinese one, or one with nothing
  /// behind it on the line but such a value.
  private boolean spaced(int from, int at, int to) {
    if (b[at - 1] >= 0 && !(tells && Bytes.letter(b[at - 1]))) {
      return false;
    }
    Field field = KeyTable.KNOWN.of(b, from, at);
    return b[at - 1] < 0
        ? field.ofPayment()
        : field.ofPayment() && isValue(field, Bytes.skipBlanks(b, at, to), to);
  }

  /// Whether [from, to) is a value of the field and nothing more.
  private boolean isValue(Field field, int from, int to) {
    return switch (field) {
      case AMOUNT, BALANCE ->
          money.whole(b, from, to) && (money.hasCurrency() || money.toTheCent());
      case DATE -> Dates.end(b, from, to) > 0;
      case CURRENCY -> Money.isCurrency(b, from, to);
      case ACCOUNT, CARD -> AccountNumbers.whole(b, from, to);
      case REFERENCE -> from < to && isCode(from, to);
      case PAYEE -> from < to && Bytes.capital(b[from]) && b[to - 1] != '.';
      default -> false;
    };
  }

  private boolean isCode(int from, int to) {
    boolean digit = false;
    for (int i = from; i < to; i++) {
      if (!Bytes.alphanumeric(b[i]) && b[i] != '-' && b[i] != '/') {
        return false;
      }
      digit |= Bytes.digit(b[i]);
    }
    return digit;
  }

  /// Reads the field that begins the segment [from, to), whose last value ends at `bare`.
  private Field label(int from, int to, int bare) {
    int start = from;
    int last = Math.min(to, from + LONGEST_LABEL);
    while (start < last && b[start] >= 0 && !Bytes.letter(b[start])) {
      start++;
    }
    int colon = labelEnd(start, to);
    if (colon < 0) {
      return Field.NONE;
    }
    int valueStart = colon + 1;
    while (valueStart < to && isDressing(b[valueStart])) {
      valueStart++;
    }
    boolean quoted = b[valueStart - 1] == '"';
    int valueEnd =
        quoted ? bareEnd(valueStart, quoteEnd(valueStart, to)) : Math.max(valueStart, bare);
    if (valueEnd - valueStart > LONGEST_VALUE
        || !RecordKind.PAYMENT.takes(b, valueStart, valueEnd)) {
      return Field.NONE;
    }
    Field field = amount(KeyTable.KNOWN.of(b, start, colon), valueStart, valueEnd);
    line.add(field, valueStart, valueEnd);
    return field;
  }

  /// A total with its currency is the amount of a receipt that has named none.
  private Field amount(Field field, int from, int to) {
    boolean total = field == Field.BALANCE && !block.has(Field.AMOUNT) && !line.has(Field.AMOUNT);
    if (!(tells || block.has(Field.PAYEE))
        || !(total || field == Field.AMOUNT)
        || !money.whole(b, from, to)) {
      return field;
    }
    boolean sure = money.hasCurrency() || (receipt > 0 && money.toTheCent());
    if (sure) {
      line.note(Field.CURRENCY);
    }
    return sure ? Field.AMOUNT : field;
  }

  /// Where the quote closes that opened before `from`, or `to`.
  private int quoteEnd(int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == '"') {
        return i;
      }
      i += b[i] == '\\' ? 1 : 0;
    }
    return to;
  }

  /// Where [from, to) ends without what is around a value or after it.
  private int bareEnd(int from, int to) {
    int end = to;
    while (end > from && (isDressing(b[end - 1]) || b[end - 1] == ',')) {
      end--;
    }
    return end;
  }

  /// What stands around a value in lists, Markdown and JSON.
  private static boolean isDressing(byte c) {
    return c == ' ' || c == '\t' || c == '*' || c == '"' || c == '\'' || c == '`' || c == '\r';
  }
}
