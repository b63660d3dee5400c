package dev.demarc.classify.family.person;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.KeyedValue;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Finds Chinese names of persons: a surname and one or two characters of which given names are
/// made, by evidence from what stands on either side. A word that merely begins like a name is
/// none; a title after it, 我叫 or a label before it, a number beside it or another name next to it
/// speak for one.
public final class ChineseNames implements Family {
  private static final int WIDTH = 3;
  private static final int ENOUGH = 60;

  /// More than everything that can speak for a name.
  private static final int LIMIT = 200;

  /// What each character is, as the bits that follow.
  private static final short[] KINDS = new short[1 << 16];

  private static final int COMMON = 1;
  private static final int MEDIUM = 1 << 1;
  private static final int RARE = 1 << 2;

  /// Begins a name: a surname, one of two characters, or what friends put before a name.
  private static final int SURNAMES = 1 << 3;

  private static final int GIVEN = 1 << 4;
  private static final int STRONG = 1 << 5;
  private static final int FOLLOWS = 1 << 6;
  private static final int PRECEDES = 1 << 7;
  private static final int NUMBERED = 1 << 8;

  /// Surnames that make no word with 小 or 老 before them.
  private static final int PLAIN = 1 << 9;

  /// Given names that are called with 阿.
  private static final int CALLED = 1 << 10;

  /// Characters with which names of other languages are written.
  private static final int FOREIGN = 1 << 11;

  private static final Words COMPOUND;
  private static final Words PAIRS;
  private static final Words INSIDE;
  private static final Words THINGS;
  private static final Words TITLES;
  private static final Words INTRODUCTIONS;
  private static final WordSet NO_NAMES = WordSet.read(ChineseNames.class, "not-chinese-names.txt");

  private static final String[] FIRST_BYTES = {
    "\u00E4", "\u00E5", "\u00E6", "\u00E7", "\u00E8", "\u00E9"
  };

  private static final Words FAMILIAR = new Words("小", "老", "阿");
  private static final Words SEXES = new Words(",男", ",女", ", 男", ", 女", "(男", "(女", " 男", " 女");

  private static final Words DAYS = new Words("明天", "明日", "明年", "明早", "明晚");

  /// What ends the name of a role.
  private static final Words ROLES = new Words("人", "者", "员", "师", "方", "名", "代表");

  private static final Words GREETINGS = Words.of("你好|您好|好久|最近|早上|早安|晚上|见字|展信|谢谢");

  private static final Words LINKS = new Words("是", "为", "叫", "“", "「");

  private byte[] b = {};
  private int from;
  private int to;
  private int runStart;
  private int runEnd;
  private boolean introduced;

  @Override
  public void declare(Triggers triggers) {
    for (String first : FIRST_BYTES) {
      triggers.at(first.charAt(0), this::run);
    }
    KeyedValue name =
        new KeyedValue(Category.PERSON_NAME, Extent.Take.TEXT, 60, ChineseNames::underKey);
    triggers.keyed(Field.PERSON, name);
    triggers.keyed(
        Field.PAYEE,
        new KeyedValue(Category.PERSON_NAME, Extent.Take.TEXT, 60, ChineseNames::likely));
    triggers.keyed(
        Field.WHOM,
        new KeyedValue(Category.PERSON_NAME, Extent.Take.TEXT, 60, ChineseNames::likely));
    triggers.keyed(
        Field.NAME,
        new KeyedValue(Category.PERSON_NAME, Extent.Take.TEXT, 60, ChineseNames::likely));
    triggers.keyed(
        Field.GIVEN,
        new KeyedValue(Category.PERSON_NAME, Extent.Take.WORD, 20, ChineseNames::part));
  }

  // Values under keys.

  private static int underKey(byte[] b, int from, int to, Family.Link link) {
    int length = ideographs(b, from, to);
    boolean dotted = length > 0 && Bytes.find(b, from, to, '.') < to && length <= 12;
    boolean surname =
        length > 0 && (isSurname(b, from) || COMPOUND.endAt(b, from, to) > 0) && length <= 4;
    boolean word = length >= 2 && NO_NAMES.has(b, from, from + 2 * WIDTH);
    boolean foreign = length >= 3 && length <= 6;
    for (int i = from; i < to && foreign; i += WIDTH) {
      foreign = has(FOREIGN, b, i);
    }
    return (surname || dotted || foreign) && length >= 2 && !(word && length != 3) ? 85 : 0;
  }

