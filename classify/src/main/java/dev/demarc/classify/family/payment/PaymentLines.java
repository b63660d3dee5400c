package dev.demarc.classify.family.payment;

import dev.demarc.classify.number.Money;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Hits;
import dev.demarc.classify.scan.KeyTable;
import dev.demarc.classify.scan.RecordFields;
import dev.demarc.classify.scan.RecordKind;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Topic;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.JsonSyntax;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.View;
import java.util.Arrays;

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

  private final Hits hits;
  private final PaymentSentences sentences;
  private final RecordFields block = new RecordFields(RecordKind.PAYMENT);
  private final RecordFields line = new RecordFields(RecordKind.PAYMENT);
  private final Money money = new Money();
  private int blockKinds;
  private int skipped;
  private boolean tells;
  private View view = new View();
  private byte[] b = new byte[0];

  /// Says by which words a text speaks of payments and of banks.
  public static void declare(Triggers triggers) {
    triggers.topic(Topic.PAYING, PaymentWords.PAYING);
    triggers.topic(Topic.BANKING, BANKING);
  }

  public PaymentLines(Hits hits) {
    this.hits = hits;
    this.sentences = new PaymentSentences(hits);
  }

  /// Reads [from, to) of the text line by line; `paying` says whether it speaks of that, and
  /// `labels` whether it may have any.
  public void read(View text, int from, int to, boolean paying, boolean mayHaveLabels) {
    if (!paying && !mayHaveLabels) {
      return;
    }
    view = text;
    b = text.bytes();
    endBlock();
    int at = from;
    while (at < to) {
      boolean digits = false;
      boolean labels = false;
      int end = at;
      while (end < to && b[end] != '\n') {
        digits |= Bytes.digit(b[end]);
        boolean spaced = b[end] == ' ' && end > at && b[end - 1] < 0;
        labels |= (b[end] == ':' || b[end] == '=' || spaced) && KeyTable.KNOWN.mayName(b, at, end);
        end++;
      }
      tells = paying;
      labels |= at + 4 < end && b[at] == ':' && Bytes.digit(b[at + 1]);
      line(at, Bytes.trimEnd(b, at, end), labels, digits && paying);
      at = end + 1;
    }
    endBlock();
  }

  private void line(int from, int to, boolean labels, boolean telling) {
    int kinds = labels ? labelled(from, to) : 0;
    boolean some = labels && !line.isEmpty();
    boolean told = telling && !(some && line.isWhole()) && sentences.read(view, from, to);
    if (some && !told) {
      if ((blockKinds & kinds) != 0) {
        endBlock();
      }
      skipped = 0;
      blockKinds |= kinds;
      block.addAll(line);
    } else if (told || !(tells && goesOn(from, to))) {
      endBlock();
    }
  }

  /// Whether a receipt may go on after this line: an empty one, or a label that says nothing to us.
  private boolean goesOn(int from, int to) {
    int limit = Math.min(to, from + LONGEST_LABEL);
    int link = Math.min(Bytes.find(b, from, limit, ':'), Bytes.find(b, from, limit, '='));
    boolean label = link < limit && link > from;
    boolean skips = !block.isEmpty() && skipped < 2 && (label || from == to);
    skipped = skips ? skipped + 1 : 0;
    return skips || (!block.isEmpty() && from < to && b[from] == ':');
  }

  private void endBlock() {
    skipped = 0;
    if (block.isWhole() && (block.has(Field.AMOUNT) || block.has(Field.PAYEE))) {
      block.report(hits, Score.KEY);
    }
    block.clear();
    blockKinds = 0;
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
      Field field = label(at, segment);
      for (int in = pastPrefix(at, segment); field == Field.NONE && in > 0; ) {
        field = label(in, segment);
        in = pastPrefix(in, segment);
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
    Field field =
        switch (number) {
          case 20 -> Field.REFERENCE;
          case 32, 33 -> Field.AMOUNT;
          case 50, 59 -> Field.PAYEE;
          case 70 -> Field.MEMO;
          default -> Field.NONE;
        };
    if (field == Field.AMOUNT) {
      line.note(Field.CURRENCY);
      line.note(number == 32 ? Field.DATE : Field.CURRENCY);
    }
    if (field != Field.NONE) {
      Text spelled = Text.of(Arrays.copyOfRange(b, colon + 1, to));
      line.add(field, hits.span(view, colon + 1, to, field.word(), spelled));
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
      if (c == ' ' && i > from && b[i - 1] < 0 && KeyTable.KNOWN.of(b, from, i).ofPayment()) {
        return i;
      }
      if (c == ',' || c == ';' || c == '|' || Bytes.digit(c)) {
        return -1;
      }
    }
    return -1;
  }

  private Field label(int from, int to) {
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
    int valueEnd = b[valueStart - 1] == '"' ? quoteEnd(valueStart, to) : to;
    while (valueEnd > valueStart && (isDressing(b[valueEnd - 1]) || b[valueEnd - 1] == ',')) {
      valueEnd--;
    }
    if (valueEnd - valueStart > LONGEST_VALUE
        || !RecordKind.PAYMENT.takes(b, valueStart, valueEnd)) {
      return Field.NONE;
    }
    Field field = amount(KeyTable.KNOWN.of(b, start, colon), valueStart, valueEnd);
    Text spelled = Text.of(Arrays.copyOfRange(b, valueStart, valueEnd));
    line.add(field, hits.span(view, valueStart, valueEnd, field.word(), spelled));
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
    if (money.hasCurrency()) {
      line.note(Field.CURRENCY);
    }
    return money.hasCurrency() ? Field.AMOUNT : field;
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

  /// What stands around a value in lists, Markdown and JSON.
  private static boolean isDressing(byte c) {
    return c == ' ' || c == '\t' || c == '*' || c == '"' || c == '\'' || c == '`' || c == '\r';
  }
}
