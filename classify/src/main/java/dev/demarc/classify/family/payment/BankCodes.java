package dev.demarc.classify.family.payment;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.number.NumberChain;
import dev.demarc.classify.number.NumberChain.Edge;
import dev.demarc.classify.scan.CodeAfterKey;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.KeyedValue;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;
import java.util.Locale;
import java.util.Set;

/// Finds codes of banks beside accounts: BIC (ISO 9362) and IFSC by their key and shape, U.S.
/// routing numbers by their check and a key or word, sort codes, BSB, CNAPS and Bankleitzahl by
/// their key.
public final class BankCodes implements Family {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Words ROUTING_WORDS =
      new Words("routing", "aba ", "aba#", "aba:", "aba/", "rtn", "ach ", "wire ", "transit n");
  private static final int REACH = 48;
  private static final Words SAYING =
      Words.of(
          "is|ist|lautet|est|es|jest|to|è|é|code|kod|código|codice|bic|swift|number|bank|banku|"
              + "banque|banco|banca|是|为|代码|银行");
  private static final Words OF_BANKS =
      Words.of(
          "bank|banco|banca|banque|code|kod|código|codice|iban|konto|kont|account|cuenta|compte|"
              + "rachun|przelew|überweis|virement|transfer|wire|payment|银行|銀行|代码|汇款|转账|账");
  private static final Words AFTERWARDS = new Words(" aba", " routing", " rtn");
  private static final Words SORT_WORDS =
      new Words("sort code", "sort-code", "sortcode", "account", "acct", "a/c", "bank", "payee");
  private static final Words SORTING = new Words("sort ", "sort:", "s/c ", "s/c:", "sc ", "sc:");
  private static final Words ACCOUNT_WORDS = new Words("acc", "a/c");
  private static final Words SORT_AFTERWARDS =
      new Words(" is the sort", " is my sort", " is our sort", " is their sort", " (sort");
  private static final Words BSB_AFTERWARDS =
      new Words(" is my bsb", " is the bsb", " (bsb", " bsb");
  private static final Words IFSC_WORDS = new Words("ifsc", "neft", "rtgs", "branch code");

  @Override
  public void declare(Triggers triggers) {
    CodeAfterKey bic =
        new CodeAfterKey(
            Category.BIC,
            Field.BIC,
            11,
            (b, from, to, prose) -> bicEnd(b, from, to, !prose) == to ? KeyedValue.ENOUGH : 0);
    bic.declare(triggers, "bic", "bic/swift", "swift/bic");
    triggers.words(BankCodes::bicInSentence, "bic", "swift");
    triggers.codes(11, 11, BankCodes::ifsc);
    triggers.numbers(6, 12, BankCodes::number);
  }

  /// The first BIC in capitals that follows in the sentence: `the BIC of the bank is X`.
  private static void bicInSentence(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (!mayAnnounce(s, from, to)) {
      return;
    }
    int i = to;
    while (i < s.to() && i - to < REACH && b[i] != '\n') {
      boolean starts = Bytes.letter(b[i]) && !Bytes.alphanumeric(b[i - 1]);
      int end = starts ? bicEnd(b, i, s.to(), false) : -1;
      end = end > 0 && (Bytes.hasDigit(b, i, end) || isSaid(b, to, i)) ? end : -1;
      boolean shouted = end > 0 && end + 2 < s.to() && shouts(b[end + 1]) && shouts(b[end + 2]);
      if (end > 0 && !shouted) {
        s.report(Category.BIC, i, end, KeyedValue.ENOUGH, Score.SHAPE | Score.CONTEXT);
        return;
      }
      if (b[i] == '.' && i + 1 < s.to() && b[i + 1] == ' ') {
        return;
      }
      i++;
    }
  }

  /// Whether what stands directly before `at` says that a value follows, which a word in capitals
  /// needs to be one.
  private static boolean isSaid(byte[] b, int from, int at) {
    int end = at;
    while (end > from && " :=\"'`(*-".indexOf(b[end - 1]) >= 0) {
      end--;
    }
    if (end == from || Bytes.find(b, end, at, ':') < at || Bytes.find(b, end, at, '(') < at) {
      return true;
    }
    int said = SAYING.startOfLast(b, from, end);
    return said >= from && (b[said] < 0 || said == from || !Bytes.alphanumeric(b[said - 1]));
  }

  /// Whether the word at [from, to) is one by itself, and names the network of banks: not the
  /// language, where no other word speaks of a bank.
  private static boolean mayAnnounce(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (to < s.to() && (Bytes.alphanumeric(b[to]) || b[to] == '_')) {
      return false;
    }
    boolean shouted = b[from + 1] == 'W' || to - from == "bic".length();
    return shouted || s.after(OF_BANKS, from) || s.before(OF_BANKS, to);
  }

  /// Offset after the BIC at `at`, in upper case unless any will do, or -1: a bank of four letters,
  /// a country, a place of two characters, a branch of three or none.
  static int bicEnd(byte[] b, int at, int to, boolean anyCase) {
    int end = at;
    while (end < to && end - at < 12 && (anyCase ? Bytes.alphanumeric(b[end]) : shouts(b[end]))) {
      end++;
    }
    int length = end - at;
    boolean ends = end == to || !(Bytes.alphanumeric(b[end]) || b[end] == '_');
    if ((length != 8 && length != 11) || !ends) {
      return -1;
    }
    boolean lower = false;
    boolean digit = false;
    for (int i = at; i < end; i++) {
      lower |= b[i] >= 'a';
      digit |= Bytes.digit(b[i]);
      if (i < at + 6 && !Bytes.letter(b[i])) {
        return -1;
      }
    }
    if (lower && !digit) {
      return -1;
    }
    char[] letters = {(char) (b[at + 4] & 0x5F), (char) (b[at + 5] & 0x5F)};
    String country = String.valueOf(letters);
    return COUNTRIES.contains(country) || country.equals("XK") ? end : -1;
  }

