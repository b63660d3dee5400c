package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import dev.demarc.policy.Conditions.Answer;
import dev.demarc.policy.Trace.Result;
import dev.demarc.policy.Trace.Step;
import dev.demarc.policy.Wishes.Granted;
import dev.demarc.policy.Wishes.Wish;
import dev.demarc.policy.party.Coverage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/// One decision in the making. The order is fixed: the operator's own rules; every pack that
/// applies and every rule of it that is in force and whose conditions hold; treatments; treatments
/// of linked categories; limits of meters; conflicts; then the outcome. Each step can only make it
/// stricter.
final class Evaluation {
  private final Policy policy;
  private final Facts facts;
  private final Route route;
  private final Conditions conditions;
  private final Wording wording;

  private final Wishes wishes;
  private final List<Fired> linked = new ArrayList<>();
  private final List<Fired> limits;
  private final List<Fired> keeps;
  private final List<Limited> within = new ArrayList<>();
  private final List<Reason> reasons;
  private final List<Supplier<Step>> steps = new ArrayList<>();
  private Optional<Coverage> coverage = Optional.empty();

  Evaluation(Policy policy, Facts facts, Route route) {
    this.policy = policy;
    this.facts = facts;
    this.route = route;
    this.conditions = new Conditions(policy, facts, route);
    this.wording = new Wording(policy, facts, route);
    this.wishes = new Wishes(facts);
    this.limits = new ArrayList<>();
    this.keeps = new ArrayList<>();
    this.reasons = new ArrayList<>();
    askOperator();
    policy.packs().forEach(this::askPack);
    denyUntreated();
    linked.forEach(this::treatLinked);
    denyFound();
  }

  private Evaluation(Evaluation begun) {
    this.policy = begun.policy;
    this.facts = begun.facts;
    this.route = begun.route;
    this.conditions = begun.conditions;
    this.wording = begun.wording;
    this.wishes = begun.wishes.copy();
    this.limits = begun.limits;
    this.keeps = begun.keeps;
    this.reasons = new ArrayList<>(begun.reasons);
  }

  /// One that stands where this one does, before any meter was read, so that deciding in it leaves
  /// this one as it is. Of the steps so far it cannot tell.
  Evaluation copy() {
    return new Evaluation(this);
  }

  /// The meters in which a place is to be taken: those whose categories were found. Where some of
  /// them could reach the recipient but none of those found can, no place is taken: it would be
  /// given back at once and could meanwhile cost another person the last one.
  List<MeterKey> meters() {
    if (denied()) {
      return List.of();
    }
    return limits.stream().map(this::meter).filter(this::reserves).map(this::key).sorted().toList();
  }

  private boolean reserves(Meter meter) {
    boolean nothingEverLeaves = meter.categories().keySet().stream().noneMatch(wishes::leaves);
    return meter.concerns(facts)
        && (nothingEverLeaves || !meter.leaving(facts, wishes.handling()).isEmpty());
  }

  Decision decide(List<MeterReading> readings) {
    if (!denied()) {
      lawFirst(limits).forEach(limit -> holdLimit(limit, readings));
      keeps.forEach(this::keep);
    }
    return outcome();
  }

  Trace explain(List<MeterReading> readings) {
    Decision decision = decide(readings);
    return new Trace(route, decision, coverage, steps.stream().map(Supplier::get).toList());
  }

  // The operator's rules

  private void askOperator() {
    boolean listed = policy.isListed(route.id(), facts.markets());
    say(
        listed ? OperatorRule.ROUTE_LISTED : OperatorRule.ROUTE_NOT_LISTED,
        listed ? Effect.PERMITS : Effect.DENIES);
    if (policy.parties().party(facts.exporter()).isEmpty()) {
      say(OperatorRule.EXPORTER_UNKNOWN, Effect.DENIES);
    }
    if (policy.parties().party(route.recipient()).isEmpty()) {
      say(OperatorRule.RECIPIENT_UNKNOWN, Effect.DENIES);
    }
    if (facts.markets().size() > 1) {
      say(OperatorRule.TWO_MARKETS, Effect.NOTE);
    }
    askProtection();
  }

