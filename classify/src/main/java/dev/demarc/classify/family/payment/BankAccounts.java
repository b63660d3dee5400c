package dev.demarc.classify.family.payment;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.number.CheckDigits;
import dev.demarc.classify.number.NumberChain;
import dev.demarc.classify.number.NumberChain.Edge;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Finds accounts at banks: an IBAN by its check digits wherever it stands, Polish and Spanish
/// domestic numbers by theirs, and any other number of an account by its key; and the identifier
/// code of a bank beside an IBAN.
public final class BankAccounts implements Family {
  private static final int LONGEST_WORD = 38;
  private static final int FEWEST = 6;
  private static final int FEWEST_ALONE = 8;
  private static final int MOST = 26;

  /// Points of a number that a sentence calls an account's.
  private static final int TOLD = 75;

  /// Groups that an IBAN has more than where its country is divided from its digits.
  private static final int MOST_GROUPS_ELSEWHERE = 3;

  private static final int FEWEST_OF_IBAN = 13;
  private static final int MOST_OF_IBAN = 32;
  private static final int POLISH = 26;
  private static final int SPANISH = 20;
  private static final int[] CCC = {1, 2, 4, 8, 5, 10, 9, 7, 3, 6};
  private static final Words BANK_WORDS =
      new Words(
          "bank",
          "iban",
          "sort code",
          "sort-code",
          "sortcode",
          "routing",
          "account",
          "acct",
          "a/c",
          "konto",
          "kont",
          "rachun",
          "cuenta",
          "ccc",
          "przelew",
          "transfer",
          "wire",
          "银行",
          "銀行",
          "开户",
          "账",
          "帐",
          "汇款",
          "转账",
          "打款",
          "支行",
          "口座");

  private static final Words SHORT_WORDS =
      new Words(
          "bank",
          "sort ",
          "routing",
          "transit",
          "cheque",
          "institution",
          "agência",
          "bsb",
          "银行",
          "銀行",
          "开户",
          "口座");

  /// What a number counts if one of these follows it.
  private static final Words UNITS = new Words("元", "万", "亿", "个", "户", "名", "笔", "人", "%");

  private final Iban iban = new Iban();
  private final byte[] s = new byte[POLISH + 2];

  @Override
  public void declare(Triggers triggers) {
    triggers.codes(3, LONGEST_WORD, this::code);
    triggers.words(this::afterWord, "iban");
    triggers.numbers(FEWEST, MOST, this::number);
    triggers.gluedNumbers(FEWEST_OF_IBAN, MOST_OF_IBAN, this::apart);
  }

  // IBAN.

  private void code(Scan scan, int from, int to) {
    byte[] b = scan.bytes();
    int at = Bytes.at(b, from, to, "iban") ? from + 4 : from;
    boolean digits = at + 3 < to && Bytes.digit(b[at + 2]) && Bytes.digit(b[at + 3]);
    if (digits || to - at < 4) {
      iban(scan, at);
    }
  }

  /// An IBAN whose country stands apart from its digits.
  private void apart(Scan scan, NumberChain n) {
    if (n.groups() > MOST_GROUPS_ELSEWHERE) {
      int at = iban.readAround(scan.bytes(), scan.from(), n.start(), scan.to());
      if (at >= 0 && iban.end() == n.end()) {
        iban(scan, at, true);
      }
    }
  }

  private void afterWord(Scan scan, int from, int to) {
    byte[] b = scan.bytes();
    int i = to;
    while (i < scan.to() && i - to < 12 && !Bytes.alphanumeric(b[i])) {
      i++;
    }
    if (i > to) {
      iban(scan, i, iban.readSpelled(b, i, scan.to()) || iban.read(b, i, scan.to()));
    }
  }

  private void iban(Scan scan, int at) {
    iban(scan, at, iban.read(scan.bytes(), at, scan.to()));
  }

  private void iban(Scan scan, int at, boolean reads) {
    if (!reads) {
      return;
    }
    int end = iban.end();
    int points = iban.isGrouped() ? 95 : 90;
    int evidence = Score.CHECKSUM | Score.PREFIX | (iban.isGrouped() ? Score.GROUPING : 0);
    if (scan.report(Category.IBAN, at, end, points, evidence)) {
      scan.takeTo(end);
    }
    bankAfter(scan, end);
  }

  private static void bankAfter(Scan scan, int end) {
    byte[] b = scan.bytes();
    int i = end;
    while (i < scan.to() && i - end < 4 && " ,;/|(-".indexOf(b[i]) >= 0) {
      i++;
    }
    int past = BankCodes.bicEnd(b, i, scan.to(), false);
    if (i > end && past > 0) {
      scan.reportAsSpelled(Category.BIC, i, past, 70, Score.SHAPE | Score.CONTEXT);
    }
  }

