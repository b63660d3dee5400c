package dev.demarc.classify;

import java.util.List;

/// Every family there is, in the order in which they are asked. One scanner has them for itself.
final class Families {
  private final Triggers triggers = new Triggers();
  private final ValueLists lists = new ValueLists();
  private final OperatorValues operator;

  Families(OperatorRules rules) {
    operator = new OperatorValues(rules);
    for (Family family : all(rules)) {
      family.declare(triggers);
    }
    triggers.topic(Topic.PAYING, PaymentWords.PAYING);
    triggers.topic(Topic.BANKING, PaymentLines.BANKING);
    triggers.topic(Topic.ACCESS_POINTS, "bssid");
  }

  private List<Family> all(OperatorRules rules) {
    return List.of(
        new NetworkUse(),
        new NetworkNotations(),
        new Leases(),
        new MacAddresses(),
        new IpAddresses(),
        new EmailAddresses(rules.domains()),
        new SpelledEmails(),
        new PhoneNumbers(),
        new PostalAddresses(),
        new ChineseAddresses(),
        new Coordinates(),
        new ChineseNames(),
        new PersonNames(),
        new PersonalHints(),
        new CardNumbers(),
        new BankAccounts(),
        new BankCodes(),
        new CryptoAddresses(),
        new DeviceNumbers(),
        new DeviceCodes(),
        new IdentityNumbers(),
        new IdentityCodes(),
        new KeyFormats(),
        new KeyMaterial(),
        new Logins(),
        new Secrets(),
        new NetworkNames(),
        new NetworkNamesInProse(),
        new NetworkNamesJoined(),
        new NetworkNamesNearby(),
        new NetworkNamesOfRouters(),
        new NetworkNamesOfWords(),
        new Labels(),
        lists,
        operator);
  }

  Triggers triggers() {
    return triggers;
  }

  /// What finds the operator's own values.
  OperatorValues operator() {
    return operator;
  }

  /// The lists of values in the text scanned last.
  ValueLists lists() {
    return lists;
  }
}
