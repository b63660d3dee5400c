package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WifiTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSID: %s",
        "SSID: %s\nnext line",
        "SSID: %s, channel 6",
        "    SSID                   : %s\n    BSSID                  : none",
        "SSID 1 : %s",
        "ESSID:\"%s\"",
        "(SSID='%s' freq=2412 MHz)",
        "ssid=%s\nbssid=any",
        "ssid=\"%s\" x",
        "network={\n\tssid=\"%s\"\n\tpsk=x\n}",
        "SSID \"%s\" is slow",
        "my SSID is called: “%s”, you know. SSID: “%s”",
        "Wi-Fi name: %s",
        "connected to Wi-Fi network \"%s\" now",
        "无线名称：%s，谢谢",
        "热点名称:%s",
        "log: {\\\"ssid\\\":\\\"%s\\\"} truncated {",
        "{\"ssid\":\"%s\"",
        "    All User Profile     : %s",
      })
  void the_name_of_a_network_is_found_after_the_word_that_announces_it(String text) {
    if (text.contains("called")) {
      text = text.substring(text.indexOf(". ") + 2);
    }
    assertThat(Chat.found(text.replace("%s", "Maple House 5G")))
        .containsExactly("wifi.ssid Maple House 5G");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSID: ",
        "SSID: <hidden>",
        "ESSID:off/any",
        "ssid=null",
        "What is an SSID?",
        "The SSID identifies a network",
        "{\"ssid_hidden\": true, \"ssid\": null}",
        "\"ssid\", \"bssid\"",
      })
  void where_no_name_follows_none_is_found(String text) {
    assertThat(Chat.found(text)).isEmpty();
  }

  @Test
  void beside_a_network_name_an_address_is_an_access_points_unless_a_key_says_device() {
    assertThat(
            Chat.found(
                """
                {"mac":"3c:22:fb:0a:b4:7e","ssid":"Maple","client_mac":"3c:22:fb:0a:b4:7f",
                 "aps":[{"mac":"3c:22:fb:0a:b4:80"}]}\
                """))
        .containsExactly(
            "wifi.bssid 3c:22:fb:0a:b4:7e",
            "wifi.ssid Maple",
            "device.mac 3c:22:fb:0a:b4:7f",
            "wifi.bssid 3c:22:fb:0a:b4:80");
  }

  @Test
  void keys_of_all_spellings_name_a_network_and_arrays_pass_them_on() {
    assertThat(
            Chat.found(
                """
                {"wifiSsid":"A1","known_ssids":["B1","B2"],"无线名称":"C1","ap-name":"D1",
                 "ssid":{"value":"E1"},"x":[{"SSID":12345}],"wifi_name":"\\"F1\\""}\
                """))
        .containsExactly(
            "wifi.ssid A1",
            "wifi.ssid B1",
            "wifi.ssid B2",
            "wifi.ssid C1",
            "wifi.ssid D1",
            "wifi.ssid E1",
            "wifi.ssid 12345",
            "wifi.ssid F1");
  }

  @Test
  void a_scan_log_as_csv_is_read_by_its_columns() {
    assertThat(
            Chat.found(
                """
                time,ssid,bssid,rssi
                2026-10-03T10:00:00Z,Maple House,9c:3d:cf:12:34:56,-51
                2026-10-03T10:00:05Z,"Café, upstairs",9C3DCF123457,-71
                2026-10-03T10:00:09Z,,9c:3d:cf:12:34:58,-80
                """))
        .containsExactly(
            "wifi.ssid Maple House",
            "wifi.bssid 9c:3d:cf:12:34:56",
            "wifi.usage -51",
            "wifi.ssid Café, upstairs",
            "wifi.bssid 9C3DCF123457",
            "wifi.usage -71",
            "wifi.bssid 9c:3d:cf:12:34:58",
            "wifi.usage -80");
  }

  @Test
  void listings_in_columns_are_read_around_the_address() {
    assertThat(
            Chat.found(
                """
                IN-USE  BSSID              SSID              MODE   CHAN  SIGNAL  SECURITY
                *       9C:3D:CF:12:34:56  Maple House 5G    Infra  36    92      WPA2
                        9C:3D:CF:12:34:57  Nebenan           Infra  1     55      WPA2

                done\
                """))
        .containsExactlyInAnyOrder(
            "wifi.bssid 9C:3D:CF:12:34:56",
            "wifi.ssid Maple House 5G",
            "wifi.usage 92",
            "wifi.bssid 9C:3D:CF:12:34:57",
            "wifi.ssid Nebenan",
            "wifi.usage 55");
    assertThat(
            Chat.found(
                """
                                SSID BSSID             RSSI CHANNEL HT CC
                      Maple House 5G 9C:3D:CF:12:34:56 -50  36      Y  US
                             Nebenan 9C:3D:CF:12:34:57 -71  1       Y  --
                """))
        .containsExactlyInAnyOrder(
            "wifi.bssid 9C:3D:CF:12:34:56",
            "wifi.ssid Maple House 5G",
            "wifi.usage -50",
            "wifi.bssid 9C:3D:CF:12:34:57",
            "wifi.ssid Nebenan",
            "wifi.usage -71");
  }

  @Test
  void what_iw_and_android_print_is_read() {
    assertThat(
            Chat.found(
                """
                BSS 9c:3d:cf:12:34:56(on wlan0) -- associated
                \tsignal: -51.00 dBm
                \tSSID: Maple House
                WifiInfo SSID: "Maple House", BSSID: 9c:3d:cf:12:34:56, RSSI: -51\
                """))
        .containsExactly(
            "wifi.bssid 9c:3d:cf:12:34:56",
            "wifi.usage -51.00 dBm",
            "wifi.ssid Maple House",
            "wifi.ssid Maple House",
            "wifi.bssid 9c:3d:cf:12:34:56",
            "wifi.usage -51");
  }

  @Test
  void an_own_address_is_a_devices_and_an_access_point_is_one_wherever_it_is_named() {
    assertThat(
            Chat.found(
                """
                wlan0: own address 9c:b6:d0:e3:48:5b, scanning
                BSS 3c:84:6a:71:0d:9e(on wlan0) -- associated
                Connection to 3c:84:6a:71:0d:9e completed\
                """))
        .containsExactly(
            "device.mac 9c:b6:d0:e3:48:5b",
            "wifi.bssid 3c:84:6a:71:0d:9e",
            "wifi.bssid 3c:84:6a:71:0d:9e");
  }
}
