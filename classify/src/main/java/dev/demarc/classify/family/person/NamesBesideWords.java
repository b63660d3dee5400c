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

/// Finds names of persons by the words around them: a title, "my name is", what somebody is to
/// somebody, a role, a verb of asking before; a birth, a document's number or "who" after.
public final class NamesBesideWords implements Family {
  private static final WordLists LISTS = WordLists.read(PersonNames.class, "name-words.txt");
  private static final Words SMALL_TITLES = LISTS.words("SMALL_TITLES");
  private static final WordSet WHOSE = WordSet.of(String.join(" ", LISTS.list("WHOSE")));
  private static final WordSet TITLE_WORDS =
      WordSet.of(
          "dr prof mr mrs ms herr frau med ing mgr inż professor doktor sir madam kollege kollegen"
              + " kollegin präsident präsidentin minister ministerin direktor direktorin rat");

  /// Titles that are other words as well, before which one word says too little.
  private static final Words OTHER_WORDS = new Words("pan ", "miss ");

  private static final Words POLISH_ENDS = new Words("ski", "cki", "wicz", "czyk");

  /// MRS and a blank.
  private static final int LONGEST_ABBREVIATED = 4;

  /// What firms are to somebody as well, and what they are called in contracts and payments.
  private static final Words FIRMS_TOO = LISTS.words("FIRMS_TOO");

  /// What only a person is called in a contract, or seldom a firm.
  private static final Words PARTIES = LISTS.words("PARTIES");

  private static final String[] INTRODUCTIONS = {
    "my name is ",
    "name is ",
    "i am ",
    "i'm ",
    "this is ",
    "it's ",
    "my manager ",
    "attn: ",
    "attn ",
    "ich heiße ",
    "mein name ist ",
    "je m'appelle ",
    "me llamo ",
    "mi nombre es ",
    "mi chiamo ",
    "nazywam się ",
    "mam na imię ",
    "meu nome é ",
    "me chamo ",
    "chamo-me ",
    "ik heet ",
    "mijn naam is ",
    "customer ",
    "client ",
    "colleague ",
    "contact "
  };
  private static final Words FOREIGN =
      new Words(
          "ich heiße",
          "mein name",
          "je m'app",
          "me llamo",
          "mi nombre",
          "mi chiamo",
          "nazywam",
          "mam na",
          "meu nome",
          "me chamo",
          "chamo-me",
          "ik heet",
          "mijn naam");

  private final LatinName name = new LatinName();

  @Override
  public void declare(Triggers triggers) {
    triggers.words(this::titled, LISTS.list("TITLES"));
    triggers.words(this::titled, LISTS.list("SMALL_TITLES"));
    triggers.words(this::introduced, INTRODUCTIONS);
    triggers.words(this::kin, LISTS.list("KIN"));
    for (String word : LISTS.list("KIN")) {
      triggers.words(this::kin, word.trim() + ",");
    }
    triggers.words(this::kinInGerman, LISTS.list("KIN_DE"));
    triggers.words(this::role, LISTS.list("ROLES"));
    triggers.words(this::asked, LISTS.list("ASKING"));
    triggers.words(this::before, LISTS.list("BEFORE"));
  }

  private boolean report(Scan s, int from, int points) {
    return s.report(Category.PERSON_NAME, from, name.end(), points, Score.CONTEXT);
  }

  private boolean reads(Scan s, int at) {
    byte[] b = s.bytes();
    return at < s.to()
        && LatinName.isCapital(b, at)
        && name.read(b, at, s.to())
        && LatinName.mayEndName(b, name.end(), s.to());
  }

  private void titled(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean title = LatinName.isCapital(b, from) || SMALL_TITLES.endAt(b, from, to) == to;
    boolean ready = title && to < s.to() && LatinName.isCapital(b, to);
    int stop = ready ? LatinName.wordEnd(b, to, s.to()) : to;
    boolean another = ready && TITLE_WORDS.has(b, to, stop);
    if (ready && !another && !LatinName.isBrand(b, from, s.to()) && reads(s, to)) {
      boolean given = LatinName.isSurelyGiven(b, to, stop);
      if (given || isSurelyTitle(b, from, to, stop)) {
        report(s, to, 75);
      }
    }
  }

  /// Whether the title at `from` is nothing else before the word [to, stop): no abbreviation in
  /// capitals, such as MS, and no frying pan.
  private boolean isSurelyTitle(byte[] b, int from, int to, int stop) {
    boolean shout = to - from <= LONGEST_ABBREVIATED && LatinName.isShout(b, from, to);
    boolean other = OTHER_WORDS.endAt(b, from, to) == to && !name.isFull();
    return !shout && (!other || POLISH_ENDS.startOfLast(b, to, stop) >= 0);
  }

  private void introduced(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (to >= s.to() || !isLetter(b, to)) {
      return;
    }
    int stop = LatinName.wordEnd(b, to, s.to());
    boolean given = LatinName.isGiven(b, to, stop);
    if (!LatinName.isCapital(b, to)) {
      lowerCase(s, from, to, stop, given);
    } else if (!LatinName.isShout(b, to, stop) && reads(s, to)) {
      boolean own = Bytes.at(b, to - 8, to, "name is ") || FOREIGN.endAt(b, from, s.to()) > 0;
      if (given || own) {
        report(s, to, 70);
      }
    }
  }

