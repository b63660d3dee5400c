package dev.demarc.bench.accuracy;

import dev.demarc.classify.finding.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What other sets call our categories. A name may stand for several, or for none of ours.
final class Names {
  /// Presidio's entities and those of common sets; `-` is none of ours.
  private static final String BUILT_IN =
      """
      CREDIT_CARD = payment.card
      CREDIT_CARD_NUMBER = payment.card
      CRYPTO = payment.crypto
      IBAN_CODE = payment.iban
      IBAN = payment.iban
      SWIFT_CODE = payment.bic
      US_BANK_NUMBER = payment.account
      BANK_ACCOUNT = payment.account
      EMAIL_ADDRESS = contact.email
      EMAIL = contact.email
      PHONE_NUMBER = contact.phone
      PHONE = contact.phone
      STREET_ADDRESS = contact.address
      ADDRESS = contact.address
      IP_ADDRESS = network.ip
      MAC_ADDRESS = device.mac, wifi.bssid
      IMEI = device.imei
      PERSON = person.name
      PER = person.name
      NAME = person.name
      US_SSN = identity.us-ssn
      SSN = identity.us-ssn
      US_ITIN = identity.us-itin
      US_PASSPORT = identity.passport
      PASSPORT = identity.passport
      UK_NHS = identity.gb
      UK_NINO = identity.gb
      ES_NIF = identity.es
      ES_NIE = identity.es
      IT_FISCAL_CODE = identity.it
      IT_IDENTITY_CARD = identity.it
      IT_PASSPORT = identity.passport
      PL_PESEL = identity.pl
      IN_PAN = identity.in
      IN_AADHAAR = identity.in
      IN_PASSPORT = identity.passport
      KR_RRN = identity.kr
      PASSWORD = credential.secret, credential.key
      API_KEY = credential.key, credential.secret
      LOCATION = -
      LOC = -
      GPE = -
      ORGANIZATION = -
      ORG = -
      MISC = -
      NRP = -
      DATE_TIME = -
      URL = -
      DOMAIN_NAME = -
      AGE = -
      TITLE = -
      ZIP_CODE = -
      USERNAME = -
      MEDICAL_LICENSE = -
      US_DRIVER_LICENSE = -
      """;

  private final Map<String, List<String>> byName = new TreeMap<>();
  private final SortedMap<String, Integer> unknown = new TreeMap<>();

  private Names() {}

  /// The built-in names, and those of a file over them.
  static Names read(Optional<Path> file) throws IOException {
    Names names = new Names();
    names.add("built in", BUILT_IN);
    if (file.isPresent()) {
      names.add(file.get().toString(), Files.readString(file.get()));
    }
    return names;
  }

  private void add(String source, String text) throws BadSet {
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String says = line.replaceFirst("#.*", "").strip();
      if (!says.isEmpty()) {
        add(source + ", line " + number, says.split("\\s*=\\s*", -1));
      }
    }
  }

  private void add(String place, String[] sides) throws BadSet {
    if (sides.length != 2) {
      throw new BadSet(place + ": expected NAME = category, category or NAME = -");
    }
    List<String> ours = new ArrayList<>();
    for (String id : sides[1].split("\\s*,\\s*", -1)) {
      if (!id.equals("-") && Category.of(id).isEmpty()) {
        throw new BadSet(place + ": there is no category '" + id + "'");
      }
      if (!id.equals("-")) {
        ours.add(id);
      }
    }
    byName.put(sides[0].toUpperCase(Locale.ROOT), ours);
  }

  /// Our categories that a name stands for; none where it is none of ours or not known.
  List<String> of(String name) {
    if (Category.of(name).isPresent()) {
      return List.of(name);
    }
    List<String> ours = byName.get(name.toUpperCase(Locale.ROOT));
    if (ours == null) {
      unknown.merge(name, 1, Integer::sum);
      return List.of();
    }
    return ours;
  }

  /// Names that were asked for and stand for nothing, with how often.
  SortedMap<String, Integer> unknown() {
    return unknown;
  }
}
