package dev.demarc.classify.family.person;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Family.Link;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.KeyedValue;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Utf8;
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;

/// Finds names of persons in Latin letters: a common given name with a surname, what follows a
/// title, "my name is" or a greeting, what stands over an e-mail address or under a signature, and
/// values under keys that look like a person's name.
public final class PersonNames implements Family {
  private static final WordSet GIVEN = WordSet.read(PersonNames.class, "given-names.txt");
  private static final WordSet NO_NAMES = WordSet.read(PersonNames.class, "not-person-names.txt");

  /// Given names that are words or places as well: alone they say too little.
  private static final WordSet DOUBTFUL =
      WordSet.of(
          "will may mark grace rose art bill grant hope faith april june august jordan"
              + " chase page victoria charlotte austin dallas madison florence paris sydney"
              + " virginia georgia carolina chelsea lincoln christian angel dawn amber brooklyn"
              + " savannah kennedy logan jackson mason don na jean juan wei ming jing lei jun"
              + " hui xin yan ying hao fang qiang yang lola ron ed ted jan mercedes guadalupe"
              + " santiago santa san concepción dolores pilar alba rob jack summer penny ruby"
              + " jose kumar ali ava ada lee ross miles gene roy roman cesar marina marco gloria"
              + " robin crystal holly heather olive silas kai tor odd liv live noor saga elsa"
              + " rune axel minh harsh rani sierra diamond warren glen dale clay forrest wade"
              + " hunter piper phoenix maya nova max leo frank camille bella hazel stella alexis"
              + " terry paisley");

