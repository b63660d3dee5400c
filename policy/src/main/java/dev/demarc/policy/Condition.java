package dev.demarc.policy;

/// The closed list of conditions a rule may name; all that a rule names must hold.
public enum Condition {
  /// The recipient is a covered person under the pack's `covered_persons`.
  RECIPIENT_COVERED,
  /// The person is protected by a law the pack stands for, or nobody knows.
  PERSON_PROTECTED,
  /// The route's model has no filing that was valid on the day.
  MODEL_NOT_FILED,
  /// One of the markets is among the operator's strict markets.
  STRICT_MARKET
}
