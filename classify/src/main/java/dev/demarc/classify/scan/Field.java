package dev.demarc.classify.scan;

import dev.demarc.classify.finding.Category;

/// What a key, column or word before a value says about the value. The names that say so stand in
/// `keys.txt`, one section for each constant.
public enum Field {
  NONE,
  CARD("CARD"),
  IP,
  /// A MAC address of whatever device; beside Wi-Fi words it is an access point's.
  MAC,
  /// A MAC address of a client device, even where it speaks Wi-Fi.
  DEVICE_MAC,
  BSSID,
  SSID,
  EMAIL,
  /// The number of an identity document, of whatever kind.
  IDENTITY,
  CN_ID,
  CREDIT_CODE,
  PASSPORT,
  HK_ID,
  MO_ID,
  TW_ID,
  /// A U.S. social security or taxpayer number: its digits say which.
  US_SSN,
  PL_ID,
  DE_ID,
  FR_ID,
  ES_ID,
  IT_ID,
  GB_ID,
  NL_ID,
  IN_ID,
  BR_ID,
  KR_ID,
  JP_ID,
  PHONE,
  IMEI,
  IMSI,
  ICCID,
  MEID,
  /// The serial number of a device.
  DEVICE_SERIAL,
  AD_ID,
  ANDROID_ID,
  /// The identifier code of a bank (BIC).
  BIC,
  /// What tells a bank or branch inside one country: routing number, sort code, CNAPS, IFSC.
  ROUTING,
  /// An address of a crypto-asset wallet.
  WALLET,
  /// The full name of a person.
  PERSON,
  /// One part of a person's name.
  GIVEN,
  /// A person: by name, or as an object that has one.
  WHOM,
  /// A postal address, or an address of another kind that the key above it names.
  ADDRESS,
  LATITUDE,
  LONGITUDE,
  /// A pair of coordinates, or a list of them.
  COORDINATES,
  GEOHASH,
  HEALTH,
  BIOMETRIC,
  /// The name with which somebody logs in to a network.
  NETWORK_LOGIN,
  /// A name with which somebody logs in: to a network, where the text speaks of one.
  LOGIN,
  /// The name that a device gives itself.
  DEVICE_NAME,
  /// A host: a person's device, where it is named like one or leases an address.
  HOST,
  /// When a lease of an address began or ends, or how long it is good.
  LEASE_TIME("TIME"),
  /// How good or long a connection was, and what it carried.
  WIFI_USAGE,
  /// A password: whatever stands there is one.
  PASSWORD,
  /// A secret that a machine made, or a word of that name.
  SECRET,
  /// A key or other credential of an API, if it looks random.
  API_KEY,
  /// A key of a length that its issuer gives it.
  ISSUED_KEY,
  /// A code that is good once: digits.
  ONE_TIME_CODE,
  /// A key of whatever opens or names something: where the text speaks of Wi-Fi, its password.
  KEY,
  /// Why somebody is away: where the text speaks of a sick leave, an illness.
  REASON,
  AMOUNT("AMOUNT"),
  CURRENCY("CURRENCY"),
  PAYEE("PAYEE"),
  DATE("DATE"),
  REFERENCE("REF"),
  ACCOUNT("ACCOUNT"),
  /// What an account holds after a payment: part of the record, but no sign of one.
  BALANCE("AMOUNT"),
  /// Free text of a payment: part of the record, but no sign of one.
  MEMO("MEMO"),
  /// Speaks of Wi-Fi, names no value.
  WIFI,
  /// Says nothing of its own: the value is what the key above it says.
  VALUE,
  /// Says so too, but of an example or default in a description of data.
  SAMPLE,
  /// A name: of whom, the key above it says.
  NAME,
  /// What goods are told and sold by: an article number, a unit price, how many are in stock.
  GOODS,
  /// A version, whose four parts look like an IPv4 address.
  VERSION,
  /// A running number, which may look like a card number.
  SERIAL,
  /// A name that the operator calls one of a personal value.
  OPERATOR;

  private final String word;

  Field() {
    this("");
  }

  Field(String word) {
    this.word = word;
  }

