package dev.demarc.classify.family.payment;

import dev.demarc.classify.finding.Span;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Hits;
import dev.demarc.classify.scan.RecordFields;
import dev.demarc.classify.scan.RecordKind;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.View;
import java.util.Arrays;

/// Where the fields of what may be a payment stand. Only offsets are kept, so that a text without
/// payments costs no copies and nobody's values stay behind; what stands there is copied when the
/// payment is reported.
final class FieldPlaces {
  private final RecordFields record = new RecordFields(RecordKind.PAYMENT);
  private Field[] fields = new Field[16];
  private int[] bounds = new int[32];
  private int count;

  void clear() {
    record.clear();
    count = 0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  boolean has(Field field) {
    return record.has(field);
  }

  /// Whether these are enough to be a payment.
  boolean isWhole() {
    return record.isWhole();
  }

  /// Counts a sign whose text belongs to another field's place.
  void note(Field field) {
    record.note(field);
  }

  /// Takes the field whose value is [from, to), and returns `to`.
  int add(Field field, int from, int to) {
    if (count == fields.length) {
      fields = Arrays.copyOf(fields, 2 * count);
      bounds = Arrays.copyOf(bounds, 4 * count);
    }
    fields[count] = field;
    bounds[2 * count] = from;
    bounds[2 * count + 1] = to;
    count++;
    record.note(field);
    return to;
  }

  void addAll(FieldPlaces other) {
    for (int i = 0; i < other.count; i++) {
      add(other.fields[i], other.bounds[2 * i], other.bounds[2 * i + 1]);
    }
    record.noteAll(other.record);
  }

  /// Reports the payment that these are in the view, and forgets them.
  void report(Hits hits, View view, int evidence) {
    for (int i = 0; i < count; i++) {
      record.add(fields[i], span(hits, view, i));
    }
    record.report(hits, evidence);
    clear();
  }

  private Span span(Hits hits, View view, int i) {
    int from = bounds[2 * i];
    int to = bounds[2 * i + 1];
    Text spelled = Text.of(Arrays.copyOfRange(view.bytes(), from, to));
    return hits.span(view, from, to, fields[i].word(), spelled);
  }
}
