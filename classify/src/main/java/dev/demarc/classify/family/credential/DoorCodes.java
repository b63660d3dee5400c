package dev.demarc.classify.family.credential;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.SecretShape;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordLists;
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;

/// Codes that open a door, a gate or a safe, or silence an alarm: a short number behind a word for
/// a code and a word for what it opens, in either order. What an alarm of a machine is called by,
/// what a code is long, and what it costs are none.
public final class DoorCodes implements Family {
  private static final WordLists LISTS = WordLists.read(DoorCodes.class, "door-words.txt");

  /// What a code opens stands so near to the word for it.
  private static final int REACH = 28;

  /// As far from its word may a code be said.
  private static final int SENTENCE = 64;

  private static final int SHORTEST = 4;
  private static final int LONGEST = 10;

  private static final Words THINGS = LISTS.words("THINGS");

  /// What sounds an alarm: machines have codes for that too.
  private static final Words ALARMS = LISTS.words("ALARMS");

  /// What has codes that open nothing.
  private static final Words OTHERS = LISTS.words("OTHERS");

  /// What begins with the name of a thing and opens nothing.
  private static final Words PARTS =
      Words.of(
          "entry point|dialog box|text box|check box|combo box|message box|gate oxide|gate array"
              + "|gate length|gate voltage|building block|box model|box plot|logic gate");

  private static final Words SAYING = LISTS.words("SAYING");
  private static final Words MACHINES = LISTS.words("MACHINES");

  /// Words behind a number that it counts, or that go on from a code of a machine.
  private static final WordSet COUNTED =
      WordSet.of(
          "digits digit characters chars numbers lines days times minutes seconds stellig stellen"
              + " zeichen ziffern tage zł eur euro usd pln mm cm m kg cyfr cyfry znaków dni"
              + " chiffres caractères jours cifras dígitos días cifre caratteri giorni cijfers"
              + " tekens dagen or oder lub ou o of means bytes byte bits bit nm µm kb mb gb hz mv"
              + " ma gates entries points units pixels words rows");

  @Override
  public void declare(Triggers triggers) {
    triggers.words(DoorCodes::read, LISTS.list("CODES"));
    triggers.words(DoorCodes::whole, LISTS.list("WHOLE"));
  }

  /// A word for a code: what it opens stands before it or behind.
  private static void read(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (to < s.to() && (Bytes.letter(b[to]) || b[to] == '_')) {
      return;
    }
    int least = Math.max(s.from(), from - REACH);
    int ahead = Math.min(s.to(), to + REACH);
    int before = from > least && (b[from - 1] == ' ' || b[from - 1] == '-') ? from - 1 : from;
    if (OTHERS.startOfLast(b, least, before) >= 0 || PARTS.standIn(b, to, ahead)) {
      return;
    }
    boolean door = opens(s, THINGS, least, from, to, ahead);
    if (door || opens(s, ALARMS, least, from, to, ahead)) {
      find(s, to, door && THINGS.startOfLast(b, least, before) >= 0);
    }
  }

  /// A word for the code of a door.
  private static void whole(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (to == s.to() || !Bytes.letter(b[to])) {
      find(s, to, true);
    }
  }

  private static boolean opens(Scan s, Words things, int least, int from, int to, int ahead) {
    byte[] b = s.bytes();
    return things.lastWhole(b, sentenceStart(b, least, from), from) >= 0
        || things.lastWhole(b, to, endBeforeDigit(b, to, ahead)) >= 0;
  }

  private static int sentenceStart(byte[] b, int least, int at) {
    int i = at;
    while (i > least && !ends(b, i - 1, at)) {
      i--;
    }
    return i;
  }

  private static int endBeforeDigit(byte[] b, int at, int to) {
    int i = at;
    while (i < to && !Bytes.digit(b[i]) && !ends(b, i, to)) {
      i++;
    }
    return i;
  }

  private static boolean ends(byte[] b, int at, int to) {
    return switch (b[at]) {
      case '\n', ';', '?', '!', '{', '}', '<', '>', '|', '=' -> true;
      case '.' -> at + 1 >= to || b[at + 1] == ' ' || b[at + 1] == '\n';
      default -> false;
    };
  }

  /// Takes the first number behind the word, if the sentence says that it is the code; `named` if
  /// the word itself says of what.
  private static void find(Scan s, int to, boolean named) {
    byte[] b = s.bytes();
    int limit = Math.min(s.to(), to + SENTENCE);
    int i = to;
    while (i < limit && !Bytes.digit(b[i])) {
      if (ends(b, i, s.to()) && !(b[i] == '=' && i - to < 2)) {
        return;
      }
      i++;
    }
    int start = i;
    while (start > to && (Bytes.capital(b[start - 1]) || "#*".indexOf(b[start - 1]) >= 0)) {
      start--;
    }
    int end = codeEnd(b, i, s.to());
    if (i < limit && isCode(b, start, end) && isSaid(s, to, start, named) && isFree(s, end)) {
      s.reportAsSpelled(Category.CREDENTIAL_SECRET, start, end, 70, Score.CONTEXT | Score.SHAPE);
    }
  }

  /// Offset after the code at `from`, or after more than one may have.
  private static int codeEnd(byte[] b, int from, int to) {
    int limit = Math.min(to, from + LONGEST + 1);
    int i = from;
    while (i < limit && (Bytes.digit(b[i]) || Bytes.capital(b[i]) || b[i] == '#' || b[i] == '*')) {
      i++;
    }
    return i;
  }

  private static boolean isCode(byte[] b, int from, int to) {
    int digits = 0;
    for (int i = from; i < to; i++) {
      digits += Bytes.digit(b[i]) ? 1 : 0;
    }
    return digits >= SHORTEST
        && to - from <= LONGEST
        && !SecretShape.isFilling(b, from, to)
        && !SecretShape.isSample(b, from, to);
  }

  /// Whether a verb, a colon or the name of a door stands before the code; nothing has to where the
  /// word itself says of what it is.
  private static boolean isSaid(Scan s, int word, int at, boolean named) {
    byte[] b = s.bytes();
    int end = at;
    while (end > word && (b[end - 1] == ' ' || "\"'`(".indexOf(b[end - 1]) >= 0)) {
      end--;
    }
    boolean apart = end < at || b[at - 1] < 0 || b[at - 1] == ':' || b[at - 1] == '=';
    boolean sign = end > word && (b[end - 1] == ':' || b[end - 1] == '=');
    boolean said = sign || SAYING.startOfLast(b, word, end) >= 0;
    boolean direct = end == word ? named : THINGS.startOfLast(b, word, end) >= 0;
    return apart && (said || direct) && !s.after(MACHINES, at);
  }

  /// Whether nothing goes on from the code or says what it counts.
  private static boolean isFree(Scan s, int end) {
    byte[] b = s.bytes();
    int to = s.to();
    if (end == to) {
      return true;
    }
    boolean glued =
        Bytes.letter(b[end])
            || "_-/:%@".indexOf(b[end]) >= 0
            || (b[end] == '.' && end + 1 < to && Bytes.alphanumeric(b[end + 1]));
    int word = Bytes.skipBlanks(b, end, to);
    int stop = word;
    while (stop < to && stop - word < 16 && (b[stop] < 0 || Bytes.letter(b[stop]))) {
      stop++;
    }
    boolean counts = b[end] == ' ' && COUNTED.has(b, word, stop);
    boolean next = b[end] == ',' && end + 1 < to && Bytes.digit(b[end + 1]);
    return !glued && !counts && !next;
  }
}
