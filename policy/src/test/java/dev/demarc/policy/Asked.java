package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;

/// Small words for what tests of decisions ask again and again.
final class Asked {
  static final long LIMIT = 10_000;

  private Asked() {}

  static Policy passing(Category... categories) throws BadPolicy {
    return TestPolicy.shipped(passingOperator(OverThreshold.REDACT, categories));
  }

  static Operator passingOperator(OverThreshold over, Category... categories) {
    TreeMap<Category, Handling> handling = new TreeMap<>();
    for (Category category : categories) {
      handling.put(category, Handling.PASS);
    }
    return TestPolicy.OPERATOR
        .with("us-dsp", new PackSettings(handling, over))
        .with("house", new PackSettings(handling, OverThreshold.REDACT));
  }

  static Decision.Permit permit(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Permit.class);
    return (Decision.Permit) decision;
  }

  static Decision.Deny deny(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Deny.class);
    return (Decision.Deny) decision;
  }

  static MeterKey key(String meter, Route route) {
    return new MeterKey("us-dsp/" + meter, "example-phones-us", route.recipient());
  }

  /// The law's meter and the cautious one, which counts with it.
  static List<MeterKey> financial(Route route) {
    return List.of(key("financial", route), key("financial-cautious", route));
  }

  static List<MeterReading> read(Route route, long persons, String... meters) {
    return Stream.of(meters)
        .map(meter -> new MeterReading(key(meter, route), persons, persons, false))
        .toList();
  }

  static List<MeterReading> reading(Route route, long persons, long established, boolean counted) {
    return financial(route).stream()
        .map(key -> new MeterReading(key, persons, established, counted))
        .toList();
  }

  static Reason only(Decision decision, Effect effect) {
    List<Reason> reasons =
        decision.reasons().stream().filter(reason -> reason.effect() == effect).toList();
    assertThat(reasons).hasSize(1);
    return reasons.getFirst();
  }

  static List<String> rules(Decision decision, Effect effect) {
    return decision.reasons().stream()
        .filter(reason -> reason.effect() == effect)
        .map(Reason::rule)
        .toList();
  }

  static void nothingIsLaw(Decision decision) {
    assertThat(decision.reasons()).extracting(Reason::basis).containsOnly(Basis.POLICY);
  }

  static AbstractStringAssert<?> says(Reason reason) {
    return assertThat(reason.says());
  }
}
