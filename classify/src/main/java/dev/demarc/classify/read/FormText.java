package dev.demarc.classify.read;

import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Signs;
import dev.demarc.classify.text.Utf8;
import dev.demarc.classify.text.View;
import java.util.Arrays;

/// Reads what a text holds of query strings and forms (`a=b&c=d`, WHATWG URL section 5) as it is
/// meant: `%41` as its byte, `+` as a space, and a list of names with their values. Where such a
/// run stands nothing else can be meant, so that it is read in no other spelling; the text around
/// it stays as it is.
final class FormText {
  /// Words of a text are shorter on average, runs of base64 between two `+` longer.
  private static final int LONG_WORDS = 16;

  private static final int MOST_PAIRS = 256;

  private final View decoded = new View();
  private byte[] out = new byte[0];
  private int[] map = new int[0];
  private int size;

  /// Where the run begins that was looked at last, how far it was, and whether it has pairs.
  private int runFrom;

  private int checkedTo;
  private int aheadTo;
  private boolean pairs;
  private boolean several;

  /// Where the stretch of characters of base64 ends that was looked at last, and what it is.
  private int codeTo;

  private boolean mixed;
  private boolean longWords;

  // The pairs of the text decoded last: where each name begins, its value begins, and that ends.
  private int[] names = new int[8];
  private int[] values = new int[8];
  private int[] ends = new int[8];
  private int[] runs = new int[8];
  private int count;
  private int run;

  /// Whether one stands in the text that has something to decode.
  boolean applies(View text) {
    if (!text.has(Signs.FORM) || !text.has(Signs.LABEL)) {
      return false;
    }
    byte[] b = text.bytes();
    begin(text.start());
    for (int i = text.start(); i + 1 < text.end(); i++) {
      if ((b[i] == '%' || b[i] == '+') && isCode(b, i, text.end())) {
        return true;
      }
    }
    return false;
  }

  private void begin(int at) {
    runFrom = at;
    checkedTo = at;
    aheadTo = at;
    pairs = false;
    several = false;
  }

  /// Whether the `%` or `+` at `at` stands for something in a run of pairs.
  private boolean isCode(byte[] b, int at, int to) {
    if (b[at] == '%') {
      boolean octet = at + 2 < to && Bytes.hex(b[at + 1]) >= 0 && Bytes.hex(b[at + 2]) >= 0;
      return octet && inRun(b, at, to);
    }
    boolean inside = inRun(b, at, to) && (several || plusAhead(b, at, to));
    several |= inside;
    return inside;
  }

  /// Whether the byte at `at` stands in a run with a name and `=`; each byte is looked at once.
  private boolean inRun(byte[] b, int at, int to) {
    int i = at;
    while (i > checkedTo && !endsRun(b[i - 1])) {
      i--;
    }
    if (i > checkedTo) {
      runFrom = i;
      pairs = false;
      several = false;
    }
    for (; i < at; i++) {
      pairs |= b[i] == '=' && i > runFrom && mayName(b[i - 1]);
      several |= b[i] == '&' || b[i] == '?';
    }
    checkedTo = at;
    if (!pairs && b[at] == '%' && at >= aheadTo) {
      aheadTo = at;
      while (aheadTo < to && (mayName(b[aheadTo]) || b[aheadTo] == '%' || b[aheadTo] == '+')) {
        aheadTo++;
      }
      pairs = aheadTo < to && b[aheadTo] == '=';
    }
    return pairs;
  }

  private static boolean plusAhead(byte[] b, int at, int to) {
    for (int i = at + 1; i < to && !endsRun(b[i]); i++) {
      if (b[i] == '+' || b[i] == '&' || i - at > 64) {
        return b[i] == '+' || b[i] == '&';
      }
    }
    return false;
  }

  private static boolean endsRun(byte c) {
    return switch (c) {
      case '"', '\'', '<', '>', '`', '|', '{', '}', '(', ')', '\\' -> true;
      default -> c >= 0 && c <= ' ';
    };
  }

