package dev.demarc.classify.family.contact;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.number.CallingCodes;
import dev.demarc.classify.number.NumberChain;
import dev.demarc.classify.number.NumberChain.Edge;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;

/// Finds telephone numbers by the plans of E.164 and by how countries write them: with a calling
/// code, as a Chinese mobile number, in the groups of North America, Europe, Brazil, India, Korea
/// or Japan. What has no such form needs a key, and what is only plausible a word nearby.
public final class PhoneNumbers implements Family {
  private static final int SHORTEST = 7;
  private static final int LONGEST = 17;

  /// A form that nothing else has, one that few things have, and one that needs a word nearby.
  private static final int SURE = 80;

  private static final int LIKELY = 65;
  private static final int MAYBE = 40;
  private static final int HARDLY = 20;

  @Override
  public void declare(Triggers triggers) {
    triggers.gluedNumbers(SHORTEST, LONGEST, PhoneNumbers::weigh);
  }

  private static void weigh(Scan s, NumberChain n) {
    byte[] b = s.bytes();
    boolean plus = n.start() > s.from() && b[n.start() - 1] == '+' && mayBegin(b, s.from(), n);
    if ((!plus && n.before() == Edge.PART) || !mayEnd(b, n, s.to())) {
      return;
    }
    Field key = s.key(n.start());
    boolean keyed = key == Field.PHONE;
    if (!keyed && (s.isLiteral() || (!plus && n.before() == Edge.WORD))) {
      return;
    }
    int form = plus ? international(n, 0) : joined(b, s, n) ? 0 : national(b, n);
    if (!keyed && inPath(b, s.from(), n)) {
      form = Math.min(form, MAYBE);
    }
    if (!keyed && form > 0 && n.groups() > 2 && Nearby.isAmongHex(s, n)) {
      return;
    }
    boolean fits = form > 0 || (keyed && mayBeUnderKey(n));
    if (!fits || PhoneWords.isOfArticle(s, n.start())) {
      return;
    }
    boolean told = ListedNumbers.holds(b, s.from(), n, s.to()) || isSpelledOut(b, s.from(), n);
    form = form == MAYBE && told ? LIKELY : form;
    int start = start(b, s.from(), n, plus);
    int end = withExtension(b, n.end(), s.to());
    if (s.allowsNobody() && isFiction(n)) {
      s.reportNobody(start, end, SURE);
      return;
    }
    report(s, key, start, end, Math.max(form, HARDLY));
  }

  private static void report(Scan s, Field key, int start, int end, int form) {
    int evidence = Score.SHAPE | (form >= LIKELY ? Score.GROUPING : 0);
    if (key == Field.PHONE) {
      s.report(Category.PHONE, start, end, form + Score.FOR_KEY, evidence | Score.KEY);
      return;
    }
    // Stock is a storey in German.
    boolean storey = key == Field.GOODS && form >= LIKELY;
    boolean other = !key.isOpen() && !storey;
    int words = other ? -Score.AGAINST : form < MAYBE ? 0 : PhoneWords.before(s, start);
    int told = words > 0 ? Score.CONTEXT : 0;
    s.report(Category.PHONE, start, end, form + words, evidence | told);
  }

  /// Whether it is a mobile number digit by digit behind Chinese words, as people write it who do
  /// not want it found.
  private static boolean isSpelledOut(byte[] b, int from, NumberChain n) {
    int before = Bytes.trimEnd(b, from, n.start());
    boolean apart = n.groups() == n.count() && n.count() == 11 && before - 3 >= from;
    return apart && (b[before - 3] & 0xFF) >= 0xE4 && (b[before - 3] & 0xFF) <= 0xE9;
  }

  // Edges.

  private static boolean mayBegin(byte[] b, int from, NumberChain n) {
    int before = n.start() - 2;
    return before < from || !(Bytes.alphanumeric(b[before]) || b[before] == '+');
  }

  private static boolean mayEnd(byte[] b, NumberChain n, int to) {
    int end = n.end();
    if (end == to || n.after() == Edge.FREE) {
      return end == to
          || !(b[end] == '@'
              || b[end] == '%'
              || (b[end] == '.' && end + 1 < to && Bytes.letter(b[end + 1])));
    }
    boolean extension = Bytes.lower(b[end]) == 'x' && end + 1 < to && Bytes.digit(b[end + 1]);
    return n.after() == Edge.WORD && (extension || Bytes.at(b, end, to, "ext"));
  }

  /// Whether it is a part of a path, as the id of a resource is.
  private static boolean inPath(byte[] b, int from, NumberChain n) {
    int slash = n.start() - 1;
    return slash > from && b[slash] == '/' && Bytes.letter(b[slash - 1]);
  }

  /// Whether the stretch is only part of a longer row of groups.
  private static boolean joined(byte[] b, Scan s, NumberChain n) {
    int separator = n.separator();
    int before = n.start() - 1;
    int after = n.end();
    boolean left = before > s.from() && Bytes.digit(b[before - 1]) && goesOn(b[before], separator);
    boolean right = after + 1 < s.to() && Bytes.digit(b[after + 1]) && goesOn(b[after], separator);
    if (n.groups() == 1 && n.count() >= SHORTEST) {
      left = left && !isListed(b, before, -1, s.from() - 1);
      right = right && !isListed(b, after, 1, s.to());
    }
    return left || right;
  }

