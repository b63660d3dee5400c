package dev.demarc.classify.family.person;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Family.Link;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.KeyedValue;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.RecordKind;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordLists;
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;

/// Hints at somebody's health or biometrics: a word for an illness, a medicine or a result where
/// the line speaks of a person, a value under a key that says so. Medicine in general is no hint:
/// there must be a patient, or somebody who says "I".
public final class PersonalHints implements Family {
  private static final int LONGEST_VALUE = 120;
  private static final int LONGEST_CONDITION = 48;
  private static final int MOST_WORDS = 4;
  private static final WordLists LISTS = WordLists.read(PersonalHints.class, "hint-words.txt");
  private static final Words PERSONS = LISTS.words("PERSONS");
  private static final Words PERSONS_AFTER = LISTS.words("PERSONS_AFTER");
  private static final Words SUBJECTS = LISTS.words("SUBJECTS");
  private static final Words GENERAL = LISTS.words("GENERAL");
  private static final Words CONDITIONS = LISTS.words("CONDITIONS");

  /// What a diagnosis or fingerprint of a machine speaks of.
  private static final Words MACHINES = LISTS.words("MACHINES");

  /// Words that end the name of a condition.
  private static final WordSet ENDS =
      WordSet.of(
          "and or but since last this that in on at by for as who which when after before during"
              + " und oder seit im am bei der die das et ou depuis dans qui en y o desde el la que"
              + " i od oraz w z na e dal nel sinds");

  /// Before the word for a pressure they make the name of an illness, 高血压.
  private static final Words HIGH_OR_LOW = new Words("高", "低");

  @Override
  public void declare(Triggers triggers) {
    triggers.words(PersonalHints::condition, LISTS.list("CONDITIONS"));
    triggers.words(PersonalHints::diagnosed, LISTS.list("DIAGNOSES"));
    triggers.words(PersonalHints::result, LISTS.list("RESULTS"));
    triggers.words(PersonalHints::sample, LISTS.list("SAMPLES"));
    triggers.words(PersonalHints::trait, LISTS.list("TRAITS"));
    triggers.words(PersonalHints::icd, "icd-10", "icd10");
    triggers.keyed(
        Field.HEALTH,
        new KeyedValue(
            Category.HEALTH_HINT, Extent.Take.TEXT, LONGEST_VALUE, PersonalHints::health));
    triggers.keyed(
        Field.BIOMETRIC,
        new KeyedValue(Category.BIOMETRIC_HINT, Extent.Take.WORD, 256, PersonalHints::biometric));
  }

  private static int biometric(byte[] b, int from, int to, Link link) {
    boolean labelled = link == Link.LABEL || link == Link.QUOTE;
    return labelled && RecordKind.isTemplate(b, from, to) ? KeyedValue.ENOUGH : 0;
  }

  private static int health(byte[] b, int from, int to, Link link) {
    boolean letters = false;
    for (int i = from; i < to; i++) {
      letters |= b[i] < 0 || Bytes.letter(b[i]);
    }
    boolean code = b[from] == '%' || b[from] == '$' || b[from] == '{' || b[from] == '<';
    boolean fit = letters && !code && to - from >= 3 && link != Link.SENTENCE;
    return fit
            && !KeyedValue.saysNothing(b, from, to)
            && !saysNo(b, from, to)
            && !MACHINES.standIn(b, from, to)
        ? 75
        : 0;
  }

  private static boolean saysNo(byte[] b, int from, int to) {
    int length = to - from;
    return (length == 3 && Bytes.at(b, from, to, "无"))
        || (length == 3 && Bytes.at(b, from, to, "yes"))
        || (length == 6 && b[from] == (byte) 0xE6 && b[from + 1] == (byte) 0x97);
  }

  private static boolean endsWord(byte[] b, int to, int end) {
    return to == end || !Bytes.alphanumeric(b[to]) || b[to - 1] < 0;
  }

  private static boolean stands(Scan s, Words words, int at) {
    return words.lastWhole(s.bytes(), Nearby.lineStart(s.bytes(), s.from(), at), at) >= 0;
  }

  private static boolean isGeneral(Scan s, int from, int to) {
    return s.after(GENERAL, from) || s.before(GENERAL, to);
  }

  private static boolean ofSomebody(Scan s, int from, int to) {
    return (stands(s, PERSONS, from) || s.beforeWord(PERSONS_AFTER, to)) && !isGeneral(s, from, to);
  }

  private static void condition(Scan s, int from, int to) {
    if (endsWord(s.bytes(), to, s.to()) && ofSomebody(s, from, to)) {
      s.report(Category.HEALTH_HINT, from, to, 65, Score.CONTEXT);
    }
  }

