package dev.demarc.bench.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What of a text was found, missed and found falsely. A finding and a marked stretch are used
/// once, the pair with the largest overlap first.
///
/// @param wrong findings that match nothing
record Matching(List<Pair> pairs, List<Gold> missed, List<Mark> wrong) {
  /// Inside a record that was found, findings of what it is made of are neither right nor wrong.
  private static final Map<String, Set<String>> MADE_OF =
      Map.of(
          "payment.transaction",
          Set.of(
              "payment.transaction",
              "payment.account",
              "payment.iban",
              "payment.card",
              "payment.bic",
              "payment.routing",
              "person.name"),
          "network.lease",
          Set.of("network.ip", "device.mac", "device.name"),
          "wifi.usage",
          Set.of("wifi.usage", "wifi.ssid", "wifi.bssid", "device.mac"));

  /// A finding and what it found.
  record Pair(Gold gold, Mark found) {
    /// Whether both have the same borders, where there are any.
    boolean strict() {
      return !gold.borders() || found.isExactly(gold);
    }

    /// Whether intersection over union is at least 0.5, where there are borders.
    boolean half() {
      return !gold.borders() || found.covers(gold);
    }
  }

  /// Matches the findings of the categories that the set judges.
  static Matching of(List<Gold> gold, List<Mark> found, Predicate<String> judged) {
    List<Pair> candidates = new ArrayList<>();
    for (Gold there : gold) {
      for (Mark one : found) {
        if (there.accepted().contains(one.category()) && one.overlap(there) > 0) {
          candidates.add(new Pair(there, one));
        }
      }
    }
    candidates.sort(Comparator.comparingInt(Matching::rank).reversed());
    List<Gold> missed = new ArrayList<>(gold.stream().filter(g -> !g.isIgnored()).toList());
    List<Mark> left = new ArrayList<>(found);
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : candidates) {
      if (missed.contains(pair.gold()) && left.contains(pair.found())) {
        missed.remove(pair.gold());
        left.remove(pair.found());
        pairs.add(pair);
      }
    }
    left.removeIf(one -> !judged.test(one.category()) || excused(one, gold, pairs));
    return new Matching(pairs, missed, left);
  }

  /// Largest overlap first; of equal ones the same category.
  private static int rank(Pair pair) {
    boolean same = pair.found().category().equals(pair.gold().category());
    return 2 * pair.found().overlap(pair.gold()) + (same ? 1 : 0);
  }

  private static boolean excused(Mark one, List<Gold> gold, List<Pair> pairs) {
    boolean unjudged = gold.stream().anyMatch(g -> g.isIgnored() && one.overlap(g) > 0);
    return unjudged
        || pairs.stream()
            .map(Pair::gold)
            .filter(there -> one.overlap(there) > 0)
            .anyMatch(there ->
                (there.one() && there.accepted().contains(one.category()))
                    || MADE_OF.getOrDefault(there.category(), Set.of()).contains(one.category()));
  }
}
