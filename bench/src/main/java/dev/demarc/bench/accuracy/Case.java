package dev.demarc.bench.accuracy;

import java.util.List;

/// One text of a set and what is in it.
///
/// @param family what the set groups its texts by; empty where it does not
/// @param synthetic whether the set says that its values are made up, so that they may be shown
record Case(
    String id,
    String family,
    String lane,
    String carrier,
    String text,
    List<Gold> gold,
    boolean synthetic) {
  Case {
    gold = List.copyOf(gold);
  }

  int length() {
    return text.codePointCount(0, text.length());
  }

  /// Whether it tells how many findings are false in texts without personal data: on lanes of
  /// disguise look-alikes are dense on purpose.
  boolean isClean() {
    return gold.isEmpty() && (lane.isEmpty() || lane.equals("plain"));
  }
}
