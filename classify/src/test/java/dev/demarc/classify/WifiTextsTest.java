package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Networks, their devices, logins and use in sentences, and as the tools that speak of them print
/// them.
class WifiTextsTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        has("My home network \"Skyfall 2.4\" keeps dropping on wifi", "wifi.ssid Skyfall 2.4"),
        has("I can't get on to the CoffeeHub_Free wifi", "wifi.ssid CoffeeHub_Free"),
        has(
            "the guest wifi is \"Marina-Guest\" and password \"boats2024\"",
            "credential.secret boats2024",
            "wifi.ssid Marina-Guest"),
        has("The Wi-Fi SSID is \"Lab 3\"", "wifi.ssid Lab 3"),
        has("Our office Wi-Fi, called BlueSky-Corp, is fine", "wifi.ssid BlueSky-Corp"),
        has("phone auto-joined the hotspot \"Tom's iPhone\"", "wifi.ssid Tom's iPhone"),
        has("名为“西湖山庄”的WiFi", "wifi.ssid 西湖山庄"),
        has("我连的WiFi是“幸福里702”", "wifi.ssid 幸福里702"),
        has("家里的无线网叫“老王家的网”", "wifi.ssid 老王家的网"),
        has("连接WiFi：MERCURY_8A2F", "wifi.ssid MERCURY_8A2F"),
        has("酒店的wifi名是Hilton_Honors", "wifi.ssid Hilton_Honors"),
        has("公司WiFi：ACME-5G 密码：acme8888", "credential.secret acme8888", "wifi.ssid ACME-5G"),
        has("WiFi：TP-LINK_5F3A", "wifi.ssid TP-LINK_5F3A"),
        has("wifi: HomeNet_22", "wifi.ssid HomeNet_22"),
        has("network name (SSID): Harbor 5G", "wifi.ssid Harbor 5G"),
        has("已连接到无线网络 ChinaNet-x7Kd", "wifi.ssid ChinaNet-x7Kd"),
        has("connected to Wi-Fi network Maple_House", "wifi.ssid Maple_House"),
        has("the wifi called 'Not Your WiFi'", "wifi.ssid Not Your WiFi"),
        has("{\"wifi\":\"HomeNet_22\"}", "wifi.ssid HomeNet_22"),
        has("my wifi is called Maple House 5G and it is slow", "wifi.ssid Maple House 5G"),
        has("connect to the \"Cafe_Guest\" network please", "wifi.ssid Cafe_Guest"),
        has("Please connect to “Sunrise Hotel” Wi-Fi in the lobby.", "wifi.ssid Sunrise Hotel"),
        has("I was connected to Cafe_Guest wifi yesterday", "wifi.ssid Cafe_Guest"),
        has("The Wi-Fi network is named 'Linksys-42'.", "wifi.ssid Linksys-42"),
        has("our hotspot is called Anna's", "wifi.ssid Anna's"),
        has("The SSID is HomeNet_2G", "wifi.ssid HomeNet_2G"),
        has("SSID: Office-Main, channel 6", "wifi.ssid Office-Main"),
        has("连接到“星巴克_Guest”无线网", "wifi.ssid 星巴克_Guest"),
        has(
            "WiFi名称是TP-LINK_5F3A，密码是abc12345",
            "credential.secret abc12345",
            "wifi.ssid TP-LINK_5F3A"),
        has("我家的wifi叫ChinaNet-x7Kd，信号不好", "wifi.ssid ChinaNet-x7Kd"),
        has("手机连上了CMCC-8k2m热点", "wifi.ssid CMCC-8k2m"),
        has("无线网络名称：小米之家", "wifi.ssid 小米之家"),
        has("joined the wifi network \"Blue Door Cafe\" at 9", "wifi.ssid Blue Door Cafe"),
        has("the wifi name is Harbor-Guest", "wifi.ssid Harbor-Guest"),
        has("wlan0: AP-STA-CONNECTED 3c:22:fb:0a:b4:7e", "device.mac 3c:22:fb:0a:b4:7e"),
        has(
            "wpa_supplicant[512]: wlan0: Trying to associate with 9c:3d:cf:12:34:56 (SSID='Maple"
                + " House' freq=2412 MHz)",
            "wifi.bssid 9c:3d:cf:12:34:56",
            "wifi.ssid Maple House"),
        has(
            "wlan0: CTRL-EVENT-CONNECTED - Connection to 9c:3d:cf:12:34:56 completed [id=0"
                + " id_str=]",
            "wifi.bssid 9c:3d:cf:12:34:56"),
        has(
            """
            Connected to 9c:3d:cf:12:34:56 (on wlan0)
            \tSSID: Maple House
            \tfreq: 5180
            \tRX: 12345678 bytes (9876 packets)
            \tsignal: -51 dBm
            \ttx bitrate: 866.7 MBit/s\
            """,
            "wifi.bssid 9c:3d:cf:12:34:56",
            "wifi.ssid Maple House",
            "wifi.usage -51 dBm",
            "wifi.usage 866.7 MBit/s"),
        has(
            """
            Station 3c:22:fb:0a:b4:7e (on wlan0)
            \tinactive time:\t304 ms
            \trx bytes:\t18816
            \ttx bytes:\t6128
            \tsignal:  \t-61 dBm
            \tconnected time:\t1234 seconds\
            """,
            "device.mac 3c:22:fb:0a:b4:7e",
            "wifi.usage -61 dBm",
            "wifi.usage 1234 seconds",
            "wifi.usage 18816",
            "wifi.usage 304 ms",
            "wifi.usage 6128"),
        has(
            "Maple House:9C\\:3D\\:CF\\:12\\:34\\:56:Infra:6:130 Mbit/s:92:WPA2",
            "wifi.bssid 9C\\:3D\\:CF\\:12\\:34\\:56",
            "wifi.ssid Maple House"),
        has(
            """
                Name                   : Wi-Fi
                Physical address       : 3c:22:fb:0a:b4:7e
                State                  : connected
                SSID                   : Maple House
                BSSID                  : 9c:3d:cf:12:34:56
                Signal                 : 86%
                Profile                : Maple House\
            """,
            "device.mac 3c:22:fb:0a:b4:7e",
            "wifi.bssid 9c:3d:cf:12:34:56",
            "wifi.ssid Maple House",
            "wifi.usage 86%"),
        has(
            """
            SSID 1 : Maple House
                Network type            : Infrastructure
                Authentication          : WPA2-Personal
                BSSID 1                 : 9c:3d:cf:12:34:56
                     Signal             : 99%\
            """,
            "wifi.bssid 9c:3d:cf:12:34:56", "wifi.ssid Maple House", "wifi.usage 99%"),
        has(
            """
                All User Profile     : Maple House
                All User Profile     : Cafe_Guest\
            """,
            "wifi.ssid Cafe_Guest",
            "wifi.ssid Maple House"),
        has(
            """
                      Current Network Information:
                        Maple House:
                          PHY Mode: 802.11ac
                          Channel: 36
                          Signal / Noise: -51 dBm / -90 dBm\
            """,
            "wifi.ssid Maple House",
            "wifi.usage -51 dBm",
            "wifi.usage -90 dBm"),
        has(
            """
                 agrCtlRSSI: -51
                 agrCtlNoise: -90
                 BSSID: 9c:3d:cf:12:34:56
                 SSID: Maple House\
            """,
            "wifi.bssid 9c:3d:cf:12:34:56",
            "wifi.ssid Maple House",
            "wifi.usage -51",
            "wifi.usage -90"),
        has(
            "1790003600 3c:22:fb:0a:b4:7e 81.2.69.142 Annas-iPhone 01:3c:22:fb:0a:b4:7e",
            "network.lease 1790003600 3c:22:fb:0a:b4:7e 81.2.69.142 Annas-iPhone",
            "device.mac 3c:22:fb:0a:b4:7e",
            "device.name Annas-iPhone",
            "network.ip 81.2.69.142"),
        has(
            "dnsmasq-dhcp[812]: DHCPACK(wlan0) 81.2.69.142 3c:22:fb:0a:b4:7e Annas-iPhone",
            "network.lease DHCPACK(wlan0) 81.2.69.142 3c:22:fb:0a:b4:7e Annas-iPhone",
            "device.mac 3c:22:fb:0a:b4:7e",
            "device.name Annas-iPhone",
            "network.ip 81.2.69.142"),
        has(
            "dhcpd: DHCPACK on 81.2.69.142 to 3c:22:fb:0a:b4:7e (Galaxy-S21) via eth1",
            "network.lease DHCPACK on 81.2.69.142 to 3c:22:fb:0a:b4:7e (Galaxy-S21) via eth1",
            "device.mac 3c:22:fb:0a:b4:7e",
            "device.name Galaxy-S21",
            "network.ip 81.2.69.142"),
        has(
            """
            lease 81.2.69.142 {
              starts 4 2026/10/01 10:00:00;
              hardware ethernet 3c:22:fb:0a:b4:7e;
              client-hostname "Bobs-MacBook";
            }\
            """,
            """
            network.lease lease 81.2.69.142 {
              starts 4 2026/10/01 10:00:00;
              hardware ethernet 3c:22:fb:0a:b4:7e\
            """,
            "device.mac 3c:22:fb:0a:b4:7e",
            "device.name Bobs-MacBook",
            "network.ip 81.2.69.142"),
        has(
            "(3) Login OK: [jdoe/<via Auth-Type = eap>] (from client ap-7 port 0 cli"
                + " 3c-22-fb-0a-b4-7e)",
            "device.mac 3c-22-fb-0a-b4-7e",
            "network.identity jdoe"),
        has(
            """
            (0)   User-Name = "jdoe"
            (0)   NAS-IP-Address = 81.2.69.142
            (0)   Called-Station-Id = "9C-3D-CF-12-34-56:Maple House"
            (0)   Calling-Station-Id = "3C-22-FB-0A-B4-7E"\
            """,
            "device.mac 3C-22-FB-0A-B4-7E",
            "network.identity jdoe",
            "network.ip 81.2.69.142",
            "wifi.bssid 9C-3D-CF-12-34-56",
            "wifi.ssid Maple House"),
        has(
            """
            network={
              ssid="Corp"
              key_mgmt=WPA-EAP
              identity="jdoe.corp"
              password="hunter2!x"
            }\
            """,
            "credential.secret hunter2!x",
            "network.identity jdoe.corp",
            "wifi.ssid Corp"),
        has(
            "WIFI:S:Maple House;T:WPA;P:s3cretPw99;;",
            "credential.secret s3cretPw99",
            "wifi.ssid Maple House"),
        has(
            "{\"ssid\":\"Maple\",\"bssid\":\"9c:3d:cf:12:34:56\",\"rssi\":-51,\"frequency\":5180}",
            "wifi.bssid 9c:3d:cf:12:34:56",
            "wifi.ssid Maple",
            "wifi.usage -51"),
        has("{\"rssi\":-51,\"ssid\":\"Maple\"}", "wifi.ssid Maple", "wifi.usage -51"),
        has(
            """
            time,ssid,bssid,rssi
            2026-10-03T10:00:00Z,Maple House,9c:3d:cf:12:34:56,-51\
            """,
            "wifi.bssid 9c:3d:cf:12:34:56",
            "wifi.ssid Maple House",
            "wifi.usage -51"),
        has(
            "{\"hostname\":\"Annas-iPhone\",\"mac\":\"3c:22:fb:0a:b4:7e\"}",
            "device.mac 3c:22:fb:0a:b4:7e",
            "device.name Annas-iPhone"),
        has("{\"device_name\":\"Bob's Galaxy S21\"}", "device.name Bob's Galaxy S21"),
        has(
            "D/WifiStateMachine: connected SSID: \"Maple House\", BSSID: 9c:3d:cf:12:34:56, RSSI:"
                + " -51, Link speed: 866Mbps",
            "wifi.bssid 9c:3d:cf:12:34:56",
            "wifi.ssid Maple House",
            "wifi.usage -51",
            "wifi.usage 866Mbps"),
        has("Wireless network \"Maple House\" was disconnected", "wifi.ssid Maple House"),
        has("设备名称：张三的iPhone", "device.name 张三的iPhone"),
        has("{\"log\":\"{\\\"ssid\\\":\\\"Maple House\\\"}\"}", "wifi.ssid Maple House"));
  }

  private static Arguments has(String text, String... found) {
    return Arguments.of(text, List.of(found));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void all_of_a_network_is_found_and_nothing_else(String text, List<String> found) {
    assertThat(Chat.found(text)).containsExactlyInAnyOrderElementsOf(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Turn wifi on and off",
        "wifi: enabled",
        "wifi: true",
        "{\"wifi\":{\"enabled\":true}}",
        "WiFi：已连接",
        "WiFi信号很差",
        "开启热点分享网络",
        "打开“设置”中的无线选项",
        "Click \"Advanced\" wireless settings",
        "the \"Wireless\" menu",
        "on the 802.11ac wifi standard",
        "using IPv6 network stack",
        "via OpenVPN network",
        "on iOS17 wifi calling fails",
        "Wi-Fi is down again",
        "the wifi network is slow",
        "Which wireless network should I use?",
        "connect to the network and restart",
        "the \"default\" network policy",
        "WiFi 6 and 5GHz wireless are fast",
        "He named the \"neural\" network Bob",
        "无线网络很慢",
        "连接到无线网络失败",
        "热点新闻：今天",
        "请连接公司的无线网络",
        "{\"device\":\"tag\",\"bluetooth\":true,\"rssi\":-61}",
        "hostname: api.acme.io",
        "\"hostname\": \"web-01\"",
        "host: localhost",
        "{\"username\":\"string\",\"email\":\"x\"}",
        "username: jdoe",
        "Signal: SIGTERM received",
        "signal strength of LTE cell is -90 dBm"
      })
  void a_text_that_names_no_network_has_nothing(String text) {
    assertThat(Chat.found(text)).isEmpty();
  }
}
