package dev.demarc.gateway.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.evidence.record.Json;
import dev.demarc.evidence.record.PolicyHashes;
import dev.demarc.evidence.record.Ruled;
import dev.demarc.policy.Channel;
import dev.demarc.policy.Decision;
import dev.demarc.policy.Facts;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Protection;
import dev.demarc.policy.ProtectionBasis;
import dev.demarc.policy.Route;
import dev.demarc.policy.Sources;
import dev.demarc.policy.yaml.Yaml;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Recorded decisions, decided again.
class ReplayTest {
  private static final Path ROOT = Path.of(System.getProperty("demarc.root", ".."));
  private static final String HASH = "0".repeat(64);
  private static final String ID = "0".repeat(26);
  private static final Facts FACTS =
      new Facts(
          LocalDate.of(2026, 11, 23),
          "phones",
          "example-phones-us",
          new TreeSet<>(Set.of("US")),
          Channel.PUBLIC,
          new Protection(new TreeSet<>(), ProtectionBasis.ASSUMED),
          true,
          "assistant",
          new TreeMap<>(Map.of(Category.EMAIL, 1)));

  private static Policy policy;
  private static Decision.Permit permit;
  private static Route route;

  @BeforeAll
  static void decide() throws Exception {
    policy =
        Policy.load(
            Sources.read(ROOT.resolve("packs"), ROOT.resolve("catalogue"), ROOT.resolve("parties")),
            Yaml.read("gateway.yaml", "routes: {US: [simulator-openai-us]}\n"));
    route = policy.routes(FACTS.markets(), FACTS.model()).getFirst();
    permit = (Decision.Permit) policy.decide(FACTS, route, List.of());
  }

  private static List<Replay.Difference> differences(SortedMap<String, String> treatments)
      throws Exception {
    DecisionEntry entry =
        new DecisionEntry(
            0,
            ID,
            ID,
            1,
            FACTS.caller(),
            FactsCodec.write(FACTS),
            RouteCodec.write(route),
            new Json.Arr(List.of()),
            new PolicyHashes(HASH, HASH, HASH, HASH),
            new Ruled(
                Recorder.ruling(permit), permit.reasons().stream().map(Recorder::reason).toList()),
            treatments,
            FactsCodec.writeKeys(permit.counted()),
            new TreeMap<>(),
            new TreeMap<>(),
            10,
            Optional.of(HASH),
            Optional.empty());
    Replay replay = new Replay(hashes -> policy);
    replay.replay(0, entry);
    assertThat(replay.decided()).isEqualTo(1);
    return replay.differences();
  }

  @Test
  void the_same_texts_give_the_same_decision() throws Exception {
    assertThat(differences(Recorder.treatments(permit, FACTS))).isEmpty();
  }

  @Test
  void a_category_that_is_treated_otherwise_now_is_named() throws Exception {
    assertThat(differences(new TreeMap<>(Map.of("contact.email", "pass"))))
        .flatMap(Replay.Difference::changes)
        .containsExactly("contact.email: was pass, now pseudonymise");
  }

  @Test
  void an_early_entry_that_names_all_categories_is_no_different() throws Exception {
    SortedMap<String, String> all = new TreeMap<>();
    permit
        .treatments()
        .forEach((category, treatment) ->
            all.put(category.id(), treatment.name().toLowerCase(Locale.ROOT)));

    assertThat(all).hasSizeGreaterThan(40);
    assertThat(differences(all)).isEmpty();
  }
}
