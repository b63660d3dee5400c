package dev.demarc.policy;

import java.util.Map;

/// A meter's limit with the reading it is held against.
record Limited(Meter meter, MeterReading reading) {
  private static final long UNREAD = Long.MAX_VALUE;

  /// A meter that nobody read, which counts as passed.
  static Limited unread(Meter meter, MeterKey key) {
    return new Limited(meter, new MeterReading(key, UNREAD, 0, false));
  }

  /// Whether the person may be counted: there is room for one more, or it has a place already.
  boolean isWithin() {
    return reading.counted() || reading.persons() <= meter.moreThan();
  }

  /// Whether declared or verified persons alone pass a limit of law.
  boolean passedByEstablished() {
    return meter.basis() == Basis.LAW && reading.established() > meter.moreThan();
  }

  /// The names that sentences may use of it.
  Map<String, String> words() {
    return Map.of("persons", persons(), "limit", String.valueOf(meter.moreThan()));
  }

  private String persons() {
    return reading.persons() == UNREAD ? "an unknown number of" : String.valueOf(reading.persons());
  }

  @Override
  public String toString() {
    return meter.name() + " shows " + persons() + " persons of at most " + meter.moreThan();
  }
}
