package dev.demarc.classify.family.person;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Extent.Take;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.KeyedValue;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;

/// What records say of somebody's health: what stands under a diagnosis, an allergy or a medicine,
/// on its line or in the list below, and the reason of a sick leave.
public final class HealthRecords implements Family {
  private static final int LONGEST = 120;
  private static final int LONGEST_ITEM = 80;
  private static final int MOST_ITEMS = 16;

  /// As far from a reason may its record say what kind of leave it is.
  private static final int LEAVE_REACH = 96;

  /// A key that stands in every record is no record by itself.
  private static final int KEY = 12;

  private static final Words CONDITIONS = HealthWords.LISTS.words("CONDITIONS");
  private static final Words MACHINES = HealthWords.LISTS.words("MACHINES");
  private static final Words MEDICAL = HealthWords.LISTS.words("MEDICAL");
  private static final Words WIDE_SIGNS = new Words("、", "。", "，", "；");
  private static final Words LISTED = new Words("、", "，");
  private static final Words BULLETS = new Words("•", "–", "·", "- ", "* ", "○", "▪");
  private static final Words PERSONS = HealthWords.LISTS.words("PERSONS");
  private static final Words SICK = HealthWords.LISTS.words("SICK");
  private static final Words BOXES = new Words("☐", "□", "___", "…", "...");

  /// What stands under such a key without saying anything of somebody's health.
  private static final WordSet NO_HINT =
      WordSet.of(
          "yes no none other unknown see what how why which who where when this that the sick"
              + " illness medical annual vacation urlaub krank krankheit holiday parental personal"
              + " ja nein keine kein keiner siehe non oui aucun aucune si sí ninguna ninguno nie"
              + " tak brak nessuna nessuno geen nee não nenhuma n/a string text 无 没有 未知 不详 有 其他 事假"
              + " 年假 病假 negative negatives nka nkda unremarkable ohne bitte any maladie choroba"
              + " malattia enfermedad business trip icd icd-10 icd-10-cm icd-10-gm icd-11");

  private final Extent extent = new Extent();

  @Override
  public void declare(Triggers triggers) {
    triggers.keyed(Field.HEALTH, this::read);
    triggers.keyed(Field.REASON, this::reason);
  }

  private int read(Scan s, Field key, int at, Link link) {
    byte[] b = s.bytes();
    if (link == Link.SENTENCE) {
      return -1;
    }
    int line = Bytes.skipBlanks(b, at, s.to());
    if (link == Link.LABEL && line < s.to() && (b[line] == '\n' || b[line] == '\r')) {
      return list(s, at, line);
    }
    if (!extent.read(b, s.from(), at, s.to(), link, Take.TEXT, LONGEST)) {
      return -1;
    }
    int start = extent.start();
    boolean bare = link == Link.LABEL && start == line;
    int end = bare && b[extent.end() - 1] == '.' ? extent.end() - 1 : extent.end();
    if ((link != Link.WHOLE && end - start > 4 * LONGEST) || !isHint(s, start, end)) {
      return -1;
    }
    if (bare && (isProgram(b, at, start, end, s.to()) || !isTold(s, at, start, end))) {
      return -1;
    }
    return report(s, start, end) ? (bare ? further(s, end) : end) : -1;
  }

  private static boolean report(Scan s, int start, int end) {
    return s.reportAsSpelled(Category.HEALTH_HINT, start, end, 75, Score.KEY);
  }

  private static boolean isHint(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int word = from;
    boolean letters = false;
    for (int i = from; i < to; i++) {
      letters |= b[i] < 0 || Bytes.letter(b[i]);
    }
    while (word < to && b[word] != ' ' && b[word] != ',') {
      word++;
    }
    boolean code = b[from] == '%' || b[from] == '$' || b[from] == '{' || b[from] == '<';
    return letters
        && !code
        && to - from >= 3
        && !KeyedValue.saysNothing(b, from, to)
        && !NO_HINT.has(b, from, word)
        && !BOXES.standIn(b, from, to)
        && !MACHINES.standIn(b, from, to)
        && (s.keys().of(b, from, to) == Field.NONE || CONDITIONS.standIn(b, from, to));
  }

  /// Whether what follows `=` is an expression.
  private static boolean isProgram(byte[] b, int at, int from, int to, int limit) {
    if (b[at - 1] != '=') {
      return false;
    }
    boolean code = to < limit && "[(".indexOf(b[to]) >= 0;
    for (int i = from; i < to; i++) {
      boolean member = b[i] == '.' && i + 1 < to && Bytes.letter(b[i + 1]);
      code |= member || "[](){}".indexOf(b[i]) >= 0;
    }
    return code;
  }

  /// Whether a label without quotes begins its line or speaks of a condition, and nothing around it
  /// says that it stands in a guide.
  private static boolean isTold(Scan s, int at, int from, int to) {
    byte[] b = s.bytes();
    boolean word = Bytes.find(b, from, to, ' ') >= to && startsLine(b, s.from(), at - 1);
    boolean known = CONDITIONS.standIn(b, from, to) || MEDICAL.standIn(b, from, to);
    return (word || known || HealthWords.inRecord(s, at - KEY)) && !HealthWords.ofMany(s, at);
  }

