package dev.demarc.policy.party;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A rule of law's parameters for who is a covered person: the countries, the share, the sections.
///
/// @param sharePercent the share from which an owner's status passes on; exactly so much is enough
public record CoveredPersons(
    List<CountryOfConcern> countries,
    BigDecimal sharePercent,
    String designatedBy,
    String citation) {
  /// A country with the places that count as part of it, each code with its name.
  public record CountryOfConcern(String name, Map<String, String> includes) {
    public CountryOfConcern {
      includes = Map.copyOf(includes);
    }
  }

  public CoveredPersons {
    countries = List.copyOf(countries);
  }

  /// A place in words with the country of concern that it belongs to; empty if it belongs to none.
  Optional<String> concern(String place) {
    String code = Party.country(place);
    for (CountryOfConcern concern : countries) {
      String name = concern.includes().get(code);
      if (name != null) {
        String part =
            name.equals(concern.name()) ? name : name + ", which counts as " + concern.name();
        return Optional.of(part + ", a country of concern (" + citation + "(a)(1))");
      }
    }
    return Optional.empty();
  }

  boolean isConcern(String place) {
    return concern(place).isPresent();
  }
}