  /// Type word of a stand-in for this field of a record; empty where it is never part of one, so
  /// that its category's word stands for it ([Category#word()]).
  public String word() {
    return word;
  }

  /// What `member` under a key that says this says about its value.
  public Field under(Field member) {
    return switch (member) {
      case VALUE -> this;
      case SAMPLE -> ofPayment() && this != CARD ? NONE : this;
      case NAME -> this == PAYEE || this == SSID ? this : ofPerson() ? PERSON : NAME;
      case PERSON -> this == PAYEE ? this : PERSON;
      case ADDRESS -> this == NONE || ofPerson() ? ADDRESS : this;
      default -> member;
    };
  }

  /// What a key says whose values are of this category: a field of its own, or the operator's.
  public static Field of(Category category) {
    return switch (category) {
      case PAYMENT_CARD -> CARD;
      case IP_ADDRESS -> IP;
      case MAC_ADDRESS -> MAC;
      case WIFI_BSSID -> BSSID;
      case WIFI_SSID -> SSID;
      case EMAIL -> EMAIL;
      case CN_RESIDENT_ID -> CN_ID;
      case CN_CREDIT_CODE -> CREDIT_CODE;
      case PASSPORT -> PASSPORT;
      case HK_ID -> HK_ID;
      case MO_ID -> MO_ID;
      case TW_ID -> TW_ID;
      case US_SSN, US_ITIN -> US_SSN;
      case PL_ID -> PL_ID;
      case DE_ID -> DE_ID;
      case FR_ID -> FR_ID;
      case ES_ID -> ES_ID;
      case IT_ID -> IT_ID;
      case GB_ID -> GB_ID;
      case NL_ID -> NL_ID;
      case IN_ID -> IN_ID;
      case BR_ID -> BR_ID;
      case KR_ID -> KR_ID;
      case JP_ID -> JP_ID;
      case PHONE -> PHONE;
      case PERSON_NAME -> PERSON;
      case POSTAL_ADDRESS -> ADDRESS;
      default -> OPERATOR;
    };
  }

  /// Whether the key names a value that is personal by itself, so that one such column makes the
  /// lines under it a table.
  public boolean namesValue() {
    return switch (this) {
      case NONE, WIFI, VALUE, SAMPLE, NAME, VERSION, SERIAL -> false;
      case LOGIN, HOST, LEASE_TIME, WIFI_USAGE -> false;
      case WHOM, LATITUDE, LONGITUDE, COORDINATES -> false;
      case KEY, REASON, AMOUNT, CURRENCY, PAYEE, DATE, REFERENCE, BALANCE, MEMO -> false;
      default -> true;
    };
  }

  /// Whether the key names a number or code of its own kind, and so speaks against any other.
  public boolean namesNumber() {
    return switch (this) {
      case NONE, VALUE, SAMPLE, NAME, MEMO, WIFI, OPERATOR, KEY, REASON -> false;
      case PERSON, GIVEN, WHOM, PAYEE, ADDRESS, EMAIL, SSID, HEALTH, BIOMETRIC -> false;
      default -> true;
    };
  }

  /// Whether the key only says whose a value is or that something follows, so that it does not
  /// speak against a value that has evidence of its own. "My number" is a Japanese number's name,
  /// and what anybody calls a telephone number.
  public boolean isOpen() {
    return switch (this) {
      case NONE, VALUE, SAMPLE, NAME, MEMO, PAYEE, WIFI, OPERATOR, EMAIL, SSID, JP_ID -> true;
      case PERSON, GIVEN, WHOM, ADDRESS, HEALTH, COORDINATES, KEY, REASON -> true;
      default -> false;
    };
  }

  /// Whether the key names a document of identity, of whatever country.
  public boolean isOfIdentity() {
    return compareTo(IDENTITY) >= 0 && compareTo(JP_ID) <= 0;
  }

  private boolean ofPerson() {
    return this == PERSON || this == WHOM || this == NAME;
  }

  /// Whether other columns beside it are a person's, so that a name among them is one too.
  public boolean isOfPerson() {
    return Beside.isPersons(this);
  }

  /// Whether this is a field of a payment record, sign of one or not.
  public boolean ofPayment() {
    return RecordKind.PAYMENT.belongs(this);
  }
}
