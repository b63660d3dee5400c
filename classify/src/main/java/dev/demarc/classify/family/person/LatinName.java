package dev.demarc.classify.family.person;

import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Utf8;
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;

/// How the name of a person is written in Latin letters: one to four words that begin with capitals
/// and are none that firms, places or headings are made of, with particles and initials between
/// them. Read from one place on, or back to it; what was read stays until the next.
final class LatinName {
  private static final WordSet GIVEN = WordSet.read(LatinName.class, "given-names.txt");
  private static final WordSet NO_NAMES = WordSet.read(LatinName.class, "not-person-names.txt");
  private static final Words BRANDS =
      new Words(
          String.join("", WordSet.lines(LatinName.class, "brands-named-like-people.txt"))
              .split(";"));

  /// Given names that are words or places as well: alone they say too little.
  private static final WordSet DOUBTFUL = WordSet.read(LatinName.class, "doubtful-names.txt");

  private static final WordSet PARTICLES =
      WordSet.of(
          "de da del della di von van der den la le dos do das bin al el ter ten y zu dalla degli"
              + " du des d' vom zum zur e af av ben ibn");
  private static final WordSet SMALL =
      WordSet.of(
          "the and or but if then to from in on at by for with is was has will can email phone"
              + " address date name account order order number status");

  private static final int MOST_WORDS = 4;

  /// The last word of a name begins so many bytes behind its first at most, particles included.
  private static final int LONGEST = 64;

  private int start;
  private int end;
  private int words;
  private boolean initial;

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /// How many words were read, initials and particles not counted.
  int words() {
    return words;
  }

  /// Whether these are two words, or one with an initial before it.
  boolean isFull() {
    return words >= 2 || (initial && words == 1);
  }

