package dev.demarc.policy;

import dev.demarc.classify.finding.Treatment;

/// What a pack or the operator wants for one category, from mildest to strictest: a treatment, or
/// no sending at all where the category is found.
public enum Handling {
  PASS,
  PSEUDONYMISE,
  REDACT,
  DENY;

  /// The stricter of the two.
  Handling or(Handling other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /// Whether the recipient can still read something of it. A pseudonym counts: 28 CFR 202.206 takes
  /// data "regardless of whether the data is anonymized, pseudonymized, de-identified, or
  /// encrypted".
  boolean leaves() {
    return this == PASS || this == PSEUDONYMISE;
  }

  /// The treatment; a category that would be denied but was not found is redacted should one
  /// appear.
  Treatment treatment() {
    return switch (this) {
      case PASS -> Treatment.PASS;
      case PSEUDONYMISE -> Treatment.PSEUDONYMISE;
      case REDACT, DENY -> Treatment.REDACT;
    };
  }
}
