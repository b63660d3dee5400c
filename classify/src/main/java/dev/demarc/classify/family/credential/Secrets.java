package dev.demarc.classify.family.credential;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Extent.Take;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.KeyedValue;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.SecretShape;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Passwords and other secrets under a key that names one. The weaker the key, the more random the
/// value has to be; what stands for a secret instead of being one is refused.
public final class Secrets implements Family {
  private static final int LONGEST_VARIABLE = 64;
  private static final int LONGEST = 512;
  private static final int LEAST_SECRET = 8;
  private static final int LEAST_KEY = 16;
  private static final int MOST_QUALIFIED = 40;
  private static final int STORAGE_KEY = 88;
  private static final int SHARED_KEY = 44;
  private static final int ACCESS_KEY = 40;
  private static final Words NAMES = new Words("password", "passwd", "token", "secret", "pwd");

  /// Names that end other words too, such as those of animals.
  private static final Words KEYS = new Words("key", "apikey", "keys", "pkey");

  private static final Words PASSWORDS =
      new Words(
          "password",
          "passwd",
          "passcode",
          "pwd",
          "密码",
          "口令",
          "passwort",
          "kennwort",
          "mot de passe",
          "contraseña",
          "hasło",
          "wachtwoord",
          "senha");
  private static final Words SAYING =
      new Words(" is ", " ist ", " lautet ", " est ", " es ", " jest ", " è ", " é ");
  private static final Words SAYING_IN_POLISH = new Words(" to ", " na ", " jest ", " brzmi ");
  private static final Words CHANGES =
      new Words("set ", "sets ", "chang", "reset", "updat", "setz", "änder", "geänd");
  private static final Words CHANGED = new Words(" to ", " auf ");
  private static final Words COUNTED = new Words("位", "个", "年", "次", "分", "天", "小时", "月");

  private static final String[] COOKIE = {"cookie:", "cookie\":", "cookie ="};
  private static final Words COOKIES = new Words(COOKIE);

  private final Extent extent = new Extent();
  private int start;
  private int end;
  private boolean quoted;
  private boolean cut;

  @Override
  public void declare(Triggers triggers) {
    triggers.keyed(Field.PASSWORD, this::read);
    triggers.keyed(Field.SECRET, this::read);
    triggers.keyed(Field.API_KEY, this::read);
    triggers.keyed(Field.ISSUED_KEY, this::read);
    triggers.keyed(Field.ONE_TIME_CODE, this::read);
    triggers.words(this::follows, "密码", "口令", "password ", "passwd ", "密钥", "秘钥", "api key ");
    triggers.words(this::follows, "授权码", "app password ");
    triggers.words(
        this::follows, "identified by ", "access key ", "secret key ", "passphrase ", "pw ");
    triggers.words(this::becomes, "changed to ", "reset to ", "set to ", "改为", "重置为", "设为");
    triggers.words(
        this::qualified, "password ", "passwort ", "kennwort ", "hasło ", "mot de passe ", "psk ");
    triggers.words(this::qualified, "passphrase ");
    triggers.words(this::qualified, "contraseña ", "password di ", "senha ", "wachtwoord ");
    triggers.words(this::paired, COOKIE);
    triggers.words(this::session, "sessionid=", "session=", "sid=", "sessid=");
    triggers.words(
        this::becomes, "geändert auf ", "geändert in ", "zurückgesetzt auf ", "changé en ");
    triggers.words(this::becomes, "cambiada a ", "cambiata in ", "zmienione na ", "gewijzigd in ");
    triggers.words(this::becomes, "改成", "设置为", "修改为", "设置成", "set as ");
  }

  private int read(Scan s, Field key, int at, Link link) {
    byte[] b = s.bytes();
    if ((link == Link.LABEL && isOperator(b, at, s.to())) || !find(s, at, link)) {
      return -1;
    }
    if (!holds(b, key, link, s) || SecretShape.isStandIn(b, start, end)) {
      return -1;
    }
    Category category =
        key == Field.ISSUED_KEY && isIssued()
            ? Category.CREDENTIAL_KEY
            : Category.CREDENTIAL_SECRET;
    boolean taken = s.reportAsSpelled(category, start, end, KeyedValue.ENOUGH, Score.KEY);
    // A key may also have its issuer's format, which says more.
    return taken && key == Field.PASSWORD ? end : -1;
  }

  /// Whether the sign before `at` is half of one that compares or qualifies, as programs have them.
  private static boolean isOperator(byte[] b, int at, int to) {
    boolean doubled = at < to && b[at] == b[at - 1];
    return doubled || (b[at - 1] == '=' && "=!<>".indexOf(b[at - 2]) >= 0);
  }

