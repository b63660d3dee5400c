package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import java.util.Map;
import java.util.SortedMap;

/// What the operator sets otherwise for one pack.
///
/// @param categories handling in place of what the pack's POLICY rules say
/// @param overThreshold what happens when one more person would pass a threshold of the pack
public record PackSettings(SortedMap<Category, Handling> categories, OverThreshold overThreshold) {
  public PackSettings {
    categories = Copies.of(categories);
  }

  /// The pack as it is.
  public static PackSettings none() {
    return new PackSettings(Copies.of(Map.of()), OverThreshold.REDACT);
  }
}
