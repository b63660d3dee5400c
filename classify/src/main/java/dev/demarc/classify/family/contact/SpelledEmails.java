package dev.demarc.classify.family.contact;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Finds e-mail addresses that are spelled out so that harvesters miss them: `jane [at] mail [dot]
/// org`, `jane(at)mail.org`, `jane at mail dot org`.
public final class SpelledEmails implements Family {
  private static final int LONGEST = 64;
  private static final Words DOTS =
      new Words(
          " [dot] ", " (dot) ", "[dot]", "(dot)", " dot ", "{dot}", " [.] ", "[.]", ".", " . ");

  @Override
  public void declare(Triggers triggers) {
    triggers.words(SpelledEmails::bracketed, "[at]", "(at)", "{at}", "<at>", "[@]", "(@)");
    triggers.words(SpelledEmails::spoken, " dot ");
  }

  private static void bracketed(Scan s, int from, int to) {
    around(s, from, to, false);
  }

  /// `at` in words counts only where the domain's dot is a word too.
  private static void spoken(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int label = from;
    while (label > s.from() && from - label < LONGEST && isPart(b[label - 1])) {
      label--;
    }
    if (label < from && label - 4 > s.from() && Bytes.at(b, label - 4, label, " at ")) {
      around(s, label - 4, label, true);
    }
  }

  private static void around(Scan s, int from, int to, boolean word) {
    byte[] b = s.bytes();
    int last = from;
    while (last > s.from() && b[last - 1] == ' ') {
      last--;
    }
    int start = last;
    while (start > s.from() && last - start < LONGEST && isLocal(b[start - 1])) {
      start--;
    }
    int i = Bytes.skipBlanks(b, to, s.to());
    int end = -1;
    boolean top = false;
    while (i < s.to() && isPart(b[i])) {
      int stop = i;
      boolean letters = true;
      while (stop < s.to() && isPart(b[stop])) {
        letters &= Bytes.letter(b[stop++]);
      }
      if (top && letters && stop - i >= 2) {
        end = stop;
      }
      int dot = DOTS.endAt(b, stop, s.to());
      if (dot < 0) {
        break;
      }
      top = true;
      i = dot;
    }
    if (start < last && end > 0 && (!word || last - start > 1)) {
      s.report(Category.EMAIL, start, end, 70, Score.SHAPE);
    }
  }

  private static boolean isPart(byte c) {
    return Bytes.alphanumeric(c) || c == '-';
  }

  private static boolean isLocal(byte c) {
    return isPart(c) || c == '.' || c == '_' || c == '+';
  }
}
