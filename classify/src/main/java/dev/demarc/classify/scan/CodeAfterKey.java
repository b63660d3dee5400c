package dev.demarc.classify.scan;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family.KeyedReader;
import dev.demarc.classify.scan.Family.Link;
import dev.demarc.classify.scan.Family.WordReader;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;

/// Takes the one word of letters, digits and dashes that follows its key, or follows the key's word
/// in a sentence without a colon, for values that only their key makes one.
public final class CodeAfterKey implements KeyedReader, WordReader {
  /// As far from its word a value may begin.
  private static final int REACH = 32;

  /// A text that is a sentence about a value is no longer.
  private static final int MOST_UNDER_KEY = 80;

  private static final int SHORTEST = 6;

  /// As many values may be listed behind one word.
  private static final int MOST_LISTED = 8;

  /// The name of who answers is no longer.
  private static final int LONGEST_NAME = 16;

  /// As far as a sentence about a value may take before it says the value.
  private static final int SENTENCE = 56;

  /// As much may follow a word that is inflected.
  private static final int LONGEST_ENDING = 2;

  /// Words that come directly before a value which a sentence is about.
  private static final Words SAYING =
      new Words(
          "is",
          "was",
          "reads",
          "says",
          "shows",
          "returned",
          "returns",
          "be",
          "to",
          "ist",
          "lautet",
          "war",
          "est",
          "es",
          "era",
          "jest",
          "é",
          "è",
          "является",
          "是",
          "为",
          "為",
          "显示");

  private static final Words LINKS =
      new Words(
          "is",
          "was",
          "are",
          "number",
          "no",
          "nr",
          "num",
          "code",
          "id",
          "identifier",
          "ad",
          "address",
          "addr",
          "numer",
          "nummer",
          "ist",
          "the",
          "号",
          "码",
          "號",
          "碼",
          "是",
          "为",
          "為",
          "编",
          "地",
          "址",
          "代",
          "序",
          "列",
          "标",
          "识",
          "符");

  /// What leads from a word to the thing whose number it is.
  private static final Words OF =
      Words.of(
          "of the |of my |of our |for the |for my |des |der |meines |meiner |unserer |du |de la |de"
              + " l'|de mon |de ma |del |de mi |della |dello |dell'|del mio |van de |van het |van"
              + " mijn |do |da |do meu |da minha ");

  /// Things of paper, whose serial numbers are no device's, and what is sold in a list.
  private static final WordSet PAPERS =
      WordSet.of(
          "order orders invoice invoices bill bills book books buch buches livre libro livro boek"
              + " document documents contract contracts certificate certificates report ticket"
              + " tickets batch lot lots key rechnung bestellung vertrags vertrages zertifikats"
              + " zertifikates dokuments facture commande contrat certificat factura pedido"
              + " contrato certificado fattura ordine contratto certificato documento faktury"
              + " bestelling fatura encomenda");

  /// What says in Polish, without any word that leads to it, whose number it is.
  private static final Words LOTS = Words.of("aukcji|oferty|faktury|zamówienia|umowy|certyfikatu");

  /// What stands between one value and another of the same kind.
  private static final Words AND =
      Words.of(" and | or | und | oder | i | oraz | et | y | e |、|和|及");

  private final Category category;
  private final Field field;
  private final int longest;
  private final Check check;
  private final Sentence sentence;

  /// What a sentence must have between the word and its value.
  public enum Sentence {
    /// Nothing: the value follows at once.
    NOTHING,
    /// A word or colon directly before the value, which says that it comes.
    SAYING,
    /// Any words, since few other codes are written like the value.
    WORDS
  }

  /// Judges a value.
  @FunctionalInterface
  public interface Check {
    /// Points of the value at [from, to), or 0 if it is none; `prose` where only words lead to it.
    int points(byte[] b, int from, int to, boolean prose);
  }

