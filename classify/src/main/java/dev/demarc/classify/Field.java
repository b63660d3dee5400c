package dev.demarc.classify;

/// What a key, column or word before a value says about the value.
enum Field {
  NONE(""),
  CARD("CARD"),
  IP("IP"),
  /// A MAC address of whatever device; beside Wi-Fi words it is an access point's.
  MAC("MAC"),
  /// A MAC address of a client device, even where it speaks Wi-Fi.
  DEVICE_MAC("MAC"),
  BSSID("BSSID"),
  SSID("SSID"),
  EMAIL("EMAIL"),
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
  WIFI(""),
  /// Says nothing of its own: the value is what the key above it says.
  VALUE(""),
  /// Says so too, but of an example or default in a description of data.
  SAMPLE(""),
  /// A name: of whom, the key above it says.
  NAME(""),
  /// A version, whose four parts look like an IPv4 address.
  VERSION(""),
  /// A running number, which may look like a card number.
  SERIAL("");

  private final String word;

  Field(String word) {
    this.word = word;
  }

  /// Type word of a stand-in for such a value.
  String word() {
    return word;
  }

  /// What `member` under a key that says this says about its value.
  Field under(Field member) {
    return switch (member) {
      case VALUE -> this;
      case SAMPLE -> ofPayment() && this != CARD ? NONE : this;
      case NAME -> this == PAYEE || this == SSID ? this : NONE;
      default -> member;
    };
  }

  /// Whether this is a field of a payment record, sign of one or not.
  boolean ofPayment() {
    return paymentKind() != 0 || this == BALANCE || this == MEMO;
  }

  /// One bit for each of the six kinds of field of which three make a payment record, or 0.
  int paymentKind() {
    return switch (this) {
      case AMOUNT -> 1;
      case CURRENCY -> 2;
      case PAYEE -> 4;
      case DATE -> 8;
      case REFERENCE -> 16;
      case ACCOUNT, CARD -> 32;
      default -> 0;
    };
  }
}
