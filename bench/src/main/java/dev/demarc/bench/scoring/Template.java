package dev.demarc.bench.scoring;

import java.util.List;

/// One line of the bank: a context written by hand, with slots.
///
/// `«slot»` is a value that counts, `‹slot›` one that does not, `⟦category|…⟧` a stretch that
/// counts as it stands, `\n` a new line. A record is `key = value ;; key = value`.
record Template(String language, boolean isRecord, String line) {
  static Template read(String line) {
    int bar = line.indexOf("| ");
    if (bar < 0) {
      throw new IllegalArgumentException("a line of the bank begins with 'xx| ': " + line);
    }
    String[] head = line.substring(0, bar).split("/", 2);
    return new Template(head[0], head.length > 1, line.substring(bar + 2));
  }

  /// Fills the slots.
  Body fill(Filling filling, String whole) {
    if (!isRecord) {
      return new Body.Text(filling.fill(line));
    }
    List<Body.Field> fields =
        List.of(line.split(" ;; ")).stream().map(pair -> field(pair, filling)).toList();
    return new Body.Fields(fields, whole);
  }

  private static Body.Field field(String pair, Filling filling) {
    int at = pair.indexOf(" = ");
    if (at < 0) {
      throw new IllegalArgumentException("no ' = ' in a field of the bank: " + pair);
    }
    return new Body.Field(pair.substring(0, at), filling.fill(pair.substring(at + 3)));
  }
}
