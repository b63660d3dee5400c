package dev.demarc.evidence.record;

import dev.demarc.evidence.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// What was decided about one try at one route, written and synced before a byte is sent.
///
/// Everything the decision depended on is here in plain (`facts`, `route`, `readings`, the hashes
/// of the policy's texts), so that it can be decided again; what is personal is here only as a
/// salted commitment.
///
/// @param attempt id of this try; the outcome names it again, and the provider saw it
/// @param request id of the request, the same for all its tries
/// @param tryNumber 1 for the first route, 2 for the second, ...
/// @param readings the meters as they stood, with this request's place taken
/// @param ruled permit, deny or review, and why
/// @param treatments id of each category that was found to `pass`, `pseudonymise` or `redact`;
///   empty unless permitted
/// @param counted the meters that keep this request's place
/// @param redacted category id to the number of findings taken out for good
/// @param pseudonymised category id to the number of findings replaced by pseudonyms
/// @param bytes length of the body that may leave; 0 unless permitted
/// @param commitment salted hash of exactly those bytes; always there in a permit
/// @param subjectCommitment salted hash of the subject's id, if one was given
public record DecisionEntry(
    long timeMillis,
    String attempt,
    String request,
    long tryNumber,
    String caller,
    Json.Obj facts,
    Json.Obj route,
    Json.Arr readings,
    PolicyHashes policy,
    Ruled ruled,
    SortedMap<String, String> treatments,
    Json.Arr counted,
    SortedMap<String, Long> redacted,
    SortedMap<String, Long> pseudonymised,
    long bytes,
    Optional<String> commitment,
    Optional<String> subjectCommitment)
    implements Entry {
  static final String TYPE = "decision";

  private static final Set<String> TREATMENTS = Set.of("pass", "pseudonymise", "redact");

  /// What a decision comes to; only a permit lets anything leave.
  public enum Ruling {
    PERMIT,
    DENY,
    REVIEW;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Ruling of(String wire) throws Malformed {
      for (Ruling ruling : values()) {
        if (ruling.wire().equals(wire)) {
          return ruling;
        }
      }
      throw new Malformed("member decision is not permit, deny or review");
    }
  }

  public DecisionEntry {
    Values.requireId("attempt", attempt);
    Values.requireId("request", request);
    Values.require(tryNumber >= 1, "try", "is less than 1");
    Values.requireNotEmpty("caller", caller);
    Values.require(text(route, "id").isPresent(), "route.id", "is missing");
    Values.require(text(route, "recipient").isPresent(), "route.recipient", "is missing");
    treatments = Values.sorted(treatments);
    Values.require(TREATMENTS.containsAll(treatments.values()), "treatments", "has an unknown one");
    redacted = Values.sorted(redacted);
    pseudonymised = Values.sorted(pseudonymised);
    Values.requireNotNegative("bytes", bytes);
    boolean committed = ruled.ruling() != Ruling.PERMIT || commitment.isPresent();
    Values.require(committed, "commitment", "is missing in a permit");
    commitment.ifPresent(hash -> Values.requireSha256("commitment", hash));
    subjectCommitment.ifPresent(hash -> Values.requireSha256("subject_commitment", hash));
  }

  public Ruling decision() {
    return ruled.ruling();
  }

  public List<Reason> reasons() {
    return ruled.reasons();
  }

  /// Id of the route that was decided about.
  public String routeId() {
    return text(route, "id").orElseThrow();
  }

  /// Party id of the legal entity that receives the data by this route.
  public String recipient() {
    return text(route, "recipient").orElseThrow();
  }

  private static Optional<String> text(Json.Obj object, String name) {
    Json value = object.members().get(name);
    return value instanceof Json.Str text ? Optional.of(text.value()) : Optional.empty();
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
            .put("request", request)
            .put("try", tryNumber)
            .put("caller", caller)
            .put("facts", facts)
            .put("route", route)
            .put("readings", readings)
            .put(PolicyHashes.MEMBER, policy.json())
            .put("decision", decision().wire())
            .put("treatments", Values.texts(treatments))
            .put("counted", counted)
            .put("reasons", ruled.json())
            .put("redacted", Values.numbers(redacted))
            .put("pseudonymised", Values.numbers(pseudonymised))
            .put("bytes", bytes);
    commitment.ifPresent(hash -> members.put("commitment", hash));
    subjectCommitment.ifPresent(hash -> members.put("subject_commitment", hash));
    return members.build();
  }

  static DecisionEntry read(long timeMillis, MemberReader members) throws Malformed {
    List<Reason> reasons = new ArrayList<>();
    for (Json.Obj reason : members.objects("reasons")) {
      reasons.add(Reason.read(members.inside(reason, "reasons[]")));
    }
    return new DecisionEntry(
        timeMillis,
        members.text("attempt"),
        members.text("request"),
        members.number("try"),
        members.text("caller"),
        members.object("facts"),
        members.object("route"),
        members.array("readings"),
        PolicyHashes.read(members),
        new Ruled(Ruling.of(members.text("decision")), reasons),
        members.textMap("treatments"),
        members.array("counted"),
        members.numberMap("redacted"),
        members.numberMap("pseudonymised"),
        members.number("bytes"),
        members.optionalText("commitment"),
        members.optionalText("subject_commitment"));
  }
}
