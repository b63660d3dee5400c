package dev.demarc.classify.pseudonym;

import dev.demarc.classify.text.PseudonymCode;
import dev.demarc.classify.text.Text;
import java.util.Arrays;
import java.util.Optional;

/// Finds the pseudonyms in one text, read character by character and in any number of pieces.
///
/// A pseudonym is two runs of ASCII letters and digits with `_` (or `\_`, as Markdown writes it)
/// between them, the first a known word, the second a code; case does not matter. A run that goes
/// on is another run, so nothing is decided before its end, and only what is live is found. What
/// looks like a pseudonym and is not is counted. Positions are those of the caller's bytes; the
/// caller moves them with [#moved] when it goes on to the next piece.
final class PseudonymScan {
  /// Takes a pseudonym that is to be restored: its bytes [from, to) and the value it stands for.
  interface Found {
    void found(int from, int to, Text value);
  }

  /// Nothing needs to wait.
  static final int NOTHING = Integer.MAX_VALUE;

  private static final int FAR_BEHIND = -(1 << 20);
  private static final int CAPACITY = Pseudonyms.LONGEST_WORD + 1 + PseudonymCode.LONGEST + 1;

  /// So many first characters of a code tell that it was meant.
  private static final int TELLING = 4;

  private static final int OTHER = 0xFFFF;

  private final LivePseudonyms live;
  private final RestoreCounts counts;
  private final Found found;
  private final UrlSense url = new UrlSense();
  private final ShownEscape shown = new ShownEscape();

  /// The word, `_` and the run that follows it, or a run alone, in upper case; of a run too long
  /// for any pseudonym the first characters, one more than any pseudonym has.
  private final byte[] name = new byte[CAPACITY];

  private int length;
  private int runAt;
  private int wordFrom;
  private int runFrom;
  private boolean lowerCase;
  private boolean wordThenBackslash;

  PseudonymScan(LivePseudonyms live, RestoreCounts counts, Found found) {
    this.live = live;
    this.counts = counts;
    this.found = found;
  }

  /// The next character, whose bytes begin at `from`.
  void accept(int c, int from) {
    boolean escape = shown.has(c);
    int seen = escape || url.encodes(c) ? OTHER : c;
    if (letterOrDigit(seen)) {
      extend(seen, from);
    } else {
      settle(from);
      separate(seen);
    }
    url.accept(c);
  }

  /// The next character, spelled by an escape that no pseudonym is spelled with.
  void acceptEscaped(int c) {
    forget();
    shown.reset();
    url.accept(c);
  }

  /// An escape begins at `from`: what came before is complete.
  void settle(int from) {
    if (runAt == 0) {
      return;
    }
    if (length > runAt && judged(from)) {
      forget();
      return;
    }
    System.arraycopy(name, runAt, name, 0, length - runAt);
    length -= runAt;
    runAt = 0;
  }

  /// A JSON string inside the text begins.
  void stringBegins() {
    forget();
    shown.reset();
    url.string();
  }

  /// A JSON string inside the text ends at `from`.
  void stringEnds(int from) {
    settle(from);
    forget();
    url.outside();
  }

  /// The text ends at `from`.
  void end(int from) {
    settle(from);
    forget();
  }

  /// The first byte of the longest end of the text that could begin a live pseudonym.
  int waitsFrom() {
    if (length == 0 || url.inside()) {
      return NOTHING;
    }
    if (live.begins(name, length)) {
      return runAt > 0 || wordThenBackslash ? wordFrom : runFrom;
    }
    return runAt > 0 && length > runAt && live.begins(run(), length - runAt) ? runFrom : NOTHING;
  }

  /// The caller's positions all move back by `bytes`.
  void moved(int bytes) {
    wordFrom = Math.max(wordFrom - bytes, FAR_BEHIND);
    runFrom = Math.max(runFrom - bytes, FAR_BEHIND);
  }

  private void extend(int c, int from) {
    if (wordThenBackslash) {
      forget();
    }
    if (length == runAt) {
      runFrom = from;
    }
    lowerCase |= c >= 'a';
    if (length < CAPACITY) {
      name[length++] = (byte) (c >= 'a' ? c - ('a' - 'A') : c);
    }
  }

  /// What a character between runs means: the run before it can be a word only where `_` follows.
  private void separate(int c) {
    boolean joins = c == '_' || (c == '\\' && !wordThenBackslash);
    if (!joins || !(wordThenBackslash || live.word(name, length))) {
      forget();
      return;
    }
    wordFrom = wordThenBackslash ? wordFrom : runFrom;
    wordThenBackslash = c == '\\';
    if (c == '_') {
      name[length++] = '_';
      runAt = length;
    }
  }

  /// What came before can be no part of a pseudonym.
  void forget() {
    length = 0;
    runAt = 0;
    lowerCase = false;
    wordThenBackslash = false;
  }

  /// Whether the name is a live pseudonym; then it is found, or counted where it stands in a URL.
  private boolean judged(int to) {
    Optional<Text> value = live.value(name, length);
    if (value.isEmpty()) {
      counts.unknown += unknown() ? 1 : 0;
      return false;
    }
    if (url.inside()) {
      counts.withheld++;
    } else {
      counts.restored++;
      found.found(wordFrom, to, value.get());
    }
    return true;
  }

  /// Whether a name that is not live was meant as a pseudonym: a whole code; what begins as a live
  /// one, be it cut short, run together with more or wrong further on; or, in our own capitals, a
  /// code whose check character fails.
  private boolean unknown() {
    return PseudonymCode.whole(name, runAt, length)
        || (length - runAt >= TELLING && live.begins(name, runAt + TELLING))
        || (!lowerCase && PseudonymCode.spelled(name, runAt, length) && mixed());
  }

  /// Whether the run has both digits and letters, as a code nearly always has.
  private boolean mixed() {
    int digits = 0;
    for (int i = runAt; i < length; i++) {
      digits += name[i] <= '9' ? 1 : 0;
    }
    return digits > 0 && digits < length - runAt;
  }

  private byte[] run() {
    return Arrays.copyOfRange(name, runAt, length);
  }

  private static boolean letterOrDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
