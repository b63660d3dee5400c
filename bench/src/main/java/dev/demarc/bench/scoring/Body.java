package dev.demarc.bench.scoring;

import java.util.List;

/// What a case says, before a carrier is put around it.
sealed interface Body {
  /// Running text.
  record Text(MarkedText text) implements Body {}

  /// Keys with values; `whole` is the category of the record itself, or empty.
  record Fields(List<Field> fields, String whole) implements Body {}

  /// A key and its value.
  record Field(String key, MarkedText value) {}
}
