package dev.demarc.classify;

import dev.demarc.classify.Hits.Sum;
import java.util.ArrayList;
import java.util.List;

/// The fields of what may be one payment: an object, a row, a line. Three kinds of field make it a
/// payment; whatever else of the record was gathered with them belongs to it.
final class PaymentFields {
  static final int ENOUGH = 3;
  private final List<Span> spans = new ArrayList<>();
  private int kinds;

  void add(Field field, Span span) {
    spans.add(span);
    kinds |= field.paymentKind();
  }

  /// Counts a kind of field whose text belongs to another field's span.
  void note(Field field) {
    kinds |= field.paymentKind();
  }

  void addAll(PaymentFields other) {
    spans.addAll(other.spans);
    kinds |= other.kinds;
  }

  void clear() {
    spans.clear();
    kinds = 0;
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  int kinds() {
    return Integer.bitCount(kinds);
  }

  boolean has(Field field) {
    return (kinds & field.paymentKind()) != 0;
  }

  boolean isPayment() {
    return kinds() >= ENOUGH;
  }

  /// Reports the payment that these fields are.
  void report(Hits hits, int evidence) {
    hits.add(
        Category.PAYMENT_TRANSACTION,
        new Sum(50 + 10 * Math.max(ENOUGH, kinds()), evidence | Score.RECORD),
        spans);
  }
}
