package dev.demarc.gateway.meter;

import dev.demarc.policy.MeterKey;
import dev.demarc.policy.MeterReading;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// The places one request has taken, and what the meters showed once it had.
public record Reservation(
    SubjectId subject, boolean established, LocalDate date, List<MeterReading> readings) {
  public Reservation {
    readings = List.copyOf(readings);
  }

  /// The meters in which a place was taken.
  public List<MeterKey> keys() {
    return readings.stream().map(MeterReading::key).toList();
  }

  /// The rows to keep beside the record: one for each meter in which the person counts.
  public List<MeterRow> rows(Collection<MeterKey> counted) {
    return keys().stream()
        .filter(counted::contains)
        .map(key -> new MeterRow(key, subject, established, date))
        .toList();
  }
}
