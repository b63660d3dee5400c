package dev.demarc.classify.number;

import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Utf8;
import dev.demarc.classify.text.Words;

/// Reads amounts of money and currencies as people and banks write them, and keeps the last one
/// read.
public final class Money {
  private static final Words CODES =
      new Words(
          "usd", "eur", "gbp", "cny", "rmb", "jpy", "hkd", "twd", "sgd", "aud", "cad", "chf", "inr",
          "krw", "brl", "mxn", "sek", "nok", "dkk", "pln", "czk", "huf", "rub", "try", "thb", "idr",
          "myr", "php", "vnd", "zar", "aed", "sar", "ils", "nzd", "mop", "clp", "cop", "pen", "ars",
          "uah", "ron", "bgn", "kzt", "egp", "pkr");
  private static final Words WORDS =
      new Words(
          "人民币",
          "美元",
          "欧元",
          "英镑",
          "日元",
          "港币",
          "港元",
          "元",
          "块",
          "dollars",
          "euro",
          "rupees",
          "reais",
          "kronor",
          "kroner",
          "francs",
          "franken",
          "kr",
          "euros",
          "pounds",
          "yuan",
          "renminbi",
          "rs.",
          "rs",
          "zł",
          "złotych",
          "zl");
  private static final int MOST_DIGITS = 15;

  private int amountStart;
  private int amountEnd;
  private int currencyStart;
  private int currencyEnd;
  private boolean signed;
  private int decimals;

  /// Whether [from, to) is one amount, with or without its currency.
  public boolean whole(byte[] b, int from, int to) {
    boolean bracketed = to - from > 2 && b[from] == '(' && b[to - 1] == ')';
    int start = bracketed ? from + 1 : from;
    int stop = bracketed ? to - 1 : to;
    int end = read(b, start, stop);
    signed |= bracketed;
    return end == stop;
  }

  /// Offset after an amount at `at` with the currency before or after it, or -1. Without a currency
  /// it is still an amount; [#hasCurrency()] tells.
  public int read(byte[] b, int at, int to) {
    currencyStart = -1;
    int i = sign(b, at, to);
    signed = i > at;
    int currency = currencyEnd(b, i, to);
    if (currency > 0) {
      currencyStart = i;
      currencyEnd = currency;
      i = Bytes.skipBlanks(b, currency, to);
      int after = sign(b, i, to);
      signed |= after > i;
      i = after;
    }
    amountStart = currency > 0 ? Bytes.skipBlanks(b, currency, to) : at;
    amountEnd = digitsEnd(b, i, to);
    if (amountEnd < 0) {
      return -1;
    }
    if (currencyStart >= 0) {
      return amountEnd;
    }
    int next = Bytes.skipBlanks(b, amountEnd, to);
    int after = next - amountEnd <= 1 ? currencyEnd(b, next, to) : -1;
    if (after > 0) {
      currencyStart = next;
      currencyEnd = after;
      return after;
    }
    return amountEnd;
  }

  private static int sign(byte[] b, int at, int to) {
    return at < to && (b[at] == '-' || b[at] == '+') ? at + 1 : at;
  }

  private int digitsEnd(byte[] b, int at, int to) {
    int i = at;
    int digits = 0;
    decimals = -1;
    while (i < to && digits <= MOST_DIGITS) {
      if (Bytes.digit(b[i])) {
        digits++;
        decimals += decimals >= 0 ? 1 : 0;
        i++;
      } else if ((b[i] == '.' || b[i] == ',' || b[i] == '\'')
          && digits > 0
          && i + 1 < to
          && Bytes.digit(b[i + 1])) {
        decimals = 0;
        i++;
      } else if (b[i] == ' '
          && digits > 0
          && digits <= 3
          && decimals < 0
          && isGroup(b, i + 1, to)) {
        i++;
      } else {
        break;
      }
    }
    boolean glued = i < to && (Bytes.letter(b[i]) || b[i] == '_') && currencyEnd(b, i, to) < 0;
    return digits == 0 || digits > MOST_DIGITS || glued ? -1 : i;
  }

  /// Whether the last three digits before the cents stand at `at`, as in `1 250,00`.
  private static boolean isGroup(byte[] b, int at, int to) {
    return at + 6 <= to
        && Bytes.digit(b[at])
        && Bytes.digit(b[at + 1])
        && Bytes.digit(b[at + 2])
        && (b[at + 3] == ',' || b[at + 3] == '.')
        && Bytes.digit(b[at + 4])
        && Bytes.digit(b[at + 5])
        && (at + 6 == to || !Bytes.digit(b[at + 6]));
  }

  /// Offset after the currency sign, code or word at `at`, or -1.
  public static int currencyEnd(byte[] b, int at, int to) {
    if (at >= to) {
      return -1;
    }
    byte c = b[at];
    if (c == '$') {
      return at + 1;
    }
    if (c < 0) {
      int length = Utf8.length(c & 0xFF);
      if (at + length <= to
          && Character.getType(Utf8.codePoint(b, at)) == Character.CURRENCY_SYMBOL) {
        return at + length;
      }
      return wordEnd(b, at, to);
    }
    if (!Bytes.letter(c)) {
      return -1;
    }
    int end = at;
    while (end < to && end - at < 9 && Bytes.letter(b[end])) {
      end++;
    }
    if (end - at == 3) {
      return CODES.endAt(b, at, end) == end ? end : -1;
    }
    if (end - at <= 2 && end < to && b[end] == '$') {
      return end + 1;
    }
    return wordEnd(b, at, to);
  }

  private static int wordEnd(byte[] b, int at, int to) {
    int end = WORDS.endAt(b, at, to);
    boolean whole = end > 0 && (b[at] < 0 || end == to || !Bytes.letter(b[end]));
    return whole ? end : -1;
  }

  /// Whether [from, to) names a currency and nothing else.
  public static boolean isCurrency(byte[] b, int from, int to) {
    return currencyEnd(b, from, to) == to;
  }

  public boolean hasCurrency() {
    return currencyStart >= 0;
  }

  public boolean isSigned() {
    return signed;
  }

  /// Whether the amount is written to the cent.
  public boolean toTheCent() {
    return decimals == 2;
  }

  public int amountStart() {
    return amountStart;
  }

  public int amountEnd() {
    return amountEnd;
  }

  public int currencyStart() {
    return currencyStart;
  }

  public int currencyEnd() {
    return currencyEnd;
  }
}
