package dev.demarc.classify.family.person;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordLists;
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;

/// Finds names of persons in Latin letters where they stand in a text: a common given name with a
/// surname, one cell or line beside other data of a person, who speaks in a log of a chat, and what
/// shares its parts with an e-mail address.
public final class PersonNames implements Family {
  private static final WordSet THINGS =
      WordSet.of(
          "rue place avenue boulevard gare pont quai lycée école collège hôpital université musée"
              + " fondation prix stade aéroport calle plaza avenida paseo colegio instituto"
              + " hospital fundación premio teatro museo estadio aeropuerto universidad ulica ul."
              + " plac aleja al. szkoła uniwersytet szpital muzeum fundacja lotnisko via piazza"
              + " corso viale scuola ospedale stadio kaiser könig königin papst pope king queen"
              + " prince princess saint st. sankt san santa emperor tsar hotel villa fort port"
              + " mount lake cape fc ss hms uss typhoon hurricane storm operation klinik schule"
              + " gymnasium kirche rey reina papa roi reine empereur król królowa papież święty"
              + " święta chez rua praça travessa largo straat plein");
  private static final WordLists LISTS = WordLists.read(PersonNames.class, "name-words.txt");
  private static final Words NUMBERS = LISTS.words("NUMBERS");
  private static final int CELL_REACH = 120;
  private static final int LINES_BELOW = 3;
  private static final int MAIL_REACH = 160;
  private final LatinName name = new LatinName();

  @Override
  public void declare(Triggers triggers) {
    for (char c = 'A'; c <= 'Z'; c++) {
      triggers.at(c, this::capital);
    }
    triggers.at((char) 0xC3, this::capital);
    triggers.at((char) 0xC4, this::capital);
    triggers.at((char) 0xC5, this::capital);
    triggers.at('@', this::aroundAddress);
    triggers.at('<', this::beforeAddress);
  }

  private int capital(Scan s, int at) {
    byte[] b = s.bytes();
    int to = s.to();
    if (!LatinName.isCapital(b, at) || !LatinName.beginsWord(b, s.from(), at)) {
      return -1;
    }
    int stop = LatinName.wordEnd(b, at, to);
    boolean given = LatinName.isGiven(b, at, stop);
    if (given && !LatinName.isShout(b, at, stop) && name.read(b, at, to) && name.words() >= 2) {
      boolean doubtful = LatinName.isDoubtful(b, at, stop) || namesThing(b, s.from(), at);
      if (!doubtful && LatinName.mayEndName(b, name.end(), to)) {
        s.report(Category.PERSON_NAME, at, name.end(), 65, Score.SHAPE);
        return name.end();
      }
    }
    if (mayBeCell(b, s.from(), at) && cell(s, at, stop, given)) {
      return name.end();
    }
    return asciiEnd(b, at, stop);
  }

  private static int asciiEnd(byte[] b, int at, int stop) {
    int i = at;
    while (i < stop && Bytes.letter(b[i])) {
      i++;
    }
    return i;
  }

  /// Whether the word before makes it the name of a place, a house or a ruler: Place Victor Hugo,
  /// Kaiser Wilhelm.
  private static boolean namesThing(byte[] b, int from, int at) {
    if (at < from + 3 || b[at - 1] != ' ') {
      return false;
    }
    int start = at - 1;
    while (start > from
        && (Bytes.letter(b[start - 1]) || b[start - 1] < 0 || b[start - 1] == '.')) {
      start--;
    }
    return THINGS.has(b, start, at - 1);
  }

  // Cells and lines of their own.

  private static boolean mayBeCell(byte[] b, int from, int at) {
    return at == from
        || "\n\t|;,'\"".indexOf(b[at - 1]) >= 0
        || (b[at - 1] == ' ' && (at - 1 == from || " \n|;,.:)]>-*".indexOf(b[at - 2]) >= 0))
        || (b[at - 1] == ' ' && b[at - 2] < 0);
  }

