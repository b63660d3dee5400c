package dev.demarc.classify.family.payment;

import dev.demarc.classify.number.NumberChain;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Tells the number of an account by what a sentence says of it where no key stands directly
/// before: "… is my account number", "the account for the refund is …", "a/c …", and the form that
/// New Zealand gives its accounts.
final class AccountsInProse {
  private static final int FEWEST = 6;
  private static final int FEWEST_LINKED = 8;
  private static final int MOST = 17;
  private static final int REACH = 48;
  private static final int BEFORE_ACCOUNT = 24;

  /// What follows a number that was said to be one.
  private static final Words AFTER =
      Words.of(
          "is the account|is my account|is our account|is her account|is his account"
              + "|is their account|is your account|is the acct|is my acct|ist die kontonummer"
              + "|ist meine kontonummer|ist das konto|ist mein konto|est le numéro de compte"
              + "|est mon numéro de compte|est mon compte|es el número de cuenta|es mi cuenta"
              + "|es mi número de cuenta|è il conto|è il mio conto|è il numero di conto"
              + "|é a conta|é a minha conta|é o número da conta|to numer konta|to moje konto"
              + "|is mijn rekening|is het rekening|是账号|是我的账号|是银行账号|(account");

  /// What an account has besides its number.
  private static final Words NOT_NUMBERS = Words.of(" id| manager| holder| team| name| user| exec");

  /// What stands directly before a number of an account, and is no key: it is too short for one.
  private static final Words BEFORE =
      Words.of("a/c|a/c no|a/c no.|a/c number|a/c #|c/c|c/c nº|c/c n.");

  private static final Words SHORT_BEFORE = Words.of("acc|acc no|acc no.|acc.|acct|acct no");
  private static final Words LINKS = Words.of(" is|:| ist| est| es| è| é| lautet|是|为| to");
  private static final Words ACCOUNTS =
      Words.of("account|acct|konto|compte|cuenta|conto|conta|rekening|rachunek|账户|账号");
  private static final Words OTHERS =
      Words.of(
          "manager|phone|tel|call|mobile|holder|ticket|reference|ref"
              + " |order|customer|user|balance|pin|code|invoice|open|case|email|since|"
              + " id|kunden|client|saldo|solde|login|gas|meter|policy|member");
  private static final Words BANKS =
      Words.of(
          "bank|payout|refund|transfer|deposit|wire|pay |paid|salary|rent|erstatt|überweis|gehalt"
              + "|virement|rembours|nómina|bonifico|rimborso|przelew|zwrot|reembols|退款|打款"
              + "|转账|工资");
  private static final Words NEW_ZEALAND =
      Words.of("bank|kiwi|asb|anz|bnz|westpac|tsb|account|acct|a/c|pay|rent|refund|deposit");

  private AccountsInProse() {}

  /// Whether the sentence says that the number is an account's.
  static boolean tells(Scan s, NumberChain n) {
    if (!n.isFree() || n.count() < FEWEST || n.count() > MOST) {
      return false;
    }
    if (n.groups() > 1) {
      return isNewZealand(s, n) || (isChecked(n) && isBefore(BEFORE, s, n.start()));
    }
    boolean said = isSaidAfter(s, n.end()) || isBefore(BEFORE, s, n.start());
    boolean brief = n.count() == 8 && isBefore(SHORT_BEFORE, s, n.start());
    return said
        || (brief && BankCodes.sortsBefore(s, n.start()))
        || (n.count() >= FEWEST_LINKED && isLinked(s, n.start()));
  }

  /// Whether its last digit stands apart behind a hyphen, as the check of a Brazilian account does.
  static boolean isChecked(NumberChain n) {
    return n.groups() == 2 && n.length(1) == 1 && n.separator(0) == '-' && n.count() >= 5;
  }

  /// Bank, branch, account and suffix: 12-3140-0171323-50.
  private static boolean isNewZealand(Scan s, NumberChain n) {
    boolean form = n.shape() == 0x2472L || n.shape() == 0x2473L;
    boolean issued = form && n.value(0, 2) >= 1 && n.value(0, 2) <= 38;
    return issued
        && (s.lastBegunBefore(NEW_ZEALAND, n.start()) >= 0 || s.beforeWord(NEW_ZEALAND, n.end()));
  }

  private static boolean isSaidAfter(Scan s, int at) {
    byte[] b = s.bytes();
    int i = at;
    while (i < s.to() && i - at < 2 && (b[i] == ' ' || b[i] == ',')) {
      i++;
    }
    int end = AFTER.endAt(b, i, s.to());
    return end > 0 && NOT_NUMBERS.endAt(b, end, s.to()) < 0;
  }

  private static boolean isBefore(Words words, Scan s, int at) {
    byte[] b = s.bytes();
    int end = at;
    while (end > s.from() && at - end < 3 && (b[end - 1] == ' ' || b[end - 1] == ':')) {
      end--;
    }
    int start = words.startOfLast(b, s.from(), end);
    return end < at && start >= 0 && (start == s.from() || !Bytes.alphanumeric(b[start - 1]));
  }

  /// Whether an account is named before the word that leads to the number, and nothing between them
  /// says that the number is something else.
  private static boolean isLinked(Scan s, int at) {
    byte[] b = s.bytes();
    int end = Bytes.trimEnd(b, s.from(), at);
    int link = LINKS.startOfLast(b, s.from(), end);
    int least = Math.max(s.from(), at - REACH);
    if (link < least) {
      return false;
    }
    int line = link;
    while (line > least && b[line - 1] != '\n' && !Bytes.digit(b[line - 1])) {
      line--;
    }
    int account = Nearby.lastWord(ACCOUNTS, b, line, link);
    return account >= 0
        && !OTHERS.standIn(b, account, link)
        && !OTHERS.standIn(b, Math.max(line, account - BEFORE_ACCOUNT), account)
        && (BANKS.standIn(b, line, link) || s.before(BANKS, at));
  }
}