  private static boolean mayName(byte c) {
    return Bytes.alphanumeric(c)
        || c == '_'
        || c == ']'
        || c == '['
        || c == '-'
        || c == '.'
        || c < 0;
  }

  /// The text with these runs decoded, good until the next call.
  View decode(View text) {
    byte[] b = text.bytes();
    int to = text.end();
    room(text);
    begin(text.start());
    size = 0;
    count = 0;
    int i = text.start();
    while (i < to) {
      int end = runEnd(b, i, to);
      if (end > i && isRun(b, i, end)) {
        int first = size;
        run(b, i, end);
        run++;
        split(b, first);
      } else {
        copy(b, i, end);
      }
      copy(b, end, Math.min(to, end + 1));
      i = end + 1;
    }
    return show(text);
  }

  /// Whether the text, which is part of one, may be part of a form: codes, and few blanks.
  boolean appliesToPart(View text) {
    byte[] b = text.bytes();
    int codes = 0;
    int blanks = 0;
    for (int i = text.start(); i < text.end(); i++) {
      boolean octet = i + 2 < text.end() && Bytes.hex(b[i + 1]) >= 0 && Bytes.hex(b[i + 2]) >= 0;
      codes += b[i] == '+' || (b[i] == '%' && octet) ? 1 : 0;
      blanks += b[i] == ' ' ? 1 : 0;
    }
    return codes > 0 && blanks <= 2;
  }

  /// Such a text with its codes resolved, good until the next call.
  View decodePart(View text) {
    room(text);
    size = 0;
    count = 0;
    run(text.bytes(), text.start(), text.end());
    return show(text);
  }

  private void room(View text) {
    if (out.length < text.length()) {
      out = new byte[text.length()];
      map = new int[text.length() + 1];
    }
  }

  private View show(View text) {
    map[size] = text.end();
    Utf8.repair(out, size);
    decoded.rewritten(out, 0, size, map, text);
    decoded.markRespelled();
    return decoded;
  }

  private static int runEnd(byte[] b, int from, int to) {
    int i = from;
    while (i < to && !endsRun(b[i])) {
      i++;
    }
    return i;
  }

  private boolean isRun(byte[] b, int from, int end) {
    for (int i = from; i < end; i++) {
      if ((b[i] == '%' || b[i] == '+') && isCode(b, i, end)) {
        return true;
      }
    }
    return false;
  }

