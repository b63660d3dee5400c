package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names of Wi-Fi networks in sentences and commands.
class NetworkNamesInProseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "I renamed the wireless network to Upstairs_5G. | Upstairs_5G",
        "nmcli dev wifi connect \"Maple House\" password x | Maple House",
        "netsh wlan connect name=Upstairs_5G | Upstairs_5G",
        "My phone sees the network \"Maple House 7\" but cannot join it | Maple House 7",
        "Her laptop keeps joining Upstairs_5G although the router is off | Upstairs_5G",
        "The router broadcasts Linksys00421 on both bands | Linksys00421",
        "The SSID Linksys00421 is gone | Linksys00421",
        "the network MapleHouse77 has a weak signal | MapleHouse77",
        "Bitte im WLAN-Netz „Gartenlaube“ anmelden | Gartenlaube",
        "Das WLAN heißt Gartenlaube77 | Gartenlaube77",
        "Verbinde dich mit dem WLAN Gartenlaube_5G | Gartenlaube_5G",
        "La red wifi Casa_Perez77 no funciona | Casa_Perez77",
        "Me conecto a la red inalámbrica «Casa Perez» | Casa Perez",
        "Le réseau wifi « Chez Nous » est lent | Chez Nous",
        "Sieć bezprzewodowa „Domek77” jest wolna | Domek77",
        "Połącz się z siecią WiFi Domek_5G | Domek_5G",
        "手机一直自动连到MapleHouse77，WiFi信号差 | MapleHouse77",
        "会议室WiFi叫海棠苑203 | 海棠苑203",
        "连不上Upstairs_5G这个无线 | Upstairs_5G",
        "wlan0: SSID='Upstairs' freq=2412 | Upstairs",
        "ssid=Maple House band=5 | Maple House",
        "1,\"net={ ssid=\"\"Maple House\"\" }\" | Maple House",
      })
  void a_network_is_named_in_a_sentence(String text, String name) {
    assertThat(Found.of(Category.WIFI_SSID, text)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Wi-Fi router TL-WR841N needs firmware",
        "a Wi-Fi Archer-AX50 router",
        "docker network \"backend_net1\" was removed",
        "Attach it to the network vpc_0a1b2c in this subnet",
        "Connect to SRV_DB01 over VPN",
        "join the team_42 channel",
        "a neural network ResNet50 with wireless sensors in a virtual lab",
        "The wireless network is slow",
        "Wi-Fi 802.11ac and WPA2-PSK are on",
        "Access Point: f8:4a:cf:05:90:fb   Bit Rate=72 Mb/s",
        "level=info ssid=unknown bssid=- rssi=-1",
        "level=info ssid= bssid=- rssi=-1",
        "我们用无线网络看电影",
        "The SSID is hidden",
      })
  void a_network_of_another_kind_or_without_a_name_has_no_ssid(String text) {
    assertThat(Found.of(Category.WIFI_SSID, text)).isEmpty();
  }
}
