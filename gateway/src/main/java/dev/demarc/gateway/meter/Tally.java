package dev.demarc.gateway.meter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// The persons of one meter: for each the last day on which its data left, the last such day on
/// which its protection was established, and how many attempts of it are under way.
///
/// A person is in the window exactly if its *last* day is, so the number per last day is enough to
/// count any window; what is under way is few and is looked at one by one. Nobody is forgotten
/// while the process lives: a window admits no more than its limit, and a clock that jumps ahead
/// and back must not make a count fall.
final class Tally {
  private static final long NEVER = Long.MIN_VALUE;

  private static final class Seen {
    private long lastDay = NEVER;
    private long lastEstablished = NEVER;
    private int underWay;
    private int held;
    private int establishedUnderWay;
  }

  private final Map<SubjectId, Seen> persons = new HashMap<>();
  private final Set<SubjectId> underWay = new HashSet<>();
  private final NavigableMap<Long, Integer> byLastDay = new TreeMap<>();
  private final NavigableMap<Long, Integer> byLastEstablished = new TreeMap<>();

  /// Takes a place for an attempt.
  void take(SubjectId subject, boolean established) {
    Seen seen = persons.computeIfAbsent(subject, s -> new Seen());
    seen.underWay++;
    seen.establishedUnderWay += established ? 1 : 0;
    underWay.add(subject);
  }

  /// Holds a taken place for an attempt whose decision is durable: its data may be leaving.
  void hold(SubjectId subject) {
    taken(subject).held++;
  }

  /// Gives a held place back.
  void letGo(SubjectId subject, boolean established) {
    taken(subject).held--;
    giveBack(subject, established);
  }

  /// Gives a taken place back.
  void giveBack(SubjectId subject, boolean established) {
    Seen seen = taken(subject);
    seen.underWay--;
    seen.establishedUnderWay -= established ? 1 : 0;
    if (seen.underWay == 0) {
      underWay.remove(subject);
      if (seen.lastDay == NEVER) {
        persons.remove(subject);
      }
    }
  }

  private Seen taken(SubjectId subject) {
    Seen seen = persons.get(subject);
    if (seen == null || seen.underWay == 0) {
      throw new IllegalStateException("a place is spoken of that nobody took");
    }
    return seen;
  }

  /// Counts a person whose data left on `day`. Earlier days change nothing, so the order in which
  /// attempts end does not matter.
  void count(SubjectId subject, boolean established, long day) {
    Seen seen = persons.computeIfAbsent(subject, s -> new Seen());
    seen.lastDay = move(byLastDay, seen.lastDay, day);
    if (established) {
      seen.lastEstablished = move(byLastEstablished, seen.lastEstablished, day);
    }
  }

  private static long move(NavigableMap<Long, Integer> days, long from, long to) {
    if (to <= from) {
      return from;
    }
    if (from != NEVER) {
      days.merge(from, -1, (a, b) -> a + b == 0 ? null : a + b);
    }
    days.merge(to, 1, Integer::sum);
    return to;
  }

  /// Whether the person has a place already: its data left on or after `start`, or may be leaving.
  boolean counted(SubjectId subject, long start) {
    Seen seen = persons.get(subject);
    return seen != null && (seen.held > 0 || seen.lastDay >= start);
  }

  private boolean left(SubjectId subject, long start) {
    Seen seen = persons.get(subject);
    return seen != null && seen.lastDay >= start;
  }

  /// Distinct persons in the window that begins on `start`, with those under way.
  long persons(long start) {
    long inWindow = byLastDay.tailMap(start).values().stream().mapToLong(n -> n).sum();
    return inWindow + underWay.stream().filter(subject -> !left(subject, start)).count();
  }

  /// Those of [#persons] whose protection was established within the window.
  long established(long start) {
    long inWindow = byLastEstablished.tailMap(start).values().stream().mapToLong(n -> n).sum();
    long more = 0;
    for (SubjectId subject : underWay) {
      Seen seen = persons.get(subject);
      if (seen != null && seen.establishedUnderWay > 0 && seen.lastEstablished < start) {
        more++;
      }
    }
    return inWindow + more;
  }
}
