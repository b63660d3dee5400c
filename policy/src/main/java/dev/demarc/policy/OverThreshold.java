package dev.demarc.policy;

/// What happens to a person's data when one more person would pass a threshold.
public enum OverThreshold {
  /// Take the metered categories out for good and send the rest.
  REDACT,
  /// Send nothing on this route.
  DENY
}
