package dev.demarc.cli.demo;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.evidence.record.PolicyHashes;
import dev.demarc.gateway.log.FileDisk;
import dev.demarc.gateway.record.FactsCodec;
import dev.demarc.gateway.record.ObjectStore;
import dev.demarc.gateway.record.Recorder;
import dev.demarc.policy.BadPolicy;
import dev.demarc.policy.Facts;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Reason;
import dev.demarc.policy.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Why a recorded decision is what it is, in the sentences of the very texts that the record names
/// by hash: the record is decided again, and both must give the same reasons.
///
/// @param recipient name of the legal entity that receives the data by the route
/// @param reasons why, the gravest first
record Grounds(String recipient, List<Reason> reasons) {
  Grounds {
    reasons = List.copyOf(reasons);
  }

  /// @param data the gateway's data directory, which holds those texts
  static Grounds of(Path data, DecisionEntry decision) throws IOException {
    try {
      Policy policy = policy(data, decision.policy());
      Facts facts = FactsCodec.facts(decision.facts());
      Route route =
          policy
              .route(decision.routeId(), facts.model())
              .orElseThrow(
                  () -> new DemoFailed("the recorded catalogue lacks " + decision.routeId()));
      List<Reason> reasons =
          policy.decide(facts, route, FactsCodec.readings(decision.readings())).reasons();
      if (!reasons.stream().map(Recorder::reason).toList().equals(decision.reasons())) {
        throw new DemoFailed("decided again, the record gives other reasons than it holds");
      }
      return new Grounds(policy.parties().name(route.recipient()), reasons);
    } catch (Malformed | BadPolicy e) {
      throw new DemoFailed("the decision cannot be made again: " + e.getMessage());
    }
  }

  private static Policy policy(Path data, PolicyHashes hashes) throws IOException, BadPolicy {
    ObjectStore objects = new ObjectStore(data, new FileDisk());
    return Policy.fromSources(
        objects.get(hashes.packs()),
        objects.get(hashes.catalogue()),
        objects.get(hashes.parties()),
        objects.get(hashes.operator()));
  }
}
