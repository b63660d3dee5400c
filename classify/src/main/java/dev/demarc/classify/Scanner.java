package dev.demarc.classify;

import dev.demarc.classify.Hits.Sum;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds values in decoded text in one pass: a table tells which bytes can be part of a value's
/// anatomy (a digit, `@`, `:`, `=` …), all others are stepped over, and at such an anchor the
/// family's parser reads forward or back.
final class Scanner {
  private static final byte SKIP = 0;
  private static final byte DIGIT = 1;
  private static final byte COLON = 2;
  private static final byte EQUALS = 3;
  private static final byte AT = 4;
  private static final byte DASH = 5;
  private static final byte DOT = 6;
  private static final byte QUOTE = 7;
  private static final byte[] ANCHOR = new byte[256];

  static {
    Arrays.fill(ANCHOR, '0', '9' + 1, DIGIT);
    ANCHOR[':'] = COLON;
    ANCHOR['='] = EQUALS;
    ANCHOR['@'] = AT;
    ANCHOR['-'] = DASH;
    ANCHOR['.'] = DOT;
    ANCHOR['"'] = QUOTE;
    ANCHOR['\''] = QUOTE;
  }

  private final boolean allowNobody;
  private final Hits hits;
  private final IpAddresses ips = new IpAddresses();
  private final MacAddresses macs = new MacAddresses();
  private final EmailAddresses emails = new EmailAddresses();
  private final CardNumbers cards = new CardNumbers();
  private final NetworkNames names = new NetworkNames();

  private View view = new View();
  private byte[] b = new byte[0];
  private int from;
  private int to;
  private Field hint = Field.NONE;
  private boolean wifi;

  Scanner(ClassifierSettings settings, Hits hits) {
    this.allowNobody = settings.allowDocumentationRanges();
    this.hits = hits;
  }

  /// Scans [start, end) of the text; `field` is what a key or column says about it, `nearWifi`
  /// whether its surroundings speak of Wi-Fi.
  void scan(View text, int start, int end, Field field, boolean nearWifi) {
    view = text;
    b = text.bytes();
    from = start;
    to = end;
    hint = field;
    wifi = nearWifi;
    if (hint == Field.SSID && names.whole(b, from, to)) {
      network(names.start(), names.end());
    } else if (names(hint, Field.MAC)) {
      bareMac(Bytes.skipBlanks(b, from, to));
    }
    int i = from;
    while (i < to) {
      byte anchor = ANCHOR[b[i] & 0xFF];
      i =
          switch (anchor) {
            case SKIP -> i + 1;
            case DIGIT -> digits(i);
            case COLON -> colon(i);
            case EQUALS -> keyed(i);
            case AT -> at(i);
            case DASH -> dash(i);
            case DOT -> dot(i);
            default -> quote(i);
          };
    }
  }

  /// Scans a number literal.
  void number(View literal, Field field) {
    view = literal;
    b = literal.bytes();
    from = literal.start();
    to = literal.end();
    hint = field;
    int end = from;
    while (end < to && Bytes.digit(b[end])) {
      end++;
    }
    if (end < to && !fractionIsZero(end)) {
      return;
    }
    if (hint == Field.IP) {
      packedIp(end);
    } else if (cards.candidate(b, from, end)) {
      card(from, to);
    } else if (hint == Field.SSID) {
      network(from, to);
    }
  }

  private boolean fractionIsZero(int end) {
    if (b[end] != '.') {
      return false;
    }
    for (int i = end + 1; i < to; i++) {
      if (b[i] != '0') {
        return false;
      }
    }
    return true;
  }

  /// An IPv4 address as one number, as databases keep it.
  private void packedIp(int end) {
    if (end - from < 8 || end - from > 10) {
      return;
    }
    long packed = Long.parseLong(new String(b, from, end - from, StandardCharsets.US_ASCII));
    if (packed >> 32 == 0) {
      byte[] dotted =
          ((packed >> 24)
                  + "."
                  + (packed >> 16 & 255)
                  + "."
                  + (packed >> 8 & 255)
                  + "."
                  + (packed & 255))
              .getBytes(StandardCharsets.US_ASCII);
      if (ips.v4(dotted, 0, dotted.length) > 0 && !(allowNobody && ips.belongsToNobody())) {
        hits.add(
            Category.IP_ADDRESS,
            Field.IP,
            new Sum(Score.FOR_KEY + 20, Score.KEY),
            view,
            from,
            to,
            ips.canonical());
      }
    }
  }

  private int digits(int i) {
    int end = i + 1;
    while (end < to && Bytes.digit(b[end])) {
      end++;
    }
    Glue glue = glue(i);
    if (glue == Glue.PART) {
      return end;
    }
    if (end - i <= 3 && end < to && b[end] == '.') {
      int after = ips.v4(b, i, to);
      if (after > 0 && v4(i, after, glue)) {
        return after;
      }
    }
    if (cards.candidate(b, i, to)) {
      int after = glue == Glue.FREE || keyAt(i) == Field.CARD ? card(i, -1) : -1;
      if (after > 0) {
        return after;
      }
    }
    return end;
  }

