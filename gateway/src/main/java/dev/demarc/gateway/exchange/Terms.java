package dev.demarc.gateway.exchange;

import dev.demarc.policy.Protection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a request's head settles: caller, markets, protection and the subject it names.
///
/// @param markets one market, or two where two explicit signals differ
/// @param subject the subject's id in the caller's own naming, personal: never recorded as it is
public record Terms(
    Caller caller, SortedSet<String> markets, Protection protection, Optional<String> subject) {
  public Terms {
    markets = Collections.unmodifiableSortedSet(new TreeSet<>(markets));
    if (markets.isEmpty()) {
      throw new IllegalArgumentException("a request stands in at least one market");
    }
  }

  @Override
  public String toString() {
    return "Terms[caller=" + caller.id() + ", markets=" + markets + "]";
  }
}
