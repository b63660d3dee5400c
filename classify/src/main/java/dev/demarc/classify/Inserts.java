package dev.demarc.classify;

import java.util.Arrays;

/// Reads the rows of SQL's `INSERT`: its list of columns says what each value is.
final class Inserts {
  private final Scanner scanner;
  private final Hits hits;
  private final SqlRows row = new SqlRows();
  private final PaymentFields payment = new PaymentFields();
  private Field[] fields = new Field[0];
  private boolean wifi;

  Inserts(Scanner scanner, Hits hits) {
    this.scanner = scanner;
    this.hits = hits;
  }

  /// Whether the text has such a statement.
  boolean standIn(View text) {
    return row.columns(text.bytes(), text.start(), text.end()) >= 0;
  }

  /// Reads the statements of a text.
  void read(View view) {
    byte[] b = view.bytes();
    int to = view.end();
    int at = row.columns(b, view.start(), to);
    while (at >= 0) {
      int after = row.read(b, at, to);
      if (after > 0) {
        names(b);
        after = rows(view, after, to);
      }
      at = row.columns(b, Math.max(after, at + 1), to);
    }
  }

  private void names(byte[] b) {
    fields = new Field[row.cells()];
    wifi = false;
    for (int k = 0; k < fields.length; k++) {
      fields[k] = KeyTable.of(b, row.start(k), row.end(k));
      wifi |= fields[k] == Field.SSID || fields[k] == Field.BSSID;
    }
  }

  private int rows(View view, int from, int to) {
    int after = from;
    int open = row.next(view.bytes(), from, to);
    while (open >= 0) {
      int end = row.read(view.bytes(), open, to);
      if (end < 0) {
        return after;
      }
      values(view);
      after = end;
      open = row.next(view.bytes(), end, to);
    }
    return after;
  }

  private void values(View view) {
    payment.clear();
    for (int k = 0; k < Math.min(fields.length, row.cells()); k++) {
      int start = row.start(k);
      int end = row.end(k);
      if (fields[k] == Field.NONE || start >= end || Bytes.at(view.bytes(), start, end, "null")) {
        continue;
      }
      scanner.scan(view, start, end, fields[k], wifi);
      if (fields[k].ofPayment()) {
        Text spelled = Text.of(Arrays.copyOfRange(view.bytes(), start, end));
        payment.add(fields[k], hits.span(view, start, end, fields[k], spelled));
      }
    }
    if (payment.isPayment()) {
      payment.report(hits, Score.KEY);
    }
  }
}
