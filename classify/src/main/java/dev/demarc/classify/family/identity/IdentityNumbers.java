package dev.demarc.classify.family.identity;

import dev.demarc.classify.family.identity.IdDocument.Needs;
import dev.demarc.classify.finding.Category;
import dev.demarc.classify.number.NumberChain;
import dev.demarc.classify.number.NumberChain.Edge;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import java.util.ArrayList;
import java.util.List;

/// Finds numbers of identity documents that have digits only, and Chinese resident ids that end in
/// X.
///
/// A check digit lets one random number in ten pass, so what proves less than a date or a second
/// check needs a word, a key or its own grouping beside it ([IdDocuments]).
public final class IdentityNumbers implements Family {
  private static final int LONGEST = 18;
  private static final int IRREGULAR = 5;
  private final IdDocument[][] byDigits = new IdDocument[LONGEST + 1][];
  private final byte[] s = new byte[LONGEST];

  @Override
  public void declare(Triggers triggers) {
    List<List<IdDocument>> rows = new ArrayList<>();
    for (int digits = 0; digits <= LONGEST; digits++) {
      rows.add(new ArrayList<>());
    }
    IdDocuments.OF_DIGITS.forEach(row -> rows.get(row.length()).add(row));
    for (int digits = 0; digits <= LONGEST; digits++) {
      byDigits[digits] = rows.get(digits).toArray(IdDocument[]::new);
      if (byDigits[digits].length > 0) {
        triggers.numbers(digits, digits, this::read);
      }
    }
    triggers.gluedNumbers(LONGEST, LONGEST, this::glued);
    triggers.gluedNumbers(LONGEST - 1, LONGEST - 1, this::endingInX);
  }

  private void read(Scan scan, NumberChain n) {
    if (isPartOfCode(scan, n.start())) {
      return;
    }
    copy(n);
    if (IdChecks.allSame(s, n.count())) {
      return;
    }
    for (IdDocument row : byDigits[n.count()]) {
      if (row.check().fits(s)) {
        weigh(scan, n, row);
      }
    }
  }

  /// Whether a letter that is no name of a document's number stands before it, or it goes on from a
  /// percent sign's two digits.
  private static boolean isPartOfCode(Scan scan, int at) {
    if (at == scan.from()) {
      return false;
    }
    byte[] b = scan.bytes();
    if (!Bytes.letter(b[at - 1])) {
      return b[at - 1] == '%';
    }
    boolean word = at - 2 >= scan.from() && Bytes.letter(b[at - 2]);
    return !word || scan.name(at) == Field.NONE;
  }

  private void copy(NumberChain n) {
    for (int k = 0; k < n.count(); k++) {
      s[k] = (byte) ('0' + n.digit(k));
    }
  }

  private static void weigh(Scan scan, NumberChain n, IdDocument row) {
    boolean grouped = n.groups() > 1 && row.isGrouped(scan.bytes(), n);
    boolean irregular = n.groups() > 1 && !grouped;
    Needs needs = row.needs();
    if (irregular && needs != Needs.NEVER && n.separator() < 0) {
      return;
    }
    if (n.groups() == 1 && row.bits() == Score.SHAPE && scan.key(n.start()) == Field.IDENTITY) {
      // Any number may stand under such a key.
      return;
    }
    Field own = Field.of(row.category());
    int told = IdWords.points(scan, own, n.start(), n.end());
    boolean spoken = told > 0;
    boolean alone = n.groups() == 1 || standsAlone(scan, n);
    if (!spoken && n.groups() > 2 && Nearby.isAmongHex(scan, n)) {
      return;
    }
    boolean proven = needs == Needs.NEVER || (needs == Needs.NOTHING && alone);
    boolean doubtful = irregular || !alone || !n.isFree();
    if (doubtful && !spoken && !proven) {
      return;
    }
    int points =
        needs.points()
            + (needs == Needs.NEVER ? Math.max(told, 0) : told)
            + (grouped ? 15 : irregular ? -IRREGULAR : 0);
    if (irregular && needs == Needs.NOTHING && told == 0) {
      points += IRREGULAR;
    }
    if (row.category() == Category.US_SSN && scan.allowsNobody() && IdChecks.ssnOfNobody(n)) {
      scan.reportNobody(n.start(), n.end(), points);
      return;
    }
    int bits = row.bits() | (grouped ? Score.GROUPING : 0) | toldBits(told);
    scan.report(row.category(), n.start(), n.end(), points, bits);
  }

  /// The evidence that these points for a key or word are.
  static int toldBits(int told) {
    return told == Score.FOR_KEY ? Score.KEY : told > 0 ? Score.CONTEXT : 0;
  }

  /// Whether the groups are all that is written with these separators.
  private static boolean standsAlone(Scan scan, NumberChain n) {
    byte[] b = scan.bytes();
    int start = n.start();
    int end = n.end();
    byte separator = n.separator(0);
    boolean before =
        start - 2 >= scan.from() && b[start - 1] == separator && Bytes.digit(b[start - 2]);
    boolean after = end + 1 < scan.to() && b[end] == separator && Bytes.digit(b[end + 1]);
    return !before && !after;
  }

  // Resident ids of China, whose region, date and check prove them whatever touches them.

  private void glued(Scan scan, NumberChain n) {
    copy(n);
    boolean word = n.before() == Edge.WORD && n.after() == Edge.FREE && lettersBefore(scan, n);
    if (word && IdChecks.resident(s)) {
      report(scan, n.start(), n.end());
    }
  }

  private void endingInX(Scan scan, NumberChain n) {
    byte[] b = scan.bytes();
    int at = n.end();
    if (at < scan.to() && NumberChain.separates(b[at])) {
      at++;
    }
    boolean x = at < scan.to() && Bytes.lower(b[at]) == 'x';
    boolean ends = at + 1 >= scan.to() || !(Bytes.alphanumeric(b[at + 1]) || b[at + 1] == '_');
    if (!x || !ends || n.before() == Edge.PART || !lettersBefore(scan, n)) {
      return;
    }
    copy(n);
    s[LONGEST - 1] = 'X';
    if (IdChecks.resident(s)) {
      report(scan, n.start(), at + 1);
    } else if (IdChecks.residentBorn(s) && scan.key(n.start()) == Field.CN_ID) {
      int points = Needs.KEY.points() + Score.FOR_KEY;
      scan.report(Category.CN_RESIDENT_ID, n.start(), at + 1, points, Score.PREFIX | Score.KEY);
    }
  }

  private static void report(Scan scan, int from, int to) {
    int told = Math.max(0, IdWords.points(scan, Field.CN_ID, from, to));
    int bits = Score.CHECKSUM | Score.PREFIX | toldBits(told);
    scan.report(Category.CN_RESIDENT_ID, from, to, Needs.NEVER.points() + told, bits);
  }

  /// Whether the word that the number is glued to, if any, has letters only.
  private static boolean lettersBefore(Scan scan, NumberChain n) {
    byte[] b = scan.bytes();
    int i = n.start() - 1;
    while (i >= scan.from() && (Bytes.letter(b[i]) || b[i] == '_' || b[i] == '-')) {
      i--;
    }
    return i < scan.from() || !Bytes.digit(b[i]);
  }
}
