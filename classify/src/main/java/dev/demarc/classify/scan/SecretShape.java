package dev.demarc.classify.scan;

import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.PseudonymCode;
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;

/// Tells values that may be secrets from what stands where one will be: fillers, references to
/// where it is kept, words of prose, expressions of programs.
public final class SecretShape {
  private static final WordSet NOTHING =
      WordSet.of(
          "password passwd pwd pass passphrase secret secrets token key apikey api_key credential"
              + " credentials changeme change_me change-me changeit example sample test none null"
              + " nil undefined true false yes no on off string str text bool boolean int integer"
              + " object array any optional required redacted hidden masked empty unset default"
              + " required, encrypted disabled enabled missing invalid valid incorrect correct"
              + " wrong expired strong weak secure reset set unknown unused yourpassword mypassword"
              + " basic bearer varchar bytes char number username user admin:admin stdin prompt env"
              + " file vault keyring keychain interactive auto optional[str] string? str| n/a tbd"
              + " todo forgot protected and or is the not for must should will can may with here"
              + " below above this that from value field input policy rotation manager generator"
              + " length strength authentication authorization has was are been does to of in at by"
              + " if as");
  private static final Words FILLING =
      new Words(
          "example",
          "placeholder",
          "redacted",
          "changeme",
          "change_me",
          "change-me",
          "change-this",
          "your-",
          "your_",
          "yourp",
          "yourk",
          "yours",
          "yourt",
          "youra",
          "my-secret",
          "my_secret",
          "mysecret-",
          "insert",
          "replace",
          "dummy",
          "****",
          "....",
          "…",
          "todo",
          "sample",
          "••",
          "●●",
          "-here",
          "_here",
          "goes-here",
          "notreal",
          "not-real",
          "fake");
  private static final Words REFERENCES =
      new Words(
          "${",
          "{{",
          "}}",
          "$(",
          "%(",
          "#{",
          "<%",
          "process.env",
          "os.environ",
          "os.getenv",
          "getenv",
          "environ[",
          "env[",
          "env.",
          "env(",
          "secrets.",
          "config.",
          "config[",
          "settings.",
          "self.",
          "this.",
          "args.",
          "request.",
          "req.",
          "params.",
          "options.",
          "props.",
          "vault:",
          "arn:",
          "ssm:",
          "file:",
          "op://",
          "!secret",
          "!vault",
          "enc[",
          "secretmanager",
          "import(",
          "lambda",
          "=>",
          "->",
          "::",
          "[^",
          "\\x");

  private SecretShape() {}

  /// Whether a key's characters only fill its place: few of them, or all in their order.
  public static boolean isFilling(byte[] b, int from, int to) {
    int steps = 0;
    int same = 0;
    long low = 0;
    long high = 0;
    for (int i = from; i < to; i++) {
      int step = i > from ? b[i] - b[i - 1] : 2;
      steps += step == 1 ? 1 : 0;
      same += step == 0 ? 1 : 0;
      low |= b[i] < 64 ? 1L << (b[i] & 63) : 0;
      high |= b[i] >= 64 ? 1L << (b[i] - 64) : 0;
    }
    int length = to - from;
    int distinct = Long.bitCount(low) + Long.bitCount(high);
    return 20 * steps > 17 * length || 2 * same > length || (length >= 12 && distinct < 6);
  }

  /// Whether a key says itself that it is a sample.
  public static boolean isSample(byte[] b, int from, int to) {
    return FILLING.standIn(b, from, to) || isCrossedOut(b, from, to);
  }

  /// Whether `xxxx` or `XXXX` stands in it; in a random value the cases mix.
  private static boolean isCrossedOut(byte[] b, int from, int to) {
    int run = 0;
    for (int i = from; i < to && run < 4; i++) {
      boolean same = i > from && b[i] == b[i - 1];
      run = Bytes.lower(b[i]) != 'x' ? 0 : same ? run + 1 : 1;
    }
    return run == 4;
  }