  public CodeAfterKey(Category category, Field field, int longest, Check check) {
    this(category, field, longest, Sentence.NOTHING, check);
  }

  public CodeAfterKey(Category category, Field field, int longest, Sentence sentence, Check check) {
    this.category = category;
    this.field = field;
    this.longest = longest;
    this.sentence = sentence;
    this.check = check;
  }

  /// Wants to be called for the key in every notation, and for these words.
  public void declare(Triggers triggers, String... words) {
    triggers.keyed(field, this);
    triggers.words(this, words);
    triggers.codes(SHORTEST, longest, this::inside);
  }

  /// Takes a word somewhere in the few that stand under the key.
  private void inside(Scan s, int from, int to) {
    boolean few = s.hint() == field && s.to() - s.from() <= MOST_UNDER_KEY;
    byte[] b = s.bytes();
    if (few && (from == s.from() || (b[from - 1] != '-' && b[from - 1] != '_'))) {
      take(s, from, true);
    }
  }

  @Override
  public int read(Scan s, Field key, int at, Link link) {
    byte[] b = s.bytes();
    int i = at;
    while (i < s.to() && i - at < REACH && opens(b[i])) {
      i++;
    }
    return take(s, i, link == Link.SENTENCE);
  }

  @Override
  public void read(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int i = to;
    boolean passed = true;
    while (passed && i - to < REACH) {
      int before = i;
      while (i < s.to() && (opens(b[i]) || b[i] == '_' || b[i] == '-')) {
        i++;
      }
      int link = LINKS.endAt(b, i, s.to());
      boolean whole = link > 0 && (b[i] < 0 || link == s.to() || !Bytes.alphanumeric(b[link]));
      boolean apart = i > to || b[i - 1] < 0 || (i < s.to() && b[i] < 0);
      i = whole && apart ? link : i;
      passed = i > before;
    }
    boolean dashed = i == to + 1 && (b[to] == '-' || b[to] == '_');
    boolean starts = (i > to && !dashed) || b[to - 1] < 0;
    boolean here = starts && i < s.to() && Bytes.alphanumeric(b[i]) && s.key(i) == field;
    if ((!here || take(s, i, true) < 0) && !dashed && sentence != Sentence.NOTHING) {
      further(s, to);
    }
  }

  /// Takes the code that a sentence about its word comes to: "the serial number on the back is …".
  private void further(Scan s, int to) {
    byte[] b = s.bytes();
    int limit = Math.min(s.to(), to + SENTENCE);
    int i = to;
    if (i < limit && Bytes.digit(b[i]) && Bytes.letter(b[i - 1])) {
      takeTold(s, to, i);
      return;
    }
    if (isCut(b, to, s.to()) || LOTS.endAt(b, afterSigns(b, to, s.to()), s.to()) > 0) {
      return;
    }
    while (i < limit) {
      if (divides(b, s.from(), to, i, limit)) {
        int answer = field == Field.DEVICE_SERIAL ? answer(b, i, s.to()) : -1;
        if (answer > 0 && isCode(b, answer, s.to())) {
          takeTold(s, to, answer);
        }
        return;
      }
      boolean starts = Bytes.alphanumeric(b[i]) && !Bytes.alphanumeric(b[i - 1]);
      if (!starts || b[i - 1] == '-' || b[i - 1] == '_') {
        i++;
      } else if (isCode(b, i, s.to())) {
        takeTold(s, to, i);
        return;
      } else {
        i++;
      }
    }
  }

