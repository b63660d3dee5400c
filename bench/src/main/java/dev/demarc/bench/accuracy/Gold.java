package dev.demarc.bench.accuracy;

import java.util.Set;

/// What a set says is there. Offsets are in code points.
///
/// @param category the category that it counts for in the tables
/// @param accepted categories of findings that are right here; none: whatever is found here is
///   neither right nor wrong
/// @param borders whether it has exact borders; if not, any overlap is right
/// @param one whether several findings in it count as one
record Gold(
    int start, int end, String category, Set<String> accepted, boolean borders, boolean one) {
  Gold {
    accepted = Set.copyOf(accepted);
  }

  /// Whether it is only a stretch that is not judged.
  boolean isIgnored() {
    return accepted.isEmpty();
  }
}