  /// A secret that follows its name and nothing between them but a blank.
  private void follows(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int at = Bytes.skipBlanks(b, to, s.to());
    boolean value = at - to <= 1 && at < s.to() && b[at] > ' ' && ":=,;.|&?)>%<".indexOf(b[at]) < 0;
    if (value && find(s, at, Link.SENTENCE) && (isStrong(b) || isTold(b, from, s.to()))) {
      boolean named = b[from] < 0 || Bytes.lower(b[from]) == 'p' || Bytes.lower(b[from]) == 'i';
      if (named || SecretShape.isRandom(b, start, end, LEAST_KEY)) {
        take(s);
      }
    }
  }

  /// Whether it is a code of letters, or a number behind a Chinese word for a password that does
  /// not say how long one is.
  private boolean isTold(byte[] b, int word, int to) {
    boolean number = b[word] < 0 && end - start >= LEAST_SECRET && digits(b) == end - start;
    boolean filling = number && (SecretShape.isFilling(b, start, end) || isCounting(b));
    return isLetterCode(b) || (number && !filling && !counts(b, to));
  }

  /// What a password was changed to.
  private void becomes(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (s.after(PASSWORDS, from) && find(s, to, Link.SENTENCE) && isStrong(b)) {
      take(s);
    }
  }

  /// A password whose name says what it is for: "password for the portal: …".
  private void qualified(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int limit = Math.min(s.to() - 1, to + MOST_QUALIFIED);
    int i = to;
    while (i < limit && (b[i] < 0 || Bytes.alphanumeric(b[i]) || b[i] == ' ' || b[i] == '-')) {
      i++;
    }
    boolean label = i > to && i < limit && b[i] == ':' && b[i + 1] != '/';
    if (label && find(s, i + 1, Link.LABEL) && isStrong(b)) {
      take(s);
      return;
    }
    Words saying = Bytes.lower(b[from]) == 'h' ? SAYING_IN_POLISH : SAYING;
    saying =
        saying == SAYING && CHANGED.endAt(b, to - 1, i) > 0 && s.lastBegunBefore(CHANGES, from) >= 0
            ? CHANGED
            : saying;
    int said = label ? -1 : saying.lastIn(b, to - 1, i);
    if (said > 0 && find(s, saying.endAt(b, said, i), Link.SENTENCE) && isStrong(b)) {
      take(s);
    }
  }

  /// The values of cookies that are long and random: sessions, whatever their names. Where the next
  /// header begins, this is called again.
  private void paired(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int i = to;
    while (i < s.to() && b[i] != '\n' && b[i] != '\'') {
      int name = i;
      while (i < s.to() && b[i] > ' ' && "=;'".indexOf(b[i]) < 0) {
        if (!Bytes.alphanumeric(b[i - 1]) && COOKIES.endAt(b, i, s.to()) > 0) {
          return;
        }
        i++;
      }
      if (i > name && i < s.to() && b[i] == '=') {
        cookie(s, name, i + 1, true);
      }
      i++;
    }
  }

  private void session(Scan s, int from, int to) {
    cookie(s, from, to, false);
  }

  /// Takes what looks random; outside a header the number of a session in a log may be no more than
  /// that.
  private void cookie(Scan s, int name, int at, boolean header) {
    byte[] b = s.bytes();
    start = at;
    end = at;
    int most = Math.min(s.to(), at + LONGEST + 1);
    while (end < most && b[end] > ' ' && ";,\"'&<>\\)".indexOf(b[end]) < 0) {
      end++;
    }
    boolean counted = b[name] == '_' && name + 1 < at && Bytes.lower(b[name + 1]) == 'g';
    boolean number = !header && SecretShape.isUuid(b, start, end);
    if (!counted
        && !number
        && end - start >= LEAST_KEY
        && SecretShape.isRandom(b, start, end, LEAST_KEY)) {
      take(s);
    }
  }

  private void take(Scan s) {
    byte[] b = s.bytes();
    boolean standIn = isZero(b) || SecretShape.isStandIn(b, start, end);
    if (SecretShape.isPlain(b, start, end) && !standIn) {
      s.reportAsSpelled(Category.CREDENTIAL_SECRET, start, end, 70, Score.CONTEXT | Score.SHAPE);
    }
  }

  /// Whether it is what a shell takes for a variable without a value, or says then: `${A:-b}`.
  private boolean isOfVariable(byte[] b, int from) {
    int i = start - 1;
    if (i <= from || b[i] != ':' || start == end || "?-=+".indexOf(b[start]) < 0) {
      return false;
    }
    int least = Math.max(from + 1, i - LONGEST_VARIABLE);
    while (i > least && (Bytes.alphanumeric(b[i - 1]) || b[i - 1] == '_')) {
      i--;
    }
    return b[i - 1] == '{' && i - 2 >= from && b[i - 2] == '$';
  }