  private static boolean shouts(byte c) {
    return Bytes.digit(c) || (c >= 'A' && c <= 'Z');
  }

  /// Indian Financial System Code: four letters, a zero, six characters.
  private static void ifsc(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (b[from + 4] != '0') {
      return;
    }
    for (int i = from; i < from + 4; i++) {
      if (!Bytes.letter(b[i])) {
        return;
      }
    }
    boolean keyed = s.key(from) == Field.ROUTING;
    if (keyed || s.after(IFSC_WORDS, from)) {
      int evidence = Score.SHAPE | (keyed ? Score.KEY : Score.CONTEXT);
      s.report(Category.ROUTING_NUMBER, from, to, KeyedValue.ENOUGH, evidence);
    }
  }

  private static void number(Scan s, NumberChain n) {
    boolean keyed = s.key(n.start()) == Field.ROUTING;
    boolean routing = n.count() == 9 && isRouting(n);
    int form = routing ? 60 : keyed ? formUnderKey(n) : 0;
    boolean glued = n.before() == Edge.WORD && s.name(n.start()) != Field.ROUTING;
    if (keyed && form > 0 && !glued) {
      int evidence = Score.KEY | (routing ? Score.CHECKSUM : Score.SHAPE);
      s.report(Category.ROUTING_NUMBER, n.start(), n.end(), form + 30, evidence);
    } else if (routing
        && n.groups() == 1
        && n.isFree()
        && (s.lastWordBefore(ROUTING_WORDS, n.start()) >= 0 || s.beforeWord(AFTERWARDS, n.end()))) {
      int evidence = Score.CHECKSUM | Score.CONTEXT;
      s.report(Category.ROUTING_NUMBER, n.start(), n.end(), 70, evidence);
    } else if (isBranch(n) && n.isFree() && isSaidOfBranch(s, n)) {
      s.report(Category.ROUTING_NUMBER, n.start(), n.end(), 70, Score.GROUPING | Score.CONTEXT);
    } else if (isSortCode(n) && n.isFree() && accountFollows(s, n.end())) {
      int points = s.after(SORT_WORDS, n.start()) ? 75 : 0;
      s.report(Category.ROUTING_NUMBER, n.start(), n.end(), points, Score.GROUPING | Score.CONTEXT);
    }
  }

  private static boolean isBranch(NumberChain n) {
    return isSortCode(n) || (n.shape() == 0x33 && n.separator() == '-');
  }

  /// Whether a sentence says that it is a sort code or BSB: before it in short, with an account
  /// behind it, or after it.
  private static boolean isSaidOfBranch(Scan s, NumberChain n) {
    boolean sorts = sortsBefore(s, n.start()) && s.before(ACCOUNT_WORDS, n.end());
    return sorts || s.beforeWord(isSortCode(n) ? SORT_AFTERWARDS : BSB_AFTERWARDS, n.end());
  }

  /// Whether a short word for a sort code stands on the line before `at`.
  static boolean sortsBefore(Scan s, int at) {
    return s.lastWordBefore(SORTING, at) >= 0;
  }

  /// Points for the forms of countries that a key makes one.
  private static int formUnderKey(NumberChain n) {
    return switch (n.count()) {
      case 6 -> n.groups() == 1 || isSortCode(n) || n.shape() == 0x33 ? 50 : 0;
      case 8 -> n.groups() == 1 || n.shape() == 0x332 || n.shape() == 0x53 ? 45 : 0;
      case 9 -> n.groups() == 1 && n.digit(0) == 0 && n.value(1, 4) < 900 ? 40 : 0;
      case 12 -> n.groups() == 1 || n.shape() == 0x444 ? 50 : 0;
      default -> 0;
    };
  }

  /// A Federal Reserve routing symbol with its check digit (ANSI X9.100-150).
  private static boolean isRouting(NumberChain n) {
    int two = n.digit(0) * 10 + n.digit(1);
    boolean issued = two <= 12 || (two >= 21 && two <= 32) || (two >= 61 && two <= 72) || two == 80;
    int sum = 0;
    for (int k = 0; k < 9; k++) {
      sum += n.digit(k) * (k % 3 == 0 ? 3 : k % 3 == 1 ? 7 : 1);
    }
    return issued && sum > 0 && sum % 10 == 0;
  }

  private static boolean isSortCode(NumberChain n) {
    return n.shape() == 0x222 && (n.separator() == '-' || n.separator() == ' ');
  }

  private static boolean accountFollows(Scan s, int end) {
    byte[] b = s.bytes();
    int i = end;
    while (i < s.to() && i - end < 3 && (b[i] == ' ' || b[i] == ',' || b[i] == '/')) {
      i++;
    }
    int stop = i;
    while (stop < s.to() && stop - i < 9 && Bytes.digit(b[stop])) {
      stop++;
    }
    return i > end && stop - i == 8;
  }

  /// Whether a sort code in three pairs stands directly before `at`.
  static boolean sortCodeBefore(Scan s, int at) {
    byte[] b = s.bytes();
    int end = at;
    while (end > s.from() && at - end < 3 && " ,/".indexOf(b[end - 1]) >= 0) {
      end--;
    }
    int start = end - 8;
    return end < at
        && start >= s.from()
        && pair(b, start)
        && pair(b, start + 3)
        && pair(b, start + 6)
        && b[start + 2] == '-'
        && b[start + 5] == '-';
  }

  private static boolean pair(byte[] b, int at) {
    return Bytes.digit(b[at]) && Bytes.digit(b[at + 1]);
  }
}
