package dev.demarc.classify.family.person;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordLists;
import dev.demarc.classify.text.Words;

/// Finds names of persons at the places that letters and minutes have for them: the greeting, the
/// close and the signature, the headers of a mail, and lists of who was there.
public final class NamesInLetters implements Family {
  private static final WordLists LISTS = WordLists.read(PersonNames.class, "name-words.txt");
  private static final Words FOR = LISTS.words("FOR");
  private static final Words OTHER_HEADERS = LISTS.words("OTHER_HEADERS");

  /// Closes that are said in the middle of a sentence too: the name stands on a line below, or is a
  /// known one.
  private static final Words EVERYDAY =
      Words.of("best|love|wishes|thanks|thank you|truly|yours|cordial|signed|danke|merci|gracias");

  private static final Words AND = new Words("and ", "und ", "et ", "y ", "e ", "i ", "en ");
  private static final int LONGEST_LIST = 400;
  private static final int MOST_LINES = 3;
  private final LatinName name = new LatinName();

  @Override
  public void declare(Triggers triggers) {
    triggers.words(this::greeted, LISTS.list("GREETINGS"));
    triggers.words(this::closed, LISTS.list("CLOSINGS"));
    triggers.words(this::signature, "\n--\n", "\n-- \n", "\n—\n");
    triggers.words(this::people, LISTS.list("PEOPLE"));
    triggers.words(this::header, LISTS.list("HEADERS"));
    triggers.words(this::account, ":50k:", ":59:", ":50f:", ":59f:");
  }

  private boolean report(Scan s, int from, int points) {
    return s.report(Category.PERSON_NAME, from, name.end(), points, Score.CONTEXT);
  }

  private boolean reads(Scan s, int at) {
    byte[] b = s.bytes();
    return at < s.to() && LatinName.isCapital(b, at) && name.read(b, at, s.to());
  }

  private static boolean endsLine(byte[] b, int at, int to) {
    return at >= to || b[at] == '\n' || b[at] == '\r';
  }

  // Greetings.

  /// Who is greeted stands alone between the greeting and a comma, or is known to be a name.
  private void greeted(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (!reads(s, to) || !LatinName.mayEndName(b, name.end(), s.to())) {
      return;
    }
    int stop = LatinName.wordEnd(b, to, s.to());
    int end = name.end();
    boolean given = LatinName.isGiven(b, to, stop) && !LatinName.isShout(b, to, stop);
    boolean comma = end < s.to() && (b[end] == ',' || b[end] == '!' || b[end] == ':');
    boolean begins = beginsSentence(b, s.from(), from);
    // Software is greeted in its first lines too.
    boolean program =
        LatinName.camel(b, to, stop)
            || (end < s.to() && b[end] == '!' && Bytes.at(b, from, to, "hello "));
    boolean alone = begins && comma && b[to - 1] == ' ' && !LatinName.isShout(b, to, stop);
    if (given || (alone && !program)) {
      report(s, to, 70);
    }
  }

  private static boolean beginsSentence(byte[] b, int from, int at) {
    int i = at;
    while (i > from && (b[i - 1] == ' ' || b[i - 1] == '>' || b[i - 1] == '"')) {
      i--;
    }
    return i == from || "\n.!,".indexOf(b[i - 1]) >= 0;
  }

  // Closes and signatures.

  private void closed(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int at = to;
    while (at < s.to()
        && (b[at] == ',' || b[at] == '!' || b[at] == '.' || b[at] == ' ' || b[at] == '\r')) {
      at++;
    }
    boolean marked = at > to && b[to] != ' ';
    int line = at;
    int lines = 0;
    while (at < s.to() && isBlank(b[at]) && lines <= MOST_LINES) {
      lines += b[at++] == '\n' ? 1 : 0;
    }
    if (at == to || !isLineOfItsOwn(b, s.from(), from)) {
      return;
    }
    at = lines > 0 ? at : line;
    int by = FOR.endAt(b, at, s.to());
    at = by > 0 ? by : at;
    if (reads(s, at) && signs(b, s.to(), at)) {
      int stop = LatinName.wordEnd(b, at, s.to());
      boolean given = LatinName.isSurelyGiven(b, at, stop);
      boolean everyday = EVERYDAY.endAt(b, from, to) == to;
      boolean same = lines == 0 && (given || (marked && !everyday) || (name.isFull() && !everyday));
      boolean below = given || (lines > 0 && !LatinName.isShout(b, at, stop));
      boolean program = !given && LatinName.camel(b, at, stop);
      if ((same || below) && !program) {
        report(s, at, 70);
      }
    }
  }

  private static boolean isBlank(byte c) {
    return c == '\n' || c == '\r' || c == ' ' || c == '>';
  }

  /// Whether not much stands on the line before the close, or it is a sentence of its own.
  private static boolean isLineOfItsOwn(byte[] b, int from, int at) {
    int i = at;
    int words = 0;
    while (i > from && b[i - 1] != '\n' && at - i < 40) {
      i--;
      boolean divides = ".!?".indexOf(b[i]) >= 0;
      if (divides) {
        return true;
      }
      words += b[i] == ' ' ? 1 : 0;
    }
    return (i == from || b[i - 1] == '\n') && words <= 4;
  }

  /// Whether the name ends its line, or goes on with what people write behind theirs.
  private boolean signs(byte[] b, int to, int at) {
    int end = name.end();
    if (endsLine(b, end, to)) {
      return true;
    }
    boolean goesOn =
        b[end] == ','
            || b[end] == '.'
            || (b[end] == ' ' && end + 1 < to && "|(-/".indexOf(b[end + 1]) >= 0);
    boolean given = LatinName.isGiven(b, at, LatinName.wordEnd(b, at, to));
    return (goesOn && (name.isFull() || given)) || (name.isFull() && given && b[end] == ' ');
  }

