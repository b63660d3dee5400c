package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Serial numbers said of a thing, ids of advertising in its languages, and clients that are
/// devices.
class DevicesOfThingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "die Seriennr. des Wechselrichters brauchen wir: SN2104E1174521 steht auf dem Foto ¦"
            + " SN2104E1174521",
        "Matricola (seriale) della caldaia 21183500304472, errore E02 ¦ 21183500304472",
        "The serial number of the boiler 21183500304472 does not match ¦ 21183500304472",
        "Il numero seriale è 21183500304472, grazie ¦ 21183500304472",
        "The serial number of the keyboard 7J3K22 is worn off ¦ 7J3K22",
        "The serial number of the lotion pump 21183500304472 ¦ 21183500304472",
        "Numéro de série du lave-linge 4071EK220316 introuvable ¦ 4071EK220316"
      })
  void a_serial_number_is_said_of_a_thing(String text, String value) {
    assertThat(Found.of(Category.DEVICE_SERIAL, Found.lines(text))).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The serial number of the certificate 21183500304472 is new",
        "Numéro de série de la facture 2024031500012",
        "Obejrzałem seriale 20192023445566",
        "Numer seryjny aukcji to 44616919802",
        "The serial number of the orders 21183500304472",
        "Serial of the book 9783161484100",
        "Seriennr. fehlt. Bestellung 45001234"
      })
  void a_number_of_paper_is_no_device(String text) {
    assertThat(Found.of(Category.DEVICE_SERIAL, Found.lines(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "Werbe-ID 9910bb29-5712-4161-980e-0dea1df07f6d (Android) ¦"
            + " 9910bb29-5712-4161-980e-0dea1df07f6d"
      })
  void an_id_of_advertising_has_a_name_in_its_language(String text, String value) {
    assertThat(Found.of(Category.ADVERTISING_ID, Found.lines(text))).containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {"{\"client_name\":\"iPhone-de-Lea\",\"vlan\":30} ¦ iPhone-de-Lea"})
  void a_client_is_a_device_where_it_is_named_like_one(String text, String value) {
    assertThat(Found.of(Category.DEVICE_NAME, Found.lines(text))).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"client_name\":\"Honor-Stein Maier\"}"})
  void a_client_of_another_name_is_none(String text) {
    assertThat(Found.of(Category.DEVICE_NAME, Found.lines(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSID: <unknown ssid>, BSSID: 02:00:00:00:00:00"})
  void an_address_that_nobody_is_told_is_none(String text) {
    assertThat(Found.of(Category.WIFI_BSSID, Found.lines(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"WifiInfo SSID: <unknown ssid>, Link speed: -1Mbps, RSSI: -127"})
  void a_speed_without_a_connection_is_none(String text) {
    assertThat(Found.of(Category.WIFI_USAGE, Found.lines(text))).isEmpty();
  }
}
