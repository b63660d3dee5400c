package dev.demarc.classify.family.place;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.number.Degrees;
import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.KeyedValue;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Utf8;
import dev.demarc.classify.text.Words;

/// Finds places on earth that are precise to a kilometre: a pair of decimal degrees, degrees with
/// minutes and seconds, a full plus code, a geohash under its key. Latitude and longitude under
/// keys of their own are a record ([RecordKind#PLACE]), or a pair on one line.
public final class Coordinates implements Family {
  private static final int REACH = 40;
  private static final String PLUS_DIGITS = "23456789CFGHJMPQRVWX";
  private static final Words PLACE_WORDS =
      new Words(
          "gps",
          "coord",
          "lat ",
          "lat:",
          "lat=",
          "lat,",
          "located",
          "location",
          "geo:",
          "map",
          "point(",
          "point (",
          "@",
          "ll=",
          "q=",
          "center=",
          "destination=",
          "origin=",
          "polygon",
          "linestring",
          "position",
          "place",
          "坐标",
          "经纬",
          "位置",
          "定位",
          "地图",
          "在");
  private static final Words OTHER_WORDS =
      new Words(
          "loss",
          "accuracy",
          "mean",
          "std",
          "price",
          "score",
          "usd",
          "eur",
          "rate",
          "vector",
          "tensor",
          "array",
          "ratio",
          "matrix",
          "weight",
          "rgb",
          "color",
          "opacity",
          "bbox",
          "viewbox",
          "translate",
          "scale",
          "probab",
          "auc",
          "precision",
          "recall",
          "latency",
          "embedding",
          "loss:",
          "range",
          "ci ");

  private static final Words DIRECTIONS = new Words("北纬", "南纬", "东经", "西经");

  private final Degrees degrees = new Degrees();
  private int start;
  private int end;
  private boolean hasLetter;
  private boolean hasMinutes;
  private boolean isPrecise;

  @Override
  public void declare(Triggers triggers) {
    triggers.dotted(this::decimal);
    triggers.at((char) 0xC2, this::degrees);
    triggers.words((scan, from, to) -> degrees(scan, from), "度");
    triggers.at('+', Coordinates::plusCode);
    triggers.keyed(
        Field.GEOHASH,
        new KeyedValue(Category.PRECISE_LOCATION, Extent.Take.WORD, 12, Coordinates::geohash));
  }

  // Decimal degrees.

  private int decimal(Scan s, int at) {
    byte[] b = s.bytes();
    int to = s.to();
    int first = opening(b, s.from(), at);
    boolean letters = first < at && !isSign(b[first]);
    int after = degrees.read(b, at, to);
    if (after < 0
        || degrees.decimals() < 3
        || degrees.value() > 180
        || isMoney(b, s.from(), first)) {
      return -1;
    }
    double one = degrees.value();
    int least = degrees.decimals();
    Field key = s.key(first);
    if (key == Field.LATITUDE || key == Field.LONGITUDE) {
      return besideOther(s, first, after, key);
    }
    int firstEnd = hemisphere(b, after, to);
    letters |= firstEnd > after;
    int next = separated(b, firstEnd, to);
    if (next < 0) {
      return -1;
    }
    boolean blankOnly = b[firstEnd] == ' ' && Bytes.skipBlanks(b, firstEnd, to) == next;
    int second = letters ? afterOpening(b, next, to) : next;
    second += second < to && isSign(b[second]) ? 1 : 0;
    after = second < to && Bytes.digit(b[second]) ? degrees.read(b, second, to) : -1;
    if (after < 0 || degrees.decimals() < 3 || !inRange(one, degrees.value())) {
      return -1;
    }
    least = Math.min(least, degrees.decimals());
    int last = hemisphere(b, after, to);
    boolean told = letters || isCoordinates(s, key, first);
    boolean small = one < 10 && degrees.value() < 10;
    boolean listed = listed(b, s.from(), first, last, to);
    if (small && least < 4 && key != Field.COORDINATES) {
      return -1;
    }
    if (!told && (least < 4 || small || listed || blankOnly || speaksOfMore(s, first))) {
      return -1;
    }
    int points = told ? 90 : 65;
    int evidence = Score.SHAPE | (told ? Score.CONTEXT : 0);
    int from = withScheme(b, s.from(), first);
    return s.report(Category.PRECISE_LOCATION, from, last, points, evidence) ? last : -1;
  }

