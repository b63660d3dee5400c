package dev.demarc.classify.family.payment;

import dev.demarc.classify.number.Dates;
import dev.demarc.classify.number.Money;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Reads the lines of a till's receipt, which has no names before its fields: the line that says
/// what it is, the day, and the total.
final class Receipts {
  private static final int LONGEST_TITLE = 48;
  private static final int LONGEST_LINE = 80;
  static final String[] TITLES = {
    "kassenbeleg",
    "kassenbon",
    "kassenzettel",
    "quittung",
    "kundenbeleg",
    "händlerbeleg",
    "scontrino",
    "documento commerciale",
    "ricevuta",
    "ticket de caisse",
    "ticket client",
    "factura simplificada",
    "ticket de compra",
    "talão",
    "fatura simplificada",
    "cupom fiscal",
    "recibo",
    "paragon",
    "kassabon",
    "receipt",
    "customer copy",
    "cardholder copy",
    "merchant copy",
    "小票",
    "收据",
    "收銀",
    "收银",
    "购物凭证",
    "領収書",
    "领収書",
    "レシート"
  };
  private static final Words TITLE = new Words(TITLES);
  private static final Words TOTALS =
      Words.of(
          "summe|gesamt|zu zahlen|endbetrag|total|à payer|net à payer|montant|importe|importo"
              + "|a pagar|valor|suma|razem|do zapłaty|totaal|te betalen|amount|合计|合計|总计|实付|应付"
              + "|金额|小计");

  private final Money money = new Money();
  private int start;
  private int end;

  /// Whether the line says that a receipt follows.
  static boolean isTitle(byte[] b, int from, int to) {
    int digits = 0;
    int words = 0;
    for (int i = from; i < to; i++) {
      digits += Bytes.digit(b[i]) ? 1 : 0;
      words += b[i] == ' ' ? 1 : 0;
    }
    boolean brief = to > from && to - from <= LONGEST_TITLE && words <= 5 && digits <= 8;
    return brief && ".!?".indexOf(b[to - 1]) < 0 && TITLE.standIn(b, from, to);
  }

  /// Whether the words at `at` are one for a total.
  static boolean isTotal(byte[] b, int at, int to) {
    return TOTALS.endAt(b, at, to) > 0;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /// Whether the amount read last has a currency.
  boolean hasCurrency() {
    return money.hasCurrency();
  }

  /// Whether the line begins or ends with a day.
  boolean day(byte[] b, int from, int to) {
    for (int i = from; i < to && to - from <= LONGEST_LINE; i++) {
      boolean starts = Bytes.digit(b[i]) && (i == from || " \t:".indexOf(b[i - 1]) >= 0);
      int past = starts ? Dates.end(b, i, to) : -1;
      if (past - i >= 8) {
        start = i;
        end = past;
        return true;
      }
    }
    return false;
  }

  /// Whether the line is a total: a word for it, and an amount to the cent at its end.
  boolean total(byte[] b, int from, int to) {
    int word = TOTALS.endAt(b, from, to);
    if (word < 0 || to - from > LONGEST_LINE) {
      return false;
    }
    int at = to;
    for (int i = to - 1; i >= word && to - i < 24; i--) {
      boolean starts =
          b[i - 1] == ' ' || b[i - 1] == '\t' || i == word || (b[i] < 0 && b[i - 1] > 0);
      at = starts && money.whole(b, i, to) && money.toTheCent() ? i : at;
    }
    start = at;
    end = to;
    return at < to && money.whole(b, at, to);
  }

  /// Whether the line may name the shop: it begins with a capital or no Latin letter, and is no
  /// field (figures stand in names too: Shell 1142).
  static boolean isName(byte[] b, int from, int to) {
    boolean begins =
        to - from >= 3 && to - from <= LONGEST_TITLE && (b[from] < 0 || Bytes.capital(b[from]));
    for (int i = from; i < to && begins; i++) {
      begins = b[i] != ':' && b[i] != '=';
    }
    return begins;
  }
}
