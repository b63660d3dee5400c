package dev.demarc.classify.family.place;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Family.Link;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Utf8;
import dev.demarc.classify.text.WordLists;
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;

/// Finds postal addresses in Latin letters: a street with its number, and the city, state and post
/// code that follow it, as English, German, French, Spanish, Italian and Polish write them; and
/// values under keys that look like one.
public final class PostalAddresses implements Family {
  private static final int LONGEST = 120;
  private static final int LONGEST_LINE = 48;
  private static final WordLists LISTS = WordLists.read(PostalAddresses.class, "address-words.txt");
  private static final String[] SUFFIXES = LISTS.list("SUFFIXES");
  private static final String[] ENDINGS = {
    "straße", "strasse", "str.", "platz", "allee", "gasse", "weg", "ufer", "damm", "ring", "steig"
  };

  /// What Dutch streets end in, and other words: only a post code tells.
  private static final String[] DUTCH = {
    "straat", "laan", "gracht", "kade", "singel", "plein", "dijk", "dreef", "markt", "hof", "pad"
  };

  /// Those of both that end English words too, as in Spring 2024.
  private static final Words ENGLISH = Words.of("ring|pad|hof|markt|damm");

  private static final String[] PREFIXES = LISTS.list("PREFIXES");

  /// What begins the name of a German or Dutch street and many a phrase: only a post code tells.
  private static final String[] OPENINGS = LISTS.list("OPENINGS");

  /// Those of them that are streets, small letters or not: they are courses and rounds too.
  private static final Words ROMANCE = Words.of("cours |ronda |largo |camino ");

  static final WordSet DAYS =
      WordSet.of(
          "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april"
              + " mai juni juli august september oktober november dezember tag abend morgen jahr");
  private static final Words SMALL =
      new Words(
          "de ", "la ", "le ", "les ", "du ", "des ", "del ", "los ", "las ", "di ", "della ",
          "da ", "do ", "dos ", "l'", "d'", "et ", "y ", "św. ", "gen. ", "ks. ");
  private static final Words UNITS =
      new Words(
          "apt", "apartment", "suite", "ste", "unit", "flat", "floor", "room", "#", "m.", "lok");
  private static final Words DOORS =
      Words.of("dto|dta|drt|esq|izq|izda|dcha|der|frente|frt|centro|ctr|puerta|pta");
  private static final Words WEAK = LISTS.words("WEAK");
  private static final Words SPEAKS =
      new Words(
          "address",
          "adres",
          "anschrift",
          "live",
          "ship",
          "deliver",
          "send",
          "mail",
          "resid",
          "visit",
          " at ",
          "home");
  private final Extent extent = new Extent();
  private int end;
  private boolean placed;

  @Override
  public void declare(Triggers triggers) {
    triggers.words(this::afterNumber, SUFFIXES);
    for (String ending : ENDINGS) {
      triggers.anywhere(this::german, ending);
    }
    for (String ending : DUTCH) {
      triggers.anywhere(this::german, ending);
    }
    triggers.words(this::beforeName, PREFIXES);
    triggers.words(this::opening, OPENINGS);
    triggers.keyed(Field.ADDRESS, this::keyed);
  }

  /// `350 Fifth Avenue`, and what follows.
  private void afterNumber(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (to < s.to() && (Bytes.alphanumeric(b[to]) || b[to] == '_' || b[to] == '\'')) {
      return;
    }
    int number = houseNumber(b, s.from(), from);
    if (number < 0) {
      return;
    }
    int stop = withDirection(b, to, s.to());
    boolean shortened = stop == to && b[to - 1] != '.' && to < s.to() && b[to] == '.';
    continued(b, shortened ? to + 1 : stop, s.to());
    if (shortened && end == to + 1) {
      end = to;
    }
    report(s, from, to, number);
  }

  /// Where the house number before one to four words of a street's name begins, or -1.
  private static int houseNumber(byte[] b, int from, int at) {
    int i = at;
    for (int words = 0; words <= 4; words++) {
      int number = words > 0 ? numberBefore(b, from, i) : -1;
      int start = i;
      while (start > from
          && (isLetter(b[start - 1]) || b[start - 1] == '\'' || b[start - 1] == '-')) {
        start--;
      }
      boolean digits = start > from && Bytes.digit(b[start - 1]);
      if (digits && start == i - 2) {
        // An ordinal, as in 5th Avenue.
        while (start > from && Bytes.digit(b[start - 1])) {
          start--;
        }
      } else if (number >= 0 || start == i || !(b[start] >= 'A' && b[start] <= 'Z') || digits) {
        return number;
      }
      i = start - 1;
      if (i <= from || b[i] != ' ') {
        return -1;
      }
    }
    return -1;
  }

