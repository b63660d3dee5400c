package dev.demarc.classify.finding;

import static dev.demarc.classify.finding.Sensitivity.GBT_35273;
import static dev.demarc.classify.finding.Sensitivity.GDPR_9;
import static dev.demarc.classify.finding.Sensitivity.PIPL_28;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Kind of personal data, a closed vocabulary with stable dotted ids. Packs, records and metrics
/// name categories by [#id()].
///
/// Each is keyed to its term in the W3C Data Privacy Vocabulary ([#dpv()]), to its field among the
/// listed identifiers of 28 CFR 202.234 ([#listedIdentifier()], letters a to h), and to the rules
/// that call it sensitive ([#sensitive()]).
public enum Category {
  /// IPv4 or IPv6 address: parses strictly and is no version, or stands under a key.
  IP_ADDRESS("network.ip", "IPAddress", 'g', "IP"),
  /// Identity with which a person or device logs in to a network (RADIUS User-Name, EAP identity,
  /// RFC 7542): known by its key.
  NETWORK_IDENTITY("network.identity", "Username", 'f', "LOGIN", GBT_35273),
  /// Which device was given which address of a network and when, as a DHCP server notes it: both
  /// addresses beside a word for it, or a record of both and its time. Its identifiers are findings
  /// of their own.
  NETWORK_LEASE("network.lease", "DeviceBased", "LEASE"),
  /// MAC address of a device: six octets, or twelve hex digits under a key.
  MAC_ADDRESS("device.mac", "MACAddress", 'c', "MAC"),
  /// Name that a device gives itself, as in a DHCP lease: known by its key or column.
  DEVICE_NAME("device.name", "DeviceBased", 'c', "HOST"),
  /// IMEI or IMEISV, 15 or 16 digits (3GPP TS 23.003): Luhn with an allocation prefix, or a key.
  IMEI("device.imei", "DeviceBased", 'c', "IMEI"),
  /// IMSI, up to 15 digits from a country code on (ITU-T E.212): known by its key or word.
  IMSI("device.imsi", "DeviceBased", 'c', "IMSI"),
  /// ICCID of a SIM, 19 or 20 digits from 89 on with Luhn (ITU-T E.118).
  ICCID("device.iccid", "DeviceBased", 'c', "ICCID"),
  /// MEID, 14 hexadecimal or 18 decimal digits (3GPP2 S.R0048): known by its key or word.
  MEID("device.meid", "DeviceBased", 'c', "MEID"),
  /// Serial number of a device: known by its key or word.
  DEVICE_SERIAL("device.serial", "DeviceBased", 'c', "SERIAL"),
  /// Advertising id (IDFA, GAID, OAID): a UUID or hash under a key that says so.
  ADVERTISING_ID("device.ad-id", "DeviceBased", 'e', "ADID"),
  /// Android id (SSAID), 16 hexadecimal digits under a key that says so.
  ANDROID_ID("device.android-id", "DeviceBased", 'c', "ANDROID"),
  /// MAC address of a Wi-Fi access point: a list of them locates a device within metres.
  WIFI_BSSID("wifi.bssid", "MACAddress", 'c', "BSSID"),
  /// Name of a Wi-Fi network, known by its key, column or word: its value has no shape.
  WIFI_SSID("wifi.ssid", "DeviceBased", "SSID"),
  /// How a Wi-Fi network was used: signal, times, volumes of one connection, beside its network.
  WIFI_USAGE("wifi.usage", "ServiceConsumptionBehavior", "USAGE"),
  /// Payment card number of 12 to 19 digits: Luhn with an issuer's prefix, or a key. 28 CFR
  /// 202.240.
  PAYMENT_CARD("payment.card", "PaymentCardNumber", 'b', "CARD", PIPL_28, GBT_35273),
  /// International bank account number (ISO 13616): length of its country and check digits.
  IBAN("payment.iban", "BankAccount", 'b', "IBAN", PIPL_28, GBT_35273),
  /// Business identifier code of a bank (ISO 9362) beside an account: known by its key or word.
  BIC("payment.bic", "BankAccount", "BIC"),
  /// Routing number of a bank beside an account (ABA, sort code, CNAPS): checksum or key.
  ROUTING_NUMBER("payment.routing", "BankAccount", "ROUTING"),
  /// Account number of a person at a bank or payment service: known by its key or word.
  PAYMENT_ACCOUNT("payment.account", "BankAccount", 'b', "ACCOUNT", PIPL_28, GBT_35273),
  /// A payment as a record: at least three of amount, currency, payee, date, reference, account in
  /// one object, row, line or receipt. 28 CFR 202.240, purchases and payment history.
  PAYMENT_TRANSACTION("payment.transaction", "Transactional", "PAYMENT", PIPL_28, GBT_35273),
  /// Address of a crypto-asset wallet: base58check, bech32 or EIP-55 checksum, or a key.
  CRYPTO_ADDRESS("payment.crypto", "FinancialAccountIdentifier", 'b', "WALLET", GBT_35273),
  /// Place of a person within a kilometre: a pair of coordinates of at least three decimals, a geo
  /// URI, a full plus code, a geohash under a key. 28 CFR 202.242.
  PRECISE_LOCATION("location.precise", "GPSCoordinate", "PLACE", PIPL_28, GBT_35273),
  /// E-mail address of a person.
  EMAIL("contact.email", "EmailAddress", 'd', "EMAIL", GBT_35273),
  /// Telephone number: valid for a numbering plan, with a prefix, grouping, key or word.
  PHONE("contact.phone", "TelephoneNumber", 'd', "PHONE", GBT_35273),
  /// Postal address: street with number and place, by evidence.
  POSTAL_ADDRESS("contact.address", "PhysicalAddress", 'd', "ADDRESS", GBT_35273),
  /// Name of a person, by evidence around it.
  PERSON_NAME("person.name", "Name", 'd', "NAME"),
  /// Resident identity number of China, 18 digits with a check (GB 11643), or 15 of the old form.
  CN_RESIDENT_ID(
      "identity.cn-resident", "NationalIdentificationNumber", 'a', "ID", PIPL_28, GBT_35273),
  /// Unified social credit code (GB 32100) of a business, a sole trader's included.
  CN_CREDIT_CODE("identity.cn-credit-code", "OfficialID", 'a', "ID"),
  /// Passport or travel permit number: known by its key or word.
  PASSPORT("identity.passport", "PassportNumber", 'a', "ID", PIPL_28, GBT_35273),
  /// Identity card number of Hong Kong, with its check digit.
  HK_ID("identity.hk", "NationalIdentificationNumber", 'a', "ID", PIPL_28, GBT_35273),
  /// Identity card number of Macao.
  MO_ID("identity.mo", "NationalIdentificationNumber", 'a', "ID", PIPL_28, GBT_35273),
  /// National identification number of Taiwan, with its check digit.
  TW_ID("identity.tw", "NationalIdentificationNumber", 'a', "ID", PIPL_28, GBT_35273),
  /// U.S. social security number: areas and groups that were issued.
  US_SSN("identity.us-ssn", "NationalIdentificationNumber", 'a', "ID", GBT_35273),
  /// U.S. individual taxpayer identification number.
  US_ITIN("identity.us-itin", "TaxIdentificationNumber", 'a', "ID", GBT_35273),
  /// Polish PESEL, NIP, identity card or REGON number, by its check.
  PL_ID("identity.pl", "NationalIdentificationNumber", 'a', "ID", GBT_35273),
  /// German tax identification, social insurance or identity card number, by its check.
  DE_ID("identity.de", "NationalIdentificationNumber", 'a', "ID", GBT_35273),
  /// French NIR or tax number, by its check.
  FR_ID("identity.fr", "NationalIdentificationNumber", 'a', "ID", GBT_35273),
  /// Spanish DNI or NIE, by its check letter.
  ES_ID("identity.es", "NationalIdentificationNumber", 'a', "ID", GBT_35273),
  /// Italian codice fiscale, by its check letter.
  IT_ID("identity.it", "NationalIdentificationNumber", 'a', "ID", GBT_35273),
  /// British National Insurance or NHS number.
  GB_ID("identity.gb", "NationalIdentificationNumber", 'a', "ID", GBT_35273),
  /// Dutch BSN, by its eleven test.
  NL_ID("identity.nl", "NationalIdentificationNumber", 'a', "ID", GBT_35273),
  /// Indian Aadhaar (Verhoeff) or PAN.
  IN_ID("identity.in", "NationalIdentificationNumber", 'a', "ID", GBT_35273),
  /// Brazilian CPF, by its two check digits.
  BR_ID("identity.br", "NationalIdentificationNumber", 'a', "ID", GBT_35273),
  /// Korean resident registration number, by its check digit and date.
  KR_ID("identity.kr", "NationalIdentificationNumber", 'a', "ID", GBT_35273),
  /// Japanese individual number (My Number), by its check digit.
  JP_ID("identity.jp", "NationalIdentificationNumber", 'a', "ID", GBT_35273),
  /// Key of an API or service in its issuer's format, a signed assertion, or a private key.
  CREDENTIAL_KEY("credential.key", "Credential", 'f', "KEY", GBT_35273),
  /// Password or other secret, known by its key, and by its randomness where the key is weak.
  CREDENTIAL_SECRET("credential.secret", "Password", 'f', "SECRET", GBT_35273),
  /// Words that may tell of somebody's health: a hint, which policy weighs.
  HEALTH_HINT("health.hint", "Health", "HEALTH", PIPL_28, GBT_35273, GDPR_9),
  /// Words or data that may be somebody's biometrics: a hint, which policy weighs.
  BIOMETRIC_HINT("biometric.hint", "Biometric", "BIOMETRIC", PIPL_28, GBT_35273, GDPR_9),
  /// What the operator's own patterns and key names find.
  OPERATOR_DEFINED("operator.defined", "PersonalData", "CUSTOM"),
  /// Content that a text classifier cannot see into: images, audio, files, token arrays, URLs that
  /// the provider would fetch, and content parts of an unknown type.
  OPAQUE("content.opaque", "PersonalData", "OPAQUE");

