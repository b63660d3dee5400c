package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every combination of the facts that the shipped packs ask about, held against what must be true
/// of all of them. The expectations are written down again here, not taken from the packs.
class TruthTableTest {
  private static final String PARTIES =
      """
      parties:
        - {id: unstated-exporter, name: Unstated Exporter}
        - id: french-host
          name: French Host
          charter: {in: [FR], source: made up, as_of: 2026-11-23, confidence: HIGH}
          principal_place: {in: FR, source: made up, as_of: 2026-11-23, confidence: HIGH}
      """;
  private static final String ROUTES =
      """
      routes:
        - id: french
          provider: French Host
          recipient: french-host
          developer: french-host
          endpoint: https://french.example/v1
          access: {in: [FR], enforced_by: [HOST]}
          storage: {in: [FR], enforced_by: [HOST]}
          inference: {in: [FR], enforced_by: [HOST]}
          models: [{name: french-1, aliases: [assistant]}]
          evidence: [{says: made up, source: made up, as_of: 2026-11-23, confidence: HIGH}]
      """;
  private static final List<String> ROUTE_IDS =
      List.of("openai-us", "qwen-cn", "simulator-qwen-cn", "french");
  private static final List<Category> VARIED =
      List.of(
          Category.PAYMENT_CARD,
          Category.IP_ADDRESS,
          Category.PRECISE_LOCATION,
          Category.HEALTH_HINT,
          Category.OPAQUE);
  private static final Map<String, String> METER_OF_LAW =
      Map.of(
          "DSP-VND-FIN", "us-dsp/financial",
          "DSP-VND-CPI", "us-dsp/identifiers",
          "DSP-VND-LOC", "us-dsp/coordinates");
  private static final List<Protection> PROTECTIONS =
      List.of(
          Protection.unknown(),
          new Protection(TestPolicy.set("US"), ProtectionBasis.ASSUMED),
          new Protection(TestPolicy.set("US"), ProtectionBasis.DECLARED),
          new Protection(TestPolicy.set("EU", "US"), ProtectionBasis.VERIFIED),
          new Protection(TestPolicy.set("EU"), ProtectionBasis.DECLARED));

  /// One row of the table.
  private record Row(Policy policy, Facts facts, Route route, List<MeterReading> readings) {
    Decision decide() {
      return policy.decide(facts, route, readings);
    }

    boolean coveredByFact() {
      return route.recipient().contains("alibaba");
    }

    boolean covered() {
      return coveredByFact() || route.id().equals("french");
    }

    boolean bound() {
      return !facts.exporter().equals("example-phones-cn");
    }

    boolean counts() {
      var laws = facts.protection().laws();
      return laws.isEmpty() || laws.contains("US");
    }

    boolean publicInChina() {
      return facts.markets().contains("CN") && facts.channel() == Channel.PUBLIC;
    }

    long established(String meter) {
      return readings.stream()
          .filter(reading -> reading.key().meter().equals(meter))
          .mapToLong(MeterReading::established)
          .sum();
    }
  }

  private static Policy policy(Operator operator) throws BadPolicy {
    Sources shipped = TestPolicy.sources();
    TreeMap<String, String> catalogue = new TreeMap<>(shipped.catalogue());
    catalogue.put("catalogue/french.yaml", ROUTES);
    Sources sources =
        new Sources(shipped.packs(), catalogue, shipped.parties())
            .withParties("parties/table.yaml", PARTIES);
    return Policy.load(sources, operator);
  }

  private static List<Policy> policies() throws BadPolicy {
    Operator listing = Operator.listing(Map.of("US", ROUTE_IDS, "CN", ROUTE_IDS)).accepting("EU");
    TreeMap<Category, Handling> pass = new TreeMap<>();
    for (Category category : VARIED) {
      pass.put(category, Handling.PASS);
    }
    return List.of(
        policy(listing),
        policy(
            listing
                .with("us-dsp", new PackSettings(pass, OverThreshold.REDACT))
                .with("house", new PackSettings(pass, OverThreshold.REDACT))),
        policy(listing.with("us-dsp", new PackSettings(pass, OverThreshold.DENY))));
  }

  /// A sentence that must be true of every row, and how many rows it was put to the proof by.
  private static final class Sentence {
    private final String text;
    private final BiFunction<Row, Decision, Verdict> holds;
    private final List<String> violations = new ArrayList<>();
    private int proofs;