  /// Whether it looks like a password by itself: letters and digits of eight characters, or with a
  /// sign of six.
  private boolean isStrong(byte[] b) {
    int digits = digits(b);
    boolean letter = false;
    boolean sign = false;
    for (int i = start; i < end; i++) {
      letter |= Bytes.letter(b[i]);
      sign |= !Bytes.alphanumeric(b[i]) && "-_./:()".indexOf(b[i]) < 0;
    }
    return letter && digits > 0 && (end - start >= LEAST_SECRET || (sign && end - start >= 6));
  }

  private boolean find(Scan s, int at, Link link) {
    byte[] b = s.bytes();
    cut = false;
    if (!extent.read(b, s.from(), at, s.to(), link, Take.WORD, LONGEST)) {
      return false;
    }
    start = extent.start();
    end = extent.end();
    quoted = link == Link.WHOLE || (start > at && isQuote(b, start));
    if (link != Link.WHOLE && !quoted) {
      bare(b, s.to(), link);
    }
    boolean attribute =
        !quoted && end < s.to() && end > start && b[end - 1] == '=' && b[end] == '"';
    boolean variable = isOfVariable(b, s.from());
    start += variable ? 1 : 0;
    return end > start && !attribute && (!variable || isStrong(b));
  }

  private static boolean isQuote(byte[] b, int after) {
    boolean wide = after > 2 && b[after - 1] < 0 && b[after - 2] == (byte) 0x80;
    return "\"'`".indexOf(b[after - 1]) >= 0
        || (wide && (b[after - 3] == (byte) 0xE2 || b[after - 1] == (byte) 0x8C));
  }

  /// Without quotes a value ends at a character that is not ASCII, and goes on to the next blank
  /// where its key begins the line.
  private void bare(byte[] b, int to, Link link) {
    for (int i = start; i < end; i++) {
      if (b[i] < 0) {
        cut = true;
        end = i;
        return;
      }
    }
    if (end < to && "&);|]}".indexOf(b[end]) >= 0) {
      end = wildEnd(b, to, link);
    }
    while (end > start && (b[end - 1] == ',' || b[end - 1] == ';')) {
      end--;
    }
  }

  /// Where a value ends that a sign of its own seemed to end: an ampersand that no parameter
  /// follows, or another sign where the rest of the line is one word.
  private int wildEnd(byte[] b, int to, Link link) {
    boolean ampersand = b[end] == '&';
    int next = end;
    while (next < to && b[next] > ' ' && ",\"'<>`".indexOf(b[next]) < 0) {
      if ("=:{(".indexOf(b[next]) >= 0) {
        return end;
      }
      if (ampersand && b[next] == ';') {
        break;
      }
      next++;
    }
    boolean line = next == to || b[next] == '\n' || b[next] == '\r';
    while (next > end && b[next - 1] == '.') {
      next--;
    }
    boolean whole = ampersand || (link == Link.LABEL && line && isWild(b));
    return next > end + 1 && whole ? next : end;
  }

