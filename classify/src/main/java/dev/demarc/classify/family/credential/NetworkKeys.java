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
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;

/// Passwords of networks that their key or shape alone does not tell: what is called no more than a
/// key beside the name of a network, and words that somebody says how to write.
public final class NetworkKeys implements Family {
  /// So long may such a password be (IEEE 802.11, annex J.4.1).
  private static final int SHORTEST = 8;

  private static final int LONGEST = 63;

  /// As far from a word for Wi-Fi may a key be its.
  private static final int REACH = 160;

  private static final int LONGEST_WORDS = 40;
  private static final int MOST_WORDS = 5;

  /// How a password is written that was said.
  private static final int SPELLING = 36;

  private static final Words NETWORKS =
      Words.of(
          "ssid|wifi|wi-fi|wlan|wpa|psk2|'sae|sae-mixed|wireless|sem fios|sans fil|inalámbric"
              + "|bezprzewod|draadlo|hotspot|无线|热点");
  private static final Words SAYING = Words.of(" is |: | ist | lautet | est | es | è | é ");
  private static final Words SAYING_IN_POLISH = Words.of(" to | jest |: ");
  private static final Words SPELLED =
      Words.of(
          "all lower|lower case|lowercase|all small|all caps|upper case|uppercase|in capitals|one"
              + " word|no spaces|with spaces|without spaces|capital |kleingeschrieben|klein"
              + " geschrieben|alles klein|großgeschrieben|zusammengeschrieben|ohne leerzeichen|mit"
              + " leerzeichen|en minuscules|en majuscules|en un mot|sans espace|en minúscula|en"
              + " mayúscula|todo junto|sin espacios|małymi liter|wielkimi liter|bez spacji|jednym"
              + " ciągiem|tutto minuscolo|tutto attaccato|senza spazi|kleine letters|aan"
              + " elkaar|em minúscula|tudo junto|sem espaços");

  /// What a sentence goes on with that says no password, but what one has to be.
  private static final WordSet NO_VALUES =
      WordSet.of(
          "must should may can cannot will minimum maximum least most something anything any"
              + " characters letters digits symbols numbers zeichen buchstaben ziffern mindestens"
              + " caractères lettres minimum caracteres letras mínimo caratteri lettere minimo"
              + " znaków liter minimum tekens letters minimaal etwas quelque algo qualcosa coś musi"
              + " muss doit debe deve moet case wrong still not in on at the a an written now"
              + " always never same different required too long short set stored known below above"
              + " under printed no too correct missing nicht noch falsch im am auf bei toujours pas"
              + " dans sur sous en no incorrecta jest nie na w è non sul");

  private static final WordSet NUMBERS =
      WordSet.of(
          "one two three four five six seven eight nine ten twelve ein eine zwei drei vier acht"
              + " zehn un une deux huit dix un una dos ocho diez due otto dieci dois duas oito dez"
              + " jedno dwa osiem twee acht tien");

  private final Extent extent = new Extent();

  @Override
  public void declare(Triggers triggers) {
    triggers.keyed(Field.KEY, this::read);
    triggers.words(
        NetworkKeys::said, "password", "passphrase", "passwort", "kennwort", "wachtwoord");
    triggers.words(NetworkKeys::said, "mot de passe", "contraseña", "senha");
    triggers.words(NetworkKeys::saidInPolish, "hasło");
  }

  private int read(Scan s, Field key, int at, Link link) {
    byte[] b = s.bytes();
    if (!extent.read(b, s.from(), at, s.to(), link, Take.WORD, LONGEST)) {
      return -1;
    }
    int start = extent.start();
    int end = asciiEnd(b, start, extent.end());
    // A text under such a key, a line of a log say, only begins with a word.
    int last = Bytes.trimEnd(b, start, s.to());
    boolean part = link == Link.WHOLE && Bytes.find(b, start, last, ' ') < last;
    boolean fit =
        !part
            && isStrong(b, start, end)
            && !isMeasure(b, start, end)
            && !SecretShape.isStandIn(b, start, end);
    boolean near = fit && (s.nearWifi(start) || s.near(NETWORKS, at, REACH));
    return near
            && s.reportAsSpelled(
                Category.CREDENTIAL_SECRET, start, end, KeyedValue.ENOUGH, Score.KEY | Score.SHAPE)
        ? end
        : -1;
  }

