package dev.demarc.classify.family.network;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.KeyedValue;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Names of Wi-Fi networks, after the word that announces one: `SSID: x`, `SSID="x"`, `ESSID:"x"`,
/// `SSID 1 : x`, `ssid=x`, `SSID 'x'`. The name itself has no shape; IEEE 802.11 allows 32 octets.
public final class NetworkNames implements Family {
  private static final int LONGEST = 32;
  private static final int CARD = 72;
  private static final int LABEL = 32;
  private static final String DIVIDING = ",;/|(-+&\r";

  /// What a line below or behind the name begins with.
  private static final Words PASSWORDS =
      Words.of(
          "password|passwort|pass:|pass"
              + " |pwd|pw:|psk|wpa|key:|schlüssel|kennwort|hasło|contraseña|clave|mot de"
              + " passe|wachtwoord|palavra-passe|senha|chiave|密码|口令|pin:");

  private static final Words BESIDE = Words.of(" 密码| 口令");
  private static final Words AND = Words.of(" and | und | i | et | y ");

  @Override
  public void declare(Triggers triggers) {
    KeyedValue name =
        new KeyedValue(Category.WIFI_SSID, Extent.Take.TEXT, LONGEST, NetworkNames::points);
    triggers.keyed(
        Field.SSID,
        (s, key, at, link) -> {
          int end = link == Link.LABEL && isBeside(s, at) ? withPassword(s, at) : -1;
          return end > 0 ? end : name.read(s, key, at, link);
        });
    KeyedValue marked =
        new KeyedValue(Category.WIFI_SSID, Extent.Take.WORD, LONGEST, NetworkNames::marked);
    triggers.keyed(
        Field.WIFI,
        (s, key, at, link) -> {
          int end = link == Link.LABEL ? withPassword(s, at) : -1;
          return end > 0 ? end : marked.read(s, key, at, link);
        });
  }

  private static int marked(byte[] b, int from, int to, Link link) {
    return link == Link.SENTENCE
            || !NetworkNameShape.isMarked(b, from, to)
            || isNumbered(b, from, to)
            || Bytes.find(b, from, to, '=') < to
            || Bytes.find(b, from, to, ':') < to
        ? 0
        : KeyedValue.ENOUGH;
  }

  /// The name behind `WiFi:` where a password follows it, on the same line or the next: the card on
  /// the wall of a café. Offset after it, or -1.
  private static int withPassword(Scan s, int at) {
    byte[] b = s.bytes();
    int most = Math.min(s.to(), at + CARD);
    int start = Bytes.skipBlanks(b, at, most);
    int past = Bytes.find(b, start, most, '\n');
    int password = PASSWORDS.firstIn(b, start, most);
    if (password < 0
        || !begins(b, s.from(), at)
        || (past < password && !isLead(b, past, password))) {
      return -1;
    }
    int before = Math.min(past, password);
    int end = before;
    while (end > start && (b[end - 1] == ' ' || DIVIDING.indexOf(b[end - 1]) >= 0)) {
      end--;
    }
    int word = PASSWORDS.endAt(b, password, most);
    boolean apart = past < password || isApart(b, end, before) || (word < most && b[word] == ':');
    return apart && isOnCard(b, start, end) && NetworkNamesInProse.report(s, start, end) ? end : -1;
  }

  /// Whether a Chinese word for a password stands on the line behind `at`, before which a blank is
  /// all that ends the name.
  private static boolean isBeside(Scan s, int at) {
    byte[] b = s.bytes();
    int most = Math.min(s.to(), at + CARD);
    return BESIDE.standIn(b, at, Bytes.find(b, at, most, '\n'));
  }

