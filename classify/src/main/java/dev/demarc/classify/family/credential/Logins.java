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
  private static final Words CLIENTS =
      new Words("mysql", "mariadb", "mongo", "7z ", "7za ", "unrar ", "rar ", "sshpass");
  private static final Words COMMANDS =
      new Words(
          "unzip ",
          "zip ",
          "sqlcmd",
          "bcp ",
          "ldapsearch",
          "ldapmodify",
          "docker login",
          "podman login",
          "helm registry login",
          "az login",
          "mongo",
          "oc login");
  private static final Words OF_CACHES = new Words("redis-cli");
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
    Words commands = s.bytes()[to - 2] == 'a' ? OF_CACHES : COMMANDS;
    if (ofCommand(s, commands, from)) {
      given(s, to);
    }
  }

  /// Whether the command that stands on the line before `at` is one of these.
  private static boolean ofCommand(Scan s, Words commands, int at) {
    byte[] b = s.bytes();
    int least = Math.max(s.from(), at - LONGEST_COMMAND);
    int start = at;
    while (start > least && "\n;|".indexOf(b[start - 1]) < 0) {
      start--;
    }
    return commands.standIn(b, start, at);
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