  private static int asciiEnd(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] > ' ') {
      i++;
    }
    while (i > from && ",;.".indexOf(b[i - 1]) >= 0) {
      i--;
    }
    return i;
  }

  /// Whether it has the length of such a password and digits, which beside letters no name of a
  /// program or network has by chance.
  private static boolean isStrong(byte[] b, int from, int to) {
    int digits = 0;
    boolean code = false;
    boolean letter = false;
    for (int i = from; i < to; i++) {
      letter |= Bytes.letter(b[i]);
      digits += Bytes.digit(b[i]) ? 1 : 0;
      code |= "/()<>[]{}%$".indexOf(b[i]) >= 0 || b[i] == '\\';
    }
    int length = to - from;
    boolean mixed = letter ? digits > 0 : digits == length;
    return length >= SHORTEST && length <= LONGEST && mixed && !code;
  }

  /// Whether it is a number and what it counts: `20-digit`.
  private static boolean isMeasure(byte[] b, int from, int to) {
    int i = from;
    while (i < to && Bytes.digit(b[i])) {
      i++;
    }
    boolean dashed = i > from && i - from < 4 && i < to && b[i] == '-';
    i++;
    while (i < to && Bytes.letter(b[i])) {
      i++;
    }
    return dashed && i >= to;
  }

  private static void said(Scan s, int from, int to) {
    words(s, SAYING.endAt(s.bytes(), to, s.to()));
  }

  private static void saidInPolish(Scan s, int from, int to) {
    words(s, SAYING_IN_POLISH.endAt(s.bytes(), to, s.to()));
  }

  /// Words behind a password's name and a verb, which the sentence goes on to say how to write.
  private static void words(Scan s, int start) {
    byte[] b = s.bytes();
    if (start < 0) {
      return;
    }
    int limit = Math.min(s.to(), start + LONGEST_WORDS);
    int end = start;
    for (int words = 0; words < MOST_WORDS && !saysHow(b, end + 1, limit); words++) {
      int word = words == 0 ? start : end + 1;
      int stop = word;
      while (stop < limit && (b[stop] < 0 || Bytes.alphanumeric(b[stop]) || b[stop] == '-')) {
        stop++;
      }
      if (stop == word || NO_VALUES.has(b, word, stop) || isParticiple(b, word, stop)) {
        return;
      }
      end = stop;
      if (stop == limit || b[stop] != ' ' || isBracket(b, stop + 1, limit)) {
        break;
      }
    }
    if (end - start >= 4 && isSpelled(b, start, end, s.to())) {
      s.reportAsSpelled(Category.CREDENTIAL_SECRET, start, end, 65, Score.CONTEXT);
    }
  }

  /// Whether the sentence says how to write the words: behind a verb anywhere near, unless they
  /// belong to what it says; behind a colon, as rules have it too, in brackets or after a comma.
  private static boolean isSpelled(byte[] b, int start, int end, int to) {
    boolean divided = end + 2 < to && (b[end] == ',' || isBracket(b, end + 1, to));
    if (divided && saysHow(b, end + 2, to)) {
      return b[start - 2] != ':' || !NUMBERS.has(b, start, wordEnd(b, start, end));
    }
    int last = end;
    while (last > start && b[last - 1] != ' ') {
      last--;
    }
    boolean of = NUMBERS.has(b, last, end) || isAdverb(b, last, end);
    int line = Nearby.lineEnd(b, end, Math.min(to, end + SPELLING));
    return b[start - 2] != ':' && (divided || !of) && SPELLED.standIn(b, end, line);
  }

  private static boolean isBracket(byte[] b, int at, int to) {
    return at < to && b[at] == '(';
  }

  private static boolean isAdverb(byte[] b, int from, int to) {
    return to - from > 4 && (Bytes.at(b, to - 2, to, "ly") || Bytes.at(b, to - 5, to, "mente"));
  }

  private static int wordEnd(byte[] b, int from, int to) {
    return Bytes.find(b, from, to, ' ');
  }

  private static boolean saysHow(byte[] b, int at, int to) {
    return SPELLED.endAt(b, at, to) > 0;
  }

  private static boolean isParticiple(byte[] b, int from, int to) {
    return to - from > 5 && (Bytes.at(b, to - 2, to, "ed") || Bytes.at(b, to - 3, to, "ive"));
  }
}
