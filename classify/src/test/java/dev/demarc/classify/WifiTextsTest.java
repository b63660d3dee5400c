package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Networks, their devices, logins and use in sentences, and as the tools that speak of them print
/// them.
@SuppressWarnings("StringConcatToTextBlock") // a line of a notation is a line of the test
class WifiTextsTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of(
            "My home network \"Skyfall 2.4\" keeps dropping on wifi",
            List.of("wifi.ssid Skyfall 2.4")),
        Arguments.of(
            "I can't get on to the CoffeeHub_Free wifi", List.of("wifi.ssid CoffeeHub_Free")),
        Arguments.of(
            "the guest wifi is \"Marina-Guest\" and password \"boats2024\"",
            List.of("credential.secret boats2024", "wifi.ssid Marina-Guest")),
        Arguments.of("The Wi-Fi SSID is \"Lab 3\"", List.of("wifi.ssid Lab 3")),
        Arguments.of(
            "Our office Wi-Fi, called BlueSky-Corp, is fine", List.of("wifi.ssid BlueSky-Corp")),
        Arguments.of(
            "phone auto-joined the hotspot \"Tom's iPhone\"", List.of("wifi.ssid Tom's iPhone")),
        Arguments.of("名为“西湖山庄”的WiFi", List.of("wifi.ssid 西湖山庄")),
        Arguments.of("我连的WiFi是“幸福里702”", List.of("wifi.ssid 幸福里702")),
        Arguments.of("家里的无线网叫“老王家的网”", List.of("wifi.ssid 老王家的网")),
        Arguments.of("连接WiFi：MERCURY_8A2F", List.of("wifi.ssid MERCURY_8A2F")),
        Arguments.of("酒店的wifi名是Hilton_Honors", List.of("wifi.ssid Hilton_Honors")),
        Arguments.of(
            "公司WiFi：ACME-5G 密码：acme8888",
            List.of("credential.secret acme8888", "wifi.ssid ACME-5G")),
        Arguments.of("WiFi：TP-LINK_5F3A", List.of("wifi.ssid TP-LINK_5F3A")),
        Arguments.of("wifi: HomeNet_22", List.of("wifi.ssid HomeNet_22")),
        Arguments.of("network name (SSID): Harbor 5G", List.of("wifi.ssid Harbor 5G")),
        Arguments.of("已连接到无线网络 ChinaNet-x7Kd", List.of("wifi.ssid ChinaNet-x7Kd")),
        Arguments.of("connected to Wi-Fi network Maple_House", List.of("wifi.ssid Maple_House")),
        Arguments.of("the wifi called 'Not Your WiFi'", List.of("wifi.ssid Not Your WiFi")),
        Arguments.of("Turn wifi on and off", List.of()),
        Arguments.of("wifi: enabled", List.of()),
        Arguments.of("wifi: true", List.of()),
        Arguments.of("{\"wifi\":\"HomeNet_22\"}", List.of("wifi.ssid HomeNet_22")),
        Arguments.of("{\"wifi\":{\"enabled\":true}}", List.of()),
        Arguments.of("WiFi：已连接", List.of()),
        Arguments.of("WiFi信号很差", List.of()),
        Arguments.of("开启热点分享网络", List.of()),
        Arguments.of("打开“设置”中的无线选项", List.of()),
        Arguments.of("Click \"Advanced\" wireless settings", List.of()),
        Arguments.of("the \"Wireless\" menu", List.of()),
        Arguments.of("on the 802.11ac wifi standard", List.of()),
        Arguments.of("using IPv6 network stack", List.of()),
        Arguments.of("via OpenVPN network", List.of()),
        Arguments.of("on iOS17 wifi calling fails", List.of()),
        Arguments.of(
            "my wifi is called Maple House 5G and it is slow", List.of("wifi.ssid Maple House 5G")),
        Arguments.of(
            "connect to the \"Cafe_Guest\" network please", List.of("wifi.ssid Cafe_Guest")),
        Arguments.of(
            "Please connect to “Sunrise Hotel” Wi-Fi in the lobby.",
            List.of("wifi.ssid Sunrise Hotel")),
        Arguments.of(
            "I was connected to Cafe_Guest wifi yesterday", List.of("wifi.ssid Cafe_Guest")),
        Arguments.of("The Wi-Fi network is named 'Linksys-42'.", List.of("wifi.ssid Linksys-42")),
        Arguments.of("our hotspot is called Anna's", List.of("wifi.ssid Anna's")),
        Arguments.of("The SSID is HomeNet_2G", List.of("wifi.ssid HomeNet_2G")),
        Arguments.of("SSID: Office-Main, channel 6", List.of("wifi.ssid Office-Main")),
        Arguments.of("连接到“星巴克_Guest”无线网", List.of("wifi.ssid 星巴克_Guest")),
        Arguments.of(
            "WiFi名称是TP-LINK_5F3A，密码是abc12345",
            List.of("credential.secret abc12345", "wifi.ssid TP-LINK_5F3A")),
        Arguments.of("我家的wifi叫ChinaNet-x7Kd，信号不好", List.of("wifi.ssid ChinaNet-x7Kd")),
        Arguments.of("手机连上了CMCC-8k2m热点", List.of("wifi.ssid CMCC-8k2m")),
        Arguments.of("无线网络名称：小米之家", List.of("wifi.ssid 小米之家")),
        Arguments.of(
            "joined the wifi network \"Blue Door Cafe\" at 9", List.of("wifi.ssid Blue Door Cafe")),
        Arguments.of("the wifi name is Harbor-Guest", List.of("wifi.ssid Harbor-Guest")),
        Arguments.of("Wi-Fi is down again", List.of()),
        Arguments.of("the wifi network is slow", List.of()),
        Arguments.of("Which wireless network should I use?", List.of()),
        Arguments.of("connect to the network and restart", List.of()),
        Arguments.of("the \"default\" network policy", List.of()),
        Arguments.of("WiFi 6 and 5GHz wireless are fast", List.of()),
        Arguments.of("He named the \"neural\" network Bob", List.of()),
        Arguments.of("无线网络很慢", List.of()),
        Arguments.of("连接到无线网络失败", List.of()),
        Arguments.of("热点新闻：今天", List.of()),
        Arguments.of("请连接公司的无线网络", List.of()),
        Arguments.of(
            "wlan0: AP-STA-CONNECTED 3c:22:fb:0a:b4:7e", List.of("device.mac 3c:22:fb:0a:b4:7e")),
        Arguments.of(
            "wpa_supplicant[512]: wlan0: Trying to associate with 9c:3d:cf:12:34:56 (SSID='Maple"
                + " House' freq=2412 MHz)",
            List.of("wifi.bssid 9c:3d:cf:12:34:56", "wifi.ssid Maple House")),
        Arguments.of(
            "wlan0: CTRL-EVENT-CONNECTED - Connection to 9c:3d:cf:12:34:56 completed [id=0"
                + " id_str=]",
            List.of("wifi.bssid 9c:3d:cf:12:34:56")),
        Arguments.of(
            "Connected to 9c:3d:cf:12:34:56 (on wlan0)\n"
                + "\tSSID: Maple House\n"
                + "\tfreq: 5180\n"
                + "\tRX: 12345678 bytes (9876 packets)\n"
                + "\tsignal: -51 dBm\n"
                + "\ttx bitrate: 866.7 MBit/s",
            List.of(
                "wifi.bssid 9c:3d:cf:12:34:56",
                "wifi.ssid Maple House",
                "wifi.usage -51 dBm",
                "wifi.usage 866.7 MBit/s")),
        Arguments.of(
            "Station 3c:22:fb:0a:b4:7e (on wlan0)\n"
                + "\tinactive time:\t304 ms\n"
                + "\trx bytes:\t18816\n"
                + "\ttx bytes:\t6128\n"
                + "\tsignal:  \t-61 dBm\n"
                + "\tconnected time:\t1234 seconds",
            List.of(
                "device.mac 3c:22:fb:0a:b4:7e",
                "wifi.usage -61 dBm",
                "wifi.usage 1234 seconds",
                "wifi.usage 18816",
                "wifi.usage 304 ms",
                "wifi.usage 6128")),
        Arguments.of(
            "Maple House:9C\\:3D\\:CF\\:12\\:34\\:56:Infra:6:130 Mbit/s:92:WPA2",
            List.of("wifi.bssid 9C\\:3D\\:CF\\:12\\:34\\:56", "wifi.ssid Maple House")),
        Arguments.of(
            "    Name                   : Wi-Fi\n"
                + "    Physical address       : 3c:22:fb:0a:b4:7e\n"
                + "    State                  : connected\n"
                + "    SSID                   : Maple House\n"
                + "    BSSID                  : 9c:3d:cf:12:34:56\n"
                + "    Signal                 : 86%\n"
                + "    Profile                : Maple House",
            List.of(
                "device.mac 3c:22:fb:0a:b4:7e",
                "wifi.bssid 9c:3d:cf:12:34:56",
                "wifi.ssid Maple House",
                "wifi.usage 86%")),
        Arguments.of(
            "SSID 1 : Maple House\n"
                + "    Network type            : Infrastructure\n"
                + "    Authentication          : WPA2-Personal\n"
                + "    BSSID 1                 : 9c:3d:cf:12:34:56\n"
                + "         Signal             : 99%",
            List.of("wifi.bssid 9c:3d:cf:12:34:56", "wifi.ssid Maple House", "wifi.usage 99%")),
        Arguments.of(
            "    All User Profile     : Maple House\n    All User Profile     : Cafe_Guest",
            List.of("wifi.ssid Cafe_Guest", "wifi.ssid Maple House")),
        Arguments.of(
            "          Current Network Information:\n"
                + "            Maple House:\n"
                + "              PHY Mode: 802.11ac\n"
                + "              Channel: 36\n"
                + "              Signal / Noise: -51 dBm / -90 dBm",
            List.of("wifi.ssid Maple House", "wifi.usage -51 dBm", "wifi.usage -90 dBm")),
        Arguments.of(
            "     agrCtlRSSI: -51\n"
                + "     agrCtlNoise: -90\n"
                + "     BSSID: 9c:3d:cf:12:34:56\n"
                + "     SSID: Maple House",
            List.of(
                "wifi.bssid 9c:3d:cf:12:34:56",
                "wifi.ssid Maple House",
                "wifi.usage -51",
                "wifi.usage -90")),
        Arguments.of(
            "1790003600 3c:22:fb:0a:b4:7e 81.2.69.142 Annas-iPhone 01:3c:22:fb:0a:b4:7e",
            List.of(
                "device.mac 3c:22:fb:0a:b4:7e",
                "device.name Annas-iPhone",
                "network.ip 81.2.69.142")),
        Arguments.of(
            "dnsmasq-dhcp[812]: DHCPACK(wlan0) 81.2.69.142 3c:22:fb:0a:b4:7e Annas-iPhone",
            List.of(
                "network.lease DHCPACK(wlan0) 81.2.69.142 3c:22:fb:0a:b4:7e Annas-iPhone",
                "device.mac 3c:22:fb:0a:b4:7e",
                "device.name Annas-iPhone",
                "network.ip 81.2.69.142")),
        Arguments.of(
            "dhcpd: DHCPACK on 81.2.69.142 to 3c:22:fb:0a:b4:7e (Galaxy-S21) via eth1",
            List.of(
                "network.lease DHCPACK on 81.2.69.142 to 3c:22:fb:0a:b4:7e (Galaxy-S21) via eth1",
                "device.mac 3c:22:fb:0a:b4:7e",
                "device.name Galaxy-S21",
                "network.ip 81.2.69.142")),
        Arguments.of(
            "lease 81.2.69.142 {\n"
                + "  starts 4 2026/10/01 10:00:00;\n"
                + "  hardware ethernet 3c:22:fb:0a:b4:7e;\n"
                + "  client-hostname \"Bobs-MacBook\";\n"
                + "}",
            List.of(
                "network.lease lease 81.2.69.142 {\n"
                    + "  starts 4 2026/10/01 10:00:00;\n"
                    + "  hardware ethernet 3c:22:fb:0a:b4:7e",
                "device.mac 3c:22:fb:0a:b4:7e",
                "device.name Bobs-MacBook",
                "network.ip 81.2.69.142")),
        Arguments.of(
            "(3) Login OK: [jdoe/<via Auth-Type = eap>] (from client ap-7 port 0 cli"
                + " 3c-22-fb-0a-b4-7e)",
            List.of("device.mac 3c-22-fb-0a-b4-7e", "network.identity jdoe")),
        Arguments.of(
            "(0)   User-Name = \"jdoe\"\n"
                + "(0)   NAS-IP-Address = 81.2.69.142\n"
                + "(0)   Called-Station-Id = \"9C-3D-CF-12-34-56:Maple House\"\n"
                + "(0)   Calling-Station-Id = \"3C-22-FB-0A-B4-7E\"",
            List.of(
                "device.mac 3C-22-FB-0A-B4-7E",
                "network.identity jdoe",
                "network.ip 81.2.69.142",
                "wifi.bssid 9C-3D-CF-12-34-56",
                "wifi.ssid Maple House")),
        Arguments.of(
            "network={\n"
                + "  ssid=\"Corp\"\n"
                + "  key_mgmt=WPA-EAP\n"
                + "  identity=\"jdoe.corp\"\n"
                + "  password=\"hunter2!x\"\n"
                + "}",
            List.of("credential.secret hunter2!x", "network.identity jdoe.corp", "wifi.ssid Corp")),
        Arguments.of(
            "WIFI:S:Maple House;T:WPA;P:s3cretPw99;;",
            List.of("credential.secret s3cretPw99", "wifi.ssid Maple House")),
        Arguments.of(
            "{\"ssid\":\"Maple\",\"bssid\":\"9c:3d:cf:12:34:56\",\"rssi\":-51,\"frequency\":5180}",
            List.of("wifi.bssid 9c:3d:cf:12:34:56", "wifi.ssid Maple", "wifi.usage -51")),
        Arguments.of(
            "{\"rssi\":-51,\"ssid\":\"Maple\"}", List.of("wifi.ssid Maple", "wifi.usage -51")),
        Arguments.of("{\"device\":\"tag\",\"bluetooth\":true,\"rssi\":-61}", List.of()),
        Arguments.of(
            "time,ssid,bssid,rssi\n2026-10-03T10:00:00Z,Maple House,9c:3d:cf:12:34:56,-51",
            List.of("wifi.bssid 9c:3d:cf:12:34:56", "wifi.ssid Maple House", "wifi.usage -51")),
        Arguments.of(
            "{\"hostname\":\"Annas-iPhone\",\"mac\":\"3c:22:fb:0a:b4:7e\"}",
            List.of("device.mac 3c:22:fb:0a:b4:7e", "device.name Annas-iPhone")),
        Arguments.of(
            "{\"device_name\":\"Bob's Galaxy S21\"}", List.of("device.name Bob's Galaxy S21")),
        Arguments.of("hostname: api.acme.io", List.of()),
        Arguments.of("\"hostname\": \"web-01\"", List.of()),
        Arguments.of("host: localhost", List.of()),
        Arguments.of("{\"username\":\"string\",\"email\":\"x\"}", List.of()),
        Arguments.of("username: jdoe", List.of()),
        Arguments.of("Signal: SIGTERM received", List.of()),
        Arguments.of("signal strength of LTE cell is -90 dBm", List.of()),
        Arguments.of(
            "D/WifiStateMachine: connected SSID: \"Maple House\", BSSID: 9c:3d:cf:12:34:56, RSSI:"
                + " -51, Link speed: 866Mbps",
            List.of(
                "wifi.bssid 9c:3d:cf:12:34:56",
                "wifi.ssid Maple House",
                "wifi.usage -51",
                "wifi.usage 866Mbps")),
        Arguments.of(
            "Wireless network \"Maple House\" was disconnected", List.of("wifi.ssid Maple House")),
        Arguments.of("设备名称：张三的iPhone", List.of("device.name 张三的iPhone")),
        Arguments.of(
            "{\"log\":\"{\\\"ssid\\\":\\\"Maple House\\\"}\"}", List.of("wifi.ssid Maple House")));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void all_of_a_network_is_found_and_nothing_else(String text, List<String> found) {
    assertThat(Chat.found(text)).containsExactlyInAnyOrderElementsOf(found);
  }
}