  /// Offset after the quarter of a town that follows a street's name, as in Pennsylvania Avenue NW.
  private static int withDirection(byte[] b, int at, int to) {
    int i = at + 1;
    while (i < to && i - at < 4 && "NSEW".indexOf(b[i]) >= 0) {
      i++;
    }
    boolean one = i > at + 1 && at < to && b[at] == ' ';
    return one && (i == to || !Bytes.alphanumeric(b[i])) ? i : at;
  }

  /// Reports the street whose suffix is [from, to); some suffixes are everyday words.
  private void report(Scan s, int from, int to, int start) {
    boolean weak = WEAK.endAt(s.bytes(), from, to) == to && !s.after(SPEAKS, start);
    int points = placed ? 80 : weak ? 40 : 62;
    s.report(Category.POSTAL_ADDRESS, start, end, points, Score.SHAPE);
  }

  /// Where the house number that ends at `at` begins, or -1.
  private static int numberBefore(byte[] b, int from, int at) {
    int i = at;
    if (i > from + 1 && Bytes.letter(b[i - 1]) && Bytes.digit(b[i - 2])) {
      i--;
    }
    int digits = i;
    while (digits > from && Bytes.digit(b[digits - 1])) {
      digits--;
    }
    boolean fits = digits < i && i - digits <= 5 && b[digits] != '0';
    boolean free =
        digits == from
            || !(Bytes.alphanumeric(b[digits - 1]) || ".-_/$#:".indexOf(b[digits - 1]) >= 0)
            || (b[digits - 1] == ':' && digits - 2 >= from && !Bytes.digit(b[digits - 2]));
    return fits && free ? digits : -1;
  }

  /// `Hauptstraße 12, 10115 Berlin`.
  private void german(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int number = Bytes.skipBlanks(b, to, s.to());
    int stop = number(b, number, s.to());
    if (stop < 0 || (number == to && b[to - 1] != '.')) {
      return;
    }
    int start = wordStart(b, s.from(), from);
    if (start > s.from() + 1 && start == from && b[start - 1] == ' ') {
      start = wordStart(b, s.from(), start - 1);
    }
    boolean capital = isCapital(b, start);
    if (!capital || from - start + to - from < 6) {
      return;
    }
    continued(b, stop, s.to());
    if (ENGLISH.endAt(b, from, to) == to && isRound(b, stop, s.to()) && !s.after(SPEAKS, start)) {
      return;
    }
    boolean street = b[to - 1] == '.' || to - from >= 7;
    s.report(Category.POSTAL_ADDRESS, start, end, placed ? 80 : street ? 62 : 40, Score.SHAPE);
  }

  /// Whether whole thousands stand behind the comma at `at`, of which a sentence counts something.
  private static boolean isRound(byte[] b, int at, int to) {
    int i = Bytes.skipBlanks(b, at < to && b[at] == ',' ? at + 1 : at, to);
    return i + 5 <= to
        && Bytes.digit(b[i])
        && Bytes.digit(b[i + 1])
        && Bytes.at(b, i + 2, i + 5, "000");
  }

  /// `12 rue de la Paix, 75002 Paris`, `Calle Mayor 5`, `ul. Długa 7/3`.
  private void beforeName(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int name = nameEnd(b, to, s.to());
    if (name < 0) {
      return;
    }
    int number = numberBeforeStreet(b, s.from(), from);
    if (number >= 0) {
      continued(b, name, s.to());
      s.report(Category.POSTAL_ADDRESS, number, end, placed ? 80 : 65, Score.SHAPE);
      return;
    }
    int after = name < s.to() && b[name] == ',' ? name + 1 : name;
    after = Bytes.skipBlanks(b, after, s.to());
    int stop = number(b, after, s.to());
    if (stop > 0) {
      continued(b, stop, s.to());
      s.report(Category.POSTAL_ADDRESS, from, end, placed ? 80 : 62, Score.SHAPE);
    }
  }

  /// `Am Mühlbach 12, 10115 Berlin`, `12 cours Mirabeau, 13100 Aix`.
  private void opening(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int name = opensName(b, from, to) ? nameEnd(b, to, s.to()) : -1;
    if (name < 0 || DAYS.has(b, to, name)) {
      return;
    }
    int start = numberBeforeStreet(b, s.from(), from);
    int after = Bytes.skipBlanks(b, name < s.to() && b[name] == ',' ? name + 1 : name, s.to());
    int stop = start >= 0 ? name : number(b, after, s.to());
    if (stop > 0) {
      continued(b, stop, s.to());
      boolean whole = placed && end > stop + 7;
      s.report(
          Category.POSTAL_ADDRESS, start >= 0 ? start : from, end, whole ? 75 : 0, Score.SHAPE);
    }
  }

  /// Whether a capital begins what opens a name, but for a Romance street, and what follows.
  private static boolean opensName(byte[] b, int from, int to) {
    boolean romance = ROMANCE.endAt(b, from, to) == to;
    return romance || (isCapital(b, from) && isCapital(b, to));
  }

