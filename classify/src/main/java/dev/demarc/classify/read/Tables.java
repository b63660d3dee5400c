package dev.demarc.classify.read;

import dev.demarc.classify.family.payment.AccountNumbers;
import dev.demarc.classify.finding.Span;
import dev.demarc.classify.number.Dates;
import dev.demarc.classify.number.Money;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Hits;
import dev.demarc.classify.scan.KeyTable;
import dev.demarc.classify.scan.RecordFields;
import dev.demarc.classify.scan.RecordKind;
import dev.demarc.classify.scan.Row;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Topic;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Signs;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads tables in text: CSV, TSV, Markdown, columns set apart by spaces. The header says what is
/// in a column; where rows come without one, their shape must.
///
/// A row of payments is one finding. Its free text belongs to it: what was bought says more about a
/// person than the amount.
final class Tables {
  private static final byte[] DELIMITERS = {'\t', '|', ';', ',', Row.COLUMNS};
  private static final int[] SIGNS = {
    Signs.TAB, Signs.PIPE, Signs.SEMICOLON, Signs.COMMA, Signs.COLUMNS
  };
  private static final int LONGEST_NAME = 48;
  private static final int MOST_BLANKS = 4;

  /// More are those of a card or account, and no part of a column's name.
  private static final int MOST_DIGITS = 10;

  private static final int LONGEST_HEADER = 4096;
  private static final int LONGEST_ROW = 1024;

  private final Scanner scanner;
  private final KeyTable keys;
  private final Hits hits;
  private final Row row = new Row();
  private final Row next = new Row();
  private final RecordFields[] records = RecordFields.ofEachKind();
  private final RecordFields payment = RecordFields.of(records, RecordKind.PAYMENT);
  private final Money money = new Money();
  private final List<Cell> tallCells = new ArrayList<>();
  private Field[] fields = new Field[16];
  private int columns;
  private boolean wifi;
  private boolean statement;

  /// A cell of several lines, which is a text of its own.
  record Cell(int start, int end, Field field) {}

  Tables(Scanner scanner, KeyTable keys, Hits hits) {
    this.scanner = scanner;
    this.keys = keys;
    this.hits = hits;
  }

  /// Reads the table whose header is this line and returns the offset after it, or -1 if no table
  /// starts there.
  int withHeader(View view, Line line) {
    boolean stamped = Dates.stamp(view.bytes(), line.start(), line.end()) > 0;
    if (stamped || line.end() - line.start() > LONGEST_HEADER) {
      return -1;
    }
    for (int k = 0; k < DELIMITERS.length; k++) {
      if (line.has(SIGNS[k]) && isHeader(view, line, DELIMITERS[k])) {
        int header = headerStart(view, line, DELIMITERS[k]);
        scanner.scan(view, line.start(), header, Field.NONE, wifi);
        return rows(view, header, view.end(), DELIMITERS[k]);
      }
    }
    return -1;
  }

  private boolean isHeader(View view, Line line, byte delimiter) {
    byte[] b = view.bytes();
    int to = view.end();
    int header = headerStart(view, line, delimiter);
    if (!mayBeHeader(b, header, line.end(), delimiter)
        || TableShape.goesOn(b, view.start(), line.start(), line.end(), to)) {
      return false;
    }
    int second = row.split(b, header, line.end() + 1, delimiter);
    boolean indented = delimiter == Row.COLUMNS && row.cells() == 2 && row.isEmpty(0);
    // A list in a program has a string on each line, and a comma behind it.
    boolean list = delimiter == ',' && row.cells() == 2 && row.isEmpty(1);
    if (row.cells() < 2 || indented || list || second >= to || !readNames(b)) {
      return false;
    }
    next.split(b, second, Math.min(to, second + LONGEST_HEADER), delimiter);
    return next.cells() == columns || (next.cells() >= 2 && Math.abs(next.cells() - columns) <= 1);
  }

  /// Where the header begins on its line: in Markdown at its first pipe, whatever leads to it, if
  /// the next line begins with one.
  private static int headerStart(View view, Line line, byte delimiter) {
    byte[] b = view.bytes();
    int below = Bytes.skipBlanks(b, Math.min(line.end() + 1, view.end()), view.end());
    boolean piped = delimiter == '|' && below < view.end() && b[below] == '|';
    return piped ? Bytes.find(b, line.start(), line.end(), '|') : line.start();
  }

