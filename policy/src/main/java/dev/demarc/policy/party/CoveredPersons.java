package dev.demarc.policy.party;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/// A rule of law's parameters for who is a covered person: the countries, the share, the sections.
///
/// @param sharePercent the share from which an owner's status passes on; exactly so much is enough
public record CoveredPersons(
    List<CountryOfConcern> countries,
    BigDecimal sharePercent,
    String designatedBy,
    String citation) {
  /// A country with the places that count as part of it.
  public record CountryOfConcern(String name, Set<String> includes) {
    public CountryOfConcern {
      includes = Set.copyOf(includes);
    }
  }

  public CoveredPersons {
    countries = List.copyOf(countries);
  }

  /// The name of the country of concern that this place belongs to, empty if it belongs to none.
  String concern(String place) {
    String country = Party.country(place);
    return countries.stream()
        .filter(concern -> concern.includes().contains(country))
        .map(CountryOfConcern::name)
        .findFirst()
        .orElse("");
  }

  boolean isConcern(String place) {
    return !concern(place).isEmpty();
  }
}
