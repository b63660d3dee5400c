package dev.demarc.classify;

import java.util.List;

/// Every family there is, in the order in which they are asked.
final class Families {
  private Families() {}

  /// New families for one scanner.
  static Triggers declare() {
    Triggers triggers = new Triggers();
    for (Family family :
        List.of(
            new MacAddresses(),
            new IpAddresses(),
            new EmailAddresses(),
            new CardNumbers(),
            new NetworkNames(),
            new Labels())) {
      family.declare(triggers);
    }
    return triggers;
  }
}
