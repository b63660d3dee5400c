package dev.demarc.classify.family.person;

import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordLists;
import dev.demarc.classify.text.Words;

/// What texts about somebody's health are told by from texts about health: one patient, or the
/// record of one, and nothing that only studies and guides say.
final class HealthWords {
  static final WordLists LISTS = WordLists.read(HealthWords.class, "hint-words.txt");

  /// As far around a condition may stand what only a study or guide says.
  private static final int MANY_REACH = 320;

  /// As far before a condition may its record say that it is one.
  private static final int RECORD_REACH = 400;

  /// The name of an illness in Chinese is no longer.
  private static final int LONGEST_DISEASE = 30;

  private static final Words RECORDS = LISTS.words("RECORDS");
  private static final Words MANY = LISTS.words("MANY");
  private static final Words QUALIFIERS = LISTS.words("QUALIFIERS");
  private static final Words DISEASES_END = LISTS.words("DISEASES_END");

  /// Words for many that begin with the word for one.
  private static final Words PLURALS =
      new Words("pacjentów", "pacjentom", "pacjenci", "pacjentami", "pacjentach", "pazienti");

  /// What says that a German word, whose plural is spelled so too, speaks of one.
  private static final Words ARTICLES =
      new Words("des", "dem", "den", "beim", "vom", "zum", "eines", "einem", "einen", "meines");

  private static final Words PATIENTS = new Words("患者", "病人");
  private static final Words BEFORE_ONE =
      new Words("该", "这位", "本", "一位", "一名", "名", "个", "此", "岁", "位", "男", "女", "我", "家");

  private static final Words PARTICLES = new Words("的", "了", "后", "已");
  private static final Words BOXES = new Words("☐", "□");
  private static final Words GROUPS = LISTS.words("GROUPS");

  private HealthWords() {}

  /// Whether the word is the name of something in a program, a box to tick, or what many have.
  static boolean isNobodys(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean compound = to + 1 < s.to() && b[to] == '-' && Bytes.letter(b[to + 1]);
    boolean name = to < s.to() && "_(=/:]".indexOf(b[to]) >= 0;
    boolean part = from > s.from() && "_./<[-$".indexOf(b[from - 1]) >= 0;
    int box = from > s.from() && b[from - 1] == ' ' ? from - 1 : from;
    return compound
        || name
        || part
        || BOXES.startOfLast(b, s.from(), box) >= 0
        || GROUPS.endAt(b, to, s.to()) > 0;
  }

  /// Whether one of the words in [from, to) speaks of one person.
  static boolean isOne(Words words, Scan s, int from, int to) {
    byte[] b = s.bytes();
    int limit = to;
    for (int i = words.lastWhole(b, from, limit); i >= 0; i = words.lastWhole(b, from, limit)) {
      if (!speaksOfMany(s, from, i, words.endAt(b, i, to))) {
        return true;
      }
      limit = i;
    }
    return false;
  }

  private static boolean speaksOfMany(Scan s, int line, int at, int end) {
    byte[] b = s.bytes();
    int from = s.from();
    int to = s.to();
    if (b[at] < 0) {
      boolean begins =
          at < from + 3
              || b[at - 1] >= 0
              || isSign(b, at)
              || BEFORE_ONE.startOfLast(b, from, at) >= 0;
      return PATIENTS.endAt(b, at, end) > 0 && !begins;
    }
    if (PLURALS.endAt(b, at, Math.min(to, at + 12)) > 0) {
      return true;
    }
    if (Bytes.at(b, at, Math.min(to, end + 2), "patienten")) {
      int blank = at - 1;
      return blank <= line || ARTICLES.startOfLast(b, line, blank) < 0;
    }
    boolean plural = end < to && Bytes.letter(b[end - 1]) && Bytes.lower(b[end]) == 's';
    return plural && (end + 1 >= to || !Bytes.letter(b[end + 1]));
  }

  /// Whether a sign that divides a sentence ends at `at`.
  private static boolean isSign(byte[] b, int at) {
    boolean wide = b[at - 3] == (byte) 0xEF && b[at - 2] == (byte) 0xBC;
    return wide || (b[at - 3] == (byte) 0xE3 && b[at - 2] == (byte) 0x80);
  }

  /// Whether the text before `at` is the record of a patient.
  static boolean inRecord(Scan s, int at) {
    byte[] b = s.bytes();
    return RECORDS.lastWhole(b, Math.max(s.from(), at - RECORD_REACH), at) >= 0;
  }

  /// Whether the text around `at` speaks of many, as studies, guides and conditions of insurance
  /// do.
  static boolean ofMany(Scan s, int at) {
    byte[] b = s.bytes();
    int least = Math.max(s.from(), at - MANY_REACH);
    return MANY.lastWhole(b, least, Math.min(s.to(), at + MANY_REACH)) >= 0;
  }

  /// Where the name of a condition begins with the words before it that say how it is.
  static int qualified(byte[] b, int from, int at) {
    boolean chinese = b[at] < 0;
    int before = chinese || at == from || b[at - 1] != ' ' ? at : at - 1;
    int word = before < at || chinese ? QUALIFIERS.startOfLast(b, from, before) : -1;
    boolean whole = word >= 0 && (word == from || b[word] < 0 || !Bytes.letter(b[word - 1]));
    return whole ? word : at;
  }

  /// Where the name of an illness ends that begins at `at` in Chinese, or -1.
  static int diseaseEnd(byte[] b, int at, int to) {
    int limit = Math.min(to, at + LONGEST_DISEASE);
    int last = -1;
    for (int i = at; i + 3 <= limit && (b[i] & 0xF0) == 0xE0; i += 3) {
      boolean sign = b[i] == (byte) 0xEF || (b[i] == (byte) 0xE3 && b[i + 1] == (byte) 0x80);
      if (sign || PARTICLES.endAt(b, i, limit) > 0) {
        break;
      }
      int end = DISEASES_END.endAt(b, i, limit);
      last = end > 0 ? end : last;
    }
    return last;
  }
}
