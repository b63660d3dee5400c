package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "We lost the Willow Creek Wi-Fi last night | Willow Creek",
        "The Willow Creek Wi-Fi keeps dropping | Willow Creek",
        "Connect to the Wi-Fi network Willow's Nest and wait | Willow's Nest",
        "the 5 GHz network (Elm Road 9) is gone | Elm Road 9",
        "An SSID called till-area was added | till-area",
        "The SSID was renamed to Old-Barn today | Old-Barn",
        "Die SSID lautet Scheune | Scheune",
        "my neighbours' network ThisIsNotYours blocks our Wi-Fi | ThisIsNotYours",
        "Please forget the network cafewifi | cafewifi",
        "I renamed my network to TellMyWiFiLoveHer | TellMyWiFiLoveHer",
        "Network: Willow Creek / Password: x | Willow Creek",
        "New network name: Front-Desk, security WPA3 | Front-Desk",
        "The name of our WLAN is Hof-Laden | Hof-Laden",
        "The hotspot on my phone is named Marek iPhone | Marek iPhone",
        "Cameras on Yard-Cams2 are slow since the Wi-Fi moved | Yard-Cams2",
        "Our SSID called Café-Gäste is slow | Café-Gäste",
        "Please pick Lobby_Guest2 from the Wi-Fi list | Lobby_Guest2",
        "My tablet drops off Willow Creek although the Wi-Fi light is on | Willow Creek",
        "Mein Handy verbindet sich immer mit dem Netz Scheune_5G | Scheune_5G",
        "Telewizor gubi sieć Domek_5G9A co wieczór | Domek_5G9A",
        "我把WiFi名字改成了Barn77 | Barn77",
        "同事要连Barn-5F这个WiFi | Barn-5F",
        "热点名字：Marek de Barn | Marek de Barn",
        "Das Gäste-WLAN „Uferblick Gast“ ist langsam | Uferblick Gast",
        "The hotel network is called \"River 26\". | River 26",
        "The password belongs to the Willow Creek network of the Wi-Fi card | Willow Creek",
        "I tried twice and Willow Creek Wi-Fi still says no | Willow Creek",
        "My watch remembers Barn_and_Yard as a Wi-Fi network | Barn_and_Yard",
        "连的是MERCURY_8C1D，上不了网 | MERCURY_8C1D",
        "FRITZ!Box 7590 KQ EXT faellt aus | FRITZ!Box 7590 KQ EXT",
        "The router broadcasts HUAWEI-B535-9C1D | HUAWEI-B535-9C1D",
      })
  void a_network_is_named_by_words_of_a_language(String text, String name) {
    assertThat(Found.of(Category.WIFI_SSID, text)).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "The Wi-Fi lists Barn_5G9A and Yard_5G7B | Barn_5G9A | Yard_5G7B",
        "Wi-Fi \"Barn\" or \"Yard\" | Barn | Yard",
        "I see two networks, \"Barn\" and \"Barn-5G\", from one router | Barn | Barn-5G",
        "The phone hops from ElmTree5 to ElmTree2_5 and Wi-Fi calls drop | ElmTree5 | ElmTree2_5",
        "We run two SSIDs: Barn-Staff and Barn-Guests | Barn-Staff | Barn-Guests",
        "SSID: Barn-5G and Yard-5G | Barn-5G | Yard-5G",
        "Changed the SSID from Shop12-Tills to Shop12-Staff | Shop12-Tills | Shop12-Staff",
      })
  void names_beside_a_name_are_found(String text, String first, String second) {
    assertThat(Found.of(Category.WIFI_SSID, text)).containsExactly(first, second);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unser WLAN heißt Sie willkommen",
        "the wifi is called out in the report",
        "Wi-Fi is called WLAN in Germany",
        "WLAN heißt auf Englisch Wi-Fi",
        "Use the Wi-Fi Settings page and Advanced Options",
        "The Intel Wi-Fi 6 driver fixes roaming",
        "We tested the Cisco Meraki Wi-Fi in the hall",
        "The wireless network (WLAN) and the network (LAN) are separate",
        "Connect to the Internet Protocol network on the Home Wi-Fi page",
        "Wi-Fi network: not configured",
        "He joined Globe-Corp in 2019 and leads the wireless team",
        "Wi-Fi fails with Error-651 on DSL-2640 via WPS-PBC",
        "Select Auto-Detect on the Wi-Fi page",
        "The Wi-Fi chip is from Globex-Systems",
        "Wi-Fi works on my MacBook-Pro, VLAN-20 and HP-4520",
        "Connected to NkM6M0Y6MTc6Mjk6MUY6MjU= (on wlan0), signal ok",
        "String ssid = config.getString(key);",
        "| AP | SSID |\n|---|---|\n| ap-07 | |",
        "\"currentNetwork\": \"mainnet\"",
        "The SSID is case-sensitive and user-defined",
        "Map the SSID to VLAN 20.",
        "Add the SSID to Group Policy",
        "Both SSIDs auto-connect on boot",
        "Explain the SSID to non-experts.",
        "I gave the Wi-Fi password to Anna-Lena",
        "We drove to Stratford-upon-Avon and the hotel Wi-Fi was bad",
        "My phone jumps from Mobile Data to Wi-Fi",
        "The AP hops from Channel 36 to Channel 44, Wi-Fi drops",
        "Lessons from our 2024 Wi-Fi rollout",
        "Join our Advanced Wi-Fi workshop",
        "We use the Dual-Band Wi-Fi mode",
        "The Smart Thermostat Wi-Fi doesn't support 5 GHz",
        "Users connect to the Zero Trust network from any hotspot",
        "You can find the network Signal Strength next to the Wi-Fi icon",
        "im WLAN mit Smart-Home-Geräten",
        "{\"currentNetworkName\":\"mainnet\"}",
      })
  void words_around_networks_are_no_names(String text) {
    assertThat(Found.of(Category.WIFI_SSID, text)).isEmpty();
  }
}
