package dev.demarc.cli;

import dev.demarc.gateway.meter.Count;
import dev.demarc.policy.Policy;

/// What meters hold and what they allow, in words.
public final class MeterWords {
  private MeterWords() {}

  /// How many persons are counted, and of how many the protection is established.
  public static String persons(Count count) {
    return count.persons()
        + (count.persons() == 1 ? " person, " : " persons, ")
        + count.established()
        + " of them declared or verified";
  }

  /// How many persons a meter lets pass, and in what time.
  public static String threshold(Policy policy, String meter) {
    return policy
        .meter(meter)
        .map(known -> "at most " + known.moreThan() + " in " + known.windowMonths() + " months")
        .orElse("no pack has this meter any more");
  }
}
