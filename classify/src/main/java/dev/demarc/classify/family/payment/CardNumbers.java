package dev.demarc.classify.family.payment;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.number.CardIssuers;
import dev.demarc.classify.number.CheckDigits;
import dev.demarc.classify.number.NumberChain;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.NumberWords;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Finds payment card numbers (ISO/IEC 7812: 12 to 19 digits, an issuer's prefix, Luhn's check
/// digit) among digits and separators.
///
/// One long number in ten passes Luhn by chance, so the checksum alone is never enough: an issuer
/// prefix that goes with the length, a grouping as on the card, or a key must agree.
public final class CardNumbers implements Family {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 19;
  private static final Words CARD_WORDS =
      new Words(
          "card",
          "visa",
          "mastercard",
          "amex",
          "american express",
          "unionpay",
          "maestro",
          "rupay",
          "diners",
          "discover",
          "jcb",
          "cvv",
          "cvc",
          "expir",
          "exp ",
          "exp.",
          "exp:",
          "debit",
          "pay with",
          "paid with",
          "paid by",
          "paying with",
          "charge",
          "cardholder",
          "cardnum",
          "cardno",
          "creditcard",
          "debitcard",
          "bankcard",
          "giftcard",
          "girocard",
          "karta",
          "karty",
          "kartą",
          "tarjeta",
          "carte",
          "carta",
          "cartão",
          "卡",
          "银联",
          "銀聯",
          "刷",
          "有效期",
          "安全码",
          "支付",
          "付款",
          "カード",
          "카드",
          "карт");

  /// Those that other words end with: Kreditkarte.
  private static final Words CARD_PARTS = new Words("karte");

  /// India's identity card has a number of twelve digits.
  private static final Words AADHAAR = new Words("aadhaar", "aadhar", "uidai", "आधार");

  private static final Words SERIAL_WORDS =
      new Words(
          "order",
          "ticket",
          "track",
          "trace",
          "commit",
          "bestell",
          "rechnung",
          "sendung",
          "zamówieni",
          "przesyłk",
          "faktur",
          "paczk",
          "commande",
          "facture",
          "colis",
          "pedido",
          "factura",
          "envío",
          "block",
          "blk",
          "serial",
          "imei",
          "isbn",
          "ean",
          "gtin",
          "upc",
          "barcode",
          "invoice",
          "parcel",
          "shipment",
          "waybill",
          "timestamp",
          "epoch",
          "snowflake",
          "transaction",
          "reference",
          "session",
          "request",
          "offset",
          "uid",
          "imsi",
          "iccid",
          "订单",
          "运单",
          "快递",
          "单号",
          "流水",
          "条码",
          "编号",
          "会员");

  // How digits are grouped.
  private static final int IRREGULAR = -15;
  private static final int REGULAR = 0;
  private static final int AS_ON_CARDS = 15;

  @Override
  public void declare(Triggers triggers) {
    triggers.numbers(SHORTEST, LONGEST, CardNumbers::weigh);
  }

  private static void weigh(Scan s, NumberChain n) {
    boolean luhn = CheckDigits.luhn(n.digits(), 0, n.count());
    int issuer = CardIssuers.weight(n.digits(), n.count());
    Field key = s.key(n.start());
    if (key == Field.CARD) {
      keyed(s, n, luhn, issuer);
    } else if (luhn && issuer > 0 && (n.isFree() || key == Field.ACCOUNT)) {
      told(s, n, key, issuer);
    }
  }

  private static void keyed(Scan s, NumberChain n, boolean luhn, int issuer) {
    boolean card = luhn && n.isFree() && !s.after(AADHAAR, n.start());
    if (n.count() == SHORTEST && !card) {
      return;
    }
    boolean doubtful = issuer == 0 || (!luhn && !n.isFree());
    if (doubtful && s.lastWordBefore(SERIAL_WORDS, n.start()) >= 0) {
      return;
    }
    int grouping = Math.max(REGULAR, grouping(n));
    int points = (luhn ? 40 : 15) + issuer + grouping + Score.FOR_KEY;
    report(s, n, points, evidence(luhn, issuer, grouping) | Score.KEY);
  }

  private static void told(Scan s, NumberChain n, Field key, int issuer) {
    int grouping = grouping(n);
    int points = 40 + issuer + grouping;
    if (n.count() == SHORTEST || isPartOfMore(s, n) || Iban.covers(s, n.start(), n.end())) {
      return;
    }
    int words = words(s, n, key);
    int context = words > 0 ? Score.CONTEXT : 0;
    report(s, n, points + words, evidence(true, issuer, grouping) | context);
  }

  private static void report(Scan s, NumberChain n, int points, int evidence) {
    if (s.allowsNobody() && CardIssuers.isForTests(n)) {
      s.reportNobody(n.start(), n.end(), points);
    } else {
      s.report(Category.PAYMENT_CARD, n.start(), n.end(), points, evidence);
    }
  }

  private static int evidence(boolean luhn, int issuer, int grouping) {
    return (luhn ? Score.CHECKSUM : 0)
        | (issuer > 0 ? Score.PREFIX : 0)
        | (grouping == AS_ON_CARDS ? Score.GROUPING : 0);
  }

  /// What the key or the nearest telling word says for or against a card.
  private static int words(Scan s, NumberChain n, Field key) {
    if (key == Field.ACCOUNT) {
      return Score.FOR_CONTEXT;
    }
    boolean unnamed = s.isLiteral() && key == Field.NONE;
    if (unnamed || key.namesNumber() || NumberWords.countsBefore(s, n.start())) {
      return -Score.AGAINST;
    }
    int card =
        Math.max(s.lastWordBefore(CARD_WORDS, n.start()), s.lastBefore(CARD_PARTS, n.start()));
    int serial = s.lastWordBefore(SERIAL_WORDS, n.start());
    if (card != serial) {
      return card > serial ? Score.FOR_CONTEXT : -Score.AGAINST;
    }
    if (NumberWords.mayCountBefore(s, n.start())) {
      return -Score.AGAINST;
    }
    boolean expires = expiryFollows(s.bytes(), n.end(), s.to());
    return expires || s.beforeWord(CARD_WORDS, n.end()) ? Score.FOR_CONTEXT : 0;
  }

  /// Whether a month and a year follow, as on a card.
  private static boolean expiryFollows(byte[] b, int end, int to) {
    int i = end;
    while (i < to && (b[i] == ' ' || b[i] == ',' || b[i] == ';' || b[i] == '|')) {
      i++;
    }
    boolean month =
        i > end
            && i + 5 <= to
            && (b[i] == '0' || (b[i] == '1' && b[i + 1] <= '2'))
            && Bytes.digit(b[i + 1])
            && (b[i + 2] == '/' || b[i + 2] == '-');
    return month && Bytes.digit(b[i + 3]) && Bytes.digit(b[i + 4]);
  }

  /// Whether more groups of four stand directly beside the number, so that it is a stretch of a
  /// longer one.
  private static boolean isPartOfMore(Scan s, NumberChain n) {
    byte[] b = s.bytes();
    if (n.groups() < 3) {
      return false;
    }
    byte separator = n.separator(0);
    int start = n.start();
    int end = n.end();
    boolean before = start > s.from() && b[start - 1] == separator && isGroup(s, start - 5);
    boolean after = end < s.to() && b[end] == separator && isGroup(s, end + 1);
    return before || after;
  }

  /// Whether four digits, decimal or hexadecimal, stand at `at` that are no year or date.
  private static boolean isGroup(Scan s, int at) {
    byte[] b = s.bytes();
    if (at < s.from() || at + 4 > s.to()) {
      return false;
    }
    boolean digit = false;
    for (int i = at; i < at + 4; i++) {
      if (Bytes.hex(b[i]) < 0) {
        return false;
      }
      digit |= Bytes.digit(b[i]);
    }
    if (!digit) {
      return false;
    }
    boolean year = (b[at] == '1' && b[at + 1] == '9') || (b[at] == '2' && b[at + 1] == '0');
    return !year && (at + 4 == s.to() || b[at + 4] != '/');
  }

  private static int grouping(NumberChain n) {
    int last = n.groups() - 1;
    if (last == 0) {
      return REGULAR;
    }
    int size = n.length(0);
    boolean equal = true;
    for (int k = 0; k < last; k++) {
      equal &= n.length(k) == size;
    }
    int tail = n.length(last);
    if (n.separator() < 0) {
      return equal && size == 4 && tail <= 4 ? REGULAR : IRREGULAR;
    }
    if (last == 2 && size == 4 && n.length(1) == 6) {
      return tail == 5 || tail == 4 ? AS_ON_CARDS : IRREGULAR;
    }
    if (!equal || tail > size) {
      return size == 6 && last == 1 ? REGULAR : IRREGULAR;
    }
    if (size == 4) {
      // A short last group may as well be the number after the card.
      return tail >= 3 ? AS_ON_CARDS : REGULAR;
    }
    return size > 2 && size < 10 ? REGULAR : IRREGULAR;
  }
}