  /// Below the two dashes that begin a signature.
  private void signature(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (reads(s, to) && name.isFull() && endsLine(b, name.end(), s.to())) {
      report(s, to, 70);
    }
  }

  // Lists.

  /// `Present: A B, C D (chair), E. F`; each is a name of its own.
  private void people(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (!beginsSentence(b, s.from(), from) && b[from - 1] != '*') {
      return;
    }
    int colon = to;
    while (colon < s.to() && colon - to < 40 && b[colon] != ':' && b[colon] != '\n') {
      colon++;
    }
    if (colon >= s.to() || (b[colon] != ':' && colon > to)) {
      return;
    }
    boolean lines = b[colon] == '\n' || (colon + 1 < s.to() && b[colon + 1] == '\n');
    int at = lines && b[colon] == ':' ? colon + 2 : colon + 1;
    boolean close = Bytes.skipBlanks(b, to, colon) == colon;
    if (entries(s, at, lines, close, false)) {
      entries(s, at, lines, close, true);
    }
  }

  /// Reads the entries of a list, and reports them where it is one of persons; whether one of them
  /// surely is a person's name. Things stand in such lists too, and each looks like a name.
  private boolean entries(Scan s, int from, boolean lines, boolean closed, boolean ofPersons) {
    byte[] b = s.bytes();
    int limit = Math.min(s.to(), from + LONGEST_LIST);
    boolean person = false;
    boolean close = closed;
    int at = from;
    while (at >= 0 && at < limit) {
      at = entry(b, at, limit, lines);
      if (at < 0 || at >= limit || !reads(s, at)) {
        break;
      }
      boolean given = LatinName.isSurelyGiven(b, at, LatinName.wordEnd(b, at, s.to()));
      if (!(name.isFull() || given)
          || LatinName.isShout(b, at, at + 2)
          || !(close || given || lines)) {
        break;
      }
      person |= given;
      if (ofPersons && (given || close)) {
        report(s, at, 65);
      }
      // Where one is a person, so are all.
      close |= given && !lines;
      at = afterEntry(b, name.end(), limit, lines);
    }
    return person;
  }

  /// Where the name of the entry at `at` begins, after a bullet, a number or `week 1`; or -1.
  private static int entry(byte[] b, int at, int to, boolean lines) {
    int i = at;
    int most = at + 12;
    while (i < to && i < most && !LatinName.isCapital(b, i)) {
      if (b[i] == '\n' && (!lines || i > at)) {
        return -1;
      }
      i++;
    }
    return i < most ? i : -1;
  }

  /// Where the next entry begins, after a comma, `and` or the end of the line; or -1.
  private static int afterEntry(byte[] b, int at, int to, boolean lines) {
    int i = Bytes.skipBlanks(b, at, to);
    if (i < to && b[i] == '(') {
      i = Bytes.find(b, i, Math.min(to, i + 40), ')');
      i = Bytes.skipBlanks(b, Math.min(i + 1, to), to);
    }
    if (lines) {
      i = Bytes.find(b, i, to, '\n');
      return i < to ? i + 1 : -1;
    }
    if (i < to && (b[i] == ',' || b[i] == ';' || b[i] == '/' || b[i] == '&')) {
      return i + 1;
    }
    return i > at ? AND.endAt(b, i, to) : -1;
  }

  // Headers of mails.

  private void header(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int line = from;
    while (line > s.from() && (b[line - 1] == ' ' || b[line - 1] == '>')) {
      line--;
    }
    if ((line > s.from() && b[line - 1] != '\n')
        || !isAmongHeaders(b, s.from(), line, to, s.to())) {
      return;
    }
    int at = Bytes.skipBlanks(b, to, s.to());
    for (int k = 0; k < 8 && reads(s, at); k++) {
      int end = Bytes.skipBlanks(b, name.end(), s.to());
      boolean one =
          endsLine(b, end, s.to())
              || b[end] == ';'
              || b[end] == ','
              || b[end] == '<'
              || b[end] == '[';
      if (!one || !name.isFull()) {
        return;
      }
      report(s, at, 70);
      if (endsLine(b, end, s.to())) {
        return;
      }
      end = Bytes.find(b, end, Math.min(s.to(), end + 60), b[end] == ',' ? ',' : ';');
      at = Bytes.skipBlanks(b, Math.min(end + 1, s.to()), s.to());
    }
  }

  /// Whether the line before or after is a header too.
  private static boolean isAmongHeaders(byte[] b, int from, int line, int at, int to) {
    int next = at;
    while (next < to && next - at < 160 && b[next] != '\n') {
      next++;
    }
    next = Bytes.skipBlanks(b, Math.min(next + 1, to), to);
    if (next < to && OTHER_HEADERS.endAt(b, next, to) > 0) {
      return true;
    }
    int before = line - 1;
    while (before > from && line - before < 160 && b[before - 1] != '\n') {
      before--;
    }
    return before >= from && OTHER_HEADERS.endAt(b, before, line) > 0;
  }

  /// The name on the line below an account in a message of SWIFT.
  private void account(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int line = Bytes.find(b, to, Math.min(s.to(), to + 48), '\n');
    int at = to < s.to() && b[to] == '/' ? line + 1 : to;
    if (reads(s, at) && name.words() >= 2 && name.words() <= 3 && endsLine(b, name.end(), s.to())) {
      int first = LatinName.wordEnd(b, at, s.to());
      if (LatinName.isGiven(b, at, first)) {
        report(s, at, 70);
      }
    }
  }
}