  private static int numberBeforeStreet(byte[] b, int from, int at) {
    int i = at;
    while (i > from && (b[i - 1] == ' ' || b[i - 1] == ',')) {
      i--;
    }
    boolean far = i - 4 > from;
    if (far && (Bytes.at(b, i - 4, i, " bis") || Bytes.at(b, i - 4, i, " ter"))) {
      i -= 4;
    }
    return i < at ? numberBefore(b, from, i) : -1;
  }

  /// Offset after the capitalised words of a street's name, or -1.
  private static int nameEnd(byte[] b, int from, int to) {
    int i = from;
    int last = -1;
    for (int words = 0; words < 6 && i < to; words++) {
      int small = SMALL.endAt(b, i, to);
      if (small > 0) {
        i = small;
        continue;
      }
      int stop = i;
      while (stop < to && (isLetter(b[stop]) || b[stop] == '\'' || b[stop] == '-')) {
        stop++;
      }
      if (stop == i || !isCapital(b, i)) {
        return last;
      }
      last = stop;
      if (stop >= to || b[stop] != ' ') {
        return last;
      }
      i = stop + 1;
    }
    return last;
  }

  /// Offset after a house number at `at`: digits, a letter, `10/12`, `5-7`; or -1.
  private static int number(byte[] b, int at, int to) {
    int i = at;
    while (i < to && Bytes.digit(b[i])) {
      i++;
    }
    if (i == at || i - at > 4 || b[at] == '0') {
      return -1;
    }
    i += i < to && Bytes.letter(b[i]) && (i + 1 == to || !Bytes.letter(b[i + 1])) ? 1 : 0;
    if (i + 1 < to && (b[i] == '/' || b[i] == '-') && Bytes.digit(b[i + 1])) {
      i++;
      while (i < to && Bytes.digit(b[i])) {
        i++;
      }
    }
    return i < to && (Bytes.letter(b[i]) || b[i] == '%') ? -1 : i;
  }

  /// Reads on from `at` over unit, city, state and post code; leaves where they end in [#end].
  private void continued(byte[] b, int at, int to) {
    end = overHamlet(b, at, to);
    placed = false;
    boolean code = false;
    for (int part = 0; part < 5; part++) {
      int i = end;
      boolean comma = i < to && b[i] == ',';
      i = Bytes.skipBlanks(b, comma ? i + 1 : i, to);
      if (i < to && b[i] == '\n' && (comma || isTown(b, i + 1, to))) {
        i = Bytes.skipBlanks(b, i + 1, to);
      }
      int stop = i == end ? -1 : PostCodes.end(b, i, to);
      if (stop > 0 && !code) {
        code = true;
        placed = true;
        end = stop;
        continue;
      }
      stop = i == end ? -1 : UNITS.endAt(b, i, to);
      if (stop > 0) {
        int unit = Bytes.skipBlanks(b, stop < to && b[stop] == '.' ? stop + 1 : stop, to);
        int unitEnd = unit;
        while (unitEnd < to && Bytes.alphanumeric(b[unitEnd])) {
          unitEnd++;
        }
        if (unitEnd > unit && unitEnd - unit <= 5) {
          end = unitEnd;
          continue;
        }
      }
      stop = i == end ? -1 : storeyEnd(b, i, to);
      if (stop > 0) {
        end = stop;
        continue;
      }
      boolean follows = comma || (code && i == end + 1);
      stop =
          follows && i < to && (isCapital(b, i) || (code && Bytes.at(b, i, to, "'s-")))
              ? cityEnd(b, i, to)
              : -1;
      if (stop < 0) {
        return;
      }
      boolean counts = code || (comma && postCodeFollows(b, stop, to));
      if (!counts && part > 2) {
        return;
      }
      placed |= counts;
      end = stop;
      if (code && part > 0 && !comma) {
        return;
      }
    }
  }

  /// Whether a line of a post code and a town begins at `at`.
  private static boolean isTown(byte[] b, int at, int to) {
    int i = Bytes.skipBlanks(b, at, to);
    int code = i < to ? PostCodes.end(b, i, to) : -1;
    return code > 0 && code + 1 < to && b[code] == ' ' && isCapital(b, code + 1);
  }

  /// Offset after a line of its own below the street's, where the post code stands below that.
  private static int overHamlet(byte[] b, int at, int to) {
    if (at + 1 >= to || b[at] != '\n' || !isCapital(b, at + 1)) {
      return at;
    }
    int line = at + 1;
    while (line < to && line - at < LONGEST_LINE && b[line] != '\n' && !Bytes.digit(b[line])) {
      line++;
    }
    return line < to && b[line] == '\n' && isTown(b, line + 1, to) ? line : at;
  }

