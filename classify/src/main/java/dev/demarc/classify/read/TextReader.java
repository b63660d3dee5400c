package dev.demarc.classify.read;

import dev.demarc.classify.family.network.Versions;
import dev.demarc.classify.family.payment.PaymentElements;
import dev.demarc.classify.family.payment.PaymentLines;
import dev.demarc.classify.family.person.NamesAgain;
import dev.demarc.classify.finding.Span;
import dev.demarc.classify.number.SpelledDigits;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Hits;
import dev.demarc.classify.scan.KeyTable;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Seams;
import dev.demarc.classify.scan.Topic;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Folding;
import dev.demarc.classify.text.JsonSyntax;
import dev.demarc.classify.text.Signs;
import dev.demarc.classify.text.Unreadable;
import dev.demarc.classify.text.View;
import java.util.ArrayList;
import java.util.List;

/// Reads one text for findings: JSON that it is or that stands in it, tables, lines of payments,
/// and everything between them.
public final class TextReader {
  /// Walks JSON found in a text.
  public interface InnerJson {
    void walk(View json) throws Unreadable;
  }

  /// Codes inside codes are read so deep.
  private static final int DEEPEST_CODE = 3;

  /// Longest member name, in bytes, that names what its value is.
  private static final int LONGEST_KEY = 64;

  private final InnerJson json;
  private final KeyTable keys;
  private final Hits hits;
  private final Scanner scanner;
  private final Tables tables;
  private final PaymentLines payments;
  private final PaymentElements elements;
  private final WifiListings listings;
  private final FormReader forms;
  private final NamesAgain names = new NamesAgain();
  private final Line line = new Line();
  private final List<Disguises> disguises = new ArrayList<>();
  private final Disguises seamDisguises = new Disguises();
  private int inCode;
  private final List<View> slices = new ArrayList<>();
  private int reading;

  /// What respells a text, one set for each depth of codes inside codes, since the code that is
  /// read stands in the buffers of the text around it.
  private static final class Disguises {
    final FormText form = new FormText();
    boolean inForm;
    final Folding folding = new Folding();
    final Folding foldingLoosened = new Folding();
    final Loosening loosening = new Loosening();
    final Loosening looseningTwice = new Loosening();
    final SpelledDigits spelled = new SpelledDigits();
    final Decoding decoding = new Decoding();
  }

  public TextReader(ClassifierSettings settings, Lexicon lexicon, Hits hits, InnerJson json) {
    this.json = json;
    this.keys = lexicon.keys();
    this.hits = hits;
    this.scanner = new Scanner(settings, lexicon, hits);
    this.tables = new Tables(scanner, lexicon.keys(), hits);
    this.payments = new PaymentLines(hits);
    this.elements = new PaymentElements(hits);
    this.listings = new WifiListings(scanner);
    this.forms = new FormReader(lexicon.keys(), hits, this::part);
  }

  /// Reads a member name, which is a text too, and returns what it says about its value.
  public Field name(View name) throws Unreadable {
    View text = disguises().folding.fold(name);
    // A longer name is a text, and what it ends with names nothing.
    Field field =
        text.length() > LONGEST_KEY ? Field.NONE : keys.of(text.bytes(), text.start(), text.end());
    read(name, Field.NONE, false);
    return field;
  }

  /// Whether the operator's patterns would have had to run over more of the body than they may.
  public boolean patternsExhausted() {
    return scanner.operator().isExhausted();
  }

  /// Begins with another body.
  public void begin() {
    inCode = 0;
    disguises.forEach(each -> each.inForm = false);
    reading = 0;
    scanner.begin();
  }

  /// Reads a number literal about which its key says `hint`.
  public void number(View literal, Field hint, boolean nearWifi) {
    scanner.number(literal, hint, nearWifi);
  }

  /// Reads base64 content that may be a text, such as a file of one.
  public void payload(View content) throws Unreadable {
    decoded(content, Field.NONE, false);
  }

