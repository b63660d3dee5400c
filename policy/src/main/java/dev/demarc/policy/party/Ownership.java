package dev.demarc.policy.party;

import dev.demarc.policy.party.Coverage.Status;
import dev.demarc.policy.party.Party.Kind;
import dev.demarc.policy.party.Party.OtherOwners;
import dev.demarc.policy.party.Party.Stake;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Who is a covered person under 28 CFR 202.211, resolved over the ownership graph.
///
/// The section is circular: limb 1 takes entities owned to 50 % or more by countries of concern or
/// by persons of limb 2, limb 2 takes entities owned so by persons of limbs 1, 3, 4 and 5. So both
/// sums are kept for every party and repeated until nothing changes; flags are only ever set, hence
/// a cycle of owners ends. An owner that qualifies passes on its whole stake, not the product of
/// shares; a U.S. holding company is never covered itself but what its owners hold through it is
/// held indirectly.
///
/// The same is run twice. *Known* takes stated facts at their least. *Possible* takes ranges at
/// their most, adds both sums, counts owners nobody listed and charters nobody stated. What is
/// covered only there is treated as covered by POLICY.
public final class Ownership {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Parties parties;
  private final CoveredPersons law;
  private final TreeMap<LocalDate, Map<String, Coverage>> since = new TreeMap<>();

  public Ownership(Parties parties, CoveredPersons law) {
    this.parties = parties;
    this.law = law;
    for (LocalDate day : daysOfChange()) {
      since.put(day, resolve(day));
    }
  }

  /// The coverage of a party on a day. A party that is not known is treated as covered.
  public Coverage of(String party, LocalDate date) {
    Coverage coverage = since.floorEntry(date).getValue().get(party);
    return coverage != null
        ? coverage
        : new Coverage(
            party,
            Status.TREATED_AS_COVERED,
            List.of(party + " is not among the parties, so nothing is known of its owners"));
  }

  /// The first day of each stretch of time over which no party's facts change.
  private Set<LocalDate> daysOfChange() {
    Set<LocalDate> days = new TreeSet<>();
    days.add(LocalDate.MIN);
    for (Party party : parties.all()) {
      for (Stake stake : party.owners()) {
        stake.from().ifPresent(days::add);
        stake.until().map(last -> last.plusDays(1)).ifPresent(days::add);
      }
      for (Party.Designation designation : party.designations()) {
        days.add(designation.from());
        designation.until().map(last -> last.plusDays(1)).ifPresent(days::add);
      }
    }
    return days;
  }

  private Map<String, Coverage> resolve(LocalDate day) {
    Day known = new Day(day, false);
    Day possible = new Day(day, true);
    Map<String, Coverage> coverages = new HashMap<>();
    for (Party party : parties.all()) {
      if (party.simulates().isEmpty()) {
        coverages.put(party.id(), coverage(party, known, possible));
      }
    }
    for (Party party : parties.all()) {
      parties
          .real(party.id())
          .filter(real -> party.simulates().isPresent())
          .map(real -> coverages.get(real.id()))
          .ifPresent(real -> coverages.put(party.id(), standIn(party, real)));
    }
    return coverages;
  }

  private static Coverage standIn(Party party, Coverage real) {
    List<String> path = new ArrayList<>();
    path.add(party.name() + " is simulated and judged as the party it stands for");
    path.addAll(real.path());
    return new Coverage(party.id(), real.status(), path);
  }

  /// A U.S. person is tested first: limbs 1 to 4 speak of foreign persons only.
  private Coverage coverage(Party party, Day known, Day possible) {
    if (known.designated(party)) {
      return new Coverage(party.id(), Status.COVERED, known.path(party));
    }
    if (party.usStatus() == UsStatus.US_PERSON) {
      return new Coverage(party.id(), Status.US_PERSON, List.of(usWords(party)));
    }
    if (known.covered(party)) {
      return new Coverage(party.id(), Status.COVERED, known.path(party));
    }
    if (possible.covered(party)) {
      return new Coverage(party.id(), Status.TREATED_AS_COVERED, possible.doubt(party));
    }
    return new Coverage(party.id(), Status.NOT_COVERED, List.of(notCoveredWords(party)));
  }

  private static String usWords(Party party) {
    return party.name()
        + " is a U.S. person and not designated; a U.S. person is covered only by designation"
        + " (28 CFR 202.256, 202.211(a)(5)), whoever owns it";
  }