  /// Where the answer to a question begins that ends at `at`, behind the name of who answers and a
  /// colon; or -1.
  private int answer(byte[] b, int at, int to) {
    boolean wide = at + 2 < to && b[at] == (byte) 0xEF && b[at + 2] == (byte) 0x9F;
    if (b[at] != '?' && b[at] != '\n' && !wide) {
      return -1;
    }
    int i = at + (wide ? 3 : 1);
    int limit = Math.min(to, i + REACH);
    while (i < limit && (b[i] == ' ' || b[i] == '\n')) {
      i++;
    }
    int name = i;
    while (i < to && i - name < LONGEST_NAME && (b[i] < 0 || Bytes.letter(b[i]) || b[i] == ' ')) {
      i++;
    }
    boolean wideColon = i - 3 >= name && b[i - 3] == (byte) 0xEF && b[i - 1] == (byte) 0x9A;
    boolean told = i > name && ((i < to && b[i] == ':') || wideColon);
    boolean below = Bytes.find(b, at, name, '\n') < name && endsLine(b, codeEnd(b, name, to), to);
    int said = wideColon ? i : i + 1;
    return told ? Bytes.skipBlanks(b, said, Math.min(to, said + REACH)) : below ? name : -1;
  }

  /// Whether the word that ends at `to` is only the beginning of another, and of no inflection.
  private static boolean isCut(byte[] b, int to, int limit) {
    int i = to;
    while (i < limit && i - to <= LONGEST_ENDING && Bytes.letter(b[i]) && Bytes.letter(b[to - 1])) {
      i++;
    }
    return i - to > LONGEST_ENDING;
  }

  private void takeTold(Scan s, int word, int at) {
    Field key = s.key(at);
    boolean own = key == field || !key.namesNumber() || key.isOpen() || key == Field.PHONE;
    if (own && (sentence == Sentence.WORDS || isSaid(s.bytes(), word, at))) {
      take(s, at, true);
    }
  }

  private static boolean endsLine(byte[] b, int at, int to) {
    int i = at < to && b[at] == '.' ? at + 1 : at;
    return i == to || b[i] == '\n' || b[i] == '\r';
  }

  private int codeEnd(byte[] b, int at, int to) {
    int i = at;
    while (i < to && (Bytes.alphanumeric(b[i]) || (b[i] == '-' && i - at <= longest))) {
      i++;
    }
    return i;
  }

  /// Whether a word of letters and digits begins at `at` that is long enough for a code.
  private boolean isCode(byte[] b, int at, int to) {
    int end = codeEnd(b, at, to);
    int digits = 0;
    for (int i = at; i < end; i++) {
      digits += Bytes.digit(b[i]) ? 1 : 0;
    }
    return digits > 1 && end - at >= SHORTEST;
  }

  /// Whether what stands before `at` says that the value follows.
  private boolean isSaid(byte[] b, int from, int at) {
    if (b[at - 1] == '\n') {
      return true;
    }
    boolean serial = field == Field.DEVICE_SERIAL;
    if (serial && at - 3 > from && b[at - 1] == ' ' && b[at - 2] == '-' && b[at - 3] == ' ') {
      return true;
    }
    int end = at;
    while (end > from && opens(b[end - 1])) {
      end--;
    }
    if (end < at && Bytes.find(b, end, at, ':') < at) {
      return true;
    }
    int said = SAYING.startOfLast(b, from, end);
    boolean says = said > 0 && (b[said] < 0 || !Bytes.alphanumeric(b[said - 1]));
    return says || (serial && isOfThing(b, from, at));
  }

  /// Whether only a thing stands between the word that ends at `from` and the code at `at`:
  /// `(serial) of the boiler 2118…`.
  private static boolean isOfThing(byte[] b, int from, int at) {
    int i = afterSigns(b, from, at);
    int number = LINKS.endAt(b, i, at);
    i = number > 0 && !Bytes.alphanumeric(b[number]) ? afterSigns(b, number, at) : i;
    int thing = OF.endAt(b, i, at);
    int blanks = 0;
    for (int k = thing; thing > 0 && k < at; k++) {
      blanks += b[k] == ' ' ? 1 : 0;
      if (b[k] >= 0 && !Bytes.letter(b[k]) && " -'".indexOf(b[k]) < 0) {
        return false;
      }
    }
    boolean paper = thing > 0 && isPaper(b, thing, at);
    return thing > 0 && !paper && blanks >= 1 && blanks <= 2;
  }