  /// What a sentence says that somebody has: the words after "diagnosed with", as far as they may
  /// be the name of a condition.
  private static void diagnosed(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int start = Bytes.skipBlanks(b, to, s.to());
    int end = conditionEnd(b, start, s.to());
    if (end < s.to() && b[end] == ':') {
      start = Bytes.skipBlanks(b, end + 1, s.to());
      end = conditionEnd(b, start, s.to());
    }
    if (end - start < 3 || !ofSomebody(s, from, end) || MACHINES.standIn(b, start, end)) {
      return;
    }
    boolean known = CONDITIONS.endOfFirst(b, start, end) > 0;
    if (known || (stands(s, PERSONS, from) && !s.after(MACHINES, from))) {
      s.report(Category.HEALTH_HINT, start, end, 65, Score.CONTEXT);
    }
  }

  private static int conditionEnd(byte[] b, int from, int to) {
    int limit = Math.min(to, from + LONGEST_CONDITION);
    int end = from;
    int i = from;
    for (int words = 0; words < MOST_WORDS && i < limit; words++) {
      int stop = i;
      while (stop < limit && isOfWord(b, stop, limit)) {
        stop++;
      }
      if (stop == i || ENDS.has(b, i, stop)) {
        break;
      }
      end = stop;
      i = stop < limit && b[stop] == ' ' ? stop + 1 : limit;
    }
    while (end > from && (b[end - 1] & 0xC0) == 0x80 && end < to && (b[end] & 0xC0) == 0x80) {
      end--;
    }
    return end;
  }

  private static boolean isOfWord(byte[] b, int at, int to) {
    boolean wideStop = b[at] == (byte) 0xE3 && at + 2 < to && b[at + 1] == (byte) 0x80;
    return (b[at] < 0 && !wideStop) || Bytes.alphanumeric(b[at]) || b[at] == '-' || b[at] == '\'';
  }

  /// Whether the word is a name in a program, or one that a value follows.
  private static boolean isName(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean before = from > s.from() && "_./<[".indexOf(b[from - 1]) >= 0;
    boolean after = to < s.to() && "_(=/:]".indexOf(b[to]) >= 0;
    boolean quoted = to + 1 < s.to() && b[to] == '"' && b[to + 1] == ':';
    return before || after || quoted || s.isName();
  }

  /// A sample of a body, by a name that nothing else has.
  private static void sample(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (endsWord(b, to, s.to()) && !isName(s, from, to) && !isGeneral(s, from, to)) {
      s.report(Category.BIOMETRIC_HINT, from, to, 60, Score.SHAPE);
    }
  }

  /// A trait of a body, where somebody's is spoken of and no machine's.
  private static void trait(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean somebody = stands(s, SUBJECTS, from) || s.beforeWord(SUBJECTS, to);
    boolean machine = s.lastWordBefore(MACHINES, from) >= 0 || s.beforeWord(MACHINES, to);
    boolean word = endsWord(b, to, s.to()) && !isName(s, from, to);
    if (word && somebody && !machine && !isGeneral(s, from, to)) {
      s.report(Category.BIOMETRIC_HINT, from, to, 60, Score.CONTEXT);
    }
  }

  /// A measured value with its unit.
  private static void result(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int limit = Math.min(s.to(), to + 16);
    boolean illness = HIGH_OR_LOW.startOfLast(b, s.from(), from) >= 0;
    int i = to;
    boolean quoted = false;
    while (i < limit && !Bytes.digit(b[i]) && b[i] != '\n' && b[i] != ',') {
      // The quote after a name may stand before its value, and before nothing else.
      if (quoted && " :=\"".indexOf(b[i]) < 0) {
        return;
      }
      quoted |= b[i++] == '"';
    }
    if (illness || i == limit || !Bytes.digit(b[i])) {
      return;
    }
    while (i < s.to() && (Bytes.digit(b[i]) || b[i] == '.' || b[i] == '/')) {
      i++;
    }
    i -= b[i - 1] == '.' ? 1 : 0;
    int unit = Bytes.skipBlanks(b, i, s.to());
    int end = unit < s.to() && b[unit] == '%' ? unit + 1 : i;
    s.report(Category.HEALTH_HINT, from, end, 65, Score.SHAPE);
  }

  /// A letter, two digits and perhaps more after a point, behind the name of the classification.
  private static void icd(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int limit = Math.min(s.to() - 2, to + 20);
    for (int i = to; i < limit; i++) {
      boolean starts = b[i] >= 'A' && b[i] <= 'Z' && !Bytes.alphanumeric(b[i - 1]);
      if (starts && Bytes.digit(b[i + 1]) && Bytes.alphanumeric(b[i + 2])) {
        int end = i + 3;
        int point = end;
        while (point < s.to()
            && (Bytes.alphanumeric(b[point]) || (b[point] == '.' && point == end))) {
          point++;
        }
        int last = b[point - 1] == '.' ? point - 1 : point;
        if (last - i <= 8) {
          s.report(Category.HEALTH_HINT, i, last, 70, Score.SHAPE | Score.CONTEXT);
        }
        return;
      }
    }
  }
}
