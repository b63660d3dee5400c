package dev.demarc.cli;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.evidence.record.Entry;
import dev.demarc.evidence.record.PolicyHashes;
import dev.demarc.gateway.log.FileDisk;
import dev.demarc.gateway.record.ObjectStore;
import dev.demarc.gateway.record.Replay;
import dev.demarc.policy.BadPolicy;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Recorded decisions, decided again.
@Command(
    name = "replay",
    description =
        "Decide every recorded decision of a data directory again and say how many are equal. With"
            + " other packs, catalogue or parties: what exactly would change.",
    footer = {
      "",
      "Exit code: 0 where all are equal, 1 where some differ, 2 where it cannot be told."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The gateway's data directory.")
  private Path dir;

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = "Packs to decide by instead of the recorded ones.")
  private @Nullable Path packs;

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "A catalogue instead of the recorded one.")
  private @Nullable Path catalogue;

  @Option(
      names = "--parties",
      paramLabel = "DIR",
      description = "Parties instead of the recorded ones.")
  private @Nullable Path parties;

  private final Map<PolicyHashes, Policy> loaded = new HashMap<>();

  @Override
  public Integer call() {
    ObjectStore objects = new ObjectStore(Records.dataDirectory(dir), new FileDisk());
    Replay replay =
        new Replay(hashes -> {
          Policy policy = loaded.get(hashes);
          if (policy == null) {
            policy = load(objects, hashes);
            loaded.put(hashes, policy);
          }
          return policy;
        });
    Records.forEach(
        dir,
        stored -> {
          if (Entry.parse(stored.leaf()) instanceof DecisionEntry decision) {
            replay.replay(stored.index(), decision);
          }
        });
    for (Replay.Difference difference : replay.differences()) {
      System.out.println("entry " + difference.index() + ", route " + difference.routeId() + ":");
      difference.changes().forEach(change -> System.out.println("  " + change));
    }
    long equal = replay.decided() - replay.differences().size();
    System.out.println(equal + " of " + replay.decided() + " decisions equal");
    return replay.differences().isEmpty() ? 0 : 1;
  }

  private Policy load(ObjectStore objects, PolicyHashes hashes) throws Malformed {
    try {
      return Policy.fromSources(
          packs == null ? objects.get(hashes.packs()) : Sources.bundleOf(packs),
          catalogue == null ? objects.get(hashes.catalogue()) : Sources.bundleOf(catalogue),
          parties == null ? objects.get(hashes.parties()) : Sources.bundleOf(parties),
          objects.get(hashes.operator()));
    } catch (IOException e) {
      throw new Malformed("a text of the policy cannot be read: " + e.getMessage());
    } catch (BadPolicy e) {
      throw new Usage(String.valueOf(e.getMessage()));
    }
  }
}