  private static int likely(byte[] b, int from, int to, Family.Link link) {
    int length = ideographs(b, from, to);
    if (length < 2 || length > 4 || (length == 4 && COMPOUND.endAt(b, from, to) < 0)) {
      return 0;
    }
    int surname = COMPOUND.endAt(b, from, to) > 0 && length > 2 ? 2 * WIDTH : WIDTH;
    boolean common = surname > WIDTH || has(COMMON | MEDIUM, b, from);
    int given = 0;
    for (int i = from + surname; i < to; i += WIDTH) {
      given += has(GIVEN, b, i) ? 1 : 0;
    }
    boolean fits = given * WIDTH == to - from - surname || (common && given > 0 && length == 3);
    return common && fits && !NO_NAMES.has(b, from, from + 2 * WIDTH) ? 80 : 0;
  }

  private static int part(byte[] b, int from, int to, Family.Link link) {
    int length = ideographs(b, from, to);
    return length >= 1 && length <= 3 && link != Family.Link.SENTENCE ? 75 : 0;
  }

  /// Number of ideographs of which [from, to) consists, a dot between them aside; or 0.
  private static int ideographs(byte[] b, int from, int to) {
    int count = 0;
    int i = from;
    while (i < to) {
      if (b[i] == '.' && count > 0) {
        i++;
      } else if (isIdeograph(b[i]) && i + WIDTH <= to) {
        i += WIDTH;
        count++;
      } else {
        return 0;
      }
    }
    return count;
  }

  // Running text.

  private int run(Scan s, int at) {
    b = s.bytes();
    from = s.from();
    to = s.to();
    runStart = at;
    int end = at;
    while (end < to && isIdeograph(b[end])) {
      end += WIDTH;
    }
    runEnd = end;
    if (s.hint() == Field.GOODS) {
      return end;
    }
    if (end == at + 2 * WIDTH && isAddressed(at, end)) {
      s.report(Category.PERSON_NAME, at, end, 65, Score.CONTEXT);
      return end;
    }
    int i = at;
    while (i + WIDTH < end) {
      int after = has(SURNAMES, b, i) ? name(s, i) : -1;
      i = after > i ? after : i + WIDTH;
    }
    return end;
  }

  /// Whether it is a given name alone before a greeting, at the head of a letter: 晓彤,你好.
  private boolean isAddressed(int at, int end) {
    boolean head = at == from || b[at - 1] == '\n';
    boolean given = head && has(GIVEN, b, at) && has(GIVEN, b, at + WIDTH);
    boolean comma = given && end + 1 < to && (b[end] == ',' || b[end] == ':');
    int strong = comma && (has(STRONG, b, at) || has(STRONG, b, at + WIDTH)) ? 1 : 0;
    return strong > 0 && GREETINGS.endAt(b, Bytes.skipBlanks(b, end + 1, to), to) > 0;
  }

  /// Takes what friends call each other: 小王, 老李, 阿强, with nothing around it that makes it a word.
  private int familiar(Scan s, int at) {
    int end = at + 2 * WIDTH;
    boolean known =
        end <= runEnd
            && (b[at] == (byte) 0xE9 ? has(CALLED, b, at + WIDTH) : has(PLAIN, b, at + WIDTH));
    if (!known) {
      return -1;
    }
    int left = left(at);
    int right = right(end, 2);
    boolean addressed = left >= 15 && right >= 15;
    return addressed && s.report(Category.PERSON_NAME, at, end, 65, Score.CONTEXT) ? end : -1;
  }

  /// Whether a name that is a word too stands as names stand in forms: after its label, or beside a
  /// telephone number or sex, with nothing that goes on.
  private boolean standsAsName(int at) {
    int end = at + 2 * WIDTH;
    if (end != runEnd || at != runStart || !has(GIVEN, b, at + WIDTH)) {
      return false;
    }
    boolean sex = SEXES.endAt(b, end, to) > 0;
    return sex || besideNumber(end, 1) || (left(at) == 50 && introduced);
  }

