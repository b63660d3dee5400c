package dev.demarc.policy;

import java.util.SortedSet;

/// The laws that protect the person a request is about, and how that is known.
///
/// @param laws codes such as `US` or `EU`; empty means unknown, which counts as protected by POLICY
public record Protection(SortedSet<String> laws, ProtectionBasis basis) {
  public Protection {
    laws = Copies.of(laws);
  }

  /// Nothing is known about the person.
  public static Protection unknown() {
    return new Protection(Copies.of(java.util.List.of()), ProtectionBasis.ASSUMED);
  }
}