  private static final WordSet PARTICLES =
      WordSet.of("de da del della di van von der den la le dos do bin al el ter ten y zu");
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
              + " święta");
  private static final String[] TITLES = {
    "mr. ",
    "mrs. ",
    "ms. ",
    "miss ",
    "dr. ",
    "prof. ",
    "mr ",
    "mrs ",
    "ms ",
    "dr ",
    "professor ",
    "herr ",
    "frau ",
    "pan ",
    "pani ",
    "monsieur ",
    "madame ",
    "señor ",
    "señora ",
    "sr. ",
    "sra. ",
    "signor ",
    "signora ",
    "mme ",
    "mlle ",
    "doña ",
    "sir "
  };

  /// Titles that are written without a capital.
  private static final Words SMALL_TITLES =
      new Words("señor", "monsieur", "madame", "signor", "pani ", "doña");

  private static final WordSet TITLE_WORDS =
      WordSet.of("dr prof mr mrs ms herr frau med ing mgr inż professor doktor sir madam");
  private static final String[] INTRODUCTIONS = {
    "my name is ",
    "name is ",
    "i am ",
    "i'm ",
    "this is ",
    "it's ",
    "tenant ",
    "my wife ",
    "my husband ",
    "my partner ",
    "my son ",
    "my daughter ",
    "my mother ",
    "my father ",
    "my brother ",
    "my sister ",
    "my boss ",
    "my manager ",
    "my friend ",
    "my colleague ",
    "defendant ",
    "plaintiff ",
    "attn: ",
    "attn ",
    "dear ",
    "hi ",
    "hello ",
    "hey ",
    "regards,",
    "sincerely,",
    "cheers,",
    "best,",
    "thanks,",
    "thank you,",
    "best wishes,",
    "ich heiße ",
    "mein name ist ",
    "je m'appelle ",
    "me llamo ",
    "mi nombre es ",
    "mi chiamo ",
    "nazywam się ",
    "mam na imię ",
    "grüße,",
    "cordialement,",
    "saludos,",
    "pozdrawiam,",
    "signed by ",
    "call me ",
    "meu nome é ",
    "employee ",
    "patient ",
    "customer ",
    "client ",
    "yours truly,",
    "faithfully,",
    "signed,",
    "named ",
    "colleague ",
    "contact "
  };
  private static final WordSet SMALL =
      WordSet.of(
          "the and or but if then to from in on at by for with is was has will can email phone"
              + " address date name account order order number status");

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
          "meu nome");

  private int end;
  private int words;

  @Override
  public void declare(Triggers triggers) {
    for (char c = 'A'; c <= 'Z'; c++) {
      triggers.at(c, this::capital);
    }
    triggers.at((char) 0xC3, this::capital);
    triggers.at((char) 0xC5, this::capital);
    triggers.at('<', this::beforeAddress);
    triggers.words(this::titled, TITLES);
    triggers.words(this::introduced, INTRODUCTIONS);
    keyed(triggers, Field.PERSON, this::person);
    keyed(triggers, Field.WHOM, this::likely);
    keyed(triggers, Field.NAME, this::likely);
    keyed(triggers, Field.PAYEE, this::likely);
    keyed(triggers, Field.GIVEN, this::part);
  }

  private static void keyed(Triggers triggers, Field field, KeyedValue.Check check) {
    triggers.keyed(field, new KeyedValue(Category.PERSON_NAME, Extent.Take.TEXT, 48, check));
  }

  // Running text.

  private int capital(Scan s, int at) {
    byte[] b = s.bytes();
    if (!beginsWord(b, s.from(), at)) {
      return -1;
    }
    int stop = wordEnd(b, at, s.to());
    if (isGiven(b, at, stop) && !isShout(b, at, stop) && name(b, at, s.to()) && words >= 2) {
      boolean doubtful = DOUBTFUL.has(b, at, stop) || namesThing(b, s.from(), at);
      if (!doubtful && mayEndName(b, end, s.to())) {
        s.report(Category.PERSON_NAME, at, end, 65, Score.SHAPE);
        return end;
      }
    }
    return asciiEnd(b, at, stop);
  }

  /// Whether it is a known given name, or two with a hyphen.
  private static boolean isGiven(byte[] b, int from, int to) {
    int hyphen = Bytes.find(b, from, to, '-');
    return hyphen == to
        ? GIVEN.has(b, from, to)
        : GIVEN.has(b, from, hyphen) && GIVEN.has(b, hyphen + 1, to);
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

  private static int asciiEnd(byte[] b, int at, int stop) {
    int i = at;
    while (i < stop && Bytes.letter(b[i])) {
      i++;
    }
    return i;
  }

  private static boolean beginsWord(byte[] b, int from, int at) {
    if (at == from) {
      return true;
    }
    byte c = b[at - 1];
    return !Bytes.alphanumeric(c)
        && "_/.@#$\\-&'".indexOf(c) < 0
        && ((c & 0xFF) < 0xC3 || (c & 0xFF) > 0xC5)
        && !(c < 0 && at > from + 1 && (b[at - 2] & 0xFF) >= 0xC3 && (b[at - 2] & 0xFF) <= 0xC5);
  }

  private static boolean mayEndName(byte[] b, int at, int to) {
    return at == to
        || !(Bytes.alphanumeric(b[at])
            || b[at] == '_'
            || b[at] == '('
            || b[at] == '/'
            || b[at] == '@'
            || b[at] == '='
            || (b[at] == '.' && at + 1 < to && Bytes.letter(b[at + 1]))
            || (b[at] == '-' && at + 1 < to && Bytes.alphanumeric(b[at + 1])));
  }

  /// Reads two to four words of a name from `at` on; whether there is at least one.
  private boolean name(byte[] b, int at, int to) {
    int i = at;
    words = 0;
    end = at;
    while (words < 4) {
      int stop = wordEnd(b, i, to);
      boolean initial = stop == i + 1 && stop < to && b[stop] == '.' && words > 0;
      boolean particle = words > 0 && PARTICLES.has(b, i, stop);
      if (initial) {
        stop++;
      } else if (!particle) {
        if (!isNameWord(b, i, stop)) {
          break;
        }
        end = stop;
        words++;
      }
      if (stop + 1 >= to || b[stop] != ' ' || b[stop + 1] == ' ') {
        break;
      }
      i = stop + 1;
    }
    return words > 0 && !followedByThing(b, end, to);
  }

  /// Whether the words go on as the name of a company, a street or the like.
  private static boolean followedByThing(byte[] b, int end, int to) {
    if (end + 1 >= to || b[end] != ' ' || !(b[end + 1] >= 'A' && b[end + 1] <= 'Z')) {
      return end < to
          && b[end] == '\''
          && end + 3 < to
          && b[end + 2] == ' '
          && b[end + 3] >= 'A'
          && b[end + 3] <= 'Z';
    }
    int stop = wordEnd(b, end + 1, to);
    return NO_NAMES.has(b, end + 1, stop) && !isFunctionWord(b, end + 1, stop);
  }

  private static boolean isFunctionWord(byte[] b, int from, int to) {
    return (to - from <= 4 && Bytes.at(b, from, to, "i")) || SMALL.has(b, from, to);
  }

  private static boolean isNameWord(byte[] b, int from, int to) {
    return to - from >= 2 && isCapital(b, from) && !NO_NAMES.has(b, from, to);
  }

  private static boolean isCapital(byte[] b, int at) {
    int lead = b[at] & 0xFF;
    return (lead >= 'A' && lead <= 'Z')
        || (lead == 0xC3 && (b[at + 1] & 0xFF) <= 0x9E)
        || ((lead == 0xC4 || lead == 0xC5) && Character.isUpperCase(Utf8.codePoint(b, at)));
  }

  /// Whether the word is in capitals, as constants and headings are.
  private static boolean isShout(byte[] b, int from, int to) {
    return to - from > 1 && b[from + 1] >= 'A' && b[from + 1] <= 'Z';
  }

  /// Offset after the letters at `at`, hyphens and apostrophes between them included.
  private static int wordEnd(byte[] b, int at, int to) {
    int i = at;
    while (i < to) {
      int lead = b[i] & 0xFF;
      if (Bytes.letter(b[i])) {
        i++;
      } else if (lead >= 0xC3 && lead <= 0xC5 && i + 1 < to) {
        i += 2;
      } else if ((lead == '-' || lead == '\'') && i > at && i + 1 < to && isCapital(b, i + 1)) {
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  private void titled(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean title = isCapital(b, from) || SMALL_TITLES.endAt(b, from, to) > 0;
    boolean ready = to < s.to() && isCapital(b, to) && title;
    boolean another = ready && TITLE_WORDS.has(b, to, wordEnd(b, to, s.to()));
    if (ready && !another && name(b, to, s.to()) && mayEndName(b, end, s.to())) {
      s.report(Category.PERSON_NAME, to, end, 75, Score.CONTEXT);
    }
  }

  private void introduced(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean signature = b[to - 1] == ',';
    int at = to;
    while (signature
        && at < s.to()
        && at - to < 4
        && (b[at] == '\n' || b[at] == '\r' || b[at] == ' ')) {
      at++;
    }
    if (at >= s.to() || (signature && at == to) || !isLetter(b, at)) {
      return;
    }
    int stop = wordEnd(b, at, s.to());
    boolean named = Bytes.at(b, to - 3, to, "is ") && to - from >= 8 && from + 1 < to;
    boolean given = GIVEN.has(b, at, stop);
    boolean formal =
        signature || Bytes.at(b, from, to, "my name") || !Bytes.at(b, from, from + 1, "i");
    if (!isCapital(b, at)) {
      lowerCase(s, from, at, stop, given && named);
    } else if (!isShout(b, at, stop) && name(b, at, s.to()) && mayEndName(b, end, s.to())) {
      boolean own = Bytes.at(b, to - 8, to, "name is ") || signature || isForeign(b, from);
      boolean enough = given || (own && endsLine(b, end, s.to(), signature));
      if (enough && (formal || given)) {
        s.report(Category.PERSON_NAME, at, end, 70, Score.CONTEXT);
      }
    }
  }

  private static boolean isForeign(byte[] b, int from) {
    return FOREIGN.endAt(b, from, b.length) > 0;
  }

  private static boolean endsLine(byte[] b, int end, int to, boolean signature) {
    return !signature || end == to || b[end] == '\n' || b[end] == '\r' || b[end] == ',';
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
    int next = stop < s.to() && b[stop] == ' ' ? wordEnd(b, stop + 1, s.to()) : stop;
    boolean surname = next > stop + 2 && !NO_NAMES.has(b, stop + 1, next);
    s.report(Category.PERSON_NAME, at, surname ? next : stop, 65, Score.CONTEXT);
  }

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
    int first = last;
    while (first > s.from() && last - first < 48 && isNameByte(b[first - 1])) {
      first--;
    }
    first = Bytes.skipBlanks(b, first, last);
    if (first < last && isCapital(b, first) && name(b, first, last) && end == last && words >= 2) {
      s.report(Category.PERSON_NAME, first, last, 75, Score.CONTEXT);
    }
    return -1;
  }

  private static boolean isNameByte(byte c) {
    return Bytes.letter(c) || c == ' ' || c == '-' || c == '\'' || c == '.' || c < 0;
  }

  // Values under keys.

  /// A full name, of whoever it is.
  private int person(byte[] b, int from, int to, Link link) {
    if (link == Link.SENTENCE) {
      return 0;
    }
    int count = parts(b, from, to);
    boolean one = count == 1 && to - from > 2 && (GIVEN.has(b, from, to) || !isShout(b, from, to));
    return count >= 2 || one ? 80 : 0;
  }

  /// A value that may as well be something else: a known given name must lead it.
  private int likely(byte[] b, int from, int to, Link link) {
    int count = parts(b, from, to);
    if (count < 2 || link == Link.SENTENCE) {
      return 0;
    }
    int stop = wordEnd(b, from, to);
    boolean last =
        b[stop] == ',' && stop + 2 < to && GIVEN.has(b, stop + 2, wordEnd(b, stop + 2, to));
    return (GIVEN.has(b, from, stop) || last) && isCapital(b, from) ? 75 : 0;
  }

  private int part(byte[] b, int from, int to, Link link) {
    int count = parts(b, from, to);
    return count >= 1 && count <= 2 && link != Link.SENTENCE && isCapital(b, from) ? 75 : 0;
  }

  /// Number of words of which [from, to) consists as a name does, or 0.
  private static int parts(byte[] b, int from, int to) {
    int count = 0;
    int i = from;
    while (i < to) {
      int stop = wordEnd(b, i, to);
      boolean initial = stop < to && b[stop] == '.' && stop - i <= 4;
      if (stop == i || (NO_NAMES.has(b, i, stop) && !initial) || camel(b, i, stop)) {
        return 0;
      }
      boolean capital = isCapital(b, i) || PARTICLES.has(b, i, stop) || GIVEN.has(b, i, stop);
      if (!capital && count > 0 && !GIVEN.has(b, from, wordEnd(b, from, to))) {
        return 0;
      }
      if (!capital && count == 0) {
        return 0;
      }
      count += initial ? 0 : 1;
      i = stop + (initial ? 1 : 0);
      i += i < to && b[i] == ',' ? 1 : 0;
      if (i < to && b[i++] != ' ') {
        return 0;
      }
    }
    return count <= 5 ? count : 0;
  }

  /// Whether a word has a capital inside, as names of programs have.
  private static boolean camel(byte[] b, int from, int to) {
    boolean lower = false;
    for (int i = from + 3; i < to; i++) {
      boolean small = b[i - 1] >= 'a' && b[i - 1] <= 'z';
      lower |= small && b[i] >= 'A' && b[i] <= 'Z';
    }
    return lower;
  }
}
