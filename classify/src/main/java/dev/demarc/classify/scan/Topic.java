package dev.demarc.classify.scan;

/// What a text speaks of, by words anywhere in it: readings that need such a word are skipped where
/// there is none.
public enum Topic {
  /// Somebody paid, or was paid.
  PAYING,
  /// Banks, accounts, payments.
  BANKING,
  /// Elements that hold payments, as messages of banks have them.
  PAYMENT_MARKUP,
  /// What something is sold for.
  PRICING,
  /// Access points of Wi-Fi, by the word that names their addresses.
  ACCESS_POINTS
}