  private static boolean isOnCard(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (",;:=".indexOf(b[i]) >= 0) {
        return false;
      }
    }
    return from < to
        && "\"'`{[".indexOf(b[from]) < 0
        && NetworkNamesInProse.isName(b, from, to)
        && !NetworkNameFiller.isState(b, from, to);
  }

  private static boolean isApart(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] != ' ') {
        return true;
      }
    }
    return false;
  }

  /// Whether the label before `at` has its line, or the part of it since a comma, for itself and
  /// few words, as no prefix of a log has.
  private static boolean begins(byte[] b, int from, int at) {
    int least = Math.max(from, at - 1 - LABEL);
    int i = at - 1;
    while (i > least && "\n,;|(.".indexOf(b[i - 1]) < 0) {
      i--;
      if (":=[]".indexOf(b[i]) >= 0 || Bytes.digit(b[i])) {
        return false;
      }
    }
    return i == from || i > least;
  }

  /// Whether nothing but line ends, blanks and signs of lists stands in [from, to).
  private static boolean isLead(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (" \n\r\t*-•".indexOf(b[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int points(byte[] b, int from, int to, Link link) {
    // What is spelled in escapes is read where they are resolved.
    if (Bytes.at(b, from, to, "\\u00") || Bytes.at(b, from, to, "&#")) {
      return 0;
    }
    // A shell's parameter that has to be set.
    boolean asked = link == Link.LABEL && b[from] == '?' && b[from - 1] == ':';
    if (asked || NetworkNameFiller.is(b, from, to) || isExpression(b, from, to, link)) {
      return 0;
    }
    boolean said = link == Link.SENTENCE && NetworkNameFiller.isAsked(b, from, to);
    boolean word = said || (link == Link.SENTENCE && !isMarked(b, from, to));
    boolean list = link == Link.LABEL && isList(b, from, to);
    boolean other =
        list
            || (link == Link.LABEL && isCall(b, from, to))
            || isAddress(b, from, to)
            || (link == Link.WHOLE && isLabelled(b, from, to));
    return word || other || KeyedValue.saysNothing(b, from, to) ? 0 : KeyedValue.ENOUGH;
  }

  /// Whether a label leads to an expression of a program, or to how the network is.
  private static boolean isExpression(byte[] b, int from, int to, Link link) {
    boolean quoted = from > 0 && "\"'`".indexOf(b[from - 1]) >= 0;
    return link == Link.LABEL
        && !quoted
        && (NetworkNameFiller.isState(b, from, to)
            || NetworkNameFiller.areKinds(b, from, to)
            || NetworkNameFiller.isCompared(b, from)
            || NetworkNameFiller.isExpression(b, from, to));
  }

  /// Whether a word of a sentence is not one of a language: in quotes, or with a digit, a sign or a
  /// capital inside.
  private static boolean isMarked(byte[] b, int from, int to) {
    boolean marked = "\"'`".indexOf(b[from - 1]) >= 0;
    for (int i = from; i < to; i++) {
      boolean capital = i > from && b[i] >= 'A' && b[i] <= 'Z';
      marked |= capital || Bytes.digit(b[i]) || b[i] == '_';
    }
    return marked;
  }

  /// Whether two names stand there that are no words of a language.
  private static boolean isList(byte[] b, int from, int to) {
    int and = AND.lastIn(b, from, to);
    int next = and < 0 ? to : AND.endAt(b, and, to);
    return and > from
        && NetworkNameShape.isMarked(b, from, Bytes.find(b, from, and, ' '))
        && NetworkNameShape.isMarked(b, next, Bytes.find(b, next, to, ' '));
  }

  /// Whether a program asks somebody else for the name: `config.getString(`.
  private static boolean isCall(byte[] b, int from, int to) {
    int opens = Bytes.find(b, from, to, '(');
    boolean small = b[from] >= 'a' && b[from] <= 'z';
    boolean word = small && opens < to && Bytes.find(b, from, opens, ' ') == opens;
    return word && Bytes.find(b, from, opens, '.') < opens - 1;
  }

  /// Whether it is the number of an access point: `ap-07`, `AP12`.
  private static boolean isNumbered(byte[] b, int from, int to) {
    int i = from + 2;
    while (i < to && (Bytes.digit(b[i]) || b[i] == '-' || b[i] == '_')) {
      i++;
    }
    return i == to && Bytes.at(b, from, to, "ap");
  }

  /// Whether it is the address of an access point.
  private static boolean isAddress(byte[] b, int from, int to) {
    boolean colons = to - from == 17 && b[from + 2] == ':' && b[from + 5] == ':';
    return colons && b[from + 8] == ':' && b[from + 14] == ':';
  }

  /// Whether it holds the name under a label of its own.
  private static boolean isLabelled(byte[] b, int from, int to) {
    int end = Bytes.at(b, from, to, "ssid") ? from + 4 : to;
    return end < to && (b[end] == ':' || b[end] == '=');
  }
}
