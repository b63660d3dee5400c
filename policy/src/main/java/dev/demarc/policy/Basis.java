package dev.demarc.policy;

/// What a reason rests on. LAW is said only where a legal text, its condition and every fact that
/// the condition needs are established; everything else is the operator's POLICY.
public enum Basis {
  LAW,
  POLICY;

  /// LAW only if both are.
  Basis and(Basis other) {
    return this == LAW && other == LAW ? LAW : POLICY;
  }
}
