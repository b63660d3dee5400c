package dev.demarc.classify.family.payment;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.KeyedValue;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Finds codes of branches too short to be anything by themselves, behind the word for them and
/// beside one for a bank: Canada's transit numbers and Brazil's agências; and the banks of an
/// MT103, which its tags name.
public final class BranchCodes implements Family {
  private static final Words TO_TRANSIT = Words.of("number|no.|no|num|#|nº|code");
  private static final Words CANADIAN =
      Words.of("institution|inst|cheque|chequing|void|bank|td|rbc|bmo|cibc|scotiabank");

  /// What a transit number has beside it as well, where it is called one or digits follow.
  private static final Words ACCOUNTS = Words.of("account|acct|account number|account no");

  private static final Words BRAZILIAN =
      Words.of("conta |conta:|conta-|conta/|contas |c/c|banco|pix|cc");

  @Override
  public void declare(Triggers triggers) {
    triggers.words(BranchCodes::canadian, "transit");
    triggers.words(BranchCodes::brazilian, "agência", "agencia", "ag.", "ag:");
    triggers.words(BranchCodes::tagged, ":52a:", ":53a:", ":54a:", ":56a:", ":57a:", ":58a:");
  }

  private static void canadian(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int start = number(b, to, s.to());
    int end = digitsEnd(b, start, s.to(), 5);
    if (end < 0 || start == to || isWay(b, s.from(), from)) {
      return;
    }
    boolean said = TO_TRANSIT.endAt(b, link(b, to, s.to()), s.to()) > 0;
    boolean beside = isBeside(s, CANADIAN, from, end) || isBesideAccount(s, from, end, said);
    if (beside && !counts(b, end, s.to(), CANADIAN, ACCOUNTS)) {
      report(s, start, end);
    }
  }

  private static void brazilian(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int start = number(b, to, s.to());
    int end = digitsEnd(b, start, s.to(), 4);
    if (end < 0 || start == to || isFirm(b, s.from(), from)) {
      return;
    }
    if (isBeside(s, BRAZILIAN, from, end) && !counts(b, end, s.to(), BRAZILIAN, BRAZILIAN)) {
      report(s, start, end);
    }
  }

  private static void report(Scan s, int from, int to) {
    s.report(Category.ROUTING_NUMBER, from, to, KeyedValue.ENOUGH, Score.SHAPE | Score.CONTEXT);
  }

  /// Where the number begins behind the word that ends at `at`.
  private static int number(byte[] b, int at, int to) {
    int i = link(b, at, to);
    int said = TO_TRANSIT.endAt(b, i, to);
    return said > 0 ? link(b, said, to) : i;
  }

  /// Where so many digits and no more end that begin at `at`, with the check of a Brazilian branch;
  /// or -1.
  private static int digitsEnd(byte[] b, int at, int to, int digits) {
    int end = at;
    while (end < to && end - at <= digits && Bytes.digit(b[end])) {
      end++;
    }
    if (end - at != digits) {
      return -1;
    }
    boolean checked = digits == 4 && end + 1 < to && b[end] == '-' && Bytes.digit(b[end + 1]);
    end += checked ? 2 : 0;
    boolean free = end == to || !(Bytes.alphanumeric(b[end]) || b[end] == '-');
    return free ? end : -1;
  }

  /// Whether `in` stands before the word: goods and cash are in transit.
  private static boolean isWay(byte[] b, int from, int at) {
    int end = Bytes.trimEnd(b, from, at);
    return end < at
        && end - from >= 2
        && Bytes.lower(b[end - 1]) == 'n'
        && (Bytes.lower(b[end - 2]) == 'i' || Bytes.lower(b[end - 2]) == 'e')
        && (end - from == 2 || !Bytes.alphanumeric(b[end - 3]));
  }

  /// Whether it is the end of another word, or `AG` behind the name of a firm.
  private static boolean isFirm(byte[] b, int from, int at) {
    if (at > from && (b[at - 1] < 0 || Bytes.alphanumeric(b[at - 1]))) {
      return true;
    }
    int end = Bytes.trimEnd(b, from, at);
    boolean behind = end > from && (b[end - 1] < 0 || Bytes.alphanumeric(b[end - 1]));
    return behind && b[at] == 'A' && b[at + 1] == 'G' && !Bytes.letter(b[at + 2]);
  }

  /// Whether one of the words stands by itself on the line before `at` or after `end`.
  private static boolean isBeside(Scan s, Words words, int at, int end) {
    byte[] b = s.bytes();
    return words.lastWhole(b, Nearby.lineStart(b, s.from(), at), at) >= 0
        || words.lastWhole(b, end, Nearby.lineEnd(b, end, s.to())) >= 0;
  }

  /// Whether an account stands there, and it is a bank's: the number is called one (`said`), or
  /// digits follow the word.
  private static boolean isBesideAccount(Scan s, int at, int end, boolean said) {
    byte[] b = s.bytes();
    int least = Nearby.lineStart(b, s.from(), at);
    int most = Nearby.lineEnd(b, end, s.to());
    int before = ACCOUNTS.lastWhole(b, least, at);
    int after = ACCOUNTS.lastWhole(b, end, most);
    boolean numbered = isNumbered(b, before, at) || isNumbered(b, after, most);
    return numbered || (said && (before >= 0 || after >= 0));
  }

  private static boolean isNumbered(byte[] b, int account, int to) {
    int past = account < 0 ? -1 : link(b, ACCOUNTS.endAt(b, account, to), to);
    return past > 0 && past < to && Bytes.digit(b[past]);
  }

  /// Whether a word follows that the number counts.
  private static boolean counts(byte[] b, int end, int to, Words near, Words account) {
    boolean word = end + 1 < to && b[end] == ' ' && b[end + 1] >= 'a' && b[end + 1] <= 'z';
    return word
        && near.endAt(b, end + 1, to) < 0
        && account.endAt(b, end + 1, to) < 0
        && !Bytes.at(b, end + 1, to, "and ");
  }

  private static int link(byte[] b, int at, int to) {
    int i = at;
    while (i < to && i - at < 3 && (b[i] == ' ' || b[i] == ':' || b[i] == '#')) {
      i++;
    }
    return i;
  }

  /// The BIC of a tag of a SWIFT message, on its line or, behind an account, on the next.
  private static void tagged(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int at = to;
    if (at < s.to() && b[at] == '/') {
      int limit = Math.min(s.to(), at + 40);
      at = Bytes.find(b, at, limit, '\n') + 1;
    }
    int end = at < s.to() ? BankCodes.bicEnd(b, at, s.to(), false) : -1;
    if (end > 0) {
      s.report(Category.BIC, at, end, KeyedValue.ENOUGH, Score.SHAPE | Score.KEY);
    }
  }
}
