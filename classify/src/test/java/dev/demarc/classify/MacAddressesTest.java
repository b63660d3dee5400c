package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// MAC addresses, of devices and of access points, and what looks like them and is not.
class MacAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3c:22:fb:0a:b4:7e",
        "3C:22:FB:0A:B4:7E",
        "3c-22-fb-0a-b4-7e",
        "3c22.fb0a.b47e",
        "0:11:32:4a:b5:c6",
        "3c:22:fb:ff:fe:0a:b4:7e",
        "10:20:30:40:50:60",
      })
  void a_mac_address_is_found(String address) {
    assertThat(Chat.found("seen " + address + ".")).containsExactly("device.mac " + address);
    assertThat(Chat.found("mac:" + address)).containsExactly("device.mac " + address);
    assertThat(Chat.found("BSSID: " + address)).containsExactly("wifi.bssid " + address);
    assertThat(Chat.found("热点 " + address)).containsExactly("wifi.bssid " + address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00:00:00:00:00:00",
        "ff:ff:ff:ff:ff:ff",
        "01:00:5e:00:00:fb",
        "33:33:00:00:00:01",
        "00-00-5E-00-53-AF",
        "20-11-12-10-22-33",
        "1234.5678.9012",
        "3c:22:fb:0a:b4",
        "3c:22:fb:0a:b4:7e:11",
        "3c:22:fb-0a:b4:7e",
        "de:ad:be:ef:00:11:22:33:44:55:66:77:88:99:aa:bb",
        "x3c:22:fb:0a:b4:7e",
        "3c22fb0ab47e",
        "1:2:3:4:5:6"
      })
  void what_only_looks_like_a_mac_address_is_left_alone(String text) {
    assertThat(Found.of(Category.MAC_ADDRESS, "see " + text + " here")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mac=3c22fb0ab47e, device.mac 3c22fb0ab47e",
    "BSSID: 3C22FB0AB47E, wifi.bssid 3C22FB0AB47E",
    "mac address 20-11-12-10-22-33, device.mac 20-11-12-10-22-33",
    "client_mac 3c:22:fb:0a:b4:7e on wlan, device.mac 3c:22:fb:0a:b4:7e",
    "蓝牙地址：3c:22:fb:0a:b4:7e, device.mac 3c:22:fb:0a:b4:7e",
    "MAC: 3c 22 fb 0a b4 7e, device.mac 3c 22 fb 0a b4 7e",
    "wlan0: STA 3c:22:fb:0a:b4:7e IEEE 802.11: associated, device.mac 3c:22:fb:0a:b4:7e",
  })
  void a_word_tells_what_the_shape_of_an_address_does_not(String text, String found) {
    assertThat(Chat.found(text)).containsExactly(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "splits 09:54:39:16:48:14 and 03:02:43:03:05:49",
        "between 12:30:00:14:45:30 and later",
        "ratio 10:20:30:40:50:10",
      })
  void two_times_are_no_hardware_address(String text) {
    assertThat(Found.in(text)).isEmpty();
  }

  @Test
  void an_address_of_small_digits_is_found_under_a_word() {
    assertThat(Found.of(Category.MAC_ADDRESS, "mac 10:20:30:40:50:10"))
        .containsExactly("10:20:30:40:50:10");
  }
}