  /// Whether the first two cells may be names: of most lines with a delimiter they are none.
  private static boolean mayBeHeader(byte[] b, int from, int to, byte delimiter) {
    int i = from;
    while (i < to && !Row.delimits(b, i, to, delimiter)) {
      if (b[i++] == '"') {
        return true;
      }
    }
    int first = Bytes.skipBlanks(b, afterLeadIn(b, from, i), i);
    if (!mayBeName(b, first, Bytes.trimEnd(b, first, i))) {
      return false;
    }
    int start = Bytes.skipBlanks(b, Math.min(i + 1, to), to);
    int end = start;
    while (end < to && !Row.delimits(b, end, to, delimiter)) {
      if (b[end++] == '"') {
        return true;
      }
    }
    return mayBeName(b, start, Bytes.trimEnd(b, start, end));
  }

  private void roomFor(int cells) {
    if (fields.length < cells) {
      fields = Arrays.copyOf(fields, cells);
    }
  }

  private boolean readNames(byte[] b) {
    columns = row.cells();
    roomFor(columns);
    boolean values = false;
    wifi = false;
    clearRecords();
    for (int k = 0; k < columns; k++) {
      int from = k == 0 ? afterLeadIn(b, row.start(k), row.end(k)) : row.start(k);
      if (!mayBeName(b, from, row.end(k)) || TableShape.describes(b, row.start(k), row.end(k))) {
        return false;
      }
      Field field = keys.of(b, row.start(k), row.end(k));
      fields[k] = field;
      note(field);
      wifi |= field == Field.SSID || field == Field.BSSID;
      // What numbers versions says of its column that no hosts stand there.
      values |= field.namesValue() || field == Field.VERSION;
    }
    namesOfPersons();
    for (RecordFields record : records) {
      record.announce(record.isWhole());
      values |= record.isWhole();
    }
    statement = !payment.isAnnounced() && isStatement();
    if (statement) {
      payment.announce(true);
    }
    return values || statement;
  }

  /// Beside an e-mail address, a telephone number or the like a name is a person's; beside what
  /// goods are sold by, it is none.
  private void namesOfPersons() {
    boolean persons = false;
    boolean goods = false;
    for (int k = 0; k < columns; k++) {
      persons |= fields[k].isOfPerson();
      goods |= fields[k] == Field.GOODS;
    }
    for (int k = 0; k < columns && persons && !goods; k++) {
      fields[k] = fields[k] == Field.NAME || fields[k] == Field.WHOM ? Field.PERSON : fields[k];
    }
  }

  /// Whether the columns are those of a bank's statement: when, what for, how much.
  private boolean isStatement() {
    boolean memo = false;
    boolean goods = false;
    for (int k = 0; k < columns; k++) {
      memo |= fields[k] == Field.MEMO;
      goods |= fields[k] == Field.GOODS;
    }
    return memo && !goods && payment.has(Field.DATE) && payment.has(Field.AMOUNT);
  }

  /// Whether the cell is an amount as a statement has it: to the cent.
  private boolean isBooked(byte[] b, int cell) {
    return money.whole(b, row.start(cell), row.end(cell)) && money.toTheCent();
  }

  private void clearRecords() {
    for (RecordFields record : records) {
      record.clear();
    }
  }

  private void note(Field field) {
    for (RecordFields record : records) {
      record.note(field);
    }
  }

  /// Where the first column's name begins behind words that lead to the table on the same line.
  private static int afterLeadIn(byte[] b, int from, int to) {
    int i = to;
    while (i > from && b[i - 1] != ':' && b[i - 1] != '?') {
      i--;
    }
    return i;
  }

  private static boolean mayBeName(byte[] b, int from, int to) {
    int blanks = 0;
    int opened = 0;
    int digits = 0;
    for (int i = from; i < to; i++) {
      digits += Bytes.digit(b[i]) ? 1 : 0;
      blanks += b[i] == ' ' ? 1 : 0;
      opened += b[i] == '(' ? 1 : b[i] == ')' ? -1 : 0;
      if (b[i] == ':' || b[i] == '=' || (b[i] == '#' && i > from && b[i - 1] == '&')) {
        return false;
      }
    }
    // A list in parentheses is one of SQL or of a program.
    return opened == 0
        && to - from <= LONGEST_NAME
        && blanks <= MOST_BLANKS
        && digits <= MOST_DIGITS;
  }

