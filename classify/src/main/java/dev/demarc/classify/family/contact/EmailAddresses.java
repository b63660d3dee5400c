package dev.demarc.classify.family.contact;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// Finds an e-mail address around its `@`: RFC 5321 dot-strings and quoted local parts, with
/// letters beyond ASCII as RFC 6531 has them, in the local part and the domain.
///
/// Chinese is written without spaces, so where such an address begins is a guess: an ideograph
/// belongs to the local part only if one stands right before the `@` or the domain has one too.
public final class EmailAddresses implements Family {
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 255;
  private static final boolean[] LOCAL = new boolean[128];
  private final Set<String> ownDomains;
  private int start;
  private int end;

  static {
    for (char c = 0; c < 128; c++) {
      LOCAL[c] = Bytes.alphanumeric((byte) c) || "!#$%'*+^_`{}~-.".indexOf(c) >= 0;
    }
  }

  public EmailAddresses(Set<String> ownDomains) {
    this.ownDomains = ownDomains;
  }

  @Override
  public void declare(Triggers triggers) {
    triggers.at('@', this::at);
  }

  private int at(Scan s, int i) {
    byte[] b = s.bytes();
    if (!around(b, s.from(), i, s.to())) {
      return -1;
    }
    if (!(s.allowsNobody() && belongsToNobody(b)) && !isOwn(b)) {
      boolean keyed = s.key(start) == Field.EMAIL;
      int evidence = Score.SHAPE | (keyed ? Score.KEY : 0);
      s.report(Category.EMAIL, start, end, 75 + (keyed ? 25 : 0), evidence, canonical(b));
    }
    return end;
  }

  /// Whether an address stands around the `@` at `at`.
  private boolean around(byte[] b, int from, int at, int to) {
    end = domainEnd(b, at + 1, Math.min(to, at + 1 + LONGEST_DOMAIN));
    if (end < 0 || at == from) {
      return false;
    }
    start = b[at - 1] == '"' ? quotedStart(b, from, at) : localStart(b, from, at, to);
    return start >= 0
        && !isPicture(b, at + 1, end)
        && !isVersion(b, at + 1, end)
        && !isService(b, at, to)
        && !isLogin(b, from, start);
  }

  private static int domainEnd(byte[] b, int from, int to) {
    int whole = -1;
    int i = from;
    while (true) {
      int label = i;
      i = labelEnd(b, label, to);
      if (i == label) {
        return whole;
      }
      int stop = i;
      while (stop > label && b[stop - 1] == '-') {
        stop--;
      }
      if (label > from && isTopLabel(b, label, stop)) {
        whole = stop;
      }
      if (stop < i || i >= to || b[i] != '.') {
        return whole;
      }
      i++;
    }
  }

  private static int labelEnd(byte[] b, int from, int to) {
    boolean latin = from < to && (b[from] & 0xFF) < 0xE0;
    int i = from;
    while (i < to) {
      int lead = b[i] & 0xFF;
      if (lead < 0x80) {
        if (!Bytes.alphanumeric(b[i]) && b[i] != '-') {
          break;
        }
        i++;
      } else if ((latin && lead >= 0xE0) || !letter(b, i, to)) {
        break;
      } else {
        i += Utf8.length(lead);
      }
    }
    return i;
  }

  /// Whether this could be a top-level domain: letters, or the ASCII form of an international one.
  private static boolean isTopLabel(byte[] b, int from, int to) {
    if (to - from < 2) {
      return false;
    }
    boolean puny = Bytes.at(b, from, to, "xn--");
    for (int i = from; i < to; i++) {
      if (!puny && b[i] >= 0 && !Bytes.letter(b[i])) {
        return false;
      }
    }
    return true;
  }

  private int localStart(byte[] b, int from, int at, int to) {
    boolean ideographs = b[at - 1] < 0 || hasIdeograph(b, at + 1, end);
    int least = Math.max(from, at - LONGEST_LOCAL);
    int i = at;
    while (i > least) {
      if (b[i - 1] >= 0) {
        if (!LOCAL[b[i - 1]]) {
          break;
        }
        i--;
      } else {
        int first = Utf8.before(b, i, from);
        boolean wide = (b[first] & 0xFF) >= 0xE0;
        if ((wide && !ideographs) || !letter(b, first, at)) {
          break;
        }
        i = first;
      }
    }
    while (i < at && b[i] >= 0 && !Bytes.alphanumeric(b[i]) && b[i] != '_') {
      i++;
    }
    while (i < at && b[i] == '_' && end < to && b[end] == '_') {
      // Underscores on both sides are emphasis.
      i++;
    }
    if (i > from && b[i - 1] == '\\' && (b[i] == 'n' || b[i] == 't' || b[i] == 'r')) {
      // The letter belongs to an escape that the text shows.
      i++;
    }
    return i < at && b[at - 1] != '.' ? i : -1;
  }

