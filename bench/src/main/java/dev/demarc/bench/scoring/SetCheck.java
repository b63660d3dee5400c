package dev.demarc.bench.scoring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What must hold of the set before it is written: a case that breaks it is a fault of the bank.
final class SetCheck {
  private static final int FEWEST_CASES = 2000;

  private final Set<String> ids = new HashSet<>();
  private final Set<String> texts = new HashSet<>();

  /// Of a case in a carrier: it is new, and gold is where a positive says and nowhere else.
  void accept(MadeCase made, Carrier carrier, MarkedText text) {
    String id = made.id() + ":" + carrier.id();
    require(ids.add(id), "twice the same id", id);
    require(texts.add(text.text()), "twice the same text", id);
    require(
        text.spans().isEmpty() == made.family().startsWith("none."), "gold and family differ", id);
    for (GoldSpan span : text.spans()) {
      require(span.start() < span.end() && span.end() <= text.text().length(), "an empty span", id);
      require(!span.isSplit(), "a split is left", id);
    }
  }

  /// Of the whole: enough cases, and at least half of them are look-alikes.
  static void balance(List<MadeCase> cases) {
    long plain = cases.stream().filter(made -> made.lane() == Disguise.PLAIN).count();
    long none = cases.stream().filter(made -> made.family().startsWith("none.")).count();
    require(plain >= FEWEST_CASES, "too few cases", Long.toString(plain));
    require(none * 2 >= cases.size(), "fewer than half are negative", none + " of " + cases.size());
  }

  private static void require(boolean holds, String what, String where) {
    if (!holds) {
      throw new IllegalStateException(what + ": " + where);
    }
  }
}
