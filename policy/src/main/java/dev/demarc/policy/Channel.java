package dev.demarc.policy;

/// Whether the feature is offered to the public of a market.
public enum Channel {
  PUBLIC,
  INTERNAL
}
