package dev.demarc.gateway.meter;

import dev.demarc.policy.MeterKey;
import dev.demarc.policy.MeterReading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/// The exact counts of distinct persons per meter, exporter and recipient.
///
/// The life of a place: *reserved* before the decision, so that two requests cannot both take the
/// last one; *released* if the decision sends nothing that counts; *committed* under the attempt's
/// id once the decision is durable; *ended* by the outcome. Until then it counts as taken, and it
/// is given back only where the gateway itself knows that no byte left. So a meter is never under.
/// It is over by at most the attempts that a crash left open, which [#open] lists.
///
/// The truth is the log: rows stand in the sidecars of decision records, and [#replayed] builds the
/// same counts from them in the same order. A lock guards every method; all of them are short.
public final class Meters {
  private final ToIntFunction<String> windowMonths;
  private final SortedMap<MeterKey, Tally> tallies = new TreeMap<>();
  private final Map<String, List<MeterRow>> committed = new LinkedHashMap<>();
  private final Map<String, OpenAttempt> open = new LinkedHashMap<>();

  /// @param windowMonths the window of each meter by name, in months
  public Meters(ToIntFunction<String> windowMonths) {
    this.windowMonths = windowMonths;
  }

  /// Takes a place for the person in each of the meters and reads them with it.
  public synchronized Reservation reserve(
      Collection<MeterKey> keys, SubjectId subject, boolean established, LocalDate today) {
    List<MeterReading> readings = new ArrayList<>();
    for (MeterKey key : new HashSet<>(keys)) {
      Tally tally = tally(key);
      tally.take(subject, established);
      long start = start(key, today);
      readings.add(
          new MeterReading(
              key, tally.persons(start), tally.established(start), tally.counted(subject, start)));
    }
    readings.sort((a, b) -> a.key().compareTo(b.key()));
    return new Reservation(subject, established, today, readings);
  }

  /// Gives the places back in those meters in which the decision does not count the person, and
  /// returns what is left of the reservation.
  public synchronized Reservation release(
      Reservation reservation, Collection<MeterKey> notCounted) {
    List<MeterReading> kept = new ArrayList<>();
    for (MeterReading reading : reservation.readings()) {
      if (notCounted.contains(reading.key())) {
        tally(reading.key()).giveBack(reservation.subject(), reservation.established());
      } else {
        kept.add(reading);
      }
    }
    return new Reservation(
        reservation.subject(), reservation.established(), reservation.date(), kept);
  }

  /// Holds what is left of a reservation under an attempt whose decision is durable, until
  /// [#ended].
  public synchronized void commit(String attempt, Reservation reservation) {
    hold(attempt, reservation.rows(reservation.keys()));
  }

  /// Ends a committed attempt. One that counted nowhere, or is not known, changes nothing.
  public synchronized void ended(String attempt, Ending ending) {
    List<MeterRow> rows = committed.remove(attempt);
    if (rows == null) {
      return;
    }
    for (MeterRow row : rows) {
      Tally tally = tally(row.key());
      tally.letGo(row.subject(), row.established());
      if (ending != Ending.NOTHING_LEFT) {
        tally.count(row.subject(), row.established(), row.date().toEpochDay());
      }
    }
    if (ending == Ending.OPEN_AT_CRASH) {
      open.put(attempt, new OpenAttempt(attempt, rows));
    }
  }

  /// Takes up a decision that was recorded before the start: its rows, if it counted anywhere.
  public synchronized void replayed(String attempt, List<MeterRow> rows) {
    rows.forEach(row -> tally(row.key()).take(row.subject(), row.established()));
    hold(attempt, rows);
  }

  private void hold(String attempt, List<MeterRow> rows) {
    if (!rows.isEmpty()) {
      rows.forEach(row -> tally(row.key()).hold(row.subject()));
      committed.put(attempt, List.copyOf(rows));
    }
  }

  /// Ends the replay: what has no outcome was left open by a crash. Returns those attempts, for
  /// which the log is still to be told so.
  public synchronized List<OpenAttempt> replayEnded() {
    List<OpenAttempt> left = new ArrayList<>();
    committed.forEach((attempt, rows) -> left.add(new OpenAttempt(attempt, rows)));
    left.forEach(attempt -> ended(attempt.attempt(), Ending.OPEN_AT_CRASH));
    return left;
  }

  /// Attempts that a crash left open: by so many, at most, a count may be over.
  public synchronized List<OpenAttempt> open() {
    return List.copyOf(open.values());
  }

  /// What every meter holds on a day.
  public synchronized SortedMap<MeterKey, Count> counts(LocalDate today) {
    TreeMap<MeterKey, Count> counts = new TreeMap<>();
    tallies.forEach((key, tally) -> {
      long start = start(key, today);
      long persons = tally.persons(start);
      if (persons > 0) {
        counts.put(key, new Count(persons, tally.established(start), open(key, today)));
      }
    });
    return counts;
  }

  private long open(MeterKey key, LocalDate today) {
    LocalDate start = today.minusMonths(windowMonths.applyAsInt(key.meter()));
    return open.values().stream()
        .flatMap(attempt -> attempt.rows().stream())
        .filter(row -> row.key().equals(key) && !row.date().isBefore(start))
        .map(MeterRow::subject)
        .distinct()
        .count();
  }

  private Tally tally(MeterKey key) {
    return tallies.computeIfAbsent(key, k -> new Tally());
  }

  /// 28 CFR 202.205: "at any point in the preceding 12 months"; the same day a year ago is
  /// included.
  private long start(MeterKey key, LocalDate today) {
    return today.minusMonths(windowMonths.applyAsInt(key.meter())).toEpochDay();
  }
}
