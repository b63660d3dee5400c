package dev.demarc.classify.read;

import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Hits;
import dev.demarc.classify.scan.KeyTable;
import dev.demarc.classify.scan.RecordFields;
import dev.demarc.classify.scan.RecordKind;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.text.Unreadable;
import dev.demarc.classify.text.View;

/// Reads the pairs of query strings and forms as members of an object are read: each value as a
/// text of its own under its name, all of one run as what may be a record.
final class FormReader {
  /// Reads a value, or what stands between pairs.
  interface Reader {
    void read(View base, int from, int to, Field field, boolean nearWifi) throws Unreadable;
  }

  private final KeyTable keys;
  private final Hits hits;
  private final Reader reader;

  FormReader(KeyTable keys, Hits hits, Reader reader) {
    this.keys = keys;
    this.hits = hits;
    this.reader = reader;
  }

  /// Reads the text that `form` decoded last.
  void read(FormText form, View base, Field hint, boolean nearWifi) throws Unreadable {
    int at = base.start();
    int pair = 0;
    while (pair < form.pairs()) {
      int after = pair + 1;
      while (after < form.pairs() && form.goesOn(after)) {
        after++;
      }
      Field[] fields = fields(form, base, pair, after);
      boolean wifi = nearWifi || speakOfWifi(fields);
      for (int k = pair; k < after; k++) {
        between(base, at, form.valueStart(k), k == 0 ? hint : Field.NONE, nearWifi);
        Field field = fields[k - pair];
        Field said = field == Field.NONE ? hint : hint.under(field);
        reader.read(base, form.valueStart(k), form.valueEnd(k), said, wifi);
        at = form.valueEnd(k);
      }
      records(form, base, pair, fields);
      pair = after;
    }
    between(base, at, base.end(), hint, nearWifi);
  }

  /// Reads what stands between values; what a key says of the whole text it says of what stands
  /// before and after the pairs, not of their names.
  private void between(View base, int from, int to, Field field, boolean nearWifi)
      throws Unreadable {
    if (from < to) {
      reader.read(base, from, to, field, nearWifi);
    }
  }

  private Field[] fields(FormText form, View base, int first, int after) {
    Field[] fields = new Field[after - first];
    for (int k = first; k < after; k++) {
      fields[k - first] = keys.of(base.bytes(), form.nameStart(k), form.valueStart(k) - 1);
    }
    return fields;
  }

  private static boolean speakOfWifi(Field[] fields) {
    for (Field field : fields) {
      if (field == Field.SSID || field == Field.BSSID || field == Field.WIFI) {
        return true;
      }
    }
    return false;
  }

  private void records(FormText form, View base, int first, Field[] fields) {
    for (RecordKind kind : RecordKind.values()) {
      RecordFields record = new RecordFields(kind);
      for (int k = 0; k < fields.length; k++) {
        record.gather(fields[k], hits, base, form.valueStart(first + k), form.valueEnd(first + k));
      }
      if (record.isWhole()) {
        record.report(hits, Score.KEY);
      }
    }
  }
}