    Sentence(String text, BiFunction<Row, Decision, Verdict> holds) {
      this.text = text;
      this.holds = holds;
    }

    void ask(Row row, Decision decision) {
      Verdict verdict = holds.apply(row, decision);
      proofs += verdict == Verdict.SILENT ? 0 : 1;
      if (verdict == Verdict.BROKEN && violations.size() < 3) {
        violations.add(
            row.facts() + " on " + row.route().id() + " read " + row.readings() + ": " + decision);
      }
    }
  }

  /// What a row says about a sentence.
  private enum Verdict {
    KEPT,
    BROKEN,
    SILENT;

    static Verdict of(boolean kept) {
      return kept ? KEPT : BROKEN;
    }
  }

  @TestFactory
  List<DynamicTest> of_every_decision_it_is_true_that() throws BadPolicy {
    List<Sentence> sentences =
        List.of(
            new Sentence("a permit treats every category", TruthTableTest::treatsEveryCategory),
            new Sentence(
                "law is said only where it is established", TruthTableTest::lawIsEstablished),
            new Sentence(
                "an unfiled model is refused to the public, by law", TruthTableTest::filed),
            new Sentence("a payment a covered person can read is counted", TruthTableTest::counted),
            new Sentence("only reserved places are kept", TruthTableTest::keepsReservedOnly),
            new Sentence("deciding again gives the same", TruthTableTest::sameAgain),
            new Sentence("reasons are whole and stand law first", TruthTableTest::reasonsAreWhole));
    int rows = 0;
    for (Policy policy : policies()) {
      for (Facts facts : allFacts()) {
        for (String id : ROUTE_IDS) {
          Route route = TestPolicy.route(policy, id);
          for (List<MeterReading> readings : readings(policy.meters(facts, route))) {
            Row row = new Row(policy, facts, route, readings);
            Decision decision = row.decide();
            sentences.forEach(sentence -> sentence.ask(row, decision));
            rows++;
          }
        }
      }
    }
    assertThat(rows).isGreaterThan(20_000);
    return sentences.stream().map(TruthTableTest::test).toList();
  }

  private static DynamicTest test(Sentence sentence) {
    return DynamicTest.dynamicTest(
        sentence.text,
        () -> {
          assertThat(sentence.violations).isEmpty();
          assertThat(sentence.proofs).as("rows that put it to the proof").isGreaterThan(100);
        });
  }

  private static List<Facts> allFacts() {
    List<Facts> all = new ArrayList<>();
    for (String exporter : List.of("example-phones-us", "example-phones-cn", "unstated-exporter")) {
      for (List<String> markets : List.of(List.of("US"), List.of("CN"), List.of("CN", "US"))) {
        for (Channel channel : Channel.values()) {
          for (Protection protection : PROTECTIONS) {
            for (boolean subject : new boolean[] {true, false}) {
              for (int found = 0; found < 1 << VARIED.size(); found++) {
                all.add(
                    new Facts(
                        TestPolicy.TODAY,
                        "table",
                        exporter,
                        new TreeSet<>(markets),
                        channel,
                        protection,
                        subject,
                        "assistant",
                        counts(found)));
              }
            }
          }
        }
      }
    }
    return all;
  }

  private static SortedMap<Category, Integer> counts(int found) {
    TreeMap<Category, Integer> counts = new TreeMap<>();
    for (int i = 0; i < VARIED.size(); i++) {
      if ((found >> i & 1) == 1) {
        counts.put(VARIED.get(i), 1);
      }
    }
    return counts;
  }

  /// Far below, just within, over by assumed persons, over by established persons; one row where no
  /// meter is asked.
  private static List<List<MeterReading>> readings(List<MeterKey> keys) {
    if (keys.isEmpty()) {
      return List.of(List.of());
    }
    List<List<MeterReading>> variants = new ArrayList<>();
    for (int variant = 0; variant < 4; variant++) {
      List<MeterReading> readings = new ArrayList<>();
      for (MeterKey key : keys) {
        long limit = limit(key.meter());
        long persons = variant == 0 ? 1 : variant == 1 ? limit : limit + 1;
        readings.add(new MeterReading(key, persons, variant == 2 ? limit : persons, false));
      }
      variants.add(readings);
    }
    return variants;
  }