  /// A name that is all of a cell, a line or what stands before a colon, with other data of a
  /// person beside it.
  private boolean cell(Scan s, int at, int stop, boolean given) {
    byte[] b = s.bytes();
    int to = s.to();
    boolean may = given || (stop + 1 < to && b[stop] == ' ' && LatinName.isCapital(b, stop + 1));
    boolean single =
        stop < to && (b[stop] == ':' || (b[stop] == ' ' && stop + 1 < to && b[stop + 1] == ':'));
    if (stop < to && b[stop] == '/' && LatinName.isShout(b, at, stop)) {
      return travels(s, at, stop);
    }
    if (!(may || single) || !name.read(b, at, to)) {
      return false;
    }
    int end = name.end();
    boolean doubtful = LatinName.isDoubtful(b, at, stop) && name.words() == 1;
    int colon = Bytes.skipBlanks(b, end, to);
    if (colon < to && b[colon] == ':' && colon <= end + 1) {
      boolean speaks = !doubtful && speaks(s, at, end, colon, given);
      return speaks && s.report(Category.PERSON_NAME, at, end, 70, Score.CONTEXT);
    }
    boolean shout = LatinName.isShout(b, at, stop) && !LatinName.isSurelyGiven(b, at, stop);
    boolean full = name.isFull() && !shout && endsCell(b, end, to);
    boolean told =
        full && (tells(b, s.from(), at, end, to) || isLetterhead(b, s.from(), at, end, to));
    return told && s.report(Category.PERSON_NAME, at, end, 65, Score.CONTEXT);
  }

  /// `SCHREIBER/LENA` on a line that speaks of a passport, as tickets have it.
  private boolean travels(Scan s, int at, int slash) {
    byte[] b = s.bytes();
    int to = s.to();
    boolean capital = slash + 3 < to && LatinName.isCapital(b, slash + 1);
    int end = capital ? LatinName.wordEnd(b, slash + 1, to) : slash;
    boolean shout = capital && LatinName.isShout(b, slash + 1, end);
    boolean words = shout && slash - at >= 2 && end - slash > 3 && LatinName.mayEndName(b, end, to);
    int line = lineEnd(b, end, Math.min(to, end + CELL_REACH));
    return words
        && name.read(b, slash + 1, to)
        && NUMBERS.lastWhole(b, end, line) >= 0
        && s.report(Category.PERSON_NAME, at, name.end(), 70, Score.CONTEXT);
  }

  private static boolean endsCell(byte[] b, int end, int to) {
    return end == to
        || "\n\r\t|;,'\"".indexOf(b[end]) >= 0
        || (b[end] == ' ' && end + 1 < to && (" |;,-(".indexOf(b[end + 1]) >= 0 || b[end + 1] < 0));
  }

  /// Whether the rest of the line has an e-mail address, a telephone number or the name of a number
  /// that persons have.
  private static boolean tells(byte[] b, int from, int at, int end, int to) {
    int low = lineStart(b, Math.max(from, at - CELL_REACH), at);
    int high = lineEnd(b, end, Math.min(to, end + CELL_REACH));
    boolean cut = at > from && "'\t|;,".indexOf(b[at - 1]) >= 0;
    return hasContact(b, low, at)
        || hasContact(b, end, high)
        || (!cut && NUMBERS.lastWhole(b, end, high) >= 0);
  }

  private static int lineStart(byte[] b, int least, int at) {
    int i = at;
    while (i > least && b[i - 1] != '\n') {
      i--;
    }
    return i;
  }

  private static int lineEnd(byte[] b, int at, int most) {
    int i = at;
    while (i < most && b[i] != '\n') {
      i++;
    }
    return i;
  }

  private static boolean hasContact(byte[] b, int from, int to) {
    for (int i = from + 1; i + 1 < to; i++) {
      if (b[i] == '@' && Bytes.alphanumeric(b[i - 1]) && Bytes.alphanumeric(b[i + 1])) {
        return true;
      }
      boolean starts =
          b[i] == '+' || (b[i] == '0' && !Bytes.alphanumeric(b[i - 1]) && b[i - 1] != '.');
      if (starts && Bytes.digit(b[i + 1]) && isPhone(b, i, to)) {
        return true;
      }
    }
    return false;
  }