  private int rows(View view, int header, int to, byte delimiter) {
    byte[] b = view.bytes();
    int at = row.split(b, header, to, delimiter);
    scanner.scan(view, header, at, Field.NONE, wifi);
    while (at < to) {
      int after = row.split(b, at, to, delimiter);
      if (row.cells() < 2) {
        return at;
      }
      cells(view);
      records(view);
      at = after;
    }
    return to;
  }

  /// The cells of several lines that were passed over since this was asked last.
  List<Cell> takeTallCells() {
    List<Cell> cells = tallCells.isEmpty() ? List.of() : List.copyOf(tallCells);
    tallCells.clear();
    return cells;
  }

  /// Reads the lists of values that the scanner came across in the text.
  void valueLists(View view) {
    ValueLists lists = scanner.lists();
    int size = lists.size();
    // What opens and never closes is read in vain, again for each place.
    int spare = 4 * view.length();
    for (int k = 0; k < size && spare >= 0; k++) {
      int at = lists.place(k);
      if (ValueLists.columns(view.bytes(), view.start(), at, row) && readNames(view.bytes())) {
        spare -= tuples(view, at);
      } else {
        spare -= ValueLists.LONGEST_COLUMNS;
      }
    }
  }

  /// Reads the tuples from `from` on and returns how many bytes were read in vain.
  private int tuples(View view, int from) {
    int at = from;
    while (true) {
      int to = Math.min(view.end(), at + ValueLists.LONGEST_TUPLE);
      int end = ValueLists.tuple(view.bytes(), at, to, row);
      if (end < 0) {
        return end == ValueLists.UNCLOSED ? to - at : 0;
      }
      cells(view);
      records(view);
      at = end;
    }
  }

  private void cells(View view) {
    for (int k = 0; k < row.cells(); k++) {
      if (!row.isEmpty(k)) {
        boolean says = !row.saysNothing(view.bytes(), k) && !isRule(view.bytes(), k);
        Field field = k < columns && says ? fields[k] : Field.NONE;
        if (row.isTall() && Bytes.find(view.bytes(), row.start(k), row.end(k), '\n') < row.end(k)) {
          tallCells.add(new Cell(row.start(k), row.end(k), field));
          continue;
        }
        scanner.scan(view, row.start(k), row.end(k), field, wifi);
      }
    }
  }

  private void records(View view) {
    for (RecordFields record : records) {
      record.clear();
      if (record.isAnnounced() && record == payment) {
        paymentRow(view);
      } else if (record.isAnnounced()) {
        recordRow(view, record);
      }
    }
  }

  private void recordRow(View view, RecordFields record) {
    for (int k = 0; k < Math.min(columns, row.cells()); k++) {
      if (record.kind().belongs(fields[k])
          && !row.saysNothing(view.bytes(), k)
          && record.kind().takes(view.bytes(), row.start(k), row.end(k))) {
        record.add(fields[k], span(view, k, fields[k], record.kind()));
      }
    }
    if (record.isWhole()) {
      record.report(hits, Score.KEY);
    }
  }

  private void paymentRow(View view) {
    boolean aligned = row.cells() == columns;
    boolean figures = false;
    for (int k = 0; k < row.cells(); k++) {
      Field field = k < columns ? fields[k] : Field.MEMO;
      // A row of another width has shifted: what is free text here may be a name there.
      Field said = aligned || field.ofPayment() ? field : Field.MEMO;
      if (said.ofPayment() && !row.saysNothing(view.bytes(), k) && !isRule(view.bytes(), k)) {
        if (TemplateCell.isOne(view.bytes(), row.start(k), row.end(k), said)) {
          payment.clear();
          return;
        }
        payment.add(said, span(view, k, said, RecordKind.PAYMENT));
        boolean amount = said == Field.AMOUNT && isBooked(view.bytes(), k);
        figures |= amount || (!statement && Bytes.hasDigit(view.bytes(), row.start(k), row.end(k)));
      }
    }
    if (figures && payment.signs() >= 2) {
      payment.report(hits, Score.KEY);
    }
  }

  /// Whether the cell belongs to the line between a Markdown header and its rows.
  private boolean isRule(byte[] b, int cell) {
    for (int i = row.start(cell); i < row.end(cell); i++) {
      if (b[i] != '-' && b[i] != ':' && b[i] != '=') {
        return false;
      }
    }
    return true;
  }

