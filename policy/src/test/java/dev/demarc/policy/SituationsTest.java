package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is remembered of situations, beside what would be worked out anew.
class SituationsTest {
  private static final List<String> ROUTES = List.of("openai-us", "qwen-cn", "simulator-openai-us");
  private static final List<String> MARKETS = List.of("US", "CN");
  private static final List<Category> METERED =
      List.of(Category.IP_ADDRESS, Category.MAC_ADDRESS, Category.EMAIL, Category.PAYMENT_CARD);

  private final Set<List<Object>> met = new HashSet<>();
  private Policy policy;
  private int again;
  private int metered;

  /// Where nothing is let through nobody is counted.
  @BeforeEach
  void let_some_categories_leave() throws BadPolicy {
    policy = Asked.passing(METERED.toArray(Category[]::new));
  }

  @Test
  void few_situations_that_come_again_are_decided_as_they_would_be_anew() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      isDecidedAsAnew(facts(random, METERED, 3), random);
    }
    assertThat(again).isGreaterThan(500);
    assertThat(metered).isGreaterThan(100);
  }

  @Test
  void so_are_they_where_more_are_met_than_are_kept() {
    Random random = new Random(2);
    for (int i = 0; i < 5000; i++) {
      isDecidedAsAnew(facts(random, List.of(Category.values()), 12), random);
    }
    assertThat(met).hasSizeGreaterThan(4096);
    assertThat(metered).isGreaterThan(100);
  }

  private void isDecidedAsAnew(Facts facts, Random random) {
    Route route = TestPolicy.route(policy, ROUTES.get(random.nextInt(ROUTES.size())));
    again += met.add(List.of(facts, route)) ? 0 : 1;

    List<MeterKey> meters = policy.meters(facts, route);
    assertThat(meters).isEqualTo(new Evaluation(policy, facts, route).meters());
    assertThat(policy.decide(facts, route, List.of()))
        .isEqualTo(new Evaluation(policy, facts, route).decide(List.of()));
    List<MeterReading> readings = readings(meters, random);
    metered += meters.isEmpty() ? 0 : 1;
    assertThat(policy.decide(facts, route, readings))
        .isEqualTo(new Evaluation(policy, facts, route).decide(readings));
    assertThat(policy.explain(facts, route, readings))
        .isEqualTo(new Evaluation(policy, facts, route).explain(readings));
  }

  /// Below a limit, at it and above, by persons who are protected or may be.
  private static List<MeterReading> readings(List<MeterKey> meters, Random random) {
    List<MeterReading> readings = new ArrayList<>();
    for (MeterKey key : meters) {
      long limit = List.of(1_000, 10_000, 100_000).get(random.nextInt(3));
      long persons = limit + random.nextInt(3) - 1;
      long established = random.nextBoolean() ? persons : limit;
      readings.add(new MeterReading(key, persons, established, random.nextBoolean()));
    }
    return readings;
  }

  /// Facts in which one of so many categories was found, once or several times.
  private static Facts facts(Random random, List<Category> categories, int oneOf) {
    TreeMap<Category, Integer> counts = new TreeMap<>();
    for (Category category : categories) {
      if (random.nextInt(oneOf) == 0) {
        counts.put(category, 1 + random.nextInt(4));
      }
    }
    Facts facts =
        TestPolicy.market(TestPolicy.facts(), MARKETS.get(random.nextInt(MARKETS.size())));
    return (random.nextBoolean() ? facts : TestPolicy.noSubject(facts)).withCounts(counts);
  }
}