  private void askProtection() {
    SortedSet<String> laws = facts.protection().laws();
    if (laws.isEmpty()) {
      say(OperatorRule.PROTECTION_UNKNOWN, Effect.NOTE);
    } else if (facts.protection().basis() == ProtectionBasis.ASSUMED) {
      say(OperatorRule.PROTECTION_ASSUMED, Effect.NOTE);
    }
    for (String law : laws) {
      if (policy.packs().stream().noneMatch(pack -> pack.protects().contains(law))) {
        boolean accepted = policy.operator().acceptedWithoutPack().contains(law);
        say(
            accepted ? OperatorRule.PROTECTION_ACCEPTED : OperatorRule.PROTECTION_WITHOUT_PACK,
            accepted ? Effect.NOTE : Effect.DENIES,
            Map.of("laws", law));
      }
    }
  }

  private void say(OperatorRule rule, Effect effect) {
    say(rule, effect, Map.of());
  }

  private void say(OperatorRule rule, Effect effect, Map<String, String> more) {
    Reason reason = wording.reason(rule, effect, more);
    reasons.add(reason);
    steps.add(() ->
        new Step(
            reason.pack(),
            reason.rule(),
            reason.citation(),
            Optional.of(reason.asOf()),
            Basis.POLICY,
            Result.APPLIES,
            List.of(reason.says())));
  }

  // Packs and their rules

  private void askPack(Pack pack) {
    Answer applies = conditions.applies(pack);
    step(pack, applies);
    if (!applies.holds()) {
      return;
    }
    if (pack.coveredPersons().isPresent()) {
      coverage = conditions.coverage(pack);
    }
    Map<Condition, Answer> answers = new EnumMap<>(Condition.class);
    for (Rule rule : pack.rules()) {
      askRule(pack, rule, applies.basis(), answers);
    }
  }

  /// `answers` keeps what the rules of one pack have asked already: most ask the same.
  private void askRule(Pack pack, Rule rule, Basis packBasis, Map<Condition, Answer> answers) {
    if (!rule.effective().contains(facts.date())) {
      step(rule, rule.basis(), Result.NOT_IN_FORCE, () -> inForceWords(rule.effective()));
      return;
    }
    Basis basis = rule.basis().and(packBasis);
    List<Supplier<String>> why = new ArrayList<>();
    for (Condition condition : rule.when()) {
      Answer answer = answers.computeIfAbsent(condition, asked -> conditions.holds(pack, asked));
      if (!answer.holds()) {
        step(rule, rule.basis(), Result.DOES_NOT_APPLY, answer.why());
        return;
      }
      basis = basis.and(answer.basis());
      why.add(answer.why());
    }
    Basis applies = basis;
    steps.add(() -> step(rule, applies, Result.APPLIES, asked(why)));
    fire(new Fired(pack, rule, basis));
  }

  private static List<String> asked(List<Supplier<String>> why) {
    return why.isEmpty()
        ? List.of("it names no condition")
        : why.stream().map(Supplier::get).toList();
  }

  private static String inForceWords(Period period) {
    return "from " + period.from() + period.until().map(last -> " to " + last).orElse("");
  }

  private void fire(Fired fired) {
    switch (fired.rule().action()) {
      case Action.Treat treat when treat.linkedIn().isPresent() -> linked.add(fired);
      case Action.Treat treat -> treat(fired, treat);
      case Action.Limit limit -> limits.add(fired);
      case Action.Deny deny -> state(fired, fired.basis(), Effect.DENIES, List.of(), Map.of());
      case Action.Keep keep -> keeps.add(fired);
      case Action.Note note -> state(fired, fired.basis(), Effect.NOTE, List.of(), Map.of());
    }
  }

  /// The operator's handling where one is set; a rule of LAW stands as it is.
  private Handling set(Fired fired, Category category, Handling ruled) {
    return fired.rule().basis() == Basis.LAW
        ? ruled
        : policy.operator().pack(fired.pack().id()).categories().getOrDefault(category, ruled);
  }