  /// How a number hangs together with what stands before it.
  private enum Glue {
    FREE,
    /// A letter or dash stands before it: only a key can make it a value.
    WORD,
    /// It goes on from something else.
    PART
  }

  private Glue glue(int i) {
    if (i == from) {
      return Glue.FREE;
    }
    byte before = b[i - 1];
    if (Bytes.letter(before)) {
      return Glue.WORD;
    }
    return switch (before) {
      case '_', '+', '#' -> Glue.PART;
      case '.' -> i - 1 > from && Bytes.alphanumeric(b[i - 2]) ? Glue.PART : Glue.FREE;
      case '-' ->
          i - 1 > from && (Bytes.alphanumeric(b[i - 2]) || b[i - 2] == '_') ? Glue.WORD : Glue.FREE;
      default -> Glue.FREE;
    };
  }

  private Field keyAt(int i) {
    Field key = Nearby.keyBefore(b, from, i);
    return key == Field.NONE ? hint : hint.under(key);
  }

  private boolean v4(int start, int end, Glue glue) {
    if (allowNobody && ips.belongsToNobody()) {
      return true;
    }
    Field key = keyAt(start);
    int points = 70;
    int evidence = Score.SHAPE;
    if (key == Field.IP) {
      points += Score.FOR_KEY;
      evidence |= Score.KEY;
    } else if (key == Field.VERSION || glue == Glue.WORD || isProductVersion(start, end)) {
      points -= Score.AGAINST;
    }
    hits.add(
        Category.IP_ADDRESS,
        Field.IP,
        new Sum(points, evidence),
        view,
        start,
        end,
        ips.canonical());
    return true;
  }

  /// `Chrome/120.0.0.0`, `1.2.3.4-rc1`: versions of products. `host/10.1.2.3:8020` is not one.
  private boolean isProductVersion(int start, int end) {
    boolean afterName = start - 1 > from && b[start - 1] == '/' && Bytes.letter(b[start - 2]);
    boolean port = end < to && b[end] == ':';
    boolean suffix = end + 1 < to && (b[end] == '-' || b[end] == '+') && Bytes.letter(b[end + 1]);
    return (afterName && !port) || suffix;
  }

  /// Reports a card among the candidate digits at `i` and returns the offset after it, or -1.
  private int card(int i, int literalEnd) {
    boolean literal = literalEnd > 0;
    Field key = literal ? hint : keyAt(i);
    if (!cards.find(b, key == Field.CARD)) {
      return -1;
    }
    int start = literal ? i : cards.start();
    int end = literal ? literalEnd : cards.end();
    if (allowNobody && cards.belongsToNobody()) {
      return end;
    }
    int points = cards.score();
    int evidence = cards.evidence();
    if (key == Field.CARD) {
      boolean checked = (evidence & Score.CHECKSUM) != 0;
      points += Score.FOR_KEY + (checked ? 0 : 15);
      evidence |= Score.KEY;
    } else if (key == Field.SERIAL) {
      points -= Score.AGAINST;
    } else if (!literal) {
      int words = Nearby.cardWords(b, from, start);
      points += words;
      evidence |= words > 0 ? Score.CONTEXT : 0;
    }
    Sum sum = new Sum(points, evidence);
    boolean taken =
        hits.add(Category.PAYMENT_CARD, Field.CARD, sum, view, start, end, cards.canonical());
    return taken ? end : -1;
  }

  private int colon(int i) {
    int start = hexStart(i, 4);
    boolean pair = i + 1 < to && b[i + 1] == ':';
    if ((start < i || pair) && freeBefore(start)) {
      int end = start < i ? mac(start, macs.octets(b, start, to, (byte) ':'), 70) : -1;
      if (end < 0) {
        end = v6(start);
      }
      if (end > 0) {
        return end;
      }
    }
    return keyed(i);
  }

  private int hexStart(int i, int most) {
    int start = i;
    while (start > from && i - start <= most && Bytes.hex(b[start - 1]) >= 0) {
      start--;
    }
    return i - start > most ? i : start;
  }

  /// Whether an address may begin at `start`: not inside a word, and not after a group of its own.
  private boolean freeBefore(int start) {
    if (start == from) {
      return true;
    }
    byte before = b[start - 1];
    if (Bytes.alphanumeric(before) || before == '_') {
      return false;
    }
    if (before != ':') {
      return true;
    }
    int word = start - 1;
    boolean hex = true;
    while (word > from && Bytes.alphanumeric(b[word - 1])) {
      hex &= Bytes.hex(b[--word]) >= 0;
    }
    return !hex || start - 1 - word > 4;
  }