  /// Whether the value stands for a secret instead of being one.
  public static boolean isStandIn(byte[] b, int from, int to) {
    int length = to - from;
    // A type that may be absent or not has such a sign behind it.
    int bare = length > 0 && (b[to - 1] == '!' || b[to - 1] == '?') ? to - 1 : to;
    if (length < 4 || length > 512 || NOTHING.has(b, from, bare)) {
      return true;
    }
    boolean one = true;
    boolean variable = b[from] == '$' || b[from] == '%' || b[from] == '@' || b[from] == ':';
    for (int i = from + 1; i < to; i++) {
      one &= b[i] == b[i - 1] || b[i] == '*' || Bytes.lower(b[i]) == 'x';
      variable &= Bytes.letter(b[i]) || b[i] == '_' || b[i] == '%';
    }
    boolean label = b[to - 1] == ':' && isName(b, from, to - 1);
    return one
        || label
        || variable
        || Bytes.at(b, from, to, "http://")
        || Bytes.at(b, from, to, "https://")
        || isOfCode(b, from, to)
        || isSample(b, from, to)
        || REFERENCES.standIn(b, from, to)
        || isCall(b, from, to)
        || isPseudonym(b, from, to);
  }

  /// Whether it begins as paths, lists, elements and types do, and has not what only a password
  /// that a machine made has beside that.
  private static boolean isOfCode(byte[] b, int from, int to) {
    return switch (b[from]) {
      case '<' -> b[to - 1] == '>' || isElement(b, from + 1, to);
      case '>' -> from > 0 && b[from - 1] == '=';
      case '{' -> b[to - 1] == '}' || !isMade(b, from + 1, to);
      case '[' -> b[to - 1] == ']' || !isMade(b, from + 1, to);
      case '/' -> !isMade(b, from + 1, to) || Bytes.find(b, from + 1, to, '/') < to;
      default -> isType(b, from, to);
    };
  }

  /// Whether the name of an element goes on to the end or its `>`: what stands after it was cut.
  private static boolean isElement(byte[] b, int from, int to) {
    int i = from;
    while (i < to && (Bytes.letter(b[i]) || b[i] == '/' || b[i] == '-' || b[i] == '_')) {
      i++;
    }
    return i == to || (b[i] == '>' && i > from);
  }

  /// Whether it is a type with its parameters: names, `<`, and no digit unless `>` ends it.
  private static boolean isType(byte[] b, int from, int to) {
    int i = from;
    while (i < to && (Bytes.alphanumeric(b[i]) || b[i] == '_' || b[i] == '.' || b[i] == ':')) {
      i++;
    }
    if (i < from + 3 || i >= to || b[i] != '<') {
      return false;
    }
    boolean digit = false;
    for (int k = from; k < to; k++) {
      digit |= Bytes.digit(b[k]);
      if (!Bytes.alphanumeric(b[k]) && "_.:<>,?&[]|'".indexOf(b[k]) < 0) {
        return false;
      }
    }
    return !digit || b[to - 1] == '>';
  }

  /// Whether it has a letter, a digit and a sign that passwords have and code has not.
  private static boolean isMade(byte[] b, int from, int to) {
    boolean letter = false;
    boolean digit = false;
    boolean sign = false;
    for (int i = from; i < to; i++) {
      letter |= Bytes.letter(b[i]);
      digit |= Bytes.digit(b[i]);
      sign |= "!@#$^&*+~?%".indexOf(b[i]) >= 0;
    }
    return letter && digit && sign;
  }

  /// Whether it may be a pseudonym of ours: a word, `_` and a code.
  private static boolean isPseudonym(byte[] b, int from, int to) {
    int code = to;
    while (code > from && b[code - 1] != '_') {
      code--;
    }
    return code > from && PseudonymCode.whole(b, code, to);
  }

