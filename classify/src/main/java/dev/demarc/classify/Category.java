package dev.demarc.classify;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Kind of personal data, a closed vocabulary with stable dotted ids. Packs, records and metrics
/// name categories by [#id()].
public enum Category {
  /// IPv4 or IPv6 address. W3C DPV `IPAddress`; 28 CFR 202.234(g), network-based identifier.
  IP_ADDRESS("network.ip"),
  /// MAC address of a device. W3C DPV `MACAddress`; 28 CFR 202.234(c), hardware identifier.
  MAC_ADDRESS("device.mac"),
  /// MAC address of a Wi-Fi access point: a list of them locates a device within metres.
  WIFI_BSSID("wifi.bssid"),
  /// Name of a Wi-Fi network, known by its key, column or label: its value has no shape.
  WIFI_SSID("wifi.ssid"),
  /// Payment card number of 13 to 19 digits. W3C DPV `PaymentCardNumber`; 28 CFR 202.240.
  PAYMENT_CARD("payment.card"),
  /// A payment as a record: at least three of amount, currency, payee, date, reference, account in
  /// one object, row or line. 28 CFR 202.240, purchases and payment history.
  PAYMENT_TRANSACTION("payment.transaction"),
  /// E-mail address. W3C DPV `EmailAddress`; 28 CFR 202.234(d), contact data.
  EMAIL("contact.email"),
  /// Content that a text classifier cannot see into: images, audio, files, token arrays, URLs that
  /// the provider would fetch, and content parts of an unknown type.
  OPAQUE("content.opaque");

  private static final Map<String, Category> BY_ID =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Category::id, Function.identity()));

  private final String id;

  Category(String id) {
    this.id = id;
  }

  /// The stable dotted id, as written in packs and records.
  public String id() {
    return id;
  }

  /// The category with this id, if there is one.
  public static Optional<Category> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