  /// Reads one to four words of a name from `at` on; whether there is at least one.
  boolean read(byte[] b, int at, int to) {
    start = at;
    words = 0;
    end = at;
    initial = false;
    int i = initials(b, at, to);
    int limit = Math.min(to, at + LONGEST);
    while (words < MOST_WORDS && i < limit) {
      int stop = wordEnd(b, i, to);
      if (stop == i + 1 && stop < to && b[stop] == '.' && words > 0) {
        stop++;
      } else if (words == 0 || !PARTICLES.has(b, i, stop)) {
        boolean acronym = words > 0 && stop - i <= 3 && isShout(b, i, stop) && !isShout(b, at, end);
        if (acronym || !isNameWord(b, i, stop)) {
          words = acronym ? 0 : words;
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
    return words > 0 && !followedByThing(b, end, to) && !isBrand(b);
  }

  /// Offset after `J. R. ` or `H.-P. `, or `at`.
  private int initials(byte[] b, int at, int to) {
    int i = at;
    while (i + 2 < to && i - at < 9 && Bytes.capital(b[i]) && b[i + 1] == '.') {
      i += 2;
      i += b[i] == ' ' || b[i] == '-' ? 1 : 0;
      initial = true;
    }
    return i;
  }

  /// Whether a brand that is named with a title begins at `at`: Dr. Martens.
  static boolean isBrand(byte[] b, int at, int to) {
    int brand = BRANDS.endAt(b, at, to);
    return brand > 0 && (brand == to || !(Bytes.letter(b[brand]) || b[brand] < 0));
  }

  private boolean isBrand(byte[] b) {
    return words >= 2 && BRANDS.endAt(b, start, end) == end;
  }

  /// Reads the name that ends at `at`, blanks between its words; whether there is one.
  boolean readBack(byte[] b, int from, int at) {
    int least = Math.max(from, at - LONGEST);
    int first = at;
    int count = 0;
    for (int i = at; i > least && count < MOST_WORDS + 2; count++) {
      int word = wordStart(b, least, i);
      boolean particle = PARTICLES.has(b, word, i) && first < at;
      if (word == i || !(particle || isNameWord(b, word, i) || isInitial(b, word, i))) {
        break;
      }
      first = particle ? first : word;
      if (word == least || b[word - 1] != ' ') {
        break;
      }
      i = word - 1;
    }
    return first < at && beginsWord(b, from, first) && read(b, first, at) && end == at;
  }

  private static boolean isInitial(byte[] b, int from, int to) {
    return to - from == 2 && b[to - 1] == '.' && Bytes.capital(b[from]);
  }

  private static int wordStart(byte[] b, int from, int at) {
    int i = at;
    while (i > from
        && (isLetter(b[i - 1]) || b[i - 1] == '-' || b[i - 1] == '\'' || isDot(b, i, at))) {
      i--;
    }
    return i;
  }

  private static boolean isDot(byte[] b, int i, int at) {
    return i == at && b[i - 1] == '.';
  }

  private static boolean isLetter(byte c) {
    return Bytes.letter(c) || (c < 0 && (c & 0xFF) < 0xE0);
  }

  /// Whether the words go on as the name of a company, a street or the like.
  private static boolean followedByThing(byte[] b, int end, int to) {
    if (end + 1 < to && b[end] == ' ' && b[end + 1] == '&') {
      return true;
    }
    if (end + 1 >= to || b[end] != ' ' || !Bytes.capital(b[end + 1])) {
      return end + 3 < to && b[end] == '\'' && b[end + 2] == ' ' && Bytes.capital(b[end + 3]);
    }
    int stop = wordEnd(b, end + 1, to);
    return NO_NAMES.has(b, end + 1, stop) && !isFunctionWord(b, end + 1, stop);
  }

  private static boolean isFunctionWord(byte[] b, int from, int to) {
    return (to - from <= 4 && Bytes.at(b, from, to, "i")) || SMALL.has(b, from, to);
  }

  private static boolean isNameWord(byte[] b, int from, int to) {
    return to - from >= 2 && isCapital(b, from) && !isNoName(b, from, to);
  }

  /// Whether the word is one of those that no name has.
  static boolean isNoName(byte[] b, int from, int to) {
    return NO_NAMES.has(b, from, to) || (to - from > 6 && Bytes.at(b, to - 6, to, "nummer"));
  }

  static boolean isParticle(byte[] b, int from, int to) {
    return PARTICLES.has(b, from, to);
  }

  /// Whether it is a known given name, or two with a hyphen.
  static boolean isGiven(byte[] b, int from, int to) {
    int hyphen = Bytes.find(b, from, to, '-');
    return GIVEN.has(b, from, to)
        || (hyphen < to && GIVEN.has(b, from, hyphen) && GIVEN.has(b, hyphen + 1, to));
  }

  /// Whether it is a given name that is nothing else.
  static boolean isSurelyGiven(byte[] b, int from, int to) {
    return isGiven(b, from, to) && !DOUBTFUL.has(b, from, to);
  }

  /// Whether it is a word or place as well.
  static boolean isDoubtful(byte[] b, int from, int to) {
    return DOUBTFUL.has(b, from, to);
  }

  static boolean isCapital(byte[] b, int at) {
    int lead = b[at] & 0xFF;
    return (lead >= 'A' && lead <= 'Z')
        || (lead == 0xC3 && at + 1 < b.length && (b[at + 1] & 0xFF) <= 0x9E)
        || ((lead == 0xC4 || lead == 0xC5)
            && at + 1 < b.length
            && Character.isUpperCase(Utf8.codePoint(b, at)));
  }

  /// Whether the word is in capitals, as constants and headings are.
  static boolean isShout(byte[] b, int from, int to) {
    return to - from > 1 && b[from + 1] >= 'A' && b[from + 1] <= 'Z';
  }

  static boolean beginsWord(byte[] b, int from, int at) {
    if (at == from) {
      return true;
    }
    byte c = b[at - 1];
    return !Bytes.alphanumeric(c)
        && "_/.@#$\\-&".indexOf(c) < 0
        && !(c == '\'' && at > from + 1 && (b[at - 2] < 0 || Bytes.alphanumeric(b[at - 2])))
        && ((c & 0xFF) < 0xC3 || (c & 0xFF) > 0xC5)
        && !(c < 0 && at > from + 1 && (b[at - 2] & 0xFF) >= 0xC3 && (b[at - 2] & 0xFF) <= 0xC5);
  }

  static boolean mayEndName(byte[] b, int at, int to) {
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

  /// Offset after the letters at `at`, hyphens and apostrophes between them included.
  static int wordEnd(byte[] b, int at, int to) {
    int i = at;
    while (i < to) {
      int lead = b[i] & 0xFF;
      if (Bytes.letter(b[i])) {
        i++;
      } else if (lead >= 0xC3 && lead <= 0xC5 && i + 1 < to) {
        i += 2;
      } else if ((lead == '-' || lead == '\'') && i > at && goesOn(b, i + 1, to)) {
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  /// Whether a part of a word begins at `at`, as in O'Brien and Al-Harthy, or Seo-yoon.
  private static boolean goesOn(byte[] b, int at, int to) {
    return at < to
        && (isCapital(b, at) || (b[at - 1] == '-' && at + 2 < to && smallPart(b, at, to)));
  }

  private static boolean smallPart(byte[] b, int at, int to) {
    int i = at;
    while (i < to && b[i] >= 'a' && b[i] <= 'z') {
      i++;
    }
    return i - at >= 2 && i - at <= 5 && (i == to || !Bytes.alphanumeric(b[i]));
  }

  // Values that are a name as a whole.

  /// Number of words of which [from, to) consists as a name does, or 0.
  static int parts(byte[] b, int from, int to) {
    int count = 0;
    int i = from;
    while (i < to) {
      int stop = wordEnd(b, i, to);
      boolean shortened = stop < to && b[stop] == '.' && stop - i <= 4;
      if (stop == i || (isNoName(b, i, stop) && !shortened) || camel(b, i, stop)) {
        return 0;
      }
      boolean capital = isCapital(b, i) || PARTICLES.has(b, i, stop) || GIVEN.has(b, i, stop);
      if (!capital && (count == 0 || !GIVEN.has(b, from, wordEnd(b, from, to)))) {
        return 0;
      }
      count += shortened ? 0 : 1;
      i = stop + (shortened ? 1 : 0);
      i += i < to && b[i] == ',' ? 1 : 0;
      if (i < to && b[i++] != ' ') {
        return 0;
      }
    }
    boolean brand = count >= 2 && BRANDS.endAt(b, from, to) == to;
    return count <= 5 && !brand ? count : 0;
  }

  /// Whether a word has a capital inside, as names of programs have.
  static boolean camel(byte[] b, int from, int to) {
    boolean lower = false;
    for (int i = from + 3; i < to; i++) {
      boolean small = b[i - 1] >= 'a' && b[i - 1] <= 'z';
      lower |= small && b[i] >= 'A' && b[i] <= 'Z';
    }
    return lower;
  }
}
