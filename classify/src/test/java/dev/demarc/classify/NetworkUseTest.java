package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Logins of networks and measurements of Wi-Fi in sentences.
class NetworkUseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "802.1X: the identity WERK2\\schulz04 was refused. Try again. | WERK2\\schulz04",
        "RADIUS rejects the user-name host/desk-17.corp.lantern.net today |"
            + " host/desk-17.corp.lantern.net",
        "Die EAP-Identität kmueller77 läuft in ein Zeitlimit | kmueller77",
        "El servidor RADIUS rechaza la identidad ana@red.lantern.es. | ana@red.lantern.es",
        "Radius日志：User-Name为host/desk-17.corp.lantern.net，被拒绝 | host/desk-17.corp.lantern.net",
        "serveur RADIUS : identité DOM1\\paul refusée | DOM1\\paul",
        "Login incorrect (mschap: no): [werk2kurz/<via Auth-Type>] (from client ap) | werk2kurz",
        "PEAP failed for identity WERK2\\schulz04 today | WERK2\\schulz04",
        "freeradius saw the identity WERK2\\schulz04 twice | WERK2\\schulz04",
      })
  void a_login_in_a_sentence_is_found(String text, String login) {
    assertThat(Found.of(Category.NETWORK_IDENTITY, text)).containsExactly(login);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The EAP identity request timed out after 30 seconds",
        "RADIUS server: login failed on port 1812",
        "our identity DOM1\\paul stays ours",
        "the EAP peer uses TLSv1.3 with wpa2-psk",
        "802.1X identity exchange uses PEAPv0",
        "After login the heap dump was written to dump20261123",
        "Jonas has no login, a leap to build20261123",
        "Login incorrect: the password that you typed does not match the one we have for this"
            + " account. Use the form at acme.com/reset",
        "Login incorrect: 密码不对，请联系我们的同事，他们会告诉你接下来应该怎么办。谢谢你a/b",
      })
  void a_sentence_without_a_login_has_none(String text) {
    assertThat(Found.of(Category.NETWORK_IDENTITY, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wi-Fi session: joined 10:51, RSSI -79 | -79",
        "WiFi上网记录：流量 602 MB，信号强度 -74 | -74",
        "Uso wifi: señal -37 y bajando | -37",
      })
  void a_measured_signal_is_found(String text, String use) {
    assertThat(Found.of(Category.WIFI_USAGE, text)).containsExactly(use);
  }

  @Test
  void a_name_that_holds_the_word_of_another_radio_is_a_name() {
    assertThat(Found.of(Category.WIFI_USAGE, "ssid: Able-rsrpa\nsignal: -57 dBm"))
        .containsExactly("-57 dBm");
    assertThat(Found.of(Category.WIFI_USAGE, "wifi off, rsrp: -101 dBm, signal: -57 dBm"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'service':'dhcp','hostname':'VALUE'} | annas-tablet | DEVICE_NAME",
        "{'service':'dhcp','hostname':'VALUE'} | annas\\u002dtablet | DEVICE_NAME",
        "{'radio':'wlan','signal':'VALUE'} | -61 | WIFI_USAGE",
        "{'radio':'wlan','signal':'VALUE'} | \\u002d61 | WIFI_USAGE",
      })
  void a_value_is_found_beside_its_members_however_it_is_escaped(
      String object, String value, Category category) {
    String body = object.replace('\'', '"').replace("VALUE", value);

    assertThat(Found.inBody(body)).extracting(Found::category).containsExactly(category);
  }

  @Test
  void a_number_is_told_by_the_network_beside_it_however_that_is_spelled() {
    String ssid = "\"\\u0073\\u0073\\u0069\\u0064\":\"Tolland-zrkch\"";
    String body = "{\"model\":\"m\",\"x\":{" + ssid + ",\"rx_bytes\":89363153}}";

    assertThat(Found.inBody(body))
        .extracting(Found::value)
        .containsExactlyInAnyOrder("Tolland-zrkch", "89363153");
  }

  @Test
  void a_member_name_that_is_a_sentence_names_no_value() {
    String name = "The handset that stands by the window of the third floor is on wlan0.";

    assertThat(Found.inBody("{\"model\":\"m\",\"x\":{\"" + name + "\":-71}}")).isEmpty();
    assertThat(Found.inBody("{\"model\":\"m\",\"x\":{\"wlan0 signal\":-71}}")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"LTE cell RSSI -79", "signal -9 from the process", "the wifi signal is weak"})
  void a_signal_of_another_radio_is_no_wifi_use(String text) {
    assertThat(Found.of(Category.WIFI_USAGE, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "连接WiFi两小时，信号强度-63dBm | -63dBm",
        "STA 3c:d6:54:af:4d:fa signal -71 dBm after 44 s | -71 dBm",
      })
  void a_signal_with_its_unit_is_found(String text, String use) {
    assertThat(Found.of(Category.WIFI_USAGE, text)).containsExactly(use);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the released version\nhost: build7",
        "from the release notes\nhostname: Jim",
        "In the machine room\nhost: Either",
        "blog catalogue: the prologin swlanguage\nlogin: jdoe4471",
        "wpa_supplicant[812]: wlp3s0: Trying to associate",
      })
  void words_inside_other_words_tell_of_no_network(String text) {
    assertThat(Found.of(Category.DEVICE_NAME, text)).isEmpty();
    assertThat(Found.of(Category.NETWORK_IDENTITY, text)).isEmpty();
  }
}
