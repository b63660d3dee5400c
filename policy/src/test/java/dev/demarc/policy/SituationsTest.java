package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.Category;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class SituationsTest {
  private static final List<String> ROUTES = List.of("openai-us", "qwen-cn", "simulator-openai-us");
  private static final List<String> MARKETS = List.of("US", "CN");
  private static final int REQUESTS = 400;

  private final Policy policy;

  SituationsTest() throws BadPolicy {
    policy = Asked.passing(Category.PAYMENT_CARD, Category.IP_ADDRESS, Category.MAC_ADDRESS);
  }

  @RepeatedTest(5)
  void what_is_remembered_is_what_would_be_decided_anew(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < REQUESTS; i++) {
      Facts facts = facts(random);
      Route route = TestPolicy.route(policy, ROUTES.get(random.nextInt(ROUTES.size())));

      assertThat(policy.meters(facts, route))
          .isEqualTo(new Evaluation(policy, facts, route).meters());
      assertThat(policy.decide(facts, route, List.of()))
          .isEqualTo(new Evaluation(policy, facts, route).decide(List.of()));
      List<MeterReading> readings = readings(policy.meters(facts, route), random);
      assertThat(policy.decide(facts, route, readings))
          .isEqualTo(new Evaluation(policy, facts, route).decide(readings));
    }
  }

  /// Below, at and above the lowest limits.
  private static List<MeterReading> readings(List<MeterKey> keys, Random random) {
    return keys.stream()
        .map(key -> {
          int persons = 99 + random.nextInt(3) + (random.nextBoolean() ? 9_900 : 0);
          return new MeterReading(key, persons, random.nextInt(persons + 1), random.nextBoolean());
        })
        .toList();
  }

  /// Few categories, so that situations come again, with counts that differ.
  private static Facts facts(Random random) {
    TreeMap<Category, Integer> counts = new TreeMap<>();
    List<Category> few =
        List.of(Category.IP_ADDRESS, Category.MAC_ADDRESS, Category.EMAIL, Category.PAYMENT_CARD);
    for (Category category : few) {
      if (random.nextInt(3) == 0) {
        counts.put(category, 1 + random.nextInt(4));
      }
    }
    Facts facts =
        TestPolicy.market(TestPolicy.facts(), MARKETS.get(random.nextInt(MARKETS.size())));
    return new Facts(
        facts.date(),
        facts.caller(),
        facts.exporter(),
        facts.markets(),
        facts.channel(),
        facts.protection(),
        random.nextBoolean(),
        facts.model(),
        counts);
  }
}