  /// Whether 9 to 15 digits begin at `at`, in groups or not.
  private static boolean isPhone(byte[] b, int at, int to) {
    int digits = 0;
    int i = at + (b[at] == '+' ? 1 : 0);
    while (i < to && (Bytes.digit(b[i]) || " -/()".indexOf(b[i]) >= 0)) {
      digits += Bytes.digit(b[i++]) ? 1 : 0;
    }
    boolean free = i == to || !(Bytes.letter(b[i]) || b[i] == '.' || b[i] == ':');
    return digits >= 9 && digits <= 15 && free;
  }

  /// Whether it is a line of its own over a street with its number and a post code with its town,
  /// as in the head of a letter.
  private static boolean isLetterhead(byte[] b, int from, int at, int end, int to) {
    boolean begins = at == from || b[at - 1] == '\n';
    int line = lineEnd(b, end, Math.min(to, end + CELL_REACH));
    if (!begins || line >= to || (line > end && b[end] != ',' && b[end] != '\r')) {
      return false;
    }
    boolean house = false;
    for (int k = 0; k < LINES_BELOW && line < to; k++) {
      int next = line + 1;
      line = lineEnd(b, next, Math.min(to, next + CELL_REACH));
      int digits = next;
      while (digits < line && Bytes.digit(b[digits])) {
        digits++;
      }
      boolean code =
          digits - next >= 4 && digits - next <= 5 && digits + 1 < line && b[digits] == ' ';
      if (house && code && LatinName.isCapital(b, digits + 1)) {
        return true;
      }
      for (int i = next; i < line; i++) {
        house |= Bytes.digit(b[i]);
      }
    }
    return false;
  }

  // Chats.

  /// Whether somebody speaks: after a time of day in brackets, or where who is called so speaks
  /// again.
  private boolean speaks(Scan s, int at, int end, int colon, boolean given) {
    byte[] b = s.bytes();
    int line = lineStart(b, Math.max(s.from(), at - 32), at);
    boolean atLine = line == s.from() || (line > s.from() && b[line - 1] == '\n');
    boolean timed = atLine && line < at && isTime(b, line, at);
    if (!atLine || !(timed || line == at) || LatinName.isShout(b, at, end)) {
      return false;
    }
    boolean says = colon + 2 < s.to() && b[colon + 1] == ' ';
    boolean again = says && recurs(b, s.from(), line, at, end, s.to());
    return says
        && (timed
            ? given || name.isFull() || again
            : (given && isAmongSpeakers(b, s.from(), line, end, s.to()))
                || (again && (given || b[end] == ' ')));
  }

  /// Whether the line before or after begins with a word and a colon too.
  private static boolean isAmongSpeakers(byte[] b, int from, int line, int end, int to) {
    int next = Bytes.find(b, end, Math.min(to, end + 200), '\n') + 1;
    int before = line - 1;
    while (before > from && line - before < 200 && b[before - 1] != '\n') {
      before--;
    }
    return isLineOfSpeaker(b, from, next, to)
        && (line == from || isLineOfSpeaker(b, from, before, to));
  }

  /// Whether a line begins at `at`, with a word and a colon.
  private static boolean isLineOfSpeaker(byte[] b, int from, int at, int to) {
    if (at >= to || (at > from && b[at - 1] != '\n')) {
      return false;
    }
    int stop = LatinName.isCapital(b, at) ? LatinName.wordEnd(b, at, to) : to;
    stop += stop < to && b[stop] == ' ' ? 1 : 0;
    return stop + 2 < to && b[stop] == ':' && b[stop + 1] == ' ';
  }

  private static boolean isTime(byte[] b, int from, int at) {
    int digits = 0;
    int colons = 0;
    for (int i = from; i < at; i++) {
      digits += Bytes.digit(b[i]) ? 1 : 0;
      colons += b[i] == ':' ? 1 : 0;
      if (!Bytes.digit(b[i]) && " []():.,/-<>|APMapm".indexOf(b[i]) < 0) {
        return false;
      }
    }
    return digits >= 3 && colons >= 1;
  }