  private static boolean isLetter(byte[] b, int at) {
    return Bytes.letter(b[at]) || ((b[at] & 0xFF) >= 0xC3 && (b[at] & 0xFF) <= 0xC5);
  }

  /// A name that somebody types without capitals.
  private static void lowerCase(Scan s, int from, int at, int stop, boolean given) {
    byte[] b = s.bytes();
    if (!given || !Bytes.at(b, from, at, "my name is")) {
      return;
    }
    int next = stop < s.to() && b[stop] == ' ' ? LatinName.wordEnd(b, stop + 1, s.to()) : stop;
    boolean surname = next > stop + 2 && !LatinName.isNoName(b, stop + 1, next);
    s.report(Category.PERSON_NAME, at, surname ? next : stop, 65, Score.CONTEXT);
  }

  /// Who somebody is to somebody: one word is a name where it is said whose.
  private void kin(Scan s, int from, int to) {
    int at = afterComma(s.bytes(), to, s.to());
    if (isSmall(s.bytes(), from) && reads(s, at) && believed(s, from, at, true)) {
      report(s, at, 70);
    }
  }

  /// In German other nouns have capitals too.
  private void kinInGerman(Scan s, int from, int to) {
    int at = afterComma(s.bytes(), to, s.to());
    if (isOwned(s.bytes(), s.from(), from) && reads(s, at) && believed(s, from, at, false)) {
      report(s, at, 70);
    }
  }

  private boolean believed(Scan s, int from, int at, boolean oneIsEnough) {
    byte[] b = s.bytes();
    int stop = LatinName.wordEnd(b, at, s.to());
    if (LatinName.isShout(b, at, stop)) {
      return false;
    }
    boolean owned = isOwned(b, s.from(), from);
    boolean comma =
        b[at - 2] == ',' && !(name.end() < s.to() && ",.;)".indexOf(b[name.end()]) >= 0);
    boolean firm = FIRMS_TOO.endAt(b, from, at) > 0;
    return !comma
        && (!firm || LatinName.isGiven(b, at, stop))
        && (name.isFull() || LatinName.isGiven(b, at, stop) || (owned && oneIsEnough))
        && (owned || name.isFull());
  }

  private static int afterComma(byte[] b, int at, int to) {
    return at < to && b[at - 1] == ',' && b[at] == ' ' ? at + 1 : at;
  }

  private static boolean isOwned(byte[] b, int from, int at) {
    int word = at - 1;
    while (word > from && b[word - 1] != ' ' && b[word - 1] != '\n' && at - word < 16) {
      word--;
    }
    return word > from - 1 && word < at - 1 && WHOSE.has(b, word, at - 1);
  }

  private static boolean isSmall(byte[] b, int at) {
    return b[at] >= 'a' && b[at] <= 'z';
  }

  /// A role: in a sentence it is written small, at the head of a line the name fills the line.
  private void role(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (!reads(s, to) || !name.isFull() || LatinName.isShout(b, to, to + 2)) {
      return;
    }
    boolean head = from == s.from() || b[from - 1] == '\n';
    // Programs have agents in their sentences.
    boolean small = (isSmall(b, from) || b[from] < 0) && !Bytes.at(b, from, to, "agent ");
    int end = name.end();
    boolean fills =
        end == s.to() || b[end] == '\n' || b[end] == '\r' || b[end] == ',' || b[end] == ':';
    boolean given = LatinName.isGiven(b, to, LatinName.wordEnd(b, to, s.to()));
    boolean firm = FIRMS_TOO.endAt(b, from, to) > 0 && !fills && !given;
    if (!firm && (small || (head && (fills || given)))) {
      report(s, to, 70);
    }
  }

  /// A person is asked, named or written to; so are firms, so that a given name has to lead, or who
  /// they are follow.
  private void asked(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (!reads(s, to)) {
      return;
    }
    int end = name.end();
    int stop = LatinName.wordEnd(b, to, s.to());
    boolean given = LatinName.isSurelyGiven(b, to, stop);
    boolean who = Bytes.at(b, end, s.to(), ", who ") || Bytes.at(b, end, s.to(), ", she ");
    boolean ends = end == s.to() || ".,!?;)\n\r".indexOf(b[end]) >= 0;
    boolean by = b[to - 2] == 'y' || Bytes.at(b, from, to, "w/") || b[from] == '1';
    if ((given && ends) || who || (by && given)) {
      report(s, to, 65);
    }
  }

  /// What says of the words before it that they are somebody.
  private void before(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (!name.readBack(b, s.from(), from) || !name.isFull()) {
      return;
    }
    int first = LatinName.wordEnd(b, name.start(), s.to());
    boolean given = LatinName.isGiven(b, name.start(), first);
    if (!LatinName.isShout(b, name.start(), first) && (given || !isOfFirms(s, from, to))) {
      report(s, name.start(), 70);
    }
  }

  /// Whether what stands behind the name says as much of a firm: a telephone, what a contract calls
  /// it, or "who" after a place.
  private static boolean isOfFirms(Scan s, int from, int to) {
    byte[] b = s.bytes();
    return Bytes.at(b, from, to, ", who ")
        || Bytes.at(b, from, to, ", tel.")
        || Bytes.at(b, from, to, ", tel:")
        || Bytes.at(b, from, to, ", phone")
        || (Bytes.at(b, from, to, " (\"the ") && PARTIES.endAt(b, to, s.to()) < 0);
  }
}
