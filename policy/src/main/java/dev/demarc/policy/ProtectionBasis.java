package dev.demarc.policy;

/// How the law that protects a person came to be known.
public enum ProtectionBasis {
  /// Nobody said so: the operator's configuration assumes it.
  ASSUMED,
  /// The caller, who has the right to, declared it.
  DECLARED,
  /// Checked against a document or an account.
  VERIFIED;

  /// Whether a count of such persons may become a LAW reason.
  public boolean establishes() {
    return this != ASSUMED;
  }
}
