package dev.demarc.policy;

import java.time.LocalDate;
import java.util.Optional;

/// Days from which, and optionally to which, something holds; both ends included.
public record Period(LocalDate from, Optional<LocalDate> until) {
  public boolean contains(LocalDate date) {
    return !date.isBefore(from) && until.map(last -> !date.isAfter(last)).orElse(true);
  }
}
