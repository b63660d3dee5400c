package dev.demarc.classify.family.identity;

import dev.demarc.classify.family.identity.IdDocument.Needs;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds numbers of identity documents that have letters in them, or signs that belong to them such
/// as the parentheses of Hong Kong.
public final class IdentityCodes implements Family {
  private static final int LONGEST = 18;

  /// From this length on a check and a place for each letter prove a number in any case.
  private static final int ANY_CASE = 16;

  private static final Written[] NO_ROWS = {};
  private final Written[][] byNumber = new Written[LONGEST + 1][];
  private final Written[][] byWord = new Written[LONGEST + 1][];
  private final byte[] s = new byte[LONGEST];
  private boolean lower;

  /// A document and one way to write its number.
  private record Written(IdDocument document, IdShape shape) {}

  @Override
  public void declare(Triggers triggers) {
    Arrays.fill(byNumber, NO_ROWS);
    Arrays.fill(byWord, NO_ROWS);
    for (IdDocument document : IdDocuments.OF_LETTERS) {
      for (IdShape shape : document.shapes()) {
        Written[][] rows = shape.isByNumber() ? byNumber : byWord;
        List<Written> more = new ArrayList<>(Arrays.asList(rows[shape.anchor()]));
        more.add(new Written(document, shape));
        rows[shape.anchor()] = more.toArray(NO_ROWS);
      }
    }
    for (int length = 0; length <= LONGEST; length++) {
      if (byNumber[length].length > 0) {
        triggers.gluedNumbers(
            length, length, (scan, n) -> read(scan, byNumber[n.count()], n.start()));
      }
      if (byWord[length].length > 0) {
        triggers.codes(length, length, (scan, from, to) -> read(scan, byWord[to - from], from));
      }
    }
  }

  private void read(Scan scan, Written[] rows, int at) {
    byte[] b = scan.bytes();
    for (Written row : rows) {
      int start = row.shape().start(at);
      int end = row.shape().end(start);
      if (start >= scan.from() && end <= scan.to() && row.shape().matches(b, start, end)) {
        weigh(scan, row.document(), start, end);
      }
    }
  }

  private void weigh(Scan scan, IdDocument row, int start, int end) {
    if (isInWord(scan, start - 1) || isInWord(scan, end)) {
      return;
    }
    copy(scan.bytes(), start, end);
    if (!row.check().fits(s)) {
      return;
    }
    Field own = Field.of(row.category());
    int told = IdWords.points(scan, own, start, end);
    boolean doubtful =
        (lower && row.length() < ANY_CASE) || goesOn(scan, start - 1, -1) || goesOn(scan, end, 1);
    if (doubtful && told <= 0) {
      return;
    }
    boolean grouped = end - start > row.length();
    int points = row.needs().points() + told + (grouped && row.needs() != Needs.CONTEXT ? 15 : 0);
    if (row.bits() == Score.SHAPE && scan.key(start) == Field.IDENTITY) {
      // A number that a check proves to be another document's goes before.
      points -= 5;
    }
    int bits = row.bits() | (grouped ? Score.GROUPING : 0) | IdentityNumbers.toldBits(told);
    scan.report(row.category(), start, end, points, bits);
  }

  private void copy(byte[] b, int start, int end) {
    int length = 0;
    lower = false;
    for (int i = start; i < end; i++) {
      if (Bytes.alphanumeric(b[i])) {
        boolean small = b[i] >= 'a';
        s[length++] = small ? (byte) (b[i] - 32) : b[i];
        lower |= small;
      }
    }
  }

  private static boolean isInWord(Scan scan, int at) {
    byte[] b = scan.bytes();
    boolean inside = at >= scan.from() && at < scan.to();
    return inside && (Bytes.alphanumeric(b[at]) || b[at] == '_');
  }

  /// Whether a sign at `at` ties the code to more of the same.
  private static boolean goesOn(Scan scan, int at, int step) {
    byte[] b = scan.bytes();
    int next = at + step;
    if (at < scan.from() || at >= scan.to() || next < scan.from() || next >= scan.to()) {
      return false;
    }
    boolean sign = b[at] == '-' || b[at] == '.' || b[at] == '/' || b[at] == '+';
    return sign && Bytes.alphanumeric(b[next]);
  }
}
