package dev.demarc.policy;

import java.time.LocalDate;
import java.util.SortedSet;

/// One rule of a pack: where it stands in the law or the policy, when it holds, what it does, and
/// the sentence that says so.
///
/// @param source public name of the copy that was read
/// @param asOf the day on which it was read
/// @param text one sentence; `{recipient}` and the like are filled in by [Sentences]
/// @param remedy what would change the outcome
public record Rule(
    String pack,
    String id,
    Basis basis,
    String citation,
    String source,
    LocalDate asOf,
    Period effective,
    SortedSet<Condition> when,
    Action action,
    String text,
    String remedy) {
  public Rule {
    when = Copies.of(when);
  }
}