  /// Whether it is a call in a program: a name and parentheses.
  private static boolean isCall(byte[] b, int from, int to) {
    int i = from;
    while (i < to && (Bytes.alphanumeric(b[i]) || b[i] == '_' || b[i] == '.')) {
      i++;
    }
    return i > from + 2 && i < to && (b[i] == '(' || b[i] == '[');
  }

  /// Whether it is a name of a program: letters, `_` and `.` alone, so that without quotes it is a
  /// variable.
  public static boolean isName(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Bytes.letter(b[i]) && b[i] != '_' && b[i] != '.') {
        return false;
      }
    }
    return true;
  }

  /// Whether it is one word of a language: letters, of which only the first may be a capital, with
  /// dashes and apostrophes between them.
  public static boolean isWord(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean small = b[i] >= 'a' && b[i] <= 'z';
      boolean capital = b[i] >= 'A' && b[i] <= 'Z';
      if (!small && !(capital && i == from) && !(i > from && (b[i] == '-' || b[i] == '\''))) {
        return false;
      }
    }
    return true;
  }

  /// Whether all of it is ASCII that is seen.
  public static boolean isPlain(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] <= ' ' || b[i] == 0x7F) {
        return false;
      }
    }
    return true;
  }

  /// Whether it is so random that a weak key is enough: `least` characters, mixed, and no UUID,
  /// path, host, date or digest.
  public static boolean isRandom(byte[] b, int from, int to, int least) {
    int length = to - from;
    if (length < least) {
      return false;
    }
    int digits = 0;
    int small = 0;
    int capitals = 0;
    int slashes = 0;
    for (int i = from; i < to; i++) {
      digits += Bytes.digit(b[i]) ? 1 : 0;
      small += b[i] >= 'a' && b[i] <= 'z' ? 1 : 0;
      capitals += b[i] >= 'A' && b[i] <= 'Z' ? 1 : 0;
      slashes += b[i] == '/' || b[i] == ':' ? 1 : 0;
    }
    boolean mixed = (digits > 0 && small + capitals > 0) || (small > 2 && capitals > 2);
    boolean path =
        b[from] == '/'
            || Bytes.at(b, from, to, "http")
            || slashes * 6 > length
            || (slashes > 1 && isPath(b, from, to));
    return mixed
        && !path
        && !isFilling(b, from, to)
        && entropy(b, from, to) >= (length < 12 ? 2.0 : 2.6)
        && !Bytes.at(b, from, to, "sha256")
        && !Bytes.at(b, from, to, "sha512")
        && !Bytes.at(b, from, to, "sha1-");
  }

  /// Whether between its slashes stand words in small letters or numbers only.
  private static boolean isPath(byte[] b, int from, int to) {
    boolean letters = false;
    boolean digits = false;
    for (int i = from; i < to; i++) {
      if (b[i] == '/' || b[i] == ':') {
        letters = false;
        digits = false;
      } else {
        letters |= b[i] >= 'a' && b[i] <= 'z';
        digits |= Bytes.digit(b[i]);
        boolean other = b[i] != '-' && b[i] != '_' && b[i] != '.';
        if ((letters && digits) || (other && !Bytes.digit(b[i]) && !(b[i] >= 'a' && b[i] <= 'z'))) {
          return false;
        }
      }
    }
    return true;
  }

  /// Whether it has the form of a UUID (RFC 9562).
  public static boolean isUuid(byte[] b, int from, int to) {
    if (to - from != 36) {
      return false;
    }
    for (int k = 0; k < 36; k++) {
      boolean dash = k == 8 || k == 13 || k == 18 || k == 23;
      if (dash ? b[from + k] != '-' : Bytes.hex(b[from + k]) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Bits of entropy for each character, after Shannon.
  private static double entropy(byte[] b, int from, int to) {
    int[] counts = new int[128];
    for (int i = from; i < to; i++) {
      counts[b[i] & 0x7F]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / (to - from);
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }
}
