package dev.demarc.evidence.record;

import dev.demarc.evidence.Malformed;
import java.util.Locale;
import java.util.Optional;

/// What followed a permit: the last thing known about an attempt, written once for each.
///
/// @param attempt id of the attempt, as its decision has it
/// @param decisionIndex index of that decision in the log
/// @param status the provider's HTTP status, if it gave one
/// @param sentBytes how many bytes of the body left
/// @param receivedBytes how many bytes of the answer's body came
/// @param restored how many pseudonyms in the answer were put back
/// @param unknownPseudonyms how many looked like pseudonyms and were passed as they were
public record OutcomeEntry(
    long timeMillis,
    String attempt,
    long decisionIndex,
    Outcome outcome,
    Optional<Integer> status,
    long sentBytes,
    long receivedBytes,
    long durationMillis,
    long restored,
    long unknownPseudonyms)
    implements Entry {
  static final String TYPE = "outcome";

  /// How an attempt ended, with the words for it.
  public enum Outcome {
    ANSWERED("the provider answered in full"),
    UPSTREAM_ERROR("the provider answered with an error"),
    UPSTREAM_BROKE_OFF("the provider broke off"),
    CLIENT_LEFT("the caller left before the end, and the provider's answer was cancelled"),
    NOT_SENT("nothing was sent"),
    NO_CONNECTION("no connection to the provider could be made, so nothing was sent"),
    TIMED_OUT("the provider did not answer in time"),
    OPEN_AT_CRASH("the gateway stopped before the end; it is not known what was sent");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /// What happened, as half a sentence.
    public String words() {
      return words;
    }

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String wire) throws Malformed {
      for (Outcome outcome : values()) {
        if (outcome.wire().equals(wire)) {
          return outcome;
        }
      }
      throw new Malformed("member outcome is none of the outcomes of this version");
    }
  }

  public OutcomeEntry {
    Values.requireId("attempt", attempt);
    Values.requireNotNegative("decision_index", decisionIndex);
    boolean plausible = status.isEmpty() || (status.get() >= 100 && status.get() <= 999);
    Values.require(plausible, "status", "is not an HTTP status");
    Values.requireNotNegative("sent_bytes", sentBytes);
    Values.requireNotNegative("received_bytes", receivedBytes);
    Values.requireNotNegative("duration_ms", durationMillis);
    Values.requireNotNegative("restored", restored);
    Values.requireNotNegative("unknown_pseudonyms", unknownPseudonyms);
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Json.Obj json() {
    Json.Members members =
        Entry.begin(this)
            .put("attempt", attempt)
            .put("decision_index", decisionIndex)
            .put("outcome", outcome.wire());
    status.ifPresent(code -> members.put("status", code));
    return members
        .put("sent_bytes", sentBytes)
        .put("received_bytes", receivedBytes)
        .put("duration_ms", durationMillis)
        .put("restored", restored)
        .put("unknown_pseudonyms", unknownPseudonyms)
        .build();
  }

  static OutcomeEntry read(long timeMillis, MemberReader members) throws Malformed {
    return new OutcomeEntry(
        timeMillis,
        members.text("attempt"),
        members.number("decision_index"),
        Outcome.of(members.text("outcome")),
        members.optionalNumber("status").map(code -> (int) Math.min(code, Integer.MAX_VALUE)),
        members.number("sent_bytes"),
        members.number("received_bytes"),
        members.number("duration_ms"),
        members.number("restored"),
        members.number("unknown_pseudonyms"));
  }
}