  private int dash(int i) {
    int start = hexStart(i, 2);
    if (i - start == 2 && freeBefore(start) && (start == from || b[start - 1] != '-')) {
      int end = mac(start, macs.octets(b, start, to, (byte) '-'), 70);
      return end > 0 ? end : i + 1;
    }
    return i + 1;
  }

  private int dot(int i) {
    int start = hexStart(i, 4);
    if (i - start == 4 && freeBefore(start) && (start == from || b[start - 1] != '.')) {
      int end = mac(start, macs.dotted(b, start, to), 70);
      return end > 0 ? end : i + 1;
    }
    return i + 1;
  }

  private void bareMac(int at) {
    int end = macs.bare(b, at, to);
    if (end > 0) {
      mac(at, end, 70);
    }
  }

  private int mac(int start, int end, int shape) {
    if (end < 0 || (allowNobody && macs.belongsToNobody())) {
      return end;
    }
    Field key = keyAt(start);
    boolean keyed = names(key, Field.MAC);
    int points = (macs.weak() ? 40 : shape) + (keyed ? Score.FOR_KEY : 0);
    boolean near = key != Field.DEVICE_MAC && (wifi || Nearby.wifi(b, from, start));
    boolean station = key == Field.BSSID || near;
    int evidence = Score.SHAPE | (keyed ? Score.KEY : 0) | (near ? Score.CONTEXT : 0);
    Category category = station ? Category.WIFI_BSSID : Category.MAC_ADDRESS;
    Field word = station ? Field.BSSID : key == Field.DEVICE_MAC ? key : Field.MAC;
    Sum sum = new Sum(points + (near ? Score.FOR_CONTEXT : 0), evidence);
    boolean taken = hits.add(category, word, sum, view, start, end, macs.canonical());
    return taken ? end : -1;
  }

  /// Whether the field is of the same kind as `kind`, where MAC stands for all three of its fields.
  private static boolean names(Field field, Field kind) {
    return field == kind
        || (kind == Field.MAC && (field == Field.BSSID || field == Field.DEVICE_MAC));
  }

  private int v6(int start) {
    int end = ips.v6(b, start, to);
    if (end < 0) {
      return -1;
    }
    if (allowNobody && ips.belongsToNobody()) {
      return end;
    }
    int points = 40 + (ips.writtenOut() ? 20 : 0);
    int evidence = Score.SHAPE;
    if (ips.hasHostPrefix()) {
      points += 20;
      evidence |= Score.PREFIX;
    }
    if (keyAt(start) == Field.IP) {
      points += Score.FOR_KEY;
      evidence |= Score.KEY;
    }
    Sum sum = new Sum(points, evidence);
    boolean taken = hits.add(Category.IP_ADDRESS, Field.IP, sum, view, start, end, ips.canonical());
    return taken ? end : -1;
  }

  private int at(int i) {
    if (!emails.around(b, from, i, to)) {
      return i + 1;
    }
    int end = emails.end();
    if (allowNobody && emails.belongsToNobody(b)) {
      return end;
    }
    boolean keyed = keyAt(emails.start()) == Field.EMAIL;
    Sum sum = new Sum(75 + (keyed ? 25 : 0), Score.SHAPE | (keyed ? Score.KEY : 0));
    hits.add(Category.EMAIL, Field.EMAIL, sum, view, emails.start(), end, emails.canonical(b));
    return end;
  }

  /// A key may stand before this `:` or `=`; some keys give values that have no shape of their own.
  private int keyed(int i) {
    if (i == from) {
      return i + 1;
    }
    Field key = KeyTable.of(b, Nearby.keyStart(b, from, i), i);
    if (key == Field.SSID && names.after(b, from, i + 1, to)) {
      network(names.start(), names.end());
      return names.end();
    }
    if (names(key, Field.MAC)) {
      int at = i + 1;
      while (at < to && (b[at] == ' ' || b[at] == '"' || b[at] == '\'' || b[at] == '\t')) {
        at++;
      }
      bareMac(at);
    }
    return i + 1;
  }

  private int quote(int i) {
    int before = i;
    while (before > from && b[before - 1] == ' ') {
      before--;
    }
    boolean mayBeKey =
        before > from
            && (Bytes.lower(b[before - 1]) == 'd'
                || Bytes.lower(b[before - 1]) == 'k'
                || b[before - 1] < 0);
    if (mayBeKey
        && KeyTable.of(b, Nearby.keyStart(b, from, before), before) == Field.SSID
        && i > before
        && names.quotedAt(b, i, to)) {
      network(names.start(), names.end());
      return names.end();
    }
    return i + 1;
  }

  private void network(int start, int end) {
    Sum sum = new Sum(80, Score.KEY);
    hits.add(Category.WIFI_SSID, Field.SSID, sum, view, start, end, view.original(start, end));
  }
}