  private void treat(Fired fired, Action.Treat treat) {
    treat
        .categories()
        .forEach((category, ruled) ->
            wishes.add(new Wish(fired, category, set(fired, category, ruled), Optional.empty())));
  }

  /// Acts only where the meter's combination would reach the recipient after all other treatments.
  private void treatLinked(Fired fired) {
    if (fired.rule().action() instanceof Action.Treat treat) {
      Meter meter = fired.pack().meter(treat.linkedIn().orElseThrow());
      boolean leaves = !meter.leaving(facts, wishes.handling()).isEmpty();
      step(
          fired.rule(),
          fired.basis(),
          leaves ? Result.APPLIES : Result.RESTRICTS_NOTHING,
          () -> leaves ? "the combination would leave" : "no combination of the meter would leave");
      if (leaves) {
        treat(fired, treat);
      }
    }
  }

  private void denyFound() {
    for (Wish wish : wishes.denials()) {
      state(wish.fired(), wish.fired().basis(), Effect.DENIES, List.of(wish.category()), Map.of());
    }
  }

  // Meters

  private Meter meter(Fired limit) {
    return limit.rule().action() instanceof Action.Limit action
        ? limit.pack().meter(action.meter())
        : limit.pack().meters().getFirst();
  }

  private MeterKey key(Meter meter) {
    return new MeterKey(meter.name(), facts.exporter(), route.recipient());
  }

  private void holdLimit(Fired limit, List<MeterReading> readings) {
    Meter meter = meter(limit);
    SortedSet<Category> leaving = meter.leaving(facts, wishes.handling());
    if (leaving.isEmpty()) {
      step(
          limit.rule(),
          limit.basis(),
          Result.RESTRICTS_NOTHING,
          () -> "nothing that " + meter.name() + " counts leaves");
      return;
    }
    Limited limited =
        readings.stream()
            .filter(found -> found.key().equals(key(meter)))
            .findFirst()
            .map(found -> new Limited(meter, found))
            .orElseGet(() -> Limited.unread(meter, key(meter)));
    if (limited.isWithin()) {
      within.add(limited);
      step(
          limit.rule(),
          limit.basis(),
          Result.RESTRICTS_NOTHING,
          () -> limited + ": within the limit");
      return;
    }
    pass(limit, limited, leaving);
  }

  /// What a limit of law takes out already, no cautious reading of it takes out once more.
  private static List<Fired> lawFirst(List<Fired> limits) {
    return limits.stream().sorted(Comparator.comparing(limit -> limit.rule().basis())).toList();
  }

  /// One more would pass the limit. That is LAW only if declared or verified persons alone pass it.
  private void pass(Fired limit, Limited limited, SortedSet<Category> leaving) {
    boolean byLaw = Policy.established(facts) && limited.passedByEstablished();
    Fired fired = new Fired(limit.pack(), limit.rule(), byLaw ? limit.basis() : Basis.POLICY);
    step(
        limit.rule(),
        fired.basis(),
        Result.APPLIES,
        () -> limited + ": one more would pass the limit");
    boolean deny = policy.operator().pack(limit.pack().id()).overThreshold() == OverThreshold.DENY;
    if (deny) {
      state(fired, fired.basis(), Effect.DENIES, leaving, limited.words());
      return;
    }
    for (Category category : leaving) {
      wishes.add(new Wish(fired, category, Handling.REDACT, Optional.of(limited)));
    }
    if (leaving.contains(Category.OPAQUE)) {
      say(OperatorRule.OPAQUE_OVER, Effect.DENIES, Map.of("categories", Wording.ids(leaving)));
    }
  }

  // Conflicts

  /// A law that demands a category unaltered against what others demand: LAW against LAW is for a
  /// person to settle; against the operator's own policy nothing is sent.
  private void keep(Fired fired) {
    if (!(fired.rule().action() instanceof Action.Keep action)) {
      return;
    }
    for (Category category : action.categories()) {
      List<Wish> against = wishes.against(category);
      if (!against.isEmpty()) {
        conflict(fired, category, against);
      }
    }
  }

