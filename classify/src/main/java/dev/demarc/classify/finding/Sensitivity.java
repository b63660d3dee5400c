package dev.demarc.classify.finding;

/// A body of rules that names a category among those that need more care.
public enum Sensitivity {
  /// Sensitive personal information: Personal Information Protection Law of China, art. 28
  /// (biometrics, specific identity, health, financial accounts, whereabouts).
  PIPL_28,
  /// Personal sensitive information by the list of GB/T 35273-2020, annex B.
  GBT_35273,
  /// Special categories: GDPR art. 9(1) (here health, and biometrics for identifying a person).
  GDPR_9
}