  /// Offset after a storey and a door, `1º B`, `2.º Dto`, or -1.
  private static int storeyEnd(byte[] b, int at, int to) {
    int i = at;
    while (i < to && i - at < 2 && Bytes.digit(b[i])) {
      i++;
    }
    i += i > at && i + 2 < to && b[i] == '.' && b[i + 1] == (byte) 0xC2 ? 1 : 0;
    boolean ordinal =
        i > at
            && i + 1 < to
            && b[i] == (byte) 0xC2
            && (b[i + 1] == (byte) 0xBA || b[i + 1] == (byte) 0xAA);
    if (!ordinal) {
      return -1;
    }
    int door = Bytes.skipBlanks(b, i + 2, to);
    int side = DOORS.endAt(b, door, to);
    if (side > 0 && (side == to || !Bytes.alphanumeric(b[side]))) {
      return side;
    }
    boolean one = door < to && Bytes.alphanumeric(b[door]);
    return one && (door + 1 == to || !Bytes.alphanumeric(b[door + 1])) ? door + 1 : i + 2;
  }

  private static boolean postCodeFollows(byte[] b, int at, int to) {
    int i = Bytes.skipBlanks(b, at < to && b[at] == ',' ? at + 1 : at, to);
    boolean state = i + 2 < to && b[i] >= 'A' && b[i] <= 'Z' && b[i + 1] >= 'A' && b[i + 1] <= 'Z';
    return state || PostCodes.end(b, i, to) > 0;
  }

  private static int cityEnd(byte[] b, int at, int to) {
    int i = at;
    for (int words = 0; words < 3; words++) {
      while (i < to && (isLetter(b[i]) || b[i] == '-' || b[i] == '\'')) {
        i++;
      }
      boolean more =
          i + 1 < to && b[i] == ' ' && isCapital(b, i + 1) && PostCodes.end(b, i + 1, to) < 0;
      if (!more) {
        return i - at < 2 ? -1 : i;
      }
      i++;
    }
    return i - 1;
  }

  static boolean isLetter(byte c) {
    return Bytes.letter(c) || (c < 0 && (c & 0xFF) < 0xE3);
  }

  static boolean isCapital(byte[] b, int at) {
    return at < b.length
        && ((b[at] >= 'A' && b[at] <= 'Z')
            || ((b[at] & 0xFF) >= 0xC3
                && (b[at] & 0xFF) <= 0xC5
                && Character.isUpperCase(Utf8.codePoint(b, at))));
  }

  private static int wordStart(byte[] b, int from, int at) {
    int i = at;
    while (i > from && (isLetter(b[i - 1]) || b[i - 1] == '-')) {
      i--;
    }
    return i;
  }

  /// The value under a key, with the place that follows its street after a comma.
  private int keyed(Scan s, Field key, int at, Link link) {
    byte[] b = s.bytes();
    boolean there =
        switch (link) {
          case WHOLE -> extent.whole(b, at, s.to());
          case LABEL -> extent.after(b, s.from(), at, s.to(), Extent.Take.TEXT, LONGEST);
          case QUOTE -> extent.quotedAt(b, at, s.to());
          case SENTENCE -> false;
        };
    if (!there || extent.end() - extent.start() > 2 * LONGEST) {
      return -1;
    }
    int points = points(b, extent.start(), extent.end(), link);
    end = extent.end();
    if (link == Link.LABEL && end < s.to() && b[end] == ',') {
      continued(b, end, s.to());
    }
    return points > 0 && s.report(Category.POSTAL_ADDRESS, extent.start(), end, points, Score.KEY)
        ? end
        : -1;
  }

  /// A value under a key: words and a number, or ideographs that name a place.
  private static int points(byte[] b, int from, int to, Link link) {
    int letters = 0;
    int digits = 0;
    int ideographs = 0;
    int blanks = 0;
    for (int i = from; i < to; i++) {
      letters += isLetter(b[i]) ? 1 : 0;
      digits += Bytes.digit(b[i]) ? 1 : 0;
      ideographs += (b[i] & 0xFF) >= 0xE4 && (b[i] & 0xFF) <= 0xE9 ? 1 : 0;
      blanks += b[i] == ' ' || b[i] == ',' ? 1 : 0;
      boolean option = b[i] == '-' && i + 1 < to && b[i + 1] == '-';
      if (option || b[i] == '@' || b[i] == '=' || b[i] == '{' || b[i] == '<' || b[i] == '\\') {
        return 0;
      }
    }
    if (ideographs >= 5) {
      return ChineseAddresses.isPlace(b, from, to) ? 85 : 0;
    }
    boolean street = letters >= 4 && digits >= 1 && blanks >= 1 && letters > digits;
    return street && link != Link.SENTENCE && Bytes.find(b, from, to, ':') == to ? 75 : 0;
  }
}
