package dev.demarc.classify;

import java.util.List;

/// Every family there is, in the order in which they are asked. One scanner has them for itself.
final class Families {
  private final Triggers triggers = new Triggers();
  private final ValueLists lists = new ValueLists();

  Families() {
    for (Family family : all()) {
      family.declare(triggers);
    }
  }

  private List<Family> all() {
    return List.of(
        new MacAddresses(),
        new IpAddresses(),
        new EmailAddresses(),
        new CardNumbers(),
        new NetworkNames(),
        new Labels(),
        lists);
  }

  Triggers triggers() {
    return triggers;
  }

  /// The lists of values in the text scanned last.
  ValueLists lists() {
    return lists;
  }
}
