package dev.demarc.classify.family.payment;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.KeyedValue;
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
      Words.of("institution|cheque|chequing|void|account|acct|bank|deposit|td |rbc|bmo|cibc");
  private static final Words BRAZILIAN = Words.of("conta|c/c|banco|pix|cc ");

  @Override
  public void declare(Triggers triggers) {
    triggers.words((s, from, to) -> branch(s, to, 5, CANADIAN), "transit");
    triggers.words(
        (s, from, to) -> branch(s, to, 4, BRAZILIAN), "agência", "agencia", "ag.", "ag:");
    triggers.words(BranchCodes::tagged, ":52a:", ":53a:", ":54a:", ":56a:", ":57a:", ":58a:");
  }

  private static void branch(Scan s, int at, int digits, Words near) {
    byte[] b = s.bytes();
    int i = link(b, at, s.to());
    int said = TO_TRANSIT.endAt(b, i, s.to());
    i = said > 0 ? link(b, said, s.to()) : i;
    int end = i;
    while (end < s.to() && end - i <= digits && Bytes.digit(b[end])) {
      end++;
    }
    if (i == at || end - i != digits) {
      return;
    }
    boolean checked = digits == 4 && end + 1 < s.to() && b[end] == '-' && Bytes.digit(b[end + 1]);
    end += checked ? 2 : 0;
    boolean free = end == s.to() || !(Bytes.alphanumeric(b[end]) || b[end] == '-');
    if (free && !counts(b, end, s.to(), near) && (s.before(near, end) || s.after(near, at))) {
      int evidence = Score.SHAPE | Score.CONTEXT;
      s.report(Category.ROUTING_NUMBER, i, end, KeyedValue.ENOUGH, evidence);
    }
  }

  /// Whether a word follows that the number counts.
  private static boolean counts(byte[] b, int end, int to, Words near) {
    boolean word = end + 1 < to && b[end] == ' ' && b[end + 1] >= 'a' && b[end + 1] <= 'z';
    return word && near.endAt(b, end + 1, to) < 0 && !Bytes.at(b, end + 1, to, "and ");
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
