package dev.demarc.cli.classify;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One finding in a file, as it is reported.
///
/// @param file the input's name
/// @param name JSON path or column; empty where there is none
/// @param places where it stands: one stretch, or one for each part of a value that was split
/// @param value its spelling, where it was asked for
record Found(
    String file,
    Category category,
    int score,
    Set<Evidence> evidence,
    String name,
    List<Place> places,
    Optional<String> value) {
  /// A stretch of the file; `end` is just after it.
  record Place(Position start, Position end) {}

  Place first() {
    return places.getFirst();
  }
}
