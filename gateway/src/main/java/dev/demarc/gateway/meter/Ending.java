package dev.demarc.gateway.meter;

/// What became of the data of a counted attempt.
public enum Ending {
  /// Some of it may have left: the person counts.
  LEFT,
  /// The gateway knows that no byte of the request left it (`not_sent`, `no_connection`): the
  /// person does not count for this attempt.
  NOTHING_LEFT,
  /// The process ended before it could say: the person counts, and the attempt is listed.
  OPEN_AT_CRASH
}