  /// Where the `geo:` before `at` begins, which makes the pair a URI (RFC 5870); else `at`.
  private static int withScheme(byte[] b, int from, int at) {
    boolean geo = at - 4 >= from && Bytes.at(b, at - 4, at, "geo:");
    return geo && (at - 4 == from || !Bytes.alphanumeric(b[at - 5])) ? at - 4 : at;
  }

  private static boolean isCoordinates(Scan s, Field key, int at) {
    return key == Field.COORDINATES
        || (s.lastWordBefore(PLACE_WORDS, at) >= 0 && !speaksOfMore(s, at));
  }

  /// Whether the line speaks of other numbers that stand in pairs.
  private static boolean speaksOfMore(Scan s, int at) {
    return s.lastWordBefore(OTHER_WORDS, at) >= 0;
  }

  private static boolean inRange(double one, double other) {
    return (one <= 90 && other <= 180) || (one <= 180 && other <= 90);
  }

  /// A key before this number says which coordinate it is; the other follows under its own key,
  /// perhaps behind another number.
  private int besideOther(Scan s, int first, int after, Field key) {
    byte[] b = s.bytes();
    int limit = Math.min(s.to(), after + REACH);
    int i = after;
    while (i < limit) {
      if (!Bytes.digit(b[i]) || Bytes.digit(b[i - 1])) {
        i++;
        continue;
      }
      int from = i > after && isSign(b[i - 1]) ? i - 1 : i;
      int last = degrees.read(b, i, s.to());
      Field other =
          last < 0 || degrees.decimals() < 3 || degrees.value() > 180 ? Field.NONE : s.key(from);
      if (other != key && (other == Field.LATITUDE || other == Field.LONGITUDE)) {
        s.reportPair(Category.PRECISE_LOCATION, first, after, from, last, 90);
        return last;
      }
      i = Math.max(i + 1, last);
    }
    return -1;
  }

  private static boolean isDirection(byte c) {
    return c == ' ' || "NSEWO".indexOf(c) >= 0;
  }

  private static boolean isSign(byte c) {
    return c == '-' || c == '+';
  }

  private static boolean isMoney(byte[] b, int from, int at) {
    return at > from
        && (b[at - 1] == '$' || Bytes.letter(b[at - 1]) || b[at - 1] == '.' || b[at - 1] == '_');
  }

  /// Offset after a letter of a hemisphere that follows, else `at`.
  private static int hemisphere(byte[] b, int at, int to) {
    int i = at < to && b[at] == ' ' ? at + 1 : at;
    boolean letter = i < to && "NSEW".indexOf(b[i]) >= 0;
    boolean ends = i + 1 >= to || !(Bytes.alphanumeric(b[i + 1]) || b[i + 1] < 0);
    return letter && ends ? i + 1 : at;
  }

  /// Where the second number begins after a comma, semicolon, slash or blanks, or -1.
  private static int separated(byte[] b, int at, int to) {
    int i = Bytes.skipBlanks(b, at, to);
    if (i < to && (b[i] == ',' || b[i] == ';' || b[i] == '/' || b[i] == '|')) {
      i = Bytes.skipBlanks(b, i + 1, to);
    } else if (i + 3 <= to && Bytes.at(b, i, to, "%2c")) {
      i += 3;
    } else if (i + 3 <= to && b[i] == (byte) 0xE3 && b[i + 1] == (byte) 0x80) {
      i += 3;
    }
    return i > at && i < to && i - at < 6 ? i : -1;
  }