  /// Whether the same name stands before a colon on another line nearby, or another line so short.
  private static boolean recurs(byte[] b, int from, int line, int at, int end, int to) {
    int low = Math.max(from, line - 400);
    int high = Math.min(to - (end - at) - 1, end + 400);
    for (int i = low; i < high; i++) {
      boolean begins = i != at && (i == from || b[i - 1] == '\n' || (line < at && b[i - 1] == ' '));
      if (begins && b[i] == b[at] && same(b, i, at, end - at)) {
        int after = i + end - at;
        if (b[after] == ':' || (b[after] == ' ' && b[after + 1] == ':')) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean same(byte[] b, int one, int other, int length) {
    for (int k = 1; k < length; k++) {
      if (b[one + k] != b[other + k]) {
        return false;
      }
    }
    return true;
  }

  // E-mail addresses.

  /// The name before an address in angle brackets, as in the header of a mail.
  private int beforeAddress(Scan s, int at) {
    byte[] b = s.bytes();
    int limit = Math.min(s.to(), at + 80);
    int i = at + 1;
    while (i < limit && b[i] != '@' && b[i] != '>' && b[i] != ' ' && b[i] != '\n') {
      i++;
    }
    if (i >= limit || b[i] != '@' || at - 2 < s.from() || b[at - 1] != ' ') {
      return -1;
    }
    int last = b[at - 2] == '"' ? at - 2 : at - 1;
    if (name.readBack(b, s.from(), last) && name.isFull()) {
      s.report(Category.PERSON_NAME, name.start(), last, 75, Score.CONTEXT);
    }
    return -1;
  }

  /// A name near an e-mail address that shares a part with it: Imogen Fair, imogen.fair@….
  private int aroundAddress(Scan s, int at) {
    byte[] b = s.bytes();
    int local = at;
    while (local > s.from() && at - local < 48 && isLocal(b[local - 1])) {
      local--;
    }
    if (at - local < 4 || at + 1 >= s.to() || !Bytes.alphanumeric(b[at + 1])) {
      return -1;
    }
    int high = Math.min(s.to(), at + MAIL_REACH);
    for (int i = Math.max(s.from(), local - MAIL_REACH); i < high; i++) {
      boolean capital = LatinName.isCapital(b, i) && LatinName.beginsWord(b, s.from(), i);
      if (capital && name.read(b, i, s.to())) {
        if (name.isFull() && shares(b, local, at)) {
          s.report(Category.PERSON_NAME, i, name.end(), 75, Score.CONTEXT);
        }
        i = name.end();
      }
    }
    return -1;
  }

  private static boolean isLocal(byte c) {
    return Bytes.alphanumeric(c) || c == '.' || c == '_' || c == '-' || c == '+';
  }

  /// Whether the last word of the name, or each of two, is a part of the address before its sign.
  private boolean shares(byte[] b, int local, int at) {
    int last = name.end();
    while (last > name.start() && b[last - 1] != ' ' && b[last - 1] != '-') {
      last--;
    }
    int first = LatinName.wordEnd(b, name.start(), name.end());
    boolean surname = contains(b, local, at, last, name.end());
    boolean given = first > name.start() + 2 && contains(b, local, at, name.start(), first);
    return (surname && name.end() - last >= 4) || (surname && given);
  }

  /// Whether the word [from, to) stands in [low, high), letters beyond ASCII left out.
  private static boolean contains(byte[] b, int low, int high, int from, int to) {
    for (int i = low; i < high; i++) {
      int at = i;
      int k = from;
      while (k < to && at < high && b[k] > 0 && Bytes.lower(b[k]) == Bytes.lower(b[at])) {
        k++;
        at++;
      }
      if (k == to && to - from >= 3) {
        return true;
      }
    }
    return false;
  }
}