  /// Whether the first word of the thing is one of paper.
  private static boolean isPaper(byte[] b, int from, int to) {
    int end = from;
    while (end < to && b[end] != ' ' && b[end] != '-' && b[end] != '\'') {
      end++;
    }
    return PAPERS.has(b, from, end);
  }

  private static int afterSigns(byte[] b, int from, int to) {
    int i = from;
    while (i < to && " ).".indexOf(b[i]) >= 0) {
      i++;
    }
    return i;
  }

  /// Whether the line that ends at `at` has columns, so that what stands under it is one of them.
  private static boolean isHeader(byte[] b, int from, int at) {
    for (int i = at - 1; i >= Math.max(from, at - SENTENCE) && b[i] != '\n'; i--) {
      if (b[i] == ',' || b[i] == ';' || b[i] == '|' || b[i] == '\t') {
        return true;
      }
    }
    return false;
  }

  /// Whether a sentence, or what is said of one thing, ends at `at`; not where the word that ends
  /// at `word` is shortened. The output of a command stands alone on the next line.
  private boolean divides(byte[] b, int from, int word, int at, int to) {
    return switch (b[at]) {
      case ',', ';', '{', '}', '=', '&', '|', '?', '!', '<' -> true;
      case '.' -> at > word && (at + 1 == to || b[at + 1] == ' ' || b[at + 1] == '\n');
      case '\n' -> !isCode(b, at + 1, to) || isHeader(b, from, at);
      case (byte) 0xEF -> at + 2 < to && b[at + 1] == (byte) 0xBC;
      case (byte) 0xE3 -> at + 2 < to && b[at + 1] == (byte) 0x80 && b[at + 2] == (byte) 0x82;
      default -> false;
    };
  }

  private static boolean opens(byte c) {
    return switch (c) {
      case ' ', '\t', ':', '=', '#', '"', '\'', '`', '\\', '>', '*', '(', '[', '|', '.' -> true;
      default -> false;
    };
  }

  private int take(Scan s, int start, boolean prose) {
    int end = takeOne(s, start, prose);
    int last = end;
    for (int k = 0; k < MOST_LISTED && last > 0 && prose && field == Field.DEVICE_SERIAL; k++) {
      int next = AND.endAt(s.bytes(), last, s.to());
      boolean alike = next > 0 && codeEnd(s.bytes(), next, s.to()) - next == end - start;
      last = alike && isCode(s.bytes(), next, s.to()) ? takeOne(s, next, true) : -1;
    }
    return end;
  }

  private int takeOne(Scan s, int start, boolean prose) {
    byte[] b = s.bytes();
    int limit = Math.min(s.to(), start + longest + 1);
    int end = start;
    while (end < limit && (Bytes.alphanumeric(b[end]) || joins(b, start, end, s.to()))) {
      end++;
    }
    boolean goesOn = end < s.to() && goesOn(b, end, s.to());
    if (end == start || end - start > longest || goesOn) {
      return -1;
    }
    int points = check.points(b, start, end, prose);
    return points > 0 && s.reportAsSpelled(category, start, end, points, Score.KEY | Score.SHAPE)
        ? end
        : -1;
  }

  private static boolean joins(byte[] b, int start, int at, int to) {
    return b[at] == '-' && at > start && at + 1 < to && Bytes.alphanumeric(b[at + 1]);
  }

  /// Whether what stands at `at` makes the word a part of something else.
  private static boolean goesOn(byte[] b, int at, int to) {
    boolean more = at + 1 < to && Bytes.alphanumeric(b[at + 1]);
    return switch (b[at]) {
      case '_', '@', '(' -> true;
      case ':', '+', '/' -> more;
      case '.' -> more && (Bytes.digit(b[at + 1]) || Bytes.letter(b[at + 1]));
      default -> false;
    };
  }
}