  private static boolean startsLine(byte[] b, int from, int at) {
    int least = Math.max(from, at - 40);
    int i = at;
    while (i > least
        && (b[i - 1] < 0 || Bytes.letter(b[i - 1]) || " -*_#>".indexOf(b[i - 1]) >= 0)) {
      i--;
    }
    return i == from || "\n|;,({\"".indexOf(b[i - 1]) >= 0;
  }

  /// Takes what follows a value with commas between, as far as it is one word or a condition, and
  /// no key with a value of its own.
  private static int further(Scan s, int end) {
    byte[] b = s.bytes();
    int last = end;
    for (int k = 0; k < MOST_ITEMS; k++) {
      boolean comma = last + 1 < s.to() && b[last] == ',';
      int wide = LISTED.endAt(b, last, s.to());
      int start = comma ? Bytes.skipBlanks(b, last + 1, s.to()) : wide > 0 ? wide : s.to();
      int stop = itemEnd(b, start, s.to());
      boolean word = stop - start > 3 && Bytes.find(b, start, stop, ' ') >= stop;
      boolean taken =
          start < stop
              && (word || CONDITIONS.standIn(b, start, stop))
              && !isKey(b, start, stop, s.to())
              && isHint(s, start, stop)
              && report(s, start, stop);
      if (!taken) {
        return last;
      }
      last = stop;
    }
    return last;
  }

  private static boolean isKey(byte[] b, int from, int end, int to) {
    return (end < to && b[end] == ':') || Bytes.find(b, from, end, '=') < end;
  }

  private static int itemEnd(byte[] b, int from, int to) {
    int limit = Math.min(to, from + LONGEST_ITEM);
    int i = from;
    while (i < limit
        && ",;.:\n\r(".indexOf(b[i]) < 0
        && !(b[i] < 0 && WIDE_SIGNS.endAt(b, i, limit) > 0)) {
      i++;
    }
    return Bytes.trimEnd(b, from, i);
  }

  /// Takes the items of a list below its key, in the record of one patient.
  private static int list(Scan s, int at, int line) {
    byte[] b = s.bytes();
    int lineStart = Nearby.lineStart(b, s.from(), at);
    boolean one = HealthWords.inRecord(s, at) || HealthWords.isOne(PERSONS, s, lineStart, at);
    if (!one || HealthWords.ofMany(s, at)) {
      return -1;
    }
    int last = -1;
    int i = line;
    for (int k = 0; k < MOST_ITEMS; k++) {
      i = nextLine(b, i, s.to());
      int start = afterBullet(b, i, s.to());
      int end = start < 0 ? -1 : listedEnd(b, start, s.to());
      if (end <= start || !isHint(s, start, end) || !report(s, start, end)) {
        return last;
      }
      last = end;
      i = end;
    }
    return last;
  }

  private static int nextLine(byte[] b, int at, int to) {
    int limit = Math.min(to, at + LONGEST_ITEM);
    int i = at;
    while (i < limit && b[i] != '\n') {
      i++;
    }
    return i < limit ? i + 1 : to;
  }

  /// Where an item begins behind its bullet or number, or -1.
  private static int afterBullet(byte[] b, int at, int to) {
    int i = Bytes.skipBlanks(b, at, to);
    boolean numbered = i + 1 < to && Bytes.digit(b[i]) && (b[i + 1] == '.' || b[i + 1] == ')');
    int mark = numbered ? i + 2 : BULLETS.endAt(b, i, to);
    return mark > i ? Bytes.skipBlanks(b, mark, to) : -1;
  }

  private static int listedEnd(byte[] b, int from, int to) {
    int limit = Math.min(to, from + LONGEST_ITEM);
    int i = from;
    while (i < limit && b[i] != '\n' && b[i] != '\r' && b[i] != ';' && b[i] != '(') {
      i++;
    }
    i = Bytes.trimEnd(b, from, i);
    return i > from && (b[i - 1] == '.' || b[i - 1] == ',') ? i - 1 : i;
  }

  /// Takes the reason of an absence, where its record says that somebody is ill.
  private int reason(Scan s, Field key, int at, Link link) {
    byte[] b = s.bytes();
    boolean there =
        link != Link.SENTENCE
            && extent.read(b, s.from(), at, s.to(), link, Take.TEXT, LONGEST_ITEM);
    int start = extent.start();
    int end = extent.end();
    boolean fit = there && end - start > 4 && end - start <= LONGEST_ITEM && isHint(s, start, end);
    boolean program = fit && link == Link.LABEL && isProgram(b, at, start, end, s.to());
    boolean sick = fit && !program && isOfSickness(s, at, link);
    return sick && !HealthWords.ofMany(s, at) && report(s, start, end) ? end : -1;
  }

  private static boolean isOfSickness(Scan s, int at, Link link) {
    return link == Link.WHOLE
        ? s.nearBegun(SICK, s.from(), LEAVE_REACH)
        : Nearby.lastBegun(SICK, s.bytes(), Math.max(s.from(), at - LEAVE_REACH), at) >= 0;
  }
}