  /// Whether other decimals stand beside the pair, as in a matrix.
  private static boolean listed(byte[] b, int from, int first, int last, int to) {
    int i = first - 1;
    while (i > from && (b[i] == ' ' || b[i] == ',')) {
      i--;
    }
    boolean before = i < first - 1 && i >= from && Bytes.digit(b[i]);
    int k = last;
    while (k < to && k - last < 3 && (b[k] == ' ' || b[k] == ',' || b[k] == '-')) {
      k++;
    }
    int digits = k;
    while (digits < to && Bytes.digit(b[digits])) {
      digits++;
    }
    boolean after =
        k > last && digits > k && digits + 3 < to && b[digits] == '.' && Bytes.digit(b[digits + 3]);
    return before || after;
  }

  /// Offset after a direction that stands before a number.
  private static int afterOpening(byte[] b, int at, int to) {
    int direction = DIRECTIONS.endAt(b, at, to);
    boolean letter = at < to && "NSEW".indexOf(b[at]) >= 0;
    return direction > 0 ? direction : letter ? Bytes.skipBlanks(b, at + 1, to) : at;
  }

  // Degrees, minutes and seconds.

  private int degrees(Scan s, int at) {
    byte[] b = s.bytes();
    if (!angle(b, s.from(), at, s.to())) {
      return -1;
    }
    int first = start;
    boolean letters = hasLetter;
    boolean precise = isPrecise;
    int i = Bytes.skipBlanks(b, end, s.to());
    int limit = Math.min(s.to() - 1, i + 20);
    while (i < limit && sign(b, i, s.to()) < 0) {
      i++;
    }
    int afterFirst = end;
    boolean second = i < limit && angle(b, afterFirst, i, s.to());
    boolean near = second && start - afterFirst <= 6;
    if (!near || !precise || !isPrecise || !(letters || hasLetter || hasMinutes)) {
      return -1;
    }
    s.report(Category.PRECISE_LOCATION, first, end, 90, Score.SHAPE);
    return end;
  }

  /// Reads the angle whose degree sign stands at `at`.
  private boolean angle(byte[] b, int from, int at, int to) {
    int afterSign = sign(b, at, to);
    if (afterSign < 0) {
      return false;
    }
    int i = at;
    while (i > from && (Bytes.digit(b[i - 1]) || b[i - 1] == '.')) {
      i--;
    }
    if (i == at || degrees.read(b, i, at) != at || degrees.value() > 180) {
      return false;
    }
    isPrecise = degrees.decimals() >= 3;
    start = opening(b, from, i);
    hasLetter = start < i && !isSign(b[start]);
    end = afterSign;
    hasMinutes = part(b, to, (byte) 0xB2, '\'', "分");
    if (hasMinutes) {
      isPrecise = true;
      part(b, to, (byte) 0xB3, '"', "秒");
    }
    int letter = hemisphere(b, end, to);
    hasLetter |= letter > end;
    end = letter;
    return true;
  }

  /// Offset after a sign for degrees at `at`, or -1.
  private static int sign(byte[] b, int at, int to) {
    if (b[at] == (byte) 0xC2 && at + 1 < to && b[at + 1] == (byte) 0xB0) {
      return at + 2;
    }
    boolean word = b[at] == (byte) 0xE5 && at + 2 < to && Utf8.codePoint(b, at) == '度';
    return word ? at + 3 : -1;
  }

  private static int opening(byte[] b, int from, int at) {
    int i = at > from && isSign(b[at - 1]) ? at - 1 : at;
    int letter = i > from && b[i - 1] == ' ' ? i - 2 : i - 1;
    if (letter >= from
        && "NSEW".indexOf(b[letter]) >= 0
        && (letter == from || !Bytes.alphanumeric(b[letter - 1]))) {
      return letter;
    }
    boolean chinese = i - 6 >= from && DIRECTIONS.startOfLast(b, i - 6, i) == i - 6;
    return chinese ? i - 6 : i;
  }

