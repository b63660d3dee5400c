package dev.demarc.policy;

import java.util.SortedSet;

/// Where one of access, storage and inference happens, and what enforces it.
///
/// @param countries ISO 3166 codes, or `ANY`
/// @param except ISO 3166 codes that `ANY` leaves out
public record Places(
    SortedSet<String> countries, SortedSet<String> except, SortedSet<EnforcedBy> enforcedBy) {
  public Places {
    countries = Copies.of(countries);
    except = Copies.of(except);
    enforcedBy = Copies.of(enforcedBy);
  }

  @Override
  public String toString() {
    String exceptWords = except.isEmpty() ? "" : " except " + String.join(", ", except);
    return String.join(", ", countries) + exceptWords + " (enforced by " + enforcedWords() + ")";
  }

  private String enforcedWords() {
    return String.join(
        ", ", enforcedBy.stream().map(by -> by.name().toLowerCase(java.util.Locale.ROOT)).toList());
  }
}
