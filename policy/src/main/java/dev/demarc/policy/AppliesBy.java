package dev.demarc.policy;

/// What makes a pack apply at all.
public enum AppliesBy {
  /// Always.
  EVERYONE,
  /// The exporter is a U.S. person, and nothing else.
  EXPORTER_US_PERSON,
  /// One of the pack's markets, on a channel offered to the public there.
  MARKET_PUBLIC_CHANNEL
}
