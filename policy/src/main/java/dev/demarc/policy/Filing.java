package dev.demarc.policy;

import dev.demarc.policy.party.Confidence;
import java.time.LocalDate;
import java.util.Optional;

/// A generative-AI model's entry in a public register, as `cn-genai` asks for.
///
/// @param synthetic made up for a simulated route: worth nothing on a real one
public record Filing(
    String number,
    String holder,
    String authority,
    LocalDate from,
    Optional<LocalDate> until,
    String source,
    LocalDate asOf,
    Confidence confidence,
    boolean synthetic) {
  /// Whether the filing stood on `date`.
  public boolean validOn(LocalDate date) {
    return !date.isBefore(from) && until.map(last -> !date.isAfter(last)).orElse(true);
  }
}
