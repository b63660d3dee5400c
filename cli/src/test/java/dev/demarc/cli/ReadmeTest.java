package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.policy.LawCases;
import dev.demarc.policy.Operator;
import dev.demarc.policy.Pack;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Sources;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the README counts is what there is.
class ReadmeTest {
  private static final Home HOME = new Home(Checkout.root());
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z-]+)` \\|[^|]+\\| (\\d+) \\| (\\d+) \\|$", Pattern.MULTILINE);

  @Test
  void the_table_of_regimes_counts_the_rules_and_cases_that_are_shipped() throws Exception {
    Map<String, List<Integer>> told = new TreeMap<>();
    for (MatchResult row :
        ROW.matcher(Files.readString(HOME.root().resolve("README.md"))).results().toList()) {
      told.put(row.group(1), List.of(Integer.valueOf(row.group(2)), Integer.valueOf(row.group(3))));
    }

    assertThat(told).isNotEmpty().isEqualTo(shipped());
  }

  private static Map<String, List<Integer>> shipped() throws Exception {
    Sources sources = Setup.sources(HOME, List.of());
    Map<String, List<Integer>> shipped = new TreeMap<>();
    for (Pack pack : Policy.load(sources, Operator.listing(Map.of())).packs()) {
      String file = pack.id() + ".cases.yaml";
      LawCases cases = LawCases.read(file, Files.readString(HOME.packs().resolve(file)));
      shipped.put(pack.id(), List.of(pack.rules().size(), cases.run(sources).size()));
    }
    return shipped;
  }
}
