package dev.demarc.classify.read;

import dev.demarc.classify.family.contact.EmailAddresses;
import dev.demarc.classify.family.contact.PhoneNumbers;
import dev.demarc.classify.family.contact.SpelledEmails;
import dev.demarc.classify.family.credential.DoorCodes;
import dev.demarc.classify.family.credential.KeyFormats;
import dev.demarc.classify.family.credential.KeyMaterial;
import dev.demarc.classify.family.credential.Logins;
import dev.demarc.classify.family.credential.NetworkKeys;
import dev.demarc.classify.family.credential.Secrets;
import dev.demarc.classify.family.device.DeviceCodes;
import dev.demarc.classify.family.device.DeviceNumbers;
import dev.demarc.classify.family.identity.IdentityCodes;
import dev.demarc.classify.family.identity.IdentityNumbers;
import dev.demarc.classify.family.network.IpAddresses;
import dev.demarc.classify.family.network.Leases;
import dev.demarc.classify.family.network.MacAddresses;
import dev.demarc.classify.family.network.NetworkNames;
import dev.demarc.classify.family.network.NetworkNamesAnnounced;
import dev.demarc.classify.family.network.NetworkNamesInChinese;
import dev.demarc.classify.family.network.NetworkNamesInProse;
import dev.demarc.classify.family.network.NetworkNamesJoined;
import dev.demarc.classify.family.network.NetworkNamesNearby;
import dev.demarc.classify.family.network.NetworkNamesOfRouters;
import dev.demarc.classify.family.network.NetworkNamesOfWords;
import dev.demarc.classify.family.network.NetworkNotations;
import dev.demarc.classify.family.network.NetworkReports;
import dev.demarc.classify.family.network.NetworkUse;
import dev.demarc.classify.family.payment.BankAccounts;
import dev.demarc.classify.family.payment.BankCodes;
import dev.demarc.classify.family.payment.BranchCodes;
import dev.demarc.classify.family.payment.CardNumbers;
import dev.demarc.classify.family.payment.CryptoAddresses;
import dev.demarc.classify.family.payment.PaymentLines;
import dev.demarc.classify.family.person.ChineseNames;
import dev.demarc.classify.family.person.HealthRecords;
import dev.demarc.classify.family.person.NamesBesideWords;
import dev.demarc.classify.family.person.NamesInLetters;
import dev.demarc.classify.family.person.NamesUnderKeys;
import dev.demarc.classify.family.person.PersonNames;
import dev.demarc.classify.family.person.PersonalHints;
import dev.demarc.classify.family.place.ChineseAddresses;
import dev.demarc.classify.family.place.Coordinates;
import dev.demarc.classify.family.place.PostalAddresses;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.OperatorRules;
import dev.demarc.classify.scan.Topic;
import dev.demarc.classify.scan.Triggers;
import java.util.List;

/// Every family there is, in the order in which they are asked. One scanner has them for itself.
public final class Families {
  private final Triggers triggers = new Triggers();
  private final ValueLists lists = new ValueLists();
  private final OperatorValues operator;

  public Families(OperatorRules rules) {
    operator = new OperatorValues(rules);
    for (Family family : all(rules)) {
      family.declare(triggers);
    }
    PaymentLines.declare(triggers);
    triggers.topic(Topic.ACCESS_POINTS, "bssid");
  }

  private List<Family> all(OperatorRules rules) {
    return List.of(
        new NetworkUse(),
        new NetworkNotations(),
        new NetworkReports(),
        new Leases(),
        new MacAddresses(),
        new IpAddresses(),
        // Before those who take the address beside which a name stands.
        new PersonNames(),
        new EmailAddresses(rules.domains()),
        new SpelledEmails(),
        new PhoneNumbers(),
        new PostalAddresses(),
        new ChineseAddresses(),
        new Coordinates(),
        new ChineseNames(),
        new NamesBesideWords(),
        new NamesInLetters(),
        new NamesUnderKeys(),
        new PersonalHints(),
        new HealthRecords(),
        new CardNumbers(),
        new BankAccounts(),
        new BankCodes(),
        new BranchCodes(),
        new CryptoAddresses(),
        new DeviceNumbers(),
        new DeviceCodes(),
        new IdentityNumbers(),
        new IdentityCodes(),
        new KeyFormats(),
        new KeyMaterial(),
        new Logins(),
        new Secrets(),
        new NetworkKeys(),
        new DoorCodes(),
        new NetworkNames(),
        new NetworkNamesAnnounced(),
        new NetworkNamesInChinese(),
        new NetworkNamesInProse(),
        new NetworkNamesJoined(),
        new NetworkNamesNearby(),
        new NetworkNamesOfRouters(),
        new NetworkNamesOfWords(),
        new Labels(),
        lists,
        operator);
  }

  public Triggers triggers() {
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
