package dev.demarc.classify.finding;

/// One reason to believe a finding. Kept with the finding so that it can be explained without the
/// value.
public enum Evidence {
  /// A checksum fits, as Luhn's over a card number. One random number in ten passes it.
  CHECKSUM,
  /// The value starts as issued values start: an issuer's digits, a global unicast prefix.
  PREFIX,
  /// A JSON key, a column or a word directly before the value names its kind.
  KEY,
  /// A word nearby speaks of its kind.
  CONTEXT,
  /// Separators stand where people put them for this kind.
  GROUPING,
  /// The value parses as its kind by a strict grammar.
  SHAPE,
  /// Several fields of one record stand together.
  RECORD,
  /// The protocol says what stands at this position.
  POSITION
}