  /// Reads minutes or seconds from `end` on: digits, and one of their signs.
  private boolean part(byte[] b, int to, byte prime, char quote, String word) {
    int i = Bytes.skipBlanks(b, end, to);
    int stop = i;
    while (stop < to && (Bytes.digit(b[stop]) || b[stop] == '.')) {
      stop++;
    }
    if (stop == i || stop >= to) {
      return false;
    }
    int after = stop;
    if (b[stop] == quote) {
      after = stop + 1;
      // CSV doubles it.
      after +=
          quote == '"' && after + 1 < to && b[after] == quote && isDirection(b[after + 1]) ? 1 : 0;
    } else if ((b[stop] == '\\') && stop + 1 < to && b[stop + 1] == quote) {
      after = stop + 2;
    } else if (quote == '"' && stop + 1 < to && b[stop] == '\'' && b[stop + 1] == '\'') {
      after = stop + 2;
    } else if (stop + 2 < to && b[stop] == (byte) 0xE2 && b[stop + 1] == (byte) 0x80) {
      boolean sign = b[stop + 2] == prime || (b[stop + 2] & 0xFF) == (quote == '"' ? 0x9D : 0x99);
      after = sign ? stop + 3 : stop;
    } else if (stop + 2 < to && Utf8.codePoint(b, stop) == word.charAt(0)) {
      after = stop + 3;
    }
    end = after > stop ? after : end;
    return after > stop;
  }

  // Codes.

  /// An open location code of ten digits and more, or a short one with the place that completes it.
  private static int plusCode(Scan s, int at) {
    byte[] b = s.bytes();
    int first = at;
    while (first > s.from() && isPlusDigit(b[first - 1])) {
      first--;
    }
    int length = at - first;
    int last = at + 1;
    while (last < s.to() && isPlusDigit(b[last])) {
      last++;
    }
    int tail = last - at - 1;
    boolean alone =
        (first == s.from() || !(Bytes.alphanumeric(b[first - 1]) || b[first - 1] == '+'))
            && (last == s.to()
                || !(Bytes.alphanumeric(b[last]) || b[last] == '+' || b[last] == '='));
    if (!alone || tail < 2 || tail > 3 || (length != 8 && length != 4 && length != 6)) {
      return -1;
    }
    boolean full = length == 8 && PLUS_DIGITS.indexOf(b[first]) <= 8;
    if (!full && !(length < 8 && beforePlace(b, last, s.to()) && hasBoth(b, first, at))) {
      return -1;
    }
    s.report(Category.PRECISE_LOCATION, first, last, full ? 80 : 65, Score.SHAPE);
    return last;
  }

  private static boolean isPlusDigit(byte c) {
    return c > 0 && PLUS_DIGITS.indexOf(c) >= 0;
  }

  private static boolean hasBoth(byte[] b, int from, int to) {
    boolean letter = false;
    boolean digit = false;
    for (int i = from; i < to; i++) {
      letter |= Bytes.letter(b[i]);
      digit |= Bytes.digit(b[i]);
    }
    return letter && digit;
  }

  private static boolean beforePlace(byte[] b, int at, int to) {
    int i = at < to && b[at] == ',' ? at + 1 : at;
    i = Bytes.skipBlanks(b, i, to);
    boolean named = i + 2 < to && b[i] >= 'A' && b[i] <= 'Z' && b[i + 1] >= 'a';
    return i > at && i < to && (named || (b[i] & 0xFF) >= 0xE4);
  }

  private static int geohash(byte[] b, int from, int to, Family.Link link) {
    if (to - from < 5 || to - from > 12) {
      return 0;
    }
    int digits = 0;
    for (int i = from; i < to; i++) {
      if (!Bytes.alphanumeric(b[i]) || "ailo".indexOf(Bytes.lower(b[i])) >= 0) {
        return 0;
      }
      digits += Bytes.digit(b[i]) ? 1 : 0;
    }
    boolean word = link == Family.Link.SENTENCE && (digits == 0 || to - from < 6);
    return word ? 0 : KeyedValue.ENOUGH;
  }
}
