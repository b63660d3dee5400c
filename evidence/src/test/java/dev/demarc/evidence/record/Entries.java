package dev.demarc.evidence.record;

import dev.demarc.evidence.record.DecisionEntry.Ruling;
import dev.demarc.evidence.record.OutcomeEntry.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Plausible entries for tests, numbered so that ids differ.
public final class Entries {
  private static final long TIME_MILLIS = 1_795_402_561_123L;
  private static final String HASH =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private Entries() {}

  public static String id(int number) {
    return String.format(Locale.ROOT, "%026d", number);
  }

  public static PolicyHashes policy() {
    return new PolicyHashes(HASH, HASH, HASH, HASH);
  }

  public static StartEntry start(String origin) {
    return new StartEntry(
        TIME_MILLIS,
        "0.1.0",
        origin,
        0,
        policy(),
        List.of(new StartEntry.OverriddenEndpoint("qwen-cn", "http://127.0.0.1:9/v1")),
        List.of("no_subject"));
  }

  /// A permit with pseudonyms and redactions.
  public static DecisionEntry permit(int attempt, String recipient) {
    return decision(attempt, 1, Ruling.PERMIT, recipient, Optional.of(HASH));
  }

  public static DecisionEntry deny(int attempt, String recipient) {
    return decision(attempt, 1, Ruling.DENY, recipient, Optional.empty());
  }

  public static DecisionEntry decision(
      int attempt, int tryNumber, Ruling ruling, String recipient, Optional<String> commitment) {
    boolean permitted = ruling == Ruling.PERMIT;
    return new DecisionEntry(
        TIME_MILLIS + attempt,
        id(attempt),
        id(attempt + 500_000),
        tryNumber,
        "phone-cn",
        Json.object()
            .put("date", "2026-11-23")
            .put("exporter", "acme-us")
            .put("markets", Json.texts(List.of("CN")))
            .put("subject_given", true)
            .put("counts", Json.object().put("payment.card", 1).build())
            .build(),
        Json.object().put("id", "qwen-cn").put("recipient", recipient).build(),
        new Json.Arr(
            List.of(Json.object().put("meter", "us-dsp/financial").put("persons", 7).build())),
        policy(),
        new Ruled(
            ruling,
            List.of(
                new Reason(
                    "bulk-financial",
                    "us-dsp",
                    "POLICY",
                    "28 CFR 202.301",
                    "2025-04-08",
                    permitted ? "REDACTS" : "DENIES"))),
        permitted
            ? new TreeMap<>(Map.of("payment.card", "redact", "network.ip", "pseudonymise"))
            : new TreeMap<>(),
        new Json.Arr(List.of()),
        permitted ? new TreeMap<>(Map.of("payment.card", 1L)) : new TreeMap<>(),
        permitted ? new TreeMap<>(Map.of("network.ip", 2L)) : new TreeMap<>(),
        permitted ? 1_234 : 0,
        commitment,
        Optional.of(HASH));
  }

  public static OutcomeEntry answered(int attempt, long decisionIndex) {
    return new OutcomeEntry(
        TIME_MILLIS + attempt,
        id(attempt),
        decisionIndex,
        Outcome.ANSWERED,
        Optional.of(200),
        1_234,
        5_678,
        910,
        2,
        0);
  }

  public static RefusalEntry refusal(int request) {
    return new RefusalEntry(TIME_MILLIS, id(request), "phone-cn", "unreadable_body");
  }

  public static StopEntry stop() {
    return new StopEntry(TIME_MILLIS);
  }

  /// One entry of each type.
  public static List<Entry> all() {
    return List.of(
        start("example.org/log"),
        permit(1, "alibaba-cloud"),
        deny(2, "alibaba-cloud"),
        answered(1, 1),
        refusal(3),
        stop());
  }
}