  /// Whether `,` or `/` at `at` divides the number from another whole one.
  private static boolean isListed(byte[] b, int at, int step, int stop) {
    int i = at + step;
    while (i != stop && Bytes.digit(b[i])) {
      i += step;
    }
    int digits = Math.abs(i - at) - 1;
    return (b[at] == ',' || b[at] == '/') && digits >= SHORTEST && digits <= LONGEST;
  }

  private static boolean goesOn(byte c, int separator) {
    return c == ' ' ? separator == ' ' : NumberChain.separates(c) || c == ':' || c == ',';
  }

  /// Where the number begins with its `+` and an opening parenthesis that closes in it.
  private static int start(byte[] b, int from, NumberChain n, boolean plus) {
    int start = plus ? n.start() - 1 : n.start();
    boolean closes = Bytes.find(b, start, n.end(), ')') < n.end();
    boolean opens = Bytes.find(b, start, n.end(), '(') < Bytes.find(b, start, n.end(), ')');
    return closes && !opens && start > from && b[start - 1] == '(' ? start - 1 : start;
  }

  private static int withExtension(byte[] b, int end, int to) {
    int i = Bytes.skipBlanks(b, end, to);
    if (i < to && b[i] == ',') {
      i = Bytes.skipBlanks(b, i + 1, to);
    }
    int digits = -1;
    for (String word : new String[] {"extension", "ext.", "ext", "x"}) {
      if (Bytes.at(b, i, to, word)) {
        digits = Bytes.skipBlanks(b, i + word.length(), to);
        break;
      }
    }
    int stop = digits;
    while (stop >= 0 && stop < to && Bytes.digit(b[stop])) {
      stop++;
    }
    boolean whole = stop > digits && stop - digits <= 6;
    return whole && (stop == to || !Bytes.letter(b[stop])) ? stop : end;
  }

  // Forms.

  private static int international(NumberChain n, int from) {
    int code = CallingCodes.codeLength(n, from);
    return code > 0 ? SURE : 0;
  }

  private static int national(byte[] b, NumberChain n) {
    int mobile = chineseMobile(n);
    if (mobile > 0) {
      return mobile;
    }
    if (n.digit(0) == 0) {
      return n.digit(1) == 0 ? abroad(n) : withTrunk(n);
    }
    return switch (n.count()) {
      case 10 -> tenDigits(b, n);
      case 11 -> elevenDigits(b, n);
      case 9 -> nineDigits(n);
      case 8 -> n.groups() == 1 ? isDate(n) ? 0 : HARDLY : n.shape() == 0x44 ? MAYBE : 0;
      case 12, 13 -> withoutPlus(n);
      default -> 0;
    };
  }

  /// A mobile number abroad with its calling code but no sign before it: Britain, Germany, Italy.
  private static int withoutPlus(NumberChain n) {
    long head = n.value(0, 4);
    boolean british = n.count() == 12 && head / 10 == 447;
    boolean german = head >= 4915 && head <= 4917;
    boolean italian = n.count() == 12 && head / 10 == 393;
    return british || german || italian ? MAYBE : 0;
  }

  private static int abroad(NumberChain n) {
    return international(n, 2) == 0 || n.digit(2) == 0 ? 0 : n.groups() > 1 ? LIKELY : MAYBE;
  }

  /// A mobile number of mainland China, with or without 86 or 0086 before it.
  private static int chineseMobile(NumberChain n) {
    int skip = n.count() - 11;
    boolean head =
        switch (skip) {
          case 0 -> true;
          case 2 -> n.digit(0) == 8 && n.digit(1) == 6;
          case 4 -> n.value(0, 4) == 86;
          default -> false;
        };
    if (!head || !isChineseMobile(n, skip)) {
      return 0;
    }
    if (n.groups() == n.count()) {
      // Digit by digit, as rows of a table are too.
      return MAYBE;
    }
    long shape = n.shape();
    boolean usual =
        n.groups() == 1
            || (shape & 0xFFF) == 0x344
            || (shape & 0xFFF) == 0x335
            || (shape & 0xFF) == 0x38
            || (shape & 0xFF) == 0x74
            || (shape & 0xFFF) == 0x353
            || (shape & 0xFFF) == 0x443
            || (skip > 0 && n.groups() == 2 && n.length(0) == skip);
    boolean american = shape == 0x1334;
    boolean even = isEven(n) && n.length(0) > 1 && n.separator() != ' ' && n.separator() != '/';
    return usual ? n.groups() > 1 ? SURE - 5 : LIKELY : american ? 0 : even ? LIKELY - 5 : MAYBE;
  }

  /// Segments that carriers in mainland China have been given.
  private static boolean isChineseMobile(NumberChain n, int from) {
    if (n.digit(from) != 1 || n.value(from + 4, from + 11) == 0) {
      return false;
    }
    int third = n.digit(from + 2);
    return switch (n.digit(from + 1)) {
      case 3, 8 -> true;
      case 4 -> third >= 5;
      case 5 -> third != 4;
      case 6 -> third == 2 || (third >= 5 && third <= 7);
      case 7 -> third != 9;
      case 9 -> third != 4;
      default -> false;
    };
  }

