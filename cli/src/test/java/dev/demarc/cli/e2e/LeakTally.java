package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// What went wrong in how many cells of a leak matrix, with an example of each family in each
/// carrier.
final class LeakTally {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final boolean AT_LENGTH = Integer.getInteger("prove.count") != null;
  private static final int SHOWN = Integer.getInteger("prove.shown", 12);

  private final String name;
  private final Map<String, String> wrong = new TreeMap<>();
  private final Map<String, Integer> times = new TreeMap<>();
  private final Map<String, Set<String>> families = new TreeMap<>();
  private final Map<LeakCarrier, Set<String>> carriers = new EnumMap<>(LeakCarrier.class);
  private int cells;
  private int leaks;
  private int changed;
  private int wrongRestores;
  private int others;

  LeakTally(String name) {
    this.name = name;
  }

  /// Counts a cell that is to be looked at.
  void cell(LeakCell cell) {
    cells++;
    families
        .computeIfAbsent(cell.planted().family().name(), name -> new TreeSet<>())
        .add(cell.place().name());
    carriers.computeIfAbsent(cell.carrier(), carrier -> new TreeSet<>()).add(cell.place().name());
  }

  /// Looks for what was planted in what left.
  void hunt(LeakCell cell, String out) {
    if (cell.leak(out).isPresent()) {
      leaks++;
      note("leaked", cell, out);
    }
  }

  /// The stand-ins in what left, if all else is as it was.
  Optional<List<String>> standIns(LeakCell cell, String marked, String out) {
    JSON.readTree(out);
    Optional<List<String>> standIns = LeakMarks.standIns(marked, out);
    standIns.ifPresent(found -> {
      for (int i = 0; i < found.size(); i++) {
        holds(cell.isNumber(i) == found.get(i).equals("0"), "a number or none", cell, out);
      }
    });
    if (standIns.isEmpty() && !cell.place().isIdentity()) {
      changed++;
      note("other bytes changed", cell, out);
    }
    return standIns;
  }

  /// Compares what a client got with what it must get.
  void restored(LeakCell cell, String expected, String got) {
    if (!got.equals(expected)) {
      wrongRestores++;
      note("wrong restore", cell, got);
    }
  }

  /// Holds something that the generator says of a cell.
  void holds(boolean so, String what, LeakCell cell, String seen) {
    if (!so) {
      others++;
      note(what, cell, seen);
    }
  }

  /// Counts the cells of each family in each carrier that go wrong in one way, and keeps the first.
  private void note(String what, LeakCell cell, String out) {
    String which = cell.planted().family() + ", " + cell.carrier() + ", " + what;
    times.merge(which, 1, Integer::sum);
    String text = cell.carrier().text(cell.planted());
    String plain = LeakCarrier.withoutUnicode(out).replace("\n", " ");
    wrong.putIfAbsent(which, which + ": " + cell.place().name() + "\n  " + text + "\n  " + plain);
  }

  private List<String> failures() {
    return wrong.entrySet().stream()
        .limit(SHOWN)
        .map(entry -> times.get(entry.getKey()) + " x " + entry.getValue() + "\n")
        .toList();
  }

  /// Fails where a family, a carrier or a position had no cell.
  void mustBeWhole() {
    assertThat(families.keySet())
        .containsExactlyInAnyOrderElementsOf(
            LeakFamily.ALL.stream().map(LeakFamily::name).toList());
    assertThat(carriers).containsOnlyKeys(LeakCarrier.values());
    Set<String> places = new TreeSet<>();
    carriers.values().forEach(places::addAll);
    assertThat(places).isEqualTo(places());
  }

  /// Fails where a family or a carrier stood at some positions only.
  void mustBeEverywhere() {
    Set<String> partly = new TreeSet<>();
    families.forEach((family, at) -> missing(family, at, partly));
    carriers.forEach((carrier, at) -> missing(carrier.name(), at, partly));
    assertThat(partly).isEmpty();
  }

  private static void missing(String what, Set<String> at, Set<String> partly) {
    places().stream().filter(p -> !at.contains(p)).forEach(p -> partly.add(what + " at " + p));
  }

  private static Set<String> places() {
    return LeakPlace.ALL.stream().map(LeakPlace::name).collect(Collectors.toSet());
  }

  /// Fails where anything went wrong.
  void mustBeZero() {
    String summary =
        name
            + ": %d cells, %d leaks, %d with other bytes changed, %d wrong restores, %d other faults"
                .formatted(cells, leaks, changed, wrongRestores, others);
    if (AT_LENGTH) {
      System.out.println(summary);
    }
    assertThat(failures()).as(summary).isEmpty();
  }
}
