package dev.demarc.policy.party;

/// Whether a party is a U.S. person.
public enum UsStatus {
  US_PERSON,
  FOREIGN,
  /// The charter is not stated; whoever depends on it takes the stricter branch.
  UNKNOWN
}
