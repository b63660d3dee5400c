package dev.demarc.classify.family.credential;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.SecretShape;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;
import java.util.Arrays;
import java.util.Base64;

/// Secrets where a client logs in: the password in a URL's userinfo (RFC 3986 section 3.2.1), what
/// an Authorization header holds (RFC 7617, RFC 6750), and what a command line's option is given.
public final class Logins implements Family {
  private static final int LONGEST_USERINFO = 256;
  private static final int LEAST_BEARER = 16;
  private static final int LEAST_SIGNATURE = 43;
  private static final int LONGEST_COMMAND = 160;

  /// What is given a password directly behind `-p`.
  private static final Words CLIENTS =
      Words.of(
          "mysql|mysqldump|mysqladmin|mysqlimport|mysqlshow|mysqlcheck|mysqlsh|mariadb|mariadb-dump"
              + "|mariadb-admin|7z|7za|7zz|rar|unrar|sshpass");

  /// What is given one behind `-p` and a blank.
  private static final Words OF_SMALL =
      Words.of(
          "docker login|podman login|helm registry login|az login|oc login|mongo|mongosh|mongodump"
              + "|mongorestore|mongoimport|mongoexport|mongostat|mongotop");

  /// What is given one behind `-P`; with a small letter it means something else.
  private static final Words OF_CAPITAL = Words.of("unzip|zip|sqlcmd|bcp");

  private static final Words OF_DIRECTORIES =
      Words.of("ldapsearch|ldapmodify|ldapadd|ldapdelete|ldappasswd|ldapwhoami");
  private static final Words OF_CACHES = Words.of("redis-cli");

  /// What starts a command by its name and has a `-p` of its own.
  private static final Words STARTERS =
      Words.of("docker run|docker create|podman run|kubectl run|npm run|compose run|install ");

  private static final int POINTS = 85;

  @Override
  public void declare(Triggers triggers) {
    triggers.words(Logins::url, "://");
    triggers.words(Logins::basic, "basic ");
    triggers.words(Logins::bearer, "bearer ", "authorization: token ", "authorization: apikey ");
    triggers.words(
        Logins::option,
        "--password ",
        "--passwd ",
        "--passphrase ",
        "--token ",
        "--api-key ",
        "--secret ",
        "requirepass ",
        "sshpass -p ",
        "masterauth ");
    triggers.words(Logins::user, " -u ", " --user ");
    triggers.words(Logins::attached, " -p");
    triggers.words(Logins::apart, " -p ", " -a ", " -w ");
    triggers.words(Logins::signature, "&sig=", "?sig=");
  }

  /// `scheme://user:password@host`: the password, up to the last `@` before the path.
  private static void url(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int limit = Math.min(s.to(), to + LONGEST_USERINFO);
    int colon = -1;
    int at = -1;
    for (int i = to; i < limit && endsNoAuthority(b[i]); i++) {
      if (b[i] == ':' && colon < 0) {
        colon = i;
      }
      at = b[i] == '@' ? i : at;
    }
    if (colon > 0 && at > colon + 1) {
      password(s, colon + 1, at);
    }
  }

  private static boolean endsNoAuthority(byte c) {
    return c < 0 || (c > ' ' && "\"'<>`|\\,/".indexOf(c) < 0);
  }

  private static void password(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean standIn =
        SecretShape.isStandIn(b, from, to) || (to - from < 6 && SecretShape.isWord(b, from, to));
    if (!standIn) {
      s.reportAsSpelled(Category.CREDENTIAL_SECRET, from, to, POINTS, Score.SHAPE | Score.POSITION);
    }
  }

  /// `Basic` and the base64 of a name, a colon and a password.
  private static void basic(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int start = Bytes.skipBlanks(b, to, s.to());
    int end = run(b, start, s.to(), "+/=_-");
    if (end - start >= 8 && isPair(b, start, end)) {
      s.reportAsSpelled(
          Category.CREDENTIAL_SECRET, start, end, POINTS, Score.SHAPE | Score.POSITION);
    }
  }

  private static boolean isPair(byte[] b, int from, int to) {
    int end = to;
    while (end > from && b[end - 1] == '=') {
      end--;
    }
    try {
      byte[] pair = Base64.getDecoder().decode(Arrays.copyOfRange(b, from, end));
      int colon = Bytes.find(pair, 0, pair.length, ':');
      return colon < pair.length && SecretShape.isPlain(pair, 0, pair.length);
    } catch (IllegalArgumentException ignored) {
      return false;
    }
  }

  /// `Bearer` and a credential: one that says of itself what it is, is found as that.
  private static void bearer(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int start = Bytes.skipBlanks(b, to, s.to());
    int end = run(b, start, s.to(), "+/=_-.~");
    end = end > start && b[end - 1] == '.' ? end - 1 : end;
    if (SecretShape.isRandom(b, start, end, LEAST_BEARER)
        && !SecretShape.isStandIn(b, start, end)) {
      s.reportAsSpelled(Category.CREDENTIAL_SECRET, start, end, 75, Score.SHAPE | Score.POSITION);
    }
  }