  /// Reads a string about which its key says `hint`.
  public void read(View string, Field hint, boolean nearWifi) throws Unreadable {
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
    Span.Form form = hits.form();
    View slice = slice();
    reading++;
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
      plain(slice(slice, string, plainFrom, i), hint, nearWifi);
      json.walk(slice(slice, string, i, after));
      hits.form(form);
      plainFrom = i = after;
    }
    boolean whole = plainFrom == string.start();
    plain(whole ? string : slice(slice, string, plainFrom, end), hint, nearWifi);
    reading--;
  }

  /// The view for parts of the text that is read at this depth.
  private View slice() {
    if (reading == slices.size()) {
      slices.add(new View());
    }
    return slices.get(reading);
  }

  /// The next place where an object or array with something in it may begin.
  private static int nextOpening(byte[] b, int from, int end) {
    for (int i = from; i < end; i++) {
      if (b[i] == '{' || b[i] == '[') {
        int next = JsonSyntax.skipSpace(b, i + 1, end);
        boolean object = b[i] == '{' && next < end && b[next] == '"';
        boolean index = i > from && Bytes.alphanumeric(b[i - 1]);
        boolean array = b[i] == '[' && !index && next < end && (b[next] == '{' || b[next] == '"');
        if (object || array) {
          return i;
        }
      }
    }
    return end;
  }

  private static View slice(View slice, View string, int from, int to) {
    slice.slice(string.bytes(), from, to, string);
    slice.sign(string.signs());
    return slice;
  }

  /// Reads the ends of two texts that were joined, for what neither of them holds alone.
  public void seam(Seams seam, View joined) {
    hits.across(seam);
    scanner.unprepare();
    Disguises own = seamDisguises;
    View plain = own.form.appliesToPart(joined) ? own.form.decodePart(joined) : joined;
    scan(own.folding.fold(plain));
    if (Loosening.applies(plain)) {
      scan(own.foldingLoosened.fold(own.loosening.loosen(plain)));
    }
    hits.endAcross();
  }

  private void scan(View text) {
    scanner.scan(text, text.start(), text.end(), Field.NONE, false);
  }

  /// Reads a text as it stands, and once more in each disguise that it may wear.
  private void plain(View string, Field hint, boolean nearWifi) throws Unreadable {
    if (string.length() == 0) {
      return;
    }
    Disguises own = disguises();
    int mark = hits.size();
    if (!own.inForm && !isWhole(hint) && own.form.applies(string)) {
      own.inForm = true;
      View decoded = own.form.decode(string);
      forms.read(own.form, decoded, hint, nearWifi);
      own.inForm = false;
      if (string.has(Signs.LINE) && string.has(Signs.CELLS)) {
        // Its cells stand across the pairs.
        hits.rereadSince(mark);
        lines(own.folding.fold(decoded), hint, nearWifi, mark);
        hits.endReread();
      }
      return;
    }
    View text = own.folding.fold(string);
    lines(text, hint, nearWifi, mark);
    hits.endReread();
    if (SpelledDigits.applies(text)) {
      hits.rereadSince(mark);
      View spelled = own.spelled.respell(text);
      if (text.has(Signs.LINE) && text.has(Signs.CELLS)) {
        scanner.needContext(true);
        lines(spelled, hint, nearWifi, mark);
        scanner.needContext(false);
      } else {
        scanner.spelled(spelled, hint, nearWifi);
      }
      hits.endReread();
    }
    View loosened = string;
    if (Loosening.applies(string)) {
      hits.rereadSince(mark);
      loosened = own.loosening.loosen(string);
      lines(own.foldingLoosened.fold(loosened), hint, nearWifi, mark);
      if (Loosening.applies(loosened)) {
        hits.rereadSince(mark);
        loosened = own.looseningTwice.loosen(loosened);
        lines(own.foldingLoosened.fold(loosened), hint, nearWifi, mark);
      }
      hits.endReread();
    }
    decoded(loosened, hint, nearWifi);
  }

  /// Whether all of a text under such a key is the value, whatever it looks like.
  private static boolean isWhole(Field hint) {
    return switch (hint) {
      case PASSWORD, SECRET, API_KEY, ISSUED_KEY, SSID, DEVICE_NAME, OPERATOR -> true;
      default -> false;
    };
  }

  /// Reads part of a text whose form was decoded.
  private void part(View base, int from, int to, Field hint, boolean nearWifi) throws Unreadable {
    Span.Form form = hits.form();
    View slice = slice();
    reading++;
    slice.slice(base.bytes(), from, to, base);
    slice.markRespelled();
    read(slice, hint, nearWifi);
    hits.form(form);
    reading--;
  }

  private Disguises disguises() {
    while (inCode >= disguises.size()) {
      disguises.add(new Disguises());
    }
    return disguises.get(inCode);
  }

  /// Reads what is encoded in the text as if it stood there.
  private void decoded(View string, Field hint, boolean nearWifi) throws Unreadable {
    if (inCode == DEEPEST_CODE || string.length() < Decoding.SHORTEST) {
      return;
    }
    Decoding decoding = disguises().decoding;
    Span.Form form = hits.form();
    inCode++;
    decoding.begin(string);
    while (decoding.find(string)) {
      Field key = said(string, decoding.start());
      boolean outermost = hits.enterCode(string, decoding.start(), decoding.end());
      read(decoding.text(), key == Field.NONE ? hint : hint.under(key), nearWifi);
      if (outermost) {
        hits.leaveCode();
      }
      hits.form(form);
    }
    inCode--;
  }

  /// What the words before a code say about what it holds.
  private Field said(View string, int at) {
    byte[] b = string.bytes();
    Field key = Nearby.keyBefore(keys, b, string.start(), at);
    boolean version =
        key == Field.NONE
            && (Versions.areNamed(b, string.start(), at)
                || Versions.areSpokenOf(b, string.start(), at));
    return version ? Field.VERSION : key;
  }

  /// Reads the lines of a text of which the findings since `mark` speak.
  private void lines(View text, Field hint, boolean nearWifi, int mark) {
    scanner.lists().clear();
    scanner.prepare(text);
    int plainFrom = text.start();
    if (text.has(Signs.LINE) || (text.has(Signs.CELLS) && text.has(Signs.DIGIT))) {
      plainFrom = tables(text, hint, nearWifi);
    }
    rest(text, plainFrom, text.end(), hint, nearWifi);
    if (hits.size() > mark) {
      names.read(text, mark, hits);
    }
    if (scanner.lists().size() > 0) {
      hits.rereadSince(mark);
      tables.valueLists(text);
    }
  }

  /// Reads the tables in the text and what stands before each, and returns where the rest begins.
  private int tables(View text, Field hint, boolean nearWifi) {
    int plainFrom = text.start();
    int at = text.start();
    while (line.read(text.bytes(), at, text.end())) {
      int after = line.has(Signs.CELLS) ? table(text) : -1;
      if (after > at) {
        for (Tables.Cell cell : tables.takeTallCells()) {
          cell(text, cell, nearWifi);
        }
        rest(text, plainFrom, at, hint, nearWifi);
        plainFrom = after;
        at = after;
      } else {
        at = line.end() + 1;
      }
    }
    return plainFrom;
  }

  /// Reads a cell of several lines, in which a table may stand.
  private void cell(View text, Tables.Cell cell, boolean nearWifi) {
    View inner = slice(new View(), text, cell.start(), cell.end());
    rest(inner, tables(inner, cell.field(), nearWifi), cell.end(), cell.field(), nearWifi);
  }

  private int table(View text) {
    int after = -1;
    if (line.end() < text.end()) {
      after = tables.withHeader(text, line);
      if (after < 0 && scanner.speaksOf(Topic.ACCESS_POINTS)) {
        after = listings.read(text, line.start(), line.end(), text.end());
      }
    }
    return after < 0 && line.has(Signs.DIGIT) ? tables.withoutHeader(text, line) : after;
  }

  private void rest(View text, int from, int to, Field hint, boolean nearWifi) {
    if (from < to) {
      scanner.scan(text, from, to, hint, nearWifi);
      if (text.has(Signs.DIGIT)) {
        payments.read(text, from, to, scanner.speaksOf(Topic.PAYING), text.has(Signs.LABEL));
        if (scanner.speaksOf(Topic.PAYMENT_MARKUP)) {
          elements.read(text, from, to);
        }
      }
    }
  }
}