  private int name(Scan s, int at) {
    if (FAMILIAR.endAt(b, at, runEnd) > 0) {
      return familiar(s, at);
    }
    int compound = COMPOUND.endAt(b, at, runEnd);
    int given = compound > 0 ? compound : at + WIDTH;
    if (given + WIDTH > runEnd
        || (compound < 0 && NO_NAMES.has(b, at, at + 2 * WIDTH) && !standsAsName(at))) {
      return -1;
    }
    int surname = compound > 0 ? 25 : has(COMMON, b, at) ? 20 : has(MEDIUM, b, at) ? 16 : 0;
    if ((compound < 0 && !isSurname(b, at)) || !mayBeGiven(given)) {
      return -1;
    }
    int left = left(at);
    int best = 0;
    int end = -1;
    for (int length = 2; length >= 1; length--) {
      int stop = given + length * WIDTH;
      int points = stop <= runEnd ? points(given, stop, surname, left) : 0;
      if (points > best) {
        best = points;
        end = stop;
      }
    }
    if (best < ENOUGH || (compound < 0 && endsWord(at))) {
      return -1;
    }
    int evidence = Score.SHAPE | (left >= 40 || best >= 80 ? Score.CONTEXT : 0);
    return s.report(Category.PERSON_NAME, at, end, best, evidence) ? end : -1;
  }

  /// Whether what follows a surname has a character of given names, or anything behind it that
  /// could make up for that: of most places that begin like a name it has neither.
  private boolean mayBeGiven(int given) {
    int second = given + WIDTH;
    int third = second + WIDTH;
    return third >= runEnd
        || has(GIVEN | NUMBERED, b, given)
        || has(GIVEN | NUMBERED, b, second)
        || PAIRS.endAt(b, given, runEnd) > 0
        || TITLES.endAt(b, second, to) > 0
        || TITLES.endAt(b, third, to) > 0;
  }

  /// Whether the character at `at` ends the name of a role, as in 主任, or another word.
  private boolean endsWord(int at) {
    if (at - WIDTH >= from && INSIDE.endAt(b, at - WIDTH, at + WIDTH) == at + WIDTH) {
      return true;
    }
    int role = INTRODUCTIONS.startOfLast(b, Math.max(from, at - 3 * WIDTH), at + WIDTH);
    return role >= 0 && role < at;
  }

  private int points(int given, int end, int surname, int left) {
    int known = 0;
    int strong = 0;
    for (int i = given; i < end; i += WIDTH) {
      boolean three = introduced && has(NUMBERED, b, i);
      known += has(GIVEN, b, i) || three ? 1 : 0;
      strong += has(STRONG, b, i) ? 1 : 0;
    }
    int length = (end - given) / WIDTH;
    if (known < length && strong > 0 && end < runEnd) {
      // The first character is a name of its own, and the last is none.
      return 0;
    }
    int right = right(end, length);
    boolean pair = length == 2 && PAIRS.endAt(b, given, end) == end;
    boolean sure = surname > 0 && (pair || (length == 2 && known == 2 && strong > 0));
    int shape =
        pair ? 30 : known == length ? shape(length, strong) : right >= 15 && known > 0 ? 5 : 0;
    boolean oneSided = (left == 0 && right < 40) || (right == 0 && left < 40);
    if ((oneSided && !(sure && left + right > 10)) || (shape == 0 && left + right < 70)) {
      return 0;
    }
    boolean cut = known < length && !pair && right < 15;
    return surname + shape + left + right - (cut ? 15 : 0);
  }

  /// What characters that given names are made of say for a name.
  private static int shape(int length, int strong) {
    return length == 2 ? strong > 0 ? 30 : 20 : strong > 0 ? 18 : 14;
  }

  /// What stands before a name that begins at `at` says for it.
  private int left(int at) {
    int i = at;
    boolean linked = false;
    while (i > from && i > at - 8 && isLink(b[i - 1])) {
      i--;
      linked = true;
    }
    int link = i - WIDTH >= from && LINKS.endAt(b, i - WIDTH, i) == i ? i - WIDTH : i;
    introduced = INTRODUCTIONS.startOfLast(b, Math.max(from, i - 15), i) >= 0;
    if (!introduced
        && link < i
        && INTRODUCTIONS.startOfLast(b, Math.max(from, link - 15), link) >= 0) {
      introduced = true;
      linked = true;
    }
    if (linked && !introduced && ROLES.startOfLast(b, Math.max(from, i - 6), i) >= 0) {
      introduced = b[i] == ':';
    }
    if (introduced) {
      return linked ? 50 : 40;
    }
    if (at == runStart) {
      if (at > from && b[at - 1] == '@' && (at - 1 == from || !Bytes.alphanumeric(b[at - 2]))) {
        return 45;
      }
      boolean word = at > from && Bytes.letter(b[at - 1]);
      return besideNumber(at, -1) ? 45 : isListed(at) ? 25 : word ? 0 : 15;
    }
    return has(PRECEDES, b, at - WIDTH) ? 15 : 0;
  }

