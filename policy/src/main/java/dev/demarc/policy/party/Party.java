package dev.demarc.policy.party;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A company, a person or a state, as far as the law asks about it. Each fact says where it was
/// read; what is not stated is unknown.
///
/// @param charter places under whose law an entity is organised; ISO 3166, with a part where known
/// @param principalPlace country of the principal place of business, or of residence for a person
/// @param owners the owners that are known
/// @param otherOwners whether the owners that are not listed may be covered: unknown unless a
///   source says no
/// @param simulates the party whose facts this stand-in has
public record Party(
    String id,
    String name,
    Kind kind,
    Optional<Charter> charter,
    Optional<Place> principalPlace,
    boolean usPerson,
    List<Stake> owners,
    OtherOwners otherOwners,
    List<String> worksFor,
    List<Designation> designations,
    Optional<String> simulates,
    List<String> remarks) {
  public Party {
    owners = List.copyOf(owners);
    worksFor = List.copyOf(worksFor);
    designations = List.copyOf(designations);
    remarks = List.copyOf(remarks);
  }

  /// What kind of party it is.
  public enum Kind {
    ENTITY,
    INDIVIDUAL,
    STATE
  }

  /// What is known about owners that are not listed.
  public enum OtherOwners {
    /// Nothing: the stricter branch is taken.
    UNKNOWN,
    /// A source says that none of them is covered.
    NOT_COVERED
  }

  /// Laws under which an entity is organised.
  public record Charter(Set<String> in, Sourced sourced) {
    public Charter {
      in = Set.copyOf(in);
    }
  }

  /// A country with its source.
  public record Place(String in, Sourced sourced) {}

  /// A share of the owned party, exact or as a range, between two days.
  public record Stake(
      String owner,
      BigDecimal atLeast,
      BigDecimal atMost,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      Sourced sourced) {
    boolean standsOn(LocalDate date) {
      return from.map(first -> !date.isBefore(first)).orElse(true)
          && until.map(last -> !date.isAfter(last)).orElse(true);
    }

    /// The share in words.
    String words() {
      return atLeast.compareTo(atMost) == 0
          ? plain(atLeast) + " %"
          : plain(atLeast) + " to " + plain(atMost) + " %";
    }

    private static String plain(BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
  }

  /// A designation by the authority that a rule of law names.
  public record Designation(String by, LocalDate from, Optional<LocalDate> until, Sourced sourced) {
    boolean standsOn(LocalDate date) {
      return !date.isBefore(from) && until.map(last -> !date.isAfter(last)).orElse(true);
    }
  }

  /// Whether the party is a U.S. person (28 CFR 202.256): for an entity, organised solely under the
  /// law of the United States or a part of it, whoever owns it (examples 6 and 8).
  public UsStatus usStatus() {
    if (usPerson) {
      return UsStatus.US_PERSON;
    }
    return switch (kind) {
      case STATE -> UsStatus.FOREIGN;
      case INDIVIDUAL -> principalPlace.isPresent() ? UsStatus.FOREIGN : UsStatus.UNKNOWN;
      case ENTITY -> charter.map(Party::usStatusOf).orElse(UsStatus.UNKNOWN);
    };
  }

  private static UsStatus usStatusOf(Charter charter) {
    boolean solelyUs = charter.in().stream().allMatch(place -> country(place).equals("US"));
    return solelyUs ? UsStatus.US_PERSON : UsStatus.FOREIGN;
  }

  /// The country of a code such as `US-DE`.
  static String country(String code) {
    int dash = code.indexOf('-');
    return dash < 0 ? code : code.substring(0, dash);
  }
}
