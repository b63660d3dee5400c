package dev.demarc.gateway.record;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.evidence.record.PolicyHashes;
import dev.demarc.evidence.record.Reason;
import dev.demarc.policy.Decision;
import dev.demarc.policy.Facts;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/// Decides recorded facts again and compares. Deciding is pure, so with the same texts every
/// decision is the same; with changed ones the differences are what the change does.
public final class Replay {
  private final Policies policies;
  private final List<Difference> differences = new ArrayList<>();
  private long decided;

  public Replay(Policies policies) {
    this.policies = policies;
  }

  /// The policy to decide an entry by.
  public interface Policies {
    /// The policy that these hashes name.
    ///
    /// @throws Malformed where the texts of these hashes are not there, or cannot be used
    Policy of(PolicyHashes hashes) throws Malformed;
  }

  /// What is no longer the same about one decision, in words.
  public record Difference(long index, String routeId, List<String> changes) {
    public Difference {
      changes = List.copyOf(changes);
    }
  }

  /// Decides one entry again.
  public void replay(long index, DecisionEntry entry) throws Malformed {
    Policy policy = policies.of(entry.policy());
    Facts facts = FactsCodec.facts(entry.facts());
    Optional<Route> route = policy.route(entry.routeId(), facts.model());
    decided++;
    List<String> changes =
        route.isEmpty()
            ? List.of("the route is not in the catalogue any more")
            : changes(
                entry,
                facts,
                policy.decide(facts, route.get(), FactsCodec.readings(entry.readings())));
    if (!changes.isEmpty()) {
      differences.add(new Difference(index, entry.routeId(), changes));
    }
  }

  /// How many entries were decided again.
  public long decided() {
    return decided;
  }

  /// The entries whose decision is another one now, in the order of the log.
  public List<Difference> differences() {
    return List.copyOf(differences);
  }

  private static List<String> changes(DecisionEntry then, Facts facts, Decision now)
      throws Malformed {
    List<String> changes = new ArrayList<>();
    DecisionEntry.Ruling ruling = Recorder.ruling(now);
    if (ruling != then.decision()) {
      changes.add("was " + words(then.decision()) + ", now " + words(ruling));
    }
    if (now instanceof Decision.Permit permit
        && !FactsCodec.keys(then.counted()).equals(permit.counted())) {
      changes.add("counts in other meters");
    }
    if (ruling == then.decision()) {
      changes.addAll(treatmentChanges(then.treatments(), Recorder.treatments(now, facts)));
    }
    changes.addAll(
        ruleChanges(then.reasons(), now.reasons().stream().map(Recorder::reason).toList()));
    return changes;
  }

  /// Of what was found alone: early entries also name categories that the request did not hold.
  private static List<String> treatmentChanges(
      SortedMap<String, String> then, SortedMap<String, String> now) {
    List<String> changes = new ArrayList<>();
    now.forEach((category, after) -> {
      String before = then.getOrDefault(category, "none");
      if (!before.equals(after)) {
        changes.add(category + ": was " + before + ", now " + after);
      }
    });
    return changes;
  }

  private static List<String> ruleChanges(List<Reason> then, List<Reason> now) {
    List<String> changes = new ArrayList<>();
    then.stream()
        .filter(reason -> !now.contains(reason))
        .forEach(reason -> changes.add("no longer: " + words(reason)));
    now.stream()
        .filter(reason -> !then.contains(reason))
        .forEach(reason -> changes.add("new: " + words(reason)));
    return changes;
  }

  private static String words(DecisionEntry.Ruling ruling) {
    return switch (ruling) {
      case PERMIT -> "permitted";
      case DENY -> "denied";
      case REVIEW -> "left to a person";
    };
  }

  private static String words(Reason reason) {
    return reason.rule()
        + " ("
        + reason.basis()
        + ", "
        + reason.citation()
        + ", as of "
        + reason.asOf()
        + ") "
        + reason.effect().toLowerCase(Locale.ROOT);
  }
}
