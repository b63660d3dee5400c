package dev.demarc.classify.finding;

/// What happens to the findings of one category before the bytes leave, from mildest to strictest.
/// Where findings overlap, the stricter treatment wins for the bytes they share.
public enum Treatment {
  /// The value leaves as it is.
  PASS,
  /// A reversible stand-in leaves (GDPR Art. 4(5)); the value is put back in the answer.
  PSEUDONYMISE,
  /// The value is taken out for good.
  REDACT
}