  // Numbers of digits only.

  private void number(Scan scan, NumberChain n) {
    if (n.count() == POLISH && isPolish(n)) {
      boolean free = n.isFree() || scan.name(n.start()) == Field.ACCOUNT;
      free &= !Iban.covers(scan, n.start(), n.end());
      report(scan, n, free ? 75 : 0, Score.CHECKSUM);
    } else if (n.count() == SPANISH && isSpanish(n) && spanish(scan, n)) {
      return;
    } else if (n.count() == 8 && n.groups() == 1 && BankCodes.sortCodeBefore(scan, n.start())) {
      report(scan, n, scan.after(BANK_WORDS, n.start()) ? 75 : 0, Score.CONTEXT);
    } else if (scan.key(n.start()) == Field.ACCOUNT) {
      keyed(scan, n);
    } else if (AccountsInProse.tells(scan, n) && !Iban.covers(scan, n.start(), n.end())) {
      report(scan, n, TOLD, Score.CONTEXT | Score.SHAPE);
    }
  }

  private static void report(Scan scan, NumberChain n, int points, int evidence) {
    if (points > 0) {
      scan.report(Category.PAYMENT_ACCOUNT, n.start(), n.end(), points, evidence);
    }
  }

  /// Whether the number, whose check is right, was taken as one of Spain's.
  private boolean spanish(Scan scan, NumberChain n) {
    long shape = n.shape();
    boolean grouped = shape == 0x442AL;
    boolean keyed = scan.key(n.start()) == Field.ACCOUNT;
    boolean told = keyed || scan.after(BANK_WORDS, n.start());
    boolean own = n.isFree() && n.digit(0) <= 3 && !Iban.covers(scan, n.start(), n.end());
    boolean taken = own && (told || grouped);
    if (taken) {
      report(scan, n, keyed ? 95 : 75, Score.CHECKSUM | (keyed ? Score.KEY : 0));
    }
    return taken;
  }

  private static void keyed(Scan scan, NumberChain n) {
    boolean letter = n.before() == Edge.WORD && Bytes.letter(scan.bytes()[n.start() - 1]);
    boolean glued = letter || (!n.isFree() && scan.name(n.start()) != Field.ACCOUNT);
    int last = n.groups() - 1;
    boolean point = last > 0 && n.separator(last - 1) == '.' && n.length(last) < 3;
    boolean money = point && (last == 1 || n.separator(0) != '.');
    boolean counts = UNITS.endAt(scan.bytes(), n.end(), scan.to()) > 0;
    if (glued || money || counts || isDate(n) || Iban.covers(scan, n.start(), n.end())) {
      return;
    }
    boolean checked = AccountsInProse.isChecked(n);
    if (n.count() >= FEWEST_ALONE || checked || scan.after(SHORT_WORDS, n.start())) {
      int points = Score.FOR_KEY + (n.count() >= FEWEST_ALONE ? 25 : 15);
      report(scan, n, points, Score.KEY | Score.SHAPE);
    }
  }

  private static boolean isDate(NumberChain n) {
    boolean century = n.digit(0) * 10 + n.digit(1) == 20 || n.digit(0) * 10 + n.digit(1) == 19;
    int month = n.digit(4) * 10 + n.digit(5);
    boolean day = n.count() == 8 && n.digit(6) <= 3 && month >= 1 && month <= 12;
    return n.shape() == 0x422 || n.shape() == 0x224 || (century && day);
  }

  /// Polish NRB: the check digits of the IBAN without its country.
  private boolean isPolish(NumberChain n) {
    s[0] = 'P';
    s[1] = 'L';
    for (int k = 0; k < POLISH; k++) {
      s[k + 2] = (byte) ('0' + n.digit(k));
    }
    return CheckDigits.iban(s, 0, POLISH + 2);
  }

  /// Spanish CCC: bank and branch, two check digits, account.
  private static boolean isSpanish(NumberChain n) {
    return spanishDigit(n, 0, 8) == n.digit(8) && spanishDigit(n, 10, 20) == n.digit(9);
  }

  private static int spanishDigit(NumberChain n, int from, int to) {
    int sum = 0;
    for (int k = from; k < to; k++) {
      sum += n.digit(k) * CCC[k - to + 10];
    }
    int check = 11 - sum % 11;
    return check == 11 ? 0 : check == 10 ? 1 : check;
  }
}