  private static final char NOT_LISTED = 0;
  private static final Map<String, Category> BY_ID =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Category::id, Function.identity()));

  private final String id;
  private final String dpv;
  private final char listed;
  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of and Set.copyOf are immutable
  private final Set<Sensitivity> sensitive;

  Category(String id, String dpv, String word, Sensitivity... sensitive) {
    this(id, dpv, NOT_LISTED, word, sensitive);
  }

  Category(String id, String dpv, char listed, String word, Sensitivity... sensitive) {
    this.id = id;
    this.dpv = dpv;
    this.listed = listed;
    this.word = word;
    this.sensitive =
        sensitive.length == 0 ? Set.of() : Set.copyOf(EnumSet.copyOf(List.of(sensitive)));
  }

  /// The stable dotted id, as written in packs and records.
  public String id() {
    return id;
  }

  /// The nearest term of the W3C Data Privacy Vocabulary, personal data extension.
  public String dpv() {
    return dpv;
  }

  /// The letter of its field among the listed identifiers of 28 CFR 202.234, if it is one.
  public Optional<Character> listedIdentifier() {
    return listed == NOT_LISTED ? Optional.empty() : Optional.of(listed);
  }

  /// The rules that call it sensitive.
  public Set<Sensitivity> sensitive() {
    return sensitive;
  }

  /// Type word of a stand-in for such a value.
  public String word() {
    return word;
  }

  /// The category with this id, if there is one.
  public static Optional<Category> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
