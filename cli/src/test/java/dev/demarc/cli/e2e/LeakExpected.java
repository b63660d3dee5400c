package dev.demarc.cli.e2e;

import java.util.Set;

/// What must become of a planted value, by what the packs say of its category and market. The table
/// is the generator's own: it is written from the packs' rules and reads neither them nor a
/// decision.
enum LeakExpected {
  /// A stand-in leaves, and the client gets the value back (house rule 1).
  COMES_BACK("(?!REDACTED_)[A-Z]+_[0-9A-Z]{8,16}"),
  /// It is taken out for good: credentials everywhere (house rule 1); towards a covered person what
  /// 28 CFR 202.240, 202.242 and hints make sensitive, since nobody's place is taken for a request
  /// without a subject.
  GONE("REDACTED_[A-Z]+(?:_[0-9]+)?"),
  /// It leaves as it is: a hint, since the sentence is about it.
  PASSES("");

  private static final Set<String> OPENS = Set.of("credential.key", "credential.secret");
  private static final Set<String> HINTS = Set.of("health.hint", "biometric.hint");
  private static final Set<String> COVERED =
      Set.of(
          "payment.card",
          "payment.iban",
          "payment.account",
          "payment.transaction",
          "payment.bic",
          "payment.routing",
          "payment.crypto",
          "location.precise",
          "wifi.bssid",
          // It links an address and a device, which are listed identifiers.
          "network.lease",
          "health.hint",
          "biometric.hint");

  private final String standIn;

  LeakExpected(String standIn) {
    this.standIn = standIn;
  }

  static LeakExpected of(String category, String market) {
    if (OPENS.contains(category) || (market.equals("CN") && COVERED.contains(category))) {
      return GONE;
    }
    return HINTS.contains(category) ? PASSES : COMES_BACK;
  }

  /// Whether a stand-in is of the kind that has to stand there.
  boolean shows(String found) {
    return found.matches(standIn);
  }
}