  private static boolean hasIdeograph(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if ((b[i] & 0xFF) >= 0xE0) {
        return true;
      }
    }
    return false;
  }

  private static int quotedStart(byte[] b, int from, int at) {
    int least = Math.max(from, at - LONGEST_LOCAL - 2);
    for (int i = at - 2; i >= least && b[i] != '\n'; i--) {
      if (b[i] == '"') {
        return i < at - 2 ? i : -1;
      }
    }
    return -1;
  }

  private static boolean letter(byte[] b, int first, int to) {
    return first + Utf8.length(b[first] & 0xFF) <= to
        && Character.isLetterOrDigit(Utf8.codePoint(b, first));
  }

  /// `logo@2x.png` names a picture for a dense screen.
  private static boolean isPicture(byte[] b, int from, int to) {
    return to - from >= 5
        && Bytes.digit(b[from])
        && Bytes.lower(b[from + 1]) == 'x'
        && b[from + 2] == '.';
  }

  /// `package@1.2.0-rc` names a version.
  private static boolean isVersion(byte[] b, int from, int to) {
    int i = from;
    while (i < to && Bytes.digit(b[i])) {
      i++;
    }
    return i > from && i + 1 < to && b[i] == '.' && Bytes.digit(b[i + 1]);
  }

  /// `//user:secret@host` is how a URL logs in.
  private static boolean isLogin(byte[] b, int from, int start) {
    int i = start;
    while (i > from && b[i - 1] > ' ' && b[i - 1] != '/' && start - i < LONGEST_LOCAL) {
      i--;
    }
    return i - 2 >= from && b[i - 1] == '/' && b[i - 2] == '/' && i - 3 >= from && b[i - 3] == ':';
  }

  /// `git@host:path` is how a service is addressed, not a person.
  private boolean isService(byte[] b, int at, int to) {
    return at - start == 3 && Bytes.at(b, start, at, "git") && end < to && b[end] == ':';
  }

  /// Whether the domain of the last address is reserved for examples and tests (RFC 2606, RFC
  /// 6761), or for names that no other network sees (RFC 6762) and the local part for no person.
  private boolean belongsToNobody(byte[] b) {
    String domain = "." + new String(b, start, end - start, StandardCharsets.UTF_8);
    domain = "." + domain.substring(domain.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return domain.endsWith(".example.com")
        || domain.endsWith(".example.net")
        || domain.endsWith(".example.org")
        || domain.endsWith(".example")
        || domain.endsWith(".test")
        || domain.endsWith(".invalid")
        || (domain.endsWith(".local") && !namesPerson(b))
        || domain.endsWith(".localdomain")
        || domain.endsWith(".localhost");
  }

  /// Whether the local part of the last address is written as a person's is, in two parts of
  /// letters with a dot between them: companies name their own network so, and their people in it.
  private boolean namesPerson(byte[] b) {
    int dots = 0;
    int letters = 0;
    int i = start;
    while (i < end && (Bytes.letter(b[i]) || b[i] == '.' || b[i] < 0)) {
      dots += b[i] == '.' ? 1 : 0;
      letters += b[i] == '.' ? 0 : 1;
      i++;
    }
    return dots == 1 && letters >= 4 && b[i] == '@';
  }

  /// Whether the domain of the last address is one of the operator's, or below one.
  private boolean isOwn(byte[] b) {
    if (ownDomains.isEmpty()) {
      return false;
    }
    String domain = canonical(b).decoded();
    domain = domain.substring(domain.lastIndexOf('@') + 1);
    while (!ownDomains.contains(domain)) {
      int dot = domain.indexOf('.');
      if (dot < 0) {
        return false;
      }
      domain = domain.substring(dot + 1);
    }
    return true;
  }

  /// The one spelling of the last address: lower case.
  private Text canonical(byte[] b) {
    String address = new String(b, start, end - start, StandardCharsets.UTF_8);
    return Text.of(address.toLowerCase(Locale.ROOT));
  }
}
