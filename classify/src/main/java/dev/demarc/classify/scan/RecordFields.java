package dev.demarc.classify.scan;

import dev.demarc.classify.finding.Span;
import dev.demarc.classify.scan.Hits.Sum;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The fields of what may be one record of a kind: an object, a row, a line.
public final class RecordFields {
  private final RecordKind kind;
  private final List<Span> spans = new ArrayList<>();
  private int signs;
  private boolean announced;
  private boolean listed;

  public RecordFields(RecordKind kind) {
    this.kind = kind;
  }

  /// One for each kind of record, empty.
  public static RecordFields[] ofEachKind() {
    return Arrays.stream(RecordKind.values()).map(RecordFields::new).toArray(RecordFields[]::new);
  }

  /// The one of `each` that is of this kind.
  public static RecordFields of(RecordFields[] each, RecordKind kind) {
    for (RecordFields record : each) {
      if (record.kind == kind) {
        return record;
      }
    }
    throw new IllegalArgumentException(kind.name());
  }

  public void add(Field field, Span span) {
    spans.add(span);
    signs |= kind.sign(field);
  }

  /// Takes the value [from, to) of a view that stands under the field as part of the record, or,
  /// where it belongs to none of the kind, what it says of this one.
  public void gather(Field field, Hits hits, View view, int from, int to) {
    if (!kind.belongs(field)) {
      note(field);
    } else if (!Row.saysNothing(view.bytes(), from, to) && kind.takes(view.bytes(), from, to)) {
      String word = field.word().isEmpty() ? kind.category().word() : field.word();
      Text value = Text.of(Arrays.copyOfRange(view.bytes(), from, to));
      add(field, hits.span(view, from, to, word, value));
    }
  }

  /// Counts a sign whose text belongs to another field's span.
  public void note(Field field) {
    signs |= kind.sign(field);
  }

  /// Counts what are signs of the other.
  public void noteAll(RecordFields other) {
    signs |= other.signs;
  }

  /// Says that the values stand in one list, without names of their own.
  public void list() {
    listed = true;
  }

  public void addAll(RecordFields other) {
    listed |= other.listed;
    spans.addAll(other.spans);
    signs |= other.signs;
  }

  public void clear() {
    spans.clear();
    signs = 0;
    listed = false;
  }

  /// Says of a table whether its header announces such records.
  public void announce(boolean whether) {
    announced = whether;
  }

  public boolean isAnnounced() {
    return announced;
  }

  public RecordKind kind() {
    return kind;
  }

  public boolean isEmpty() {
    return spans.isEmpty();
  }

  /// How many kinds of signs there are.
  public int signs() {
    return RecordKind.count(signs);
  }

  public boolean has(Field field) {
    return (signs & kind.sign(field)) != 0;
  }

  /// Whether these are enough to be a record.
  public boolean isWhole() {
    return kind.isWhole(signs);
  }

  /// Reports the record that these fields are.
  public void report(Hits hits, int evidence) {
    int together = kind.isOneStretch() || listed ? Score.RECORD : 0;
    hits.add(kind.category(), new Sum(kind.points(signs()), evidence | together), spans);
  }
}
