package dev.demarc.classify;

import java.util.Arrays;

/// Finds payments in running text: lines of `field: value` that follow one another, and sentences
/// that tell of one ("paid USD 45.20 to … on …", 向…转账…元).
final class PaymentLines {
  private static final String[] VERBS = {
    "paid",
    "payment",
    "purchase",
    "transfer",
    "charged",
    "debit",
    "credit",
    "deposit",
    "withdr",
    "transaction",
    "txn",
    "refund",
    "spent",
    "bought",
    "invoice",
    "remit",
    "支付",
    "付款",
    "转账",
    "消费",
    "收款",
    "交易",
    "支出",
    "收入",
    "入账",
    "扣款",
    "汇款",
    "退款",
    "到账",
    "付给"
  };
  private static final String[] SPEAKS = {
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
  private static final String[] BEFORE_PAYEE = {" to ", " at ", " from ", " payee ", " merchant "};
  private static final String[] BEFORE_REFERENCE = {
    "ref ",
    "ref:",
    "ref. ",
    "ref#",
    "reference ",
    "reference: ",
    "txn ",
    "transaction id ",
    "流水号",
    "交易号",
    "订单号"
  };
  private static final String[] BEFORE_ACCOUNT = {
    "account ", "acct ", "a/c ", "iban ", "ending ", "ending in ", "账号", "账户", "卡号", "尾号"
  };
  private static final int LONGEST_VALUE = 200;
  private static final int LONGEST_PAYEE = 60;

  private final Hits hits;
  private final Money money = new Money();
  private final PaymentFields block = new PaymentFields();
  private final PaymentFields line = new PaymentFields();
  private int blockKinds;
  private View view = new View();
  private byte[] b = new byte[0];

  PaymentLines(Hits hits) {
    this.hits = hits;
  }

  /// Whether the text speaks of payments at all.
  static boolean speaksOfPayments(byte[] b, int from, int to) {
    return Nearby.contains(b, from, to, SPEAKS);
  }

  /// Reads [from, to) of the text line by line.
  void read(View text, int from, int to) {
    view = text;
    b = text.bytes();
    endBlock();
    int at = from;
    while (at < to) {
      int end = Bytes.find(b, at, to, '\n');
      if (!labelled(at, Bytes.trimEnd(b, at, end))) {
        endBlock();
        sentences(at, end);
      }
      at = end + 1;
    }
    endBlock();
  }

  private void endBlock() {
    if (block.isPayment()) {
      block.report(hits, Score.KEY);
    }
    block.clear();
    blockKinds = 0;
  }

  // Lines of `field: value`.

  private boolean labelled(int from, int to) {
    line.clear();
    int at = from;
    int kinds = 0;
    while (at < to) {
      int segment = segmentEnd(at, to);
      Field field = label(at, segment);
      kinds |= field.paymentKind();
      at = segment + 1;
    }
    if (line.isEmpty()) {
      return false;
    }
    if ((blockKinds & kinds) != 0) {
      endBlock();
    }
    blockKinds |= kinds;
    block.addAll(line);
    return true;
  }

  /// Where the next `field: value` on the same line may begin: a separator with such a field after
  /// it.
  private int segmentEnd(int from, int to) {
    for (int i = from; i < to; i++) {
      boolean separates = b[i] == ';' || b[i] == '|' || b[i] == ',' || b[i] == '\t';
      if (separates && labelEnd(i + 1, to) > 0) {
        return i;
      }
    }
    return to;
  }

  /// Offset of the `:` or `=` after a payment field's name at `from`, or -1.
  private int labelEnd(int from, int to) {
    int limit = Math.min(to, from + 48);
    for (int i = from; i < limit; i++) {
      byte c = b[i];
      if (c == ':' || c == '=') {
        return KeyTable.of(b, from, i).ofPayment() ? i : -1;
      }
      if (c == ',' || c == ';' || c == '|' || Bytes.digit(c)) {
        return -1;
      }
    }
    return -1;
  }

  private Field label(int from, int to) {
    int start = from;
    while (start < to && b[start] >= 0 && !Bytes.letter(b[start])) {
      start++;
    }
    int colon = labelEnd(start, to);
    if (colon < 0) {
      return Field.NONE;
    }
    Field field = KeyTable.of(b, start, colon);
    int valueStart = colon + 1;
    while (valueStart < to && isDressing(b[valueStart])) {
      valueStart++;
    }
    int valueEnd = to;
    while (valueEnd > valueStart && (isDressing(b[valueEnd - 1]) || b[valueEnd - 1] == ',')) {
      valueEnd--;
    }
    if (valueStart == valueEnd || valueEnd - valueStart > LONGEST_VALUE) {
      return Field.NONE;
    }
    add(line, field, valueStart, valueEnd);
    return field;
  }

  private static boolean isDressing(byte c) {
    return c == ' ' || c == '\t' || c == '*' || c == '"' || c == '\'' || c == '`' || c == '\r';
  }

  private void add(PaymentFields fields, Field field, int from, int to) {
    Text spelled = Text.of(Arrays.copyOfRange(b, from, to));
    fields.add(field, hits.span(view, from, to, field, spelled));
  }

  // Sentences.

  private void sentences(int from, int to) {
    int at = from;
    while (at < to) {
      int end = sentenceEnd(at, to);
      if (Nearby.contains(b, at, end, VERBS)) {
        sentence(at, end);
      }
      at = end;
    }
  }

  private int sentenceEnd(int from, int to) {
    for (int i = from; i < to; i++) {
      boolean stop = (b[i] == '.' || b[i] == '!' || b[i] == '?') && i + 2 < to && b[i + 1] == ' ';
      if (stop && (b[i + 2] < 0 || (b[i + 2] >= 'A' && b[i + 2] <= 'Z'))) {
        return i + 2;
      }
      if (b[i] < 0 && i + 3 <= to && Utf8.codePoint(b, i) == '。') {
        return i + 3;
      }
    }
    return to;
  }

  private void sentence(int from, int to) {
    line.clear();
    int at = from;
    while (at < to) {
      at = word(from, at, to);
    }
    if (line.isPayment() && line.has(Field.AMOUNT)) {
      line.report(hits, Score.SHAPE | Score.CONTEXT);
    }
  }

  /// Reads what starts at `at` and returns where to go on.
  private int word(int from, int at, int to) {
    byte c = b[at];
    boolean starts = at == from || !Bytes.alphanumeric(b[at - 1]) || !Bytes.alphanumeric(c);
    if (!starts) {
      return at + 1;
    }
    int end = -1;
    if (Bytes.digit(c) || Bytes.letter(c)) {
      end = Dates.end(b, at, to);
      if (end > 0) {
        add(line, Field.DATE, at, end);
        return end;
      }
    }
    end = amount(at, to);
    if (end < 0) {
      end = after(BEFORE_REFERENCE, Field.REFERENCE, at, to);
    }
    if (end < 0) {
      end = after(BEFORE_ACCOUNT, Field.ACCOUNT, at, to);
    }
    if (end < 0) {
      end = payee(at, to);
    }
    return end > at ? end : at + (c < 0 ? Utf8.length(c & 0xFF) : 1);
  }

  private int amount(int at, int to) {
    int end = money.read(b, at, to);
    if (end < 0 || !money.hasCurrency()) {
      return -1;
    }
    boolean before = money.currencyStart() < money.amountStart();
    int first = before ? money.currencyStart() : money.amountStart();
    int gap =
        before
            ? money.amountStart() - money.currencyEnd()
            : money.currencyStart() - money.amountEnd();
    line.note(Field.CURRENCY);
    if (gap == 0) {
      add(line, Field.AMOUNT, first, end);
    } else if (before) {
      add(line, Field.CURRENCY, first, money.currencyEnd());
      add(line, Field.AMOUNT, money.amountStart(), end);
    } else {
      add(line, Field.AMOUNT, first, money.amountEnd());
      add(line, Field.CURRENCY, money.currencyStart(), end);
    }
    return end;
  }

  private int after(String[] words, Field field, int at, int to) {
    for (String word : words) {
      int end = Nearby.matchEnd(b, at, to, word);
      if (end > 0) {
        return code(field, end, to);
      }
    }
    return -1;
  }

  /// A reference or account: one word of letters and digits with a digit in it.
  private int code(Field field, int at, int to) {
    int start = at;
    while (start < to
        && (b[start] == ' '
            || b[start] == ':'
            || b[start] == '#'
            || b[start] == '*'
            || b[start] == '.')) {
      start++;
    }
    int end = start;
    boolean digit = false;
    while (end < to
        && (Bytes.alphanumeric(b[end]) || b[end] == '-' || b[end] == '/' || b[end] == '_')) {
      digit |= Bytes.digit(b[end++]);
    }
    if (!digit || end - start < 3) {
      return -1;
    }
    add(line, field, start, end);
    return end;
  }

  private int payee(int at, int to) {
    if (b[at] == ' ') {
      for (String word : BEFORE_PAYEE) {
        int start = Nearby.matchEnd(b, at, to, word);
        if (start > 0) {
          return name(start, to);
        }
      }
    } else if (b[at] < 0) {
      return chinesePayee(at, to);
    }
    return -1;
  }

  /// A name: words that start with a capital, with the small words and signs that stand inside
  /// names.
  private int name(int at, int to) {
    int end = at;
    int i = at;
    while (i < to && i - at < LONGEST_PAYEE && startsName(i, to)) {
      while (i < to
          && (b[i] < 0
              || Bytes.alphanumeric(b[i])
              || b[i] == '\''
              || b[i] == '-'
              || b[i] == '*'
              || (b[i] == '.' && i + 1 < to && Bytes.letter(b[i + 1])))) {
        i++;
      }
      end = i;
      i = Bytes.skipBlanks(b, i, to);
      if (Bytes.at(b, i, to, "& ") || (Bytes.at(b, i, to, "and ") && startsName(i + 4, to))) {
        i = Bytes.skipBlanks(b, Bytes.find(b, i, to, ' '), to);
      }
    }
    if (end == at) {
      return -1;
    }
    add(line, Field.PAYEE, at, end);
    return end;
  }

  private boolean startsName(int at, int to) {
    return at < to
        && ((b[at] >= 'A' && b[at] <= 'Z' && month(at, to) < 0) || (b[at] & 0xFF) >= 0xC3);
  }

  private int month(int at, int to) {
    return Dates.end(b, at, to);
  }

  private int chinesePayee(int at, int to) {
    for (String word : new String[] {"向", "给", "在"}) {
      int start = Nearby.matchEnd(b, at, to, word);
      if (start > 0) {
        int end = payeeEnd(start, to);
        if (end > start) {
          add(line, Field.PAYEE, start, end);
          return end;
        }
      }
    }
    return -1;
  }

  private int payeeEnd(int from, int to) {
    int i = from;
    while (i < to && i - from < LONGEST_PAYEE) {
      for (String verb : VERBS) {
        if (Nearby.matchEnd(b, i, to, verb) > 0) {
          return i;
        }
      }
      if (b[i] >= 0 && !Bytes.alphanumeric(b[i]) && b[i] != ' ' && b[i] != '(' && b[i] != ')') {
        return i;
      }
      if (b[i] < 0 && !Character.isLetterOrDigit(Utf8.codePoint(b, i))) {
        return i;
      }
      i += b[i] < 0 ? Utf8.length(b[i] & 0xFF) : 1;
    }
    return -1;
  }
}