  private static long limit(String meter) {
    return switch (meter) {
      case "us-dsp/financial", "us-dsp/financial-cautious", "us-dsp/health" -> 10_000;
      case "us-dsp/identifiers", "us-dsp/identifiers-cautious" -> 100_000;
      case "us-dsp/coordinates", "us-dsp/geolocation" -> 1_000;
      default -> throw new IllegalArgumentException(meter);
    };
  }

  private static Verdict treatsEveryCategory(Row row, Decision decision) {
    return decision instanceof Decision.Permit permit
        ? Verdict.of(permit.treatments().size() == Category.values().length)
        : Verdict.SILENT;
  }

  private static Verdict lawIsEstablished(Row row, Decision decision) {
    List<Reason> laws =
        decision.reasons().stream().filter(reason -> reason.basis() == Basis.LAW).toList();
    return laws.isEmpty()
        ? Verdict.SILENT
        : Verdict.of(laws.stream().allMatch(reason -> mayBeLaw(row, reason)));
  }

  private static boolean mayBeLaw(Row row, Reason reason) {
    if (reason.rule().equals("GAI-FIL-01")) {
      return row.publicInChina() && row.route().filing().isEmpty();
    }
    String meter = METER_OF_LAW.getOrDefault(reason.rule(), "");
    return !meter.isEmpty()
        && row.established(meter) > limit(meter)
        && isMade(meter, row.facts())
        && row.facts().exporter().equals("example-phones-us")
        && row.coveredByFact()
        && row.facts().subjectGiven()
        && row.facts().protection().laws().contains("US")
        && row.facts().protection().basis() != ProtectionBasis.ASSUMED
        && row.facts().count(Category.OPAQUE) == 0;
  }

  /// What the meter's law asks for was found. A hint is never among it.
  private static boolean isMade(String meter, Facts facts) {
    boolean card = facts.count(Category.PAYMENT_CARD) > 0;
    boolean ip = facts.count(Category.IP_ADDRESS) > 0;
    boolean place = facts.count(Category.PRECISE_LOCATION) > 0;
    return switch (meter) {
      case "us-dsp/financial" -> card;
      case "us-dsp/coordinates" -> place;
      default -> (card && ip) || (card && place) || (ip && place);
    };
  }

  private static Verdict filed(Row row, Decision decision) {
    if (!row.publicInChina() || row.route().filing().isPresent()) {
      return Verdict.SILENT;
    }
    Reason first = decision.reasons().getFirst();
    return Verdict.of(
        decision instanceof Decision.Deny
            && first.rule().equals("GAI-FIL-01")
            && first.basis() == Basis.LAW);
  }

  private static Verdict counted(Row row, Decision decision) {
    if (!(decision instanceof Decision.Permit permit)
        || !row.bound()
        || !row.covered()
        || !row.counts()
        || row.facts().count(Category.PAYMENT_CARD) == 0
        || permit.treatments().get(Category.PAYMENT_CARD) == Treatment.REDACT) {
      return Verdict.SILENT;
    }
    return Verdict.of(
        permit.counted().stream().anyMatch(key -> key.meter().equals("us-dsp/financial"))
            && row.readings().stream()
                .filter(reading -> reading.key().meter().equals("us-dsp/financial"))
                .allMatch(reading -> reading.persons() <= 10_000));
  }

  private static Verdict keepsReservedOnly(Row row, Decision decision) {
    return decision instanceof Decision.Permit permit && !permit.counted().isEmpty()
        ? Verdict.of(row.policy().meters(row.facts(), row.route()).containsAll(permit.counted()))
        : Verdict.SILENT;
  }

  private static Verdict sameAgain(Row row, Decision decision) {
    return Verdict.of(row.decide().equals(decision));
  }

  private static Verdict reasonsAreWhole(Row row, Decision decision) {
    List<Basis> bases = decision.reasons().stream().map(Reason::basis).toList();
    return Verdict.of(
        !bases.isEmpty()
            && bases.stream().sorted().toList().equals(bases)
            && decision.reasons().stream().allMatch(TruthTableTest::isWhole));
  }

  private static boolean isWhole(Reason reason) {
    return reason.says().endsWith(".")
        && !reason.says().contains("{")
        && !reason.says().contains("(unknown)")
        && !reason.citation().isBlank()
        && reason.remedy().endsWith(".");
  }
}
