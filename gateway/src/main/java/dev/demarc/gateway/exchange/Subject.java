package dev.demarc.gateway.exchange;

import dev.demarc.policy.ProtectionBasis;

/// The person a request is about, as meters and pseudonyms know them.
///
/// @param id 16 bytes: a keyed hash of the caller's id for the subject, or random where none was
///     sent, which makes every request a new person
/// @param given whether the caller sent an id
/// @param scope what pseudonyms are keyed by beside caller and recipient: the subject, or the day
/// @param basis on what the protection rests: only a declared or verified one may become LAW
public record Subject(byte[] id, boolean given, String scope, ProtectionBasis basis) {
  /// Whether this person may count toward a threshold as LAW.
  public boolean established() {
    return given && basis != ProtectionBasis.ASSUMED;
  }

  @Override
  public String toString() {
    return "Subject[given=" + given + ", basis=" + basis + "]";
  }
}
