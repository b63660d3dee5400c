package dev.demarc.policy;

/// What a rule did to the decision, from the gravest to the mildest: the order in which reasons
/// stand.
public enum Effect {
  DENIES,
  REVIEW,
  REDACTS,
  PSEUDONYMISES,
  COUNTS,
  PERMITS,
  NOTE
}
