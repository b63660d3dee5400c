package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/// What a rule does where its conditions hold.
public sealed interface Action {
  /// Handles categories, each at least so strictly. The operator may set another handling for a
  /// category of a POLICY rule; of a LAW rule never.
  ///
  /// @param linkedIn a meter of the pack: the rule then acts only where that meter's combination
  ///   would leave
  record Treat(SortedMap<Category, Handling> categories, Optional<String> linkedIn)
      implements Action {
    public Treat {
      categories = Copies.of(categories);
    }
  }

  /// Holds a meter of the pack to its limit.
  ///
  /// @param counting the sentence for a person who is counted and stays within it
  record Limit(String meter, String counting) implements Action {}

  /// Sends nothing.
  record Deny() implements Action {}

  /// Demands that these categories reach the recipient unaltered. Against a stricter rule of LAW
  /// that is a conflict no machine may settle.
  record Keep(SortedSet<Category> categories) implements Action {
    public Keep {
      categories = Copies.of(categories);
    }
  }

  /// Says something and changes nothing.
  record Note() implements Action {}
}