  private String notCoveredWords(Party party) {
    return party.name()
        + " is not chartered in, based in, or owned to "
        + law.sharePercent().toPlainString()
        + " % from a country of concern, and not designated";
  }

  /// The flags of all parties on one day, by known facts or by what is possible.
  private final class Day {
    private final LocalDate date;
    private final boolean possible;

    /// Owned to the share by countries of concern or persons of limb 2.
    private final Set<String> ownedAsLimb1 = new HashSet<>();

    /// Owned to the share by persons of limbs 1, 3, 4 or 5.
    private final Set<String> ownedAsLimb2 = new HashSet<>();

    /// Limb 3: individuals who work for a country of concern or an entity of limbs 1, 2 or 5.
    private final Set<String> working = new HashSet<>();

    Day(LocalDate date, boolean possible) {
      this.date = date;
      this.possible = possible;
      boolean changed = true;
      while (changed) {
        changed = false;
        for (Party party : parties.all()) {
          changed |= grow(party);
        }
      }
    }

    private boolean grow(Party party) {
      boolean changed = false;
      if (party.worksFor().stream().anyMatch(this::employs)) {
        changed |= working.add(party.id());
      }
      if (party.kind() != Kind.ENTITY) {
        return changed;
      }
      if (possible) {
        if (reaches(share(party, owner -> owns1(owner) || owns2(owner)))) {
          changed |= ownedAsLimb1.add(party.id());
          changed |= ownedAsLimb2.add(party.id());
        }
        return changed;
      }
      if (reaches(share(party, this::owns1))) {
        changed |= ownedAsLimb1.add(party.id());
      }
      if (reaches(share(party, this::owns2))) {
        changed |= ownedAsLimb2.add(party.id());
      }
      return changed;
    }

    private boolean reaches(BigDecimal share) {
      return share.compareTo(law.sharePercent()) >= 0;
    }

    private boolean employs(String id) {
      Party employer = party(id);
      return isState(employer) || (employer.kind() == Kind.ENTITY && covered(employer));
    }

    /// Whether an owner's stake goes into the sum of limb 1.
    private boolean owns1(Party owner) {
      return isState(owner)
          || ownedAsLimb1.contains(owner.id())
          || (foreign(owner) && ownedAsLimb2.contains(owner.id()));
    }

    /// Whether an owner's stake goes into the sum of limb 2.
    private boolean owns2(Party owner) {
      return designated(owner)
          || ownedAsLimb2.contains(owner.id())
          || (owner.kind() == Kind.ENTITY && foreign(owner) && limb1(owner))
          || (owner.kind() == Kind.INDIVIDUAL && coveredIndividual(owner));
    }

    private boolean limb1(Party party) {
      return ownedAsLimb1.contains(party.id()) || chartered(party) || based(party);
    }

    private boolean coveredIndividual(Party party) {
      return foreign(party) && (based(party) || working.contains(party.id()));
    }

    boolean covered(Party party) {
      if (designated(party) || isState(party)) {
        return true;
      }
      return switch (party.kind()) {
        case STATE -> false;
        case INDIVIDUAL -> coveredIndividual(party);
        case ENTITY -> foreign(party) && (limb1(party) || ownedAsLimb2.contains(party.id()));
      };
    }

    boolean designated(Party party) {
      return party.designations().stream()
          .anyMatch(d -> d.by().equals(law.designatedBy()) && d.standsOn(date));
    }

    private boolean isState(Party party) {
      return party.kind() == Kind.STATE && based(party);
    }

    private boolean foreign(Party party) {
      return switch (party.usStatus()) {
        case US_PERSON -> false;
        case FOREIGN -> true;
        case UNKNOWN -> possible;
      };
    }

    private boolean chartered(Party party) {
      return party.charter().map(c -> c.in().stream().anyMatch(law::isConcern)).orElse(possible);
    }

    private boolean based(Party party) {
      return party.principalPlace().map(place -> law.isConcern(place.in())).orElse(possible);
    }