  private static void option(Scan s, int from, int to) {
    given(s, Bytes.skipBlanks(s.bytes(), to, s.to()));
  }

  private static void value(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean digit = false;
    boolean other = false;
    for (int i = from; i < to; i++) {
      digit |= Bytes.digit(b[i]);
      other |= b[i] < 0 || Bytes.letter(b[i]) || "!@#$%^&*+?".indexOf(b[i]) >= 0;
    }
    if (digit && other && to > from && b[from] != '-' && SecretShape.isPlain(b, from, to)) {
      password(s, from, to);
    }
  }

  /// `-u name:password`, as curl has it.
  private static void user(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int start = Bytes.skipBlanks(b, to, s.to());
    start += start < s.to() && (b[start] == '"' || b[start] == '\'') ? 1 : 0;
    int end = word(b, start, s.to());
    int colon = Bytes.find(b, start, end, ':');
    if (colon < end && colon > start) {
      value(s, colon + 1, end);
    }
  }

  /// `-ppassword`, as clients of databases have it.
  private static void attached(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (to < s.to() && b[to] > ' ' && b[to] != '-' && ofCommand(s, CLIENTS, from)) {
      given(s, to);
    }
  }

  /// `-a password`, where the command is one that takes it so.
  private static void apart(Scan s, int from, int to) {
    byte[] b = s.bytes();
    Words commands =
        switch (b[to - 2]) {
          case 'a' -> OF_CACHES;
          case 'w' -> OF_DIRECTORIES;
          case 'p' -> OF_SMALL;
          default -> OF_CAPITAL;
        };
    int start = commandStart(b, s.from(), from);
    if (ofCommand(s, commands, from) && !STARTERS.standIn(b, start, from)) {
      given(s, to);
    }
  }

  private static int commandStart(byte[] b, int from, int at) {
    int least = Math.max(from, at - LONGEST_COMMAND);
    int start = at;
    while (start > least && "\n;|&`".indexOf(b[start - 1]) < 0) {
      start--;
    }
    return start;
  }

  /// Whether the option at `at` is one of these commands', which stands before it as a word by
  /// itself: first, or behind what runs it, and not as the value of another option.
  private static boolean ofCommand(Scan s, Words commands, int at) {
    byte[] b = s.bytes();
    int start = commandStart(b, s.from(), at);
    for (int i = start; i < at; i++) {
      int end = beginsWord(b, start, i) ? commands.endAt(b, i, at) : -1;
      if (end > 0 && (end == at || b[end] == ' ') && !isGiven(b, start, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean beginsWord(byte[] b, int from, int at) {
    return at == from
        || b[at - 1] == ' '
        || "\"'(,:>[".indexOf(b[at - 1]) >= 0
        || (b[at - 1] == '/' && at - 4 >= from && Bytes.at(b, at - 4, at, "bin/"));
  }

  /// Whether an option of more than its dashes stands before `at`.
  private static boolean isGiven(byte[] b, int from, int at) {
    int end = at;
    while (end > from && b[end - 1] == ' ') {
      end--;
    }
    int word = end;
    while (word > from && b[word - 1] > ' ') {
      word--;
    }
    return end < at && word < end && b[word] == '-' && Bytes.alphanumeric(b[end - 1]);
  }

  /// The value of an option, in quotes or not.
  private static void given(Scan s, int at) {
    byte[] b = s.bytes();
    boolean quoted = at < s.to() && (b[at] == '"' || b[at] == '\'');
    int end = quoted ? quoteEnd(b, at + 1, s.to(), (char) b[at]) : word(b, at, s.to());
    value(s, quoted ? at + 1 : at, end);
  }

  private static int quoteEnd(byte[] b, int from, int to, char quote) {
    int limit = Math.min(to, from + LONGEST_USERINFO);
    int end = Bytes.find(b, from, limit, quote);
    return end < limit ? end : from;
  }

  /// The signature of a shared access URL, which lets in whoever has it.
  private static void signature(Scan s, int from, int to) {
    int end = run(s.bytes(), to, s.to(), "+/=_-%");
    if (end - to >= LEAST_SIGNATURE) {
      s.reportAsSpelled(Category.CREDENTIAL_SECRET, to, end, POINTS, Score.SHAPE | Score.POSITION);
    }
  }

  private static int word(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] > ' ' && "\"'`;|<>".indexOf(b[i]) < 0) {
      i++;
    }
    return i;
  }

  private static int run(byte[] b, int from, int to, String more) {
    int i = from;
    while (i < to && (Bytes.alphanumeric(b[i]) || (b[i] > 0 && more.indexOf(b[i]) >= 0))) {
      i++;
    }
    return i;
  }
}
