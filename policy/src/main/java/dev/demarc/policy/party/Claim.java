package dev.demarc.policy.party;

import java.time.LocalDate;
import java.util.List;

/// Somebody's allegation about a party, with who is said to have made it and what was answered. It
/// is shown beside the facts and is never one of them: no decision reads it.
///
/// @param reliability Admiralty code of the source, A to F
/// @param credibility Admiralty code of the information, 1 to 6
public record Claim(
    String id,
    String about,
    String says,
    List<Attribution> attributions,
    LocalDate firstSeen,
    String reliability,
    int credibility,
    Status status,
    List<Response> responses) {
  public Claim {
    attributions = List.copyOf(attributions);
    responses = List.copyOf(responses);
  }

  /// Where a claim stands.
  public enum Status {
    ALLEGED,
    DENIED,
    CORROBORATED_PARTLY,
    OFFICIAL_FINDING,
    RETRACTED
  }

  /// What kind of answer was given.
  public enum ResponseKind {
    DENIAL,
    ADMISSION,
    CLARIFICATION
  }

  /// To whom one family of sources attributes the claim.
  public record Attribution(String to, String source) {}

  /// The answer of a party to a claim.
  public record Response(
      String by, ResponseKind kind, LocalDate date, String says, String source) {}
}