  private void conflict(Fired fired, Category category, List<Wish> against) {
    List<Wish> lawful = against.stream().filter(w -> w.fired().basis() == Basis.LAW).toList();
    boolean review = fired.basis() == Basis.LAW && !lawful.isEmpty();
    Effect effect = review ? Effect.REVIEW : Effect.DENIES;
    state(fired, review ? Basis.LAW : Basis.POLICY, effect, List.of(category), Map.of());
    for (Wish wish : review ? lawful : against) {
      state(wish.fired(), wish.fired().basis(), effect, List.of(category), wish.words());
    }
  }

  /// A category for which no rule in force wants anything does not pass by omission.
  private void denyUntreated() {
    List<Category> untreated = wishes.denyUntreated();
    if (!untreated.isEmpty()) {
      say(OperatorRule.UNTREATED, Effect.DENIES, Map.of("categories", Wording.ids(untreated)));
    }
  }

  // The outcome

  private boolean denied() {
    return has(Effect.DENIES);
  }

  private boolean has(Effect effect) {
    return reasons.stream().anyMatch(reason -> reason.effect() == effect);
  }

  /// Forbidding wins, then a conflict, then the strictest treatment of each category.
  private Decision outcome() {
    if (denied()) {
      return new Decision.Deny(ordered(Effect.DENIES));
    }
    if (has(Effect.REVIEW)) {
      return new Decision.Review(ordered(Effect.REVIEW));
    }
    stateTreatments();
    SortedSet<MeterKey> counted = stateCounted();
    return new Decision.Permit(wishes.treatments(), counted, ordered());
  }

  private void stateTreatments() {
    for (Granted granted : wishes.granted()) {
      Wish wish = granted.wish();
      Effect effect = wish.handling() == Handling.REDACT ? Effect.REDACTS : Effect.PSEUDONYMISES;
      state(wish.fired(), wish.fired().basis(), effect, granted.categories(), wish.words());
    }
  }

  /// What is left to leave after every step keeps its place. Below a limit nothing is LAW.
  private SortedSet<MeterKey> stateCounted() {
    SortedSet<MeterKey> counted = new TreeSet<>();
    for (Fired limit : limits) {
      Meter meter = meter(limit);
      SortedSet<Category> leaving = meter.leaving(facts, wishes.handling());
      Optional<Limited> limited = within.stream().filter(w -> w.meter().equals(meter)).findFirst();
      if (!leaving.isEmpty() && limited.isPresent()) {
        counted.add(key(meter));
        state(limit, Basis.POLICY, Effect.COUNTS, leaving, limited.get().words());
        if (!facts.subjectGiven()) {
          say(OperatorRule.NO_SUBJECT, Effect.NOTE);
        }
      }
    }
    return counted;
  }

  private List<Reason> ordered(Effect... only) {
    List<Effect> kept = List.of(only);
    return reasons.stream()
        .filter(reason -> kept.isEmpty() || kept.contains(reason.effect()))
        .sorted(Comparator.comparing(Reason::basis).thenComparing(Reason::effect))
        .distinct()
        .toList();
  }

  // Steps and words

  private void state(
      Fired fired,
      Basis basis,
      Effect effect,
      Collection<Category> categories,
      Map<String, String> more) {
    reasons.add(wording.reason(fired.pack(), fired.rule(), basis, effect, categories, more));
  }

  private void step(Pack pack, Answer answer) {
    Result result = answer.holds() ? Result.APPLIES : Result.DOES_NOT_APPLY;
    steps.add(() ->
        new Step(
            pack.id(),
            "",
            "",
            Optional.empty(),
            answer.basis(),
            result,
            List.of(answer.why().get())));
  }

  private void step(Rule rule, Basis basis, Result result, Supplier<String> why) {
    steps.add(() -> step(rule, basis, result, List.of(why.get())));
  }

  private static Step step(Rule rule, Basis basis, Result result, List<String> why) {
    return new Step(
        rule.pack(), rule.id(), rule.citation(), Optional.of(rule.asOf()), basis, result, why);
  }
}
