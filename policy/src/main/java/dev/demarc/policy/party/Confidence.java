package dev.demarc.policy.party;

/// How far a stated fact can be relied on.
public enum Confidence {
  HIGH,
  MEDIUM,
  LOW
}
