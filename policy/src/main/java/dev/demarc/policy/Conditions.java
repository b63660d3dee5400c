package dev.demarc.policy;

import dev.demarc.policy.party.Coverage;
import dev.demarc.policy.party.Party;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;

/// Answers what packs and rules ask about one request on one route.
final class Conditions {
  /// Whether something holds, whether that rests on facts or on an assumption, and why, in words
  /// that are only made where somebody asks.
  record Answer(boolean holds, Basis basis, Supplier<String> why) {
    static Answer no(Supplier<String> why) {
      return new Answer(false, Basis.LAW, why);
    }

    static Answer fact(Supplier<String> why) {
      return new Answer(true, Basis.LAW, why);
    }

    static Answer assumed(Supplier<String> why) {
      return new Answer(true, Basis.POLICY, why);
    }
  }

  private final Policy policy;
  private final Facts facts;
  private final Route route;

  Conditions(Policy policy, Facts facts, Route route) {
    this.policy = policy;
    this.facts = facts;
    this.route = route;
  }

  /// Whether the pack applies at all.
  Answer applies(Pack pack) {
    return switch (pack.appliesBy()) {
      case EVERYONE -> Answer.fact(() -> "it applies to everyone");
      case EXPORTER_US_PERSON -> exporterUsPerson();
      case MARKET_PUBLIC_CHANNEL -> marketPublicChannel(pack);
    };
  }

  private Answer exporterUsPerson() {
    String name = policy.parties().name(facts.exporter());
    return policy
        .parties()
        .real(facts.exporter())
        .map(Party::usStatus)
        .map(status ->
            switch (status) {
              case US_PERSON -> Answer.fact(() -> "the exporter " + name + " is a U.S. person");
              case FOREIGN -> Answer.no(() -> "the exporter " + name + " is not a U.S. person");
              case UNKNOWN ->
                  Answer.assumed(
                      () -> "the charter of " + name + " is not stated: taken for a U.S. person");
            })
        .orElseGet(
            () -> Answer.assumed(() -> "the exporter is not known: taken for a U.S. person"));
  }

  private Answer marketPublicChannel(Pack pack) {
    SortedSet<String> shared =
        Copies.of(
            facts.markets().stream().filter(market -> pack.markets().contains(market)).toList());
    if (shared.isEmpty()) {
      return Answer.no(() -> "the market is " + String.join(", ", facts.markets()));
    }
    return facts.channel() == Channel.PUBLIC
        ? Answer.fact(
            () -> "the feature is offered to the public of market " + String.join(", ", shared))
        : Answer.no(() -> "the channel is internal, not offered to the public");
  }

  /// Whether one condition of one of the pack's rules holds.
  Answer holds(Pack pack, Condition condition) {
    return switch (condition) {
      case RECIPIENT_COVERED -> recipientCovered(pack);
      case PERSON_PROTECTED -> personProtected(pack);
      case MODEL_NOT_FILED -> modelNotFiled();
      case STRICT_MARKET -> strictMarket(pack);
    };
  }

  /// The recipient's coverage under a pack.
  Optional<Coverage> coverage(Pack pack) {
    return policy.coverage(pack.id(), route.recipient(), facts.date());
  }

  private Answer recipientCovered(Pack pack) {
    return coverage(pack)
        .map(coverage ->
            switch (coverage.status()) {
              case COVERED -> Answer.fact(coverage::words);
              case TREATED_AS_COVERED -> Answer.assumed(coverage::words);
              case US_PERSON, NOT_COVERED -> Answer.no(coverage::words);
            })
        .orElseGet(() -> Answer.assumed(() -> "the pack does not say who is covered"));
  }

  private Answer personProtected(Pack pack) {
    SortedSet<String> laws = facts.protection().laws();
    if (laws.isEmpty()) {
      return Answer.assumed(() -> "no law that protects the person is known: counts as protected");
    }
    if (laws.stream().noneMatch(law -> pack.protects().contains(law))) {
      return Answer.no(() -> "the person is protected by the law of " + String.join(", ", laws));
    }
    String words = "the person is protected by the law of " + String.join(", ", laws);
    return switch (facts.protection().basis()) {
      case ASSUMED -> Answer.assumed(() -> words + ", as the configuration assumes");
      case DECLARED -> Answer.fact(() -> words + ", as the caller declared");
      case VERIFIED -> Answer.fact(() -> words + ", as verified");
    };
  }

  private Answer modelNotFiled() {
    Optional<Filing> filing =
        route.filing().filter(found -> !found.synthetic() || route.simulated());
    if (filing.isEmpty()) {
      return Answer.fact(
          () -> "no filing is known for " + route.providerModel() + " on this route");
    }
    Filing found = filing.get();
    return found.validOn(facts.date())
        ? Answer.no(() ->
            "filed as " + found.number() + " since " + found.from() + " (" + found.source() + ")")
        : Answer.fact(() -> "the filing " + found.number() + " was not valid on " + facts.date());
  }

  private Answer strictMarket(Pack pack) {
    SortedSet<String> strict = policy.operator().strictMarkets().orElse(pack.strictMarkets());
    SortedSet<String> shared =
        Copies.of(facts.markets().stream().filter(market -> strict.contains(market)).toList());
    return shared.isEmpty()
        ? Answer.no(() -> "no market of the request is strict")
        : Answer.fact(() -> "market " + String.join(", ", shared) + " is strict");
  }
}