  /// Whether what was read so far has the signs of a password that a machine made.
  private boolean isWild(byte[] b) {
    for (int i = start; i < end; i++) {
      if ("!@#$^*+~?".indexOf(b[i]) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(byte[] b, Field key, Link link, Scan s) {
    if (!SecretShape.isPlain(b, start, end)) {
      return (quoted || link == Link.WHOLE) && key == Field.PASSWORD && isChinese(b);
    }
    return switch (key) {
      case PASSWORD -> isPassword(b, link, s.to());
      case SECRET -> isSecret(b) || isLongNumber(b);
      case ONE_TIME_CODE -> isOneTime(b, s.to());
      default ->
          isLetterCode(b)
              || (SecretShape.isRandom(b, start, end, LEAST_KEY)
                  && !SecretShape.isUuid(b, start, end));
    };
  }

  /// Whether it looks random, and without quotes is no name of a program with humps and slashes.
  private boolean isSecret(byte[] b) {
    boolean named = !quoted && digits(b) == 0;
    for (int i = start; i < end && named; i++) {
      named = Bytes.letter(b[i]) || b[i] == '/' || b[i] == '_' || b[i] == '.';
    }
    return !named && SecretShape.isRandom(b, start, end, LEAST_SECRET);
  }

  /// Whether it is a code of sixteen small letters, as providers of mail give them to programs: few
  /// vowels, and consonants in a row that no word has.
  private boolean isLetterCode(byte[] b) {
    int vowels = 0;
    int row = 0;
    int longest = 0;
    for (int i = start; i < end; i++) {
      if (b[i] < 'a' || b[i] > 'z') {
        return false;
      }
      boolean vowel = "aeiou".indexOf(b[i]) >= 0;
      vowels += vowel ? 1 : 0;
      row = vowel ? 0 : row + 1;
      longest = Math.max(longest, row);
    }
    return end - start == LEAST_KEY && 4 * vowels <= LEAST_KEY && longest > 3;
  }

  private boolean isChinese(byte[] b) {
    int letters = 0;
    for (int i = start; i < end; i++) {
      if (b[i] == ' ') {
        return false;
      }
      letters += Bytes.alphanumeric(b[i]) ? 1 : 0;
    }
    return letters >= LEAST_SECRET;
  }

  private boolean isLongNumber(byte[] b) {
    return quoted && end - start >= LEAST_SECRET && digits(b) == end - start;
  }

  private int digits(byte[] b) {
    int digits = 0;
    for (int i = start; i < end; i++) {
      digits += Bytes.digit(b[i]) ? 1 : 0;
    }
    return digits;
  }

  private boolean isOneTime(byte[] b, int to) {
    int length = end - start;
    boolean measure = !quoted && isUnit(b, end, to);
    boolean code = length >= 4 && length <= 8 && digits(b) == length;
    boolean steps = isOneDigit(b) || isCounting(b);
    return code && !measure && !steps && !(cut && counts(b, to));
  }

  /// Whether all digits are the same, as in examples.
  private boolean isOneDigit(byte[] b) {
    int i = start + 1;
    while (i < end && b[i] == b[start]) {
      i++;
    }
    return i >= end;
  }

  /// Whether each digit is the one after that before, as in examples.
  private boolean isCounting(byte[] b) {
    int i = start + 1;
    while (i < end && b[i] == b[i - 1] + 1) {
      i++;
    }
    return i >= end;
  }

  /// Whether a word follows that says what a number counts, and not the key of the next value.
  private static boolean isUnit(byte[] b, int end, int to) {
    int i = end + 1;
    while (i < to && (Bytes.letter(b[i]) || b[i] == '_')) {
      i++;
    }
    return i > end + 1 && i <= to && b[end] == ' ' && (i == to || b[i] != '=');
  }

  private boolean isPassword(byte[] b, Link link, int to) {
    boolean marked = false;
    for (int i = start; i < end; i++) {
      marked |= Bytes.digit(b[i]) || (!Bytes.letter(b[i]) && "-_.'".indexOf(b[i]) < 0);
    }
    if (cut && counts(b, to)) {
      return false;
    }
    if (marked) {
      boolean negated = !quoted && b[start] == '!' && SecretShape.isName(b, start + 1, end);
      return (quoted || b[start] != '(') && !negated && !isZero(b);
    }
    if (isLetterCode(b)) {
      return true;
    }
    boolean variable = isVariable(b) || endsAsName(b);
    if (link == Link.SENTENCE || variable) {
      return false;
    }
    return quoted ? end - start >= 4 : isWholeLine(b, to);
  }

  /// Whether it is a number of zeros, as what was never set has, with the `x` of `0x00` or in their
  /// place.
  private boolean isZero(byte[] b) {
    int zeros = 0;
    for (int i = start; i < end; i++) {
      zeros += b[i] == '0' || b[i] == 'x' ? 1 : 0;
    }
    return zeros == end - start;
  }

  /// Whether the digits count something: 密码是6位数字, 密码为8-20位.
  private boolean counts(byte[] b, int to) {
    int numbers = 0;
    for (int i = start; i < end; i++) {
      numbers += Bytes.digit(b[i]) || b[i] == '-' || b[i] == '~' ? 1 : 0;
    }
    return numbers == end - start && COUNTED.endAt(b, end, Math.min(to, end + 6)) > 0;
  }

  /// Whether it ends as the names of variables that keep a secret do.
  private boolean endsAsName(byte[] b) {
    return NAMES.lastIn(b, Math.max(start, end - 8), end) >= 0
        || Nearby.lastWord(KEYS, b, start, end) >= 0;
  }

  private boolean isVariable(byte[] b) {
    return !quoted && SecretShape.isName(b, start, end) && !SecretShape.isWord(b, start, end);
  }

  /// A word without quotes is a password where nothing else follows it, not where a program's text
  /// or a sentence does.
  private boolean isWholeLine(byte[] b, int to) {
    boolean assigned = start >= 2 && b[start - 1] == ' ' && b[start - 2] == '=';
    boolean ends = end >= to || b[end] == '\n' || b[end] == '\r' || b[end] == '&';
    return ends && !assigned && end - start >= 6;
  }

  private boolean isIssued() {
    int length = end - start;
    return length == STORAGE_KEY || length == SHARED_KEY || length == ACCESS_KEY;
  }
}