  private Span span(View view, int cell, Field field, RecordKind kind) {
    Text spelled = Text.of(Arrays.copyOfRange(view.bytes(), row.start(cell), row.end(cell)));
    String word = field.word().isEmpty() ? kind.category().word() : field.word();
    return hits.span(view, row.start(cell), row.end(cell), word, spelled);
  }

  /// Reads the line as a row of payments without a header, told by its shape: a date, an amount,
  /// and a currency or account; a signed amount beside a text will do where the whole text speaks
  /// of payments. Returns the offset after it, or -1.
  int withoutHeader(View view, Line line) {
    if (line.end() - line.start() > LONGEST_ROW) {
      return -1;
    }
    for (int k = 0; k < DELIMITERS.length; k++) {
      if (!line.has(SIGNS[k])) {
        continue;
      }
      row.split(view.bytes(), line.start(), line.end(), DELIMITERS[k]);
      if (row.cells() >= 3 && hasShape(view)) {
        for (int cell = 0; cell < row.cells(); cell++) {
          scanner.scan(view, row.start(cell), row.end(cell), Field.NONE, false);
        }
        payment.report(hits, Score.SHAPE);
        return Math.min(view.end(), line.end() + 1);
      }
    }
    return -1;
  }

  /// Whether two cells have digits, as a date and an amount do.
  private boolean mayHaveShape(byte[] b) {
    int figures = 0;
    for (int k = 0; k < row.cells() && figures < 2; k++) {
      figures += Bytes.hasDigit(b, row.start(k), row.end(k)) ? 1 : 0;
    }
    return figures == 2;
  }

  private boolean hasShape(View view) {
    if (!mayHaveShape(view.bytes())) {
      return false;
    }
    roomFor(row.cells());
    payment.clear();
    boolean strong = false;
    boolean signed = false;
    int amounts = 0;
    boolean text = false;
    boolean told =
        (scanner.speaksOf(Topic.BANKING) || scanner.speaksOf(Topic.PAYING))
            && !scanner.speaksOf(Topic.PRICING);
    for (int k = 0; k < row.cells(); k++) {
      Field field = shape(view.bytes(), k);
      boolean price = field == Field.AMOUNT && !payment.has(Field.DATE) && money.hasCurrency();
      if (!told && (price || (field == Field.MEMO && isSymbol(view.bytes(), k)))) {
        return false;
      }
      if (field == Field.AMOUNT) {
        amounts++;
        signed |= money.isSigned() && money.toTheCent();
        if (money.hasCurrency()) {
          strong = true;
          payment.note(Field.CURRENCY);
        }
      }
      strong |= field == Field.CURRENCY || field == Field.ACCOUNT;
      fields[k] = field == Field.MEMO && !text ? Field.PAYEE : field;
      text |= field == Field.MEMO;
      payment.note(fields[k]);
    }
    // Prices of a day: how a stock opened and closed.
    boolean quotes = amounts >= 3 && !text;
    boolean shaped =
        !quotes && payment.isWhole() && payment.has(Field.DATE) && payment.has(Field.AMOUNT);
    if (!shaped || !(strong || (signed && scanner.speaksOf(Topic.BANKING)))) {
      return false;
    }
    for (int k = 0; k < row.cells(); k++) {
      if (fields[k] != Field.NONE) {
        payment.add(fields[k], span(view, k, fields[k], RecordKind.PAYMENT));
      }
    }
    return true;
  }

  /// Whether the cell holds what stocks are traded under, and not a currency.
  private boolean isSymbol(byte[] b, int cell) {
    int from = row.start(cell);
    int to = row.end(cell);
    for (int i = from; i < to; i++) {
      if (b[i] < 'A' || b[i] > 'Z') {
        return false;
      }
    }
    return to - from <= 5 && !Money.isCurrency(b, from, to);
  }

  private Field shape(byte[] b, int cell) {
    int from = row.start(cell);
    int to = row.end(cell);
    if (to - from < 2) {
      return Field.NONE;
    }
    if (Dates.whole(b, from, to)) {
      return Field.DATE;
    }
    if (money.whole(b, from, to)
        && (money.hasCurrency() || money.isSigned() || money.toTheCent())) {
      return Field.AMOUNT;
    }
    if (Money.isCurrency(b, from, to)) {
      return Field.CURRENCY;
    }
    return AccountNumbers.whole(b, from, to) ? Field.ACCOUNT : text(b, from, to);
  }

  private static Field text(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] < 0 || Bytes.letter(b[i])) {
        return Field.MEMO;
      }
    }
    return Field.NONE;
  }
}
