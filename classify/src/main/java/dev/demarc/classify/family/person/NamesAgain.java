package dev.demarc.classify.family.person;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Finding;
import dev.demarc.classify.finding.Span;
import dev.demarc.classify.scan.Hits;
import dev.demarc.classify.scan.Hits.Sum;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.View;
import dev.demarc.classify.text.WordSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the names that a text tells once, in a place that says what they are, where they stand
/// bare in the same text: all of them, or one of their words. A text that tells none costs nothing.
public final class NamesAgain {
  /// Where more names than these are found they are a list, and none is looked for again.
  private static final int MOST_NAMES = 40;

  private static final int SHORTEST = 3;
  private static final int POINTS = 65;

  private final LatinName name = new LatinName();

  /// Looks in the text for the names that were found in it since `mark`. What they are is kept no
  /// longer than that.
  public void read(View text, int mark, Hits hits) {
    List<Span> told = told(hits, mark);
    String words = told.isEmpty() || told.size() > MOST_NAMES ? "" : words(told);
    if (words.isEmpty()) {
      return;
    }
    WordSet known = WordSet.of(words);
    byte[] b = text.bytes();
    int i = text.start();
    while (i < text.end()) {
      boolean begins = LatinName.isCapital(b, i) && LatinName.beginsWord(b, text.start(), i);
      int end = begins ? again(known, b, i, text.end()) : -1;
      if (end > i) {
        report(text, i, end, told, hits);
      }
      i = end > i ? end : i + 1;
    }
  }

  /// Where the names stand that were found, up to one more than are looked for; one that several
  /// readers found is told once.
  private static List<Span> told(Hits hits, int mark) {
    List<Span> told = List.of();
    for (int k = mark; k < hits.size() && told.size() <= MOST_NAMES; k++) {
      Finding finding = hits.finding(k);
      if (finding.category() == Category.PERSON_NAME && finding.spans().size() == 1) {
        Span span = finding.spans().getFirst();
        told = told.isEmpty() ? new ArrayList<>() : told;
        if (told.isEmpty() || !told.getLast().equals(span)) {
          told.add(span);
        }
      }
    }
    return told;
  }

  private static String words(List<Span> told) {
    StringBuilder words = new StringBuilder();
    for (Span span : told) {
      addWords(span.value().bytes(), words);
    }
    return words.toString();
  }

  private static void addWords(byte[] b, StringBuilder words) {
    int i = 0;
    while (i < b.length) {
      int stop = LatinName.wordEnd(b, i, b.length);
      boolean word = stop - i >= SHORTEST && LatinName.isCapital(b, i);
      if (word && !LatinName.isShout(b, i, stop) && isOwn(b, i, stop)) {
        words
            .append(words.isEmpty() ? "" : " ")
            .append(Text.of(Arrays.copyOfRange(b, i, stop)).decoded());
      }
      i = stop > i ? stop : i + 1;
    }
  }

  /// Whether the word is a name and nothing else that may stand alone.
  private static boolean isOwn(byte[] b, int from, int to) {
    return !LatinName.isDoubtful(b, from, to)
        && !LatinName.isNoName(b, from, to)
        && !LatinName.isParticle(b, from, to);
  }

  /// Where the name at `at` ends of which each word was told, an initial aside; or -1.
  private int again(WordSet known, byte[] b, int at, int to) {
    if (!name.read(b, at, to) || !LatinName.mayEndName(b, name.end(), to)) {
      return -1;
    }
    int words = 0;
    int i = at;
    while (i < name.end()) {
      int stop = LatinName.wordEnd(b, i, name.end());
      boolean initial = stop == i + 1 && stop < name.end() && b[stop] == '.';
      boolean isKnown = stop > i && known.has(b, i, stop) && !LatinName.isShout(b, i, stop);
      words += isKnown ? 1 : 0;
      if (stop > i && !initial && !isKnown && !LatinName.isParticle(b, i, stop)) {
        return -1;
      }
      i = Math.max(stop, i) + 1;
    }
    return words > 0 ? name.end() : -1;
  }

  private static void report(View text, int from, int to, List<Span> told, Hits hits) {
    int start = text.raw(from);
    int end = text.rawEnd(to);
    for (Span span : told) {
      if (span.start() < end && start < span.end()) {
        return;
      }
    }
    hits.add(
        Category.PERSON_NAME,
        new Sum(POINTS, Score.CONTEXT),
        text,
        from,
        to,
        text.original(from, to));
  }
}
