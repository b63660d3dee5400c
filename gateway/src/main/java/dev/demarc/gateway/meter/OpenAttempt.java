package dev.demarc.gateway.meter;

import java.util.List;

/// An attempt that was permitted and counted, and of which a crash left no outcome.
public record OpenAttempt(String attempt, List<MeterRow> rows) {
  public OpenAttempt {
    rows = List.copyOf(rows);
  }
}