  private void copy(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      put(b[i], i);
    }
  }

  private void put(int c, int at) {
    map[size] = at;
    out[size++] = (byte) c;
  }

  private void run(byte[] b, int from, int end) {
    int i = from;
    int keptTo = from;
    codeTo = from;
    while (i < end) {
      if (b[i] == '%' && i + 2 < end && Bytes.hex(b[i + 1]) >= 0 && Bytes.hex(b[i + 2]) >= 0) {
        put(Bytes.hex(b[i + 1]) << 4 | Bytes.hex(b[i + 2]), i);
        i += 3;
      } else if (b[i] == '+' && i >= keptTo) {
        keptTo = keptTo(b, from, i, end);
        put(keptTo > i ? '+' : ' ', i);
        i++;
      } else {
        put(b[i], i);
        i++;
      }
    }
  }

  /// How far the `+` at `at` and those after it are what they look like: the sign of a number or
  /// part of an e-mail address that nobody encoded, or of base64. `at` where it is a space.
  private int keptTo(byte[] b, int from, int at, int to) {
    if (at + 1 < to && at > from && b[at - 1] == '=' && Bytes.digit(b[at + 1])) {
      return at + 1;
    }
    int start = at;
    while (start > from && (Bytes.alphanumeric(b[start - 1]) || b[start - 1] == '.')) {
      start--;
    }
    int end = at + 1;
    while (end < to && (Bytes.alphanumeric(b[end]) || b[end] == '.')) {
      end++;
    }
    boolean login = start > from && b[start - 1] == '=' && end < to && b[end] == '@';
    return login ? end : inCode(b, from, at, to);
  }

  private int inCode(byte[] b, int from, int at, int to) {
    if (at >= codeTo) {
      readCode(b, from, at, to);
    }
    boolean code = mixed || (longWords && !isWord(b, from, at));
    return code ? codeTo : at;
  }

  /// Reads all that may be base64 around `at`, once for all the signs in it.
  private void readCode(byte[] b, int from, int at, int to) {
    int start = at;
    while (start > from && isBase64(b[start - 1])) {
      start--;
    }
    codeTo = at;
    while (codeTo < to && isBase64(b[codeTo])) {
      codeTo++;
    }
    mixed = isMixed(b, start, codeTo);
    longWords = !mixed && hasLongWords(b, start, codeTo);
  }

  private static boolean hasLongWords(byte[] b, int from, int to) {
    int signs = 1;
    boolean upper = false;
    boolean lower = false;
    for (int i = from; i < to; i++) {
      signs += b[i] == '+' ? 1 : 0;
      upper |= b[i] >= 'A' && b[i] <= 'Z';
      lower |= b[i] >= 'a' && b[i] <= 'z';
    }
    return upper && lower && to - from >= LONG_WORDS * signs;
  }

  /// Whether between the signs of [from, to) stands twice what no word looks like: small and
  /// capital letters with digits. Once it may be a code behind a word.
  private static boolean isMixed(byte[] b, int from, int to) {
    int seen = 0;
    int mixed = 0;
    for (int i = from; i <= to; i++) {
      if (i == to || !Bytes.alphanumeric(b[i])) {
        mixed += seen == 7 ? 1 : 0;
        seen = 0;
      } else if (Bytes.digit(b[i])) {
        seen |= 4;
      } else {
        seen |= b[i] < 'a' ? 2 : 1;
      }
    }
    return mixed >= 2;
  }

  /// Whether a short word of letters in one case ends at `end`, which base64 seldom has.
  private static boolean isWord(byte[] b, int from, int end) {
    int start = end;
    boolean same = true;
    while (start > from && Bytes.letter(b[start - 1])) {
      start--;
      same &= start + 2 >= end || (b[start + 1] & 0x20) == (b[start + 2] & 0x20);
    }
    boolean starts = start == from || !isBase64(b[start - 1]) || b[start - 1] == '+';
    return starts && same && end - start < LONG_WORDS;
  }

  private static boolean isBase64(byte c) {
    return Bytes.alphanumeric(c) || c == '+' || c == '/';
  }

  /// Splits the run that begins at `from` of the decoded text. A sign divides only where it stands
  /// in the text itself, not where a code stood for it.
  private void split(byte[] b, int from) {
    int name = from;
    int value = -1;
    for (int i = from; i < size; i++) {
      byte c = b[map[i]];
      if (value < 0 && c == '?') {
        name = i + 1;
      } else if (value < 0 && c == '=') {
        value = i + 1;
      } else if (c == '&') {
        pair(name, value, i);
        name = i + 1;
        value = -1;
      }
    }
    int end = size;
    while (end > from && ".,;!?".indexOf(b[map[end - 1]]) >= 0) {
      end--;
    }
    pair(name, value, end);
  }

  private void pair(int name, int value, int end) {
    if (value < 0 || value >= end || value == name + 1 || count == MOST_PAIRS) {
      return;
    }
    if (count == names.length) {
      names = Arrays.copyOf(names, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      runs = Arrays.copyOf(runs, 2 * count);
    }
    runs[count] = run;
    names[count] = name;
    values[count] = value;
    ends[count++] = end;
  }

  /// Number of pairs in the text decoded last.
  int pairs() {
    return count;
  }

  /// Whether the pair stands in the same run as the one before it.
  boolean goesOn(int pair) {
    return pair > 0 && runs[pair] == runs[pair - 1];
  }

  int nameStart(int pair) {
    return names[pair];
  }

  int valueStart(int pair) {
    return values[pair];
  }

  int valueEnd(int pair) {
    return ends[pair];
  }
}
