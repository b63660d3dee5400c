package dev.demarc.classify;

import java.util.ArrayList;
import java.util.List;

/// Reads one text for findings: JSON that it is or that stands in it, tables, lines of payments,
/// and everything between them.
final class TextReader {
  /// Walks JSON found in a text.
  interface InnerJson {
    void walk(View json) throws Unreadable;
  }

  /// Codes inside codes are read so deep.
  private static final int DEEPEST_CODE = 3;

  private final InnerJson json;
  private final KeyTable keys;
  private final Hits hits;
  private final Scanner scanner;
  private final Tables tables;
  private final PaymentLines payments;
  private final WifiListings listings;
  private final Line line = new Line();
  private final Folding folding = new Folding();
  private final Folding foldingLoosened = new Folding();
  private final Loosening loosening = new Loosening();
  private final Loosening looseningTwice = new Loosening();
  private final SpelledDigits spelled = new SpelledDigits();
  private final List<Decoding> decodings = new ArrayList<>();
  private int decoded;

  TextReader(ClassifierSettings settings, Lexicon lexicon, Hits hits, InnerJson json) {
    this.json = json;
    this.keys = lexicon.keys();
    this.hits = hits;
    this.scanner = new Scanner(settings, lexicon, hits);
    this.tables = new Tables(scanner, lexicon.keys(), hits);
    this.payments = new PaymentLines(hits);
    this.listings = new WifiListings(scanner);
  }

  /// Reads a member name, which is a text too, and returns what it says about its value.
  Field name(View name) {
    View text = folding.fold(name);
    scanner.scan(text, text.start(), text.end(), Field.NONE, false);
    return keys.of(text.bytes(), text.start(), text.end());
  }

  /// Whether the operator's patterns would have had to run over more of the body than they may.
  boolean patternsExhausted() {
    return scanner.operator().isExhausted();
  }

  /// Reads a number literal.
  void number(View literal, Field hint) {
    scanner.number(literal, hint);
  }

  /// Reads a string about which its key says `hint`.
  void read(View string, Field hint, boolean nearWifi) throws Unreadable {
    byte[] b = string.bytes();
    int end = string.end();
    if (JsonSyntax.isContainer(b, string.start(), end)) {
      json.walk(string);
      return;
    }
    if (!string.has(Signs.OPENING)) {
      plain(string, hint, nearWifi);
      return;
    }
    int plainFrom = string.start();
    int spare = 2 * string.length() + 4096;
    for (int i = nextOpening(b, plainFrom, end); i < end; i = nextOpening(b, i, end)) {
      int after = spare > 0 ? JsonSyntax.containerEnd(b, i, end) : i;
      if (after < 0) {
        spare -= ~after - i;
        i++;
        continue;
      }
      if (after == i) {
        break;
      }
      plain(slice(string, plainFrom, i), hint, nearWifi);
      json.walk(slice(string, i, after));
      hits.form(Span.Form.TEXT);
      plainFrom = i = after;
    }
    plain(plainFrom == string.start() ? string : slice(string, plainFrom, end), hint, nearWifi);
  }

  /// The next place where an object or array with something in it may begin.
  private static int nextOpening(byte[] b, int from, int end) {
    for (int i = from; i < end; i++) {
      if (b[i] == '{' || b[i] == '[') {
        int next = JsonSyntax.skipSpace(b, i + 1, end);
        boolean object = b[i] == '{' && next < end && b[next] == '"';
        boolean array = b[i] == '[' && next < end && (b[next] == '{' || b[next] == '"');
        if (object || array) {
          return i;
        }
      }
    }
    return end;
  }

  private static View slice(View string, int from, int to) {
    View slice = new View();
    slice.slice(string.bytes(), from, to, string);
    slice.sign(string.signs());
    return slice;
  }

  /// Reads the ends of two texts that were joined, for what neither of them holds alone.
  void seam(Seams seam, View joined) {
    hits.across(seam);
    View text = folding.fold(joined);
    scanner.scan(text, text.start(), text.end(), Field.NONE, false);
    hits.endAcross();
  }

  /// Reads a text as it stands, and once more in each disguise that it may wear.
  private void plain(View string, Field hint, boolean nearWifi) throws Unreadable {
    if (string.length() == 0) {
      return;
    }
    int mark = hits.size();
    View text = folding.fold(string);
    lines(text, hint, nearWifi);
    if (SpelledDigits.applies(text)) {
      hits.rereadSince(mark);
      scanner.spelled(spelled.respell(text), hint, nearWifi);
      hits.endReread();
    }
    if (Loosening.applies(string)) {
      hits.rereadSince(mark);
      View loosened = loosening.loosen(string);
      boolean again = Loosening.applies(loosened);
      View plain = again ? looseningTwice.loosen(loosened) : loosened;
      lines(foldingLoosened.fold(plain), hint, nearWifi);
      hits.endReread();
    }
    decoded(string, hint, nearWifi);
  }

  /// Reads what is encoded in the text as if it stood there.
  private void decoded(View string, Field hint, boolean nearWifi) throws Unreadable {
    if (decoded == DEEPEST_CODE || string.length() < Decoding.SHORTEST) {
      return;
    }
    if (decoded == decodings.size()) {
      decodings.add(new Decoding());
    }
    Decoding decoding = decodings.get(decoded++);
    decoding.begin(string);
    while (decoding.find(string)) {
      Field key = Nearby.keyBefore(keys, string.bytes(), string.start(), decoding.start());
      read(decoding.text(), key == Field.NONE ? hint : hint.under(key), nearWifi);
      hits.form(Span.Form.TEXT);
    }
    decoded--;
  }

  private void lines(View text, Field hint, boolean nearWifi) {
    int plainFrom = text.start();
    if (text.has(Signs.LINE) || (text.has(Signs.CELLS) && text.has(Signs.DIGIT))) {
      plainFrom = tables(text, hint, nearWifi);
    }
    rest(text, plainFrom, text.end(), hint, nearWifi);
  }

  /// Reads the tables in the text and what stands before each, and returns where the rest begins.
  private int tables(View text, Field hint, boolean nearWifi) {
    tables.begin();
    int plainFrom = text.start();
    int at = text.start();
    while (line.read(text.bytes(), at, text.end())) {
      int after = line.has(Signs.CELLS) ? table(text) : -1;
      if (after > at) {
        rest(text, plainFrom, at, hint, nearWifi);
        plainFrom = after;
        at = after;
      } else {
        at = line.end() + 1;
      }
    }
    return plainFrom;
  }

  private int table(View text) {
    int after = -1;
    if (line.end() < text.end()) {
      after = tables.withHeader(text, line);
      if (after < 0 && text.has(Signs.LABEL)) {
        after = listings.read(text, line.start(), line.end(), text.end());
      }
    }
    return after < 0 && line.has(Signs.DIGIT) ? tables.withoutHeader(text, line) : after;
  }

  private void rest(View text, int from, int to, Field hint, boolean nearWifi) {
    if (from < to) {
      scanner.lists().clear();
      scanner.scan(text, from, to, hint, nearWifi);
      tables.valueLists(text, from, to);
      if (text.has(Signs.DIGIT)) {
        payments.read(text, from, to);
      }
    }
  }
}