  private static int tenDigits(byte[] b, NumberChain n) {
    boolean american = n.digit(0) >= 2 && n.digit(3) >= 2 && n.value(0, 3) % 100 != 11;
    long shape = n.shape();
    if (shape == 0x334 && american) {
      return american(b, n, 0);
    }
    if (shape == 0x55 && n.digit(0) >= 6) {
      return MAYBE + 10;
    }
    if (shape == 0x244 && isParenthesised(b, n)) {
      return LIKELY;
    }
    if (american && isEven(n)) {
      return MAYBE;
    }
    boolean italian = n.digit(0) == 3 && (shape == 0x334 || shape == 0x37 || shape == 0x3322);
    return italian || (n.groups() == 1 && (american || n.digit(0) >= 6)) ? MAYBE : 0;
  }

  /// Whether all groups but a shorter last one have as many digits.
  private static boolean isEven(NumberChain n) {
    int last = n.groups() - 1;
    boolean even = last > 0 && n.length(last) <= n.length(0);
    for (int k = 1; k < last; k++) {
      even &= n.length(k) == n.length(0);
    }
    return even;
  }

  private static int american(byte[] b, NumberChain n, int first) {
    int between = b[n.start() + n.length(0) + (first == 0 ? 0 : 1)];
    if (isParenthesised(b, n)) {
      return SURE - 5;
    }
    boolean service = first == 0 && n.value(0, 3) == 400;
    boolean equal = first > 0 || n.separator() > 0;
    return service || !equal || between == '_' || between == '/'
        ? MAYBE
        : between == ' ' ? MAYBE + 10 : LIKELY;
  }

  private static boolean isParenthesised(byte[] b, NumberChain n) {
    int close = Bytes.find(b, n.start(), n.end(), ')');
    return close < n.end();
  }

  private static int elevenDigits(byte[] b, NumberChain n) {
    long shape = n.shape();
    if (n.digit(0) == 1 && shape == 0x1334 && n.digit(1) >= 2 && n.digit(4) >= 2) {
      return american(b, n, 1);
    }
    boolean brazilian = n.digit(2) == 9 && n.digit(0) > 0 && n.digit(1) > 0;
    if (brazilian && (shape == 0x254 || shape == 0x2144)) {
      return isParenthesised(b, n) ? SURE - 5 : LIKELY;
    }
    boolean russian = n.digit(0) == 8 && (shape == 0x1334 || shape == 0x13322);
    return brazilian && shape == 0x29 ? MAYBE : russian ? LIKELY : 0;
  }

  private static int nineDigits(NumberChain n) {
    long shape = n.shape();
    boolean grouped = shape == 0x333 || shape == 0x2322 || shape == 0x3222;
    return grouped ? MAYBE : n.groups() == 1 && n.digit(0) >= 4 ? MAYBE : 0;
  }

  /// With the zero that many countries dial before an area code.
  private static int withTrunk(NumberChain n) {
    if (n.count() < 9 || n.count() > 12) {
      return 0;
    }
    long shape = n.shape();
    if (n.groups() == 1) {
      return MAYBE;
    }
    if (shape == 0x22222) {
      return n.separator() > 0 ? LIKELY + 5 : MAYBE;
    }
    int first = n.length(0);
    if (shape == 0x42222 && n.digit(1) == 1 && n.digit(2) >= 5 && n.digit(2) <= 7) {
      return LIKELY;
    }
    boolean zip = shape == 0x54;
    boolean area = first >= 3 && first <= 5 && n.groups() <= 4 && evenTail(n) && !zip;
    boolean short2 = (shape == 0x244 || shape == 0x234) && n.separator() != '.';
    if (!area && !short2) {
      return MAYBE - 5;
    }
    boolean dotted = n.separator() == '.' || n.separator() == '_';
    return dotted ? MAYBE : first == 2 && n.separator() == ' ' ? MAYBE + 10 : LIKELY - 5;
  }

  /// Whether each group after the area code has at least two digits, and the last at least three
  /// where there is only one.
  private static boolean evenTail(NumberChain n) {
    int least = 9;
    for (int k = 1; k < n.groups(); k++) {
      least = Math.min(least, n.length(k));
    }
    return least >= 2;
  }

  private static boolean mayBeUnderKey(NumberChain n) {
    boolean dated = n.count() == 8 && isDate(n) && n.groups() == 3;
    return n.count() <= 15 && !dated && n.after() == Edge.FREE;
  }

  private static boolean isDate(NumberChain n) {
    long year = n.value(0, 4);
    long month = n.value(4, 6);
    long day = n.value(6, 8);
    return year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  /// 555-0100 to 555-0199 are kept for fiction in North America.
  private static boolean isFiction(NumberChain n) {
    int at = n.count() - 7;
    return (at == 0 || at == 3 || (at == 4 && n.digit(0) == 1)) && n.value(at, at + 5) == 55501;
  }
}