  private static boolean isLink(byte c) {
    return c == ':' || c == ' ' || c == '"' || c == '(' || c == '=' || c == '*';
  }

  /// Whether the text before `at` is a comma of a list with ideographs before it.
  private boolean isListed(int at) {
    return at - WIDTH >= from && b[at - WIDTH] == (byte) 0xE3 && b[at - 1] == (byte) 0x81;
  }

  private int right(int end, int length) {
    if (end < to && (b[end] == '@' || b[end] == '_' || THINGS.endAt(b, end, to) > 0)) {
      return -LIMIT;
    }
    int title = TITLES.endAt(b, end, to);
    if (title > 0) {
      return title - end > WIDTH ? 45 : 15;
    }
    if (end == runEnd) {
      boolean list = end + 2 < to && b[end] == (byte) 0xE3 && b[end + 2] == (byte) 0x81;
      return besideNumber(end, 1) ? 45 : list ? 25 : 15;
    }
    if (!has(FOLLOWS, b, end)) {
      return 0;
    }
    boolean mayGoOn = length == 1 && has(GIVEN, b, end) && DAYS.endAt(b, end, to) < 0;
    return mayGoOn ? 4 : 15;
  }

  /// Whether eleven or more digits stand next to `at`, on the side that `step` says.
  private boolean besideNumber(int at, int step) {
    int i = step > 0 ? at : at - 1;
    int gap = 0;
    while (i >= from && i < to && gap < 4 && " ,:;|\t(+-/".indexOf(b[i]) >= 0) {
      i += step;
      gap++;
    }
    int digits = 0;
    while (i >= from
        && i < to
        && (Bytes.digit(b[i]) || b[i] == '-' || b[i] == ' ')
        && digits < 11) {
      digits += Bytes.digit(b[i]) ? 1 : 0;
      i += step;
    }
    return digits >= 11;
  }

  private static boolean isIdeograph(byte c) {
    int lead = c & 0xFF;
    return lead >= 0xE4 && lead <= 0xE9;
  }

  private static boolean isSurname(byte[] b, int at) {
    return has(COMMON | MEDIUM | RARE, b, at);
  }

  /// Whether the character at `at` is of one of these kinds.
  private static boolean has(int kinds, byte[] b, int at) {
    return at + WIDTH <= b.length && isIdeograph(b[at]) && (KINDS[ideograph(b, at)] & kinds) != 0;
  }

  /// The code of a character of three bytes.
  private static int ideograph(byte[] b, int at) {
    return ((b[at] & 0xF) << 12) | ((b[at + 1] & 0x3F) << 6) | (b[at + 2] & 0x3F);
  }

  static {
    Map<String, Words> words = new HashMap<>();
    for (String line : WordSet.lines(ChineseNames.class, "chinese-names.txt")) {
      int blank = line.indexOf(' ');
      String kind = line.substring(0, blank);
      String rest = line.substring(blank + 1);
      switch (kind) {
        case "common" -> add(rest, COMMON | SURNAMES);
        case "medium" -> add(rest, MEDIUM | SURNAMES);
        case "rare" -> add(rest, RARE | SURNAMES);
        case "given" -> add(rest, GIVEN);
        case "strong" -> add(rest, GIVEN | STRONG);
        case "after" -> add(rest, FOLLOWS);
        case "before" -> add(rest, PRECEDES);
        case "numbered" -> add(rest, NUMBERED);
        case "plain" -> add(rest, PLAIN);
        case "called" -> add(rest, CALLED);
        case "foreign" -> add(rest, FOREIGN);
        default -> words.put(kind, new Words(rest.split(" ")));
      }
      if (kind.equals("compound")) {
        Arrays.stream(rest.split(" ")).forEach(name -> KINDS[name.charAt(0)] |= SURNAMES);
      }
    }
    add("小老阿", SURNAMES);
    COMPOUND = words.getOrDefault("compound", new Words());
    INSIDE = words.getOrDefault("inside", new Words());
    THINGS = words.getOrDefault("thing", new Words());
    PAIRS = words.getOrDefault("pair", new Words());
    TITLES = words.getOrDefault("title", new Words());
    INTRODUCTIONS = words.getOrDefault("introduction", new Words());
  }

  private static void add(String characters, int kinds) {
    characters.chars().forEach(c -> KINDS[c] |= (short) kinds);
  }
}
