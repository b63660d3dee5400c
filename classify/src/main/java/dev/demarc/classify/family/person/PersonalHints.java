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
  private static final int LONGEST_CONDITION = 48;
  private static final int MOST_WORDS = 4;
  private static final WordLists LISTS = HealthWords.LISTS;
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

  /// What may stand between a Chinese word for a result and the number.
  private static final Words MEASURED =
      new Words("为", "是", "约", "达", "值", "到", "偏", "高", "低", "升", "降", "测得", "：", "了", "至");

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
    triggers.words(PersonalHints::diagnosedInChinese, LISTS.list("DIAGNOSES_ZH"));
    triggers.keyed(
        Field.BIOMETRIC,
        new KeyedValue(Category.BIOMETRIC_HINT, Extent.Take.WORD, 256, PersonalHints::biometric));
  }

  private static int biometric(byte[] b, int from, int to, Link link) {
    boolean labelled = link == Link.LABEL || link == Link.QUOTE;
    return labelled && RecordKind.isTemplate(b, from, to) ? KeyedValue.ENOUGH : 0;
  }

  private static boolean endsWord(byte[] b, int to, int end) {
    return to == end || !Bytes.alphanumeric(b[to]) || b[to - 1] < 0;
  }

  private static boolean stands(Scan s, Words words, int at) {
    return words.lastWhole(s.bytes(), Nearby.lineStart(s.bytes(), s.from(), at), at) >= 0;
  }

  /// Whether the line before `at` speaks of one person.
  private static boolean speaksOfOne(Scan s, int at) {
    return HealthWords.isOne(PERSONS, s, Nearby.lineStart(s.bytes(), s.from(), at), at);
  }

  private static boolean isGeneral(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int end = to;
    int line = Nearby.lineEnd(b, to, s.to());
    while (end < line && b[end] != '?' && b[end] != '!' && !Bytes.at(b, end, line, ". ")) {
      end++;
    }
    return s.after(GENERAL, from) || GENERAL.standIn(b, to, end);
  }

  private static boolean ofSomebody(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean somebody =
        speaksOfOne(s, from)
            || HealthWords.isOne(PERSONS_AFTER, s, to, Nearby.lineEnd(b, to, s.to()))
            || HealthWords.inRecord(s, from);
    return somebody && !isGeneral(s, from, to) && !HealthWords.ofMany(s, from);
  }

  private static void condition(Scan s, int from, int to) {
    boolean word = endsWord(s.bytes(), to, s.to()) && !HealthWords.isNobodys(s, from, to);
    if (word && ofSomebody(s, from, to)) {
      int start = HealthWords.qualified(s.bytes(), s.from(), from);
      s.report(Category.HEALTH_HINT, start, to, 65, Score.CONTEXT);
    }
  }

  /// What a Chinese sentence says that somebody has: up to the last character that ends the name of
  /// an illness.
  private static void diagnosedInChinese(Scan s, int from, int to) {
    int end = HealthWords.diseaseEnd(s.bytes(), to, s.to());
    if (end > to + 3 && ofSomebody(s, from, end)) {
      s.report(Category.HEALTH_HINT, to, end, 65, Score.CONTEXT);
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
    boolean known = CONDITIONS.endOfFirst(b, start, end) > 0;
    boolean somebody =
        end - start >= 3 && (ofSomebody(s, from, end) || (known && isNamed(s, from)));
    if (!somebody || MACHINES.standIn(b, start, end)) {
      return;
    }
    if (known || (speaksOfOne(s, from) && !s.after(MACHINES, from))) {
      s.report(Category.HEALTH_HINT, start, end, 65, Score.CONTEXT);
    }
  }

  /// Whether a word with a capital stands before the verb, as the name of a person does.
  private static boolean isNamed(Scan s, int at) {
    byte[] b = s.bytes();
    int word = at - 1;
    while (word > s.from() && (Bytes.letter(b[word - 1]) || b[word - 1] < 0)) {
      word--;
    }
    boolean follows = word > s.from() + 1 && Bytes.letter(b[word - 2]);
    boolean capital = word >= s.from() && word < at - 3 && Bytes.capital(b[word]);
    return capital && follows && !isGeneral(s, at, at) && !HealthWords.ofMany(s, at);
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
    boolean compound = to + 1 < s.to() && b[to] == '-' && Bytes.letter(b[to + 1]);
    boolean word = endsWord(b, to, s.to()) && !compound && !isName(s, from, to);
    if (word && !isGeneral(s, from, to)) {
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
      int said = b[i] < 0 && b[from] < 0 ? MEASURED.endAt(b, i, s.to()) : i + 1;
      if (said < 0) {
        return;
      }
      i = said - 1;
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