    private BigDecimal share(Party party, Predicate<Party> qualifies) {
      BigDecimal in = BigDecimal.ZERO;
      BigDecimal out = BigDecimal.ZERO;
      BigDecimal listed = BigDecimal.ZERO;
      for (Stake stake : stakes(party)) {
        boolean counts = qualifies.test(party(stake.owner()));
        in = in.add(counts ? (possible ? stake.atMost() : stake.atLeast()) : BigDecimal.ZERO);
        out = out.add(counts ? BigDecimal.ZERO : stake.atLeast());
        listed = listed.add(stake.atLeast());
      }
      boolean unlisted = possible && countsUnlisted(party);
      return in.add(unlisted ? HUNDRED.subtract(listed).max(BigDecimal.ZERO) : BigDecimal.ZERO)
          .min(HUNDRED.subtract(out));
    }

    /// Owners nobody listed count against a foreign entity; a U.S. person's own unlisted owners are
    /// not held against what it owns, since no fact about the owned party is missing.
    private boolean countsUnlisted(Party party) {
      return party.otherOwners() == OtherOwners.UNKNOWN && foreign(party);
    }

    private List<Stake> stakes(Party party) {
      return party.owners().stream().filter(stake -> stake.standsOn(date)).toList();
    }

    List<String> path(Party party) {
      List<String> path = new ArrayList<>();
      walk(party, path, new HashSet<>());
      return path;
    }

    /// Names what makes a party covered; where that is its owners, goes on to the owners.
    private void walk(Party party, List<String> path, Set<String> seen) {
      if (!seen.add(party.id())) {
        return;
      }
      Optional<String> own = ownGround(party);
      if (own.isPresent()) {
        path.add(own.get());
        return;
      }
      for (Stake stake : stakes(party)) {
        Party owner = party(stake.owner());
        if (owns1(owner) || owns2(owner)) {
          path.add(stakeWords(party, stake, owner));
          walk(owner, path, seen);
        }
      }
    }

    private String stakeWords(Party party, Stake stake, Party owner) {
      return party.name()
          + " is owned to "
          + stake.words()
          + " by "
          + owner.name()
          + " (confidence "
          + stake.sourced().confidence().name().toLowerCase(Locale.ROOT)
          + ", "
          + stake.sourced().source()
          + "), and "
          + law.sharePercent().toPlainString()
          + " % is enough ("
          + law.citation()
          + "(a)(1), (2))";
    }

    private Optional<String> ownGround(Party party) {
      if (designated(party)) {
        return Optional.of(party.name() + " is designated (" + law.citation() + "(a)(5))");
      }
      if (isState(party)) {
        return Optional.of(party.name() + " is a country of concern");
      }
      if (party.kind() == Kind.INDIVIDUAL) {
        return foreign(party) ? Optional.of(individualGround(party)) : Optional.empty();
      }
      if (!foreign(party)) {
        return Optional.empty();
      }
      return charterGround(party).or(() -> placeGround(party));
    }

    private String individualGround(Party party) {
      return based(party)
          ? party.name() + " resides in a country of concern (" + law.citation() + "(a)(4))"
          : party.name() + " works for a covered person (" + law.citation() + "(a)(3))";
    }

    private Optional<String> charterGround(Party party) {
      return party
          .charter()
          .flatMap(
              c -> c.in().stream().sorted().flatMap(in -> law.concern(in).stream()).findFirst())
          .map(concern -> party.name() + " is chartered in " + concern);
    }

    private Optional<String> placeGround(Party party) {
      return party
          .principalPlace()
          .flatMap(place -> law.concern(place.in()))
          .map(concern -> party.name() + " has its principal place of business in " + concern);
    }

    /// Why a party that is not plainly covered is treated so.
    List<String> doubt(Party party) {
      List<String> doubts = new ArrayList<>();
      if (party.kind() == Kind.ENTITY && party.charter().isEmpty()) {
        doubts.add("the charter of " + party.name() + " is not stated");
      }
      if (party.principalPlace().isEmpty()) {
        doubts.add("the principal place of " + party.name() + " is not stated");
      }
      if (party.kind() == Kind.ENTITY && ownedAsLimb1.contains(party.id())) {
        doubts.add(
            "known covered owners and owners that are not known of "
                + party.name()
                + " may together hold "
                + law.sharePercent().toPlainString()
                + " % or more");
      }
      doubts.add("a missing fact takes the stricter branch, by policy");
      return doubts;
    }

    private Party party(String id) {
      return parties.party(id).orElseThrow();
    }
  }
}
