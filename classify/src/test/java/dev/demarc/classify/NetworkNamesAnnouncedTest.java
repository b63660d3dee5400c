package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names of Wi-Fi networks that a noun, a card, a carrier's form or a notation announces, and what
/// is said, asked or programmed about them.
class NetworkNamesAnnouncedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "we renamed the wifi to 🏡 Villa Kunterbunt 🌵 last weekend ¦ 🏡 Villa Kunterbunt 🌵",
        "家里的wifi叫🐻小熊之家,音箱认不出 ¦ 🐻小熊之家",
        "mudei o nome do wifi para Quinta das Amoras e agora falha ¦ Quinta das Amoras",
        "Ich habe unser WLAN in Gartenlaube umbenannt ¦ Gartenlaube",
        "I renamed our wifi to thistle yesterday ¦ thistle",
        "her hotspot shows up as Annas Pixel 8 in the wifi list ¦ Annas Pixel 8",
        "El wifi de casa se llama Casa Perez y va lento ¦ Casa Perez",
        "Il wifi di casa si chiama Villa Ortensia e non va ¦ Villa Ortensia",
        "Onze wifi heet Het Duinhuis en is traag ¦ Het Duinhuis",
        "Rede sem fios: Casa do Moinho ¦ Casa do Moinho",
        "Réseau Wi-Fi : Les Tilleuls ¦ Les Tilleuls",
        "WiFi:松间·听雪\\n密码:ts20268866 ¦ 松间·听雪",
        "WLAN: Gartenlaube\\nPasswort: geheim-1234 ¦ Gartenlaube",
        "Wi-Fi: the barn (password: hay-stack-12) ¦ the barn",
        "WiFi名字:幸福里302 密码:88889999 ¦ 幸福里302",
        "klant: netwerknaam is Het Duinhuis en hij laadt, 5 GHz staat aan ¦ Het Duinhuis",
        "Router getauscht, alter Netzwerkname Speedport_W723_02081906_B soll bleiben ¦"
            + " Speedport_W723_02081906_B",
        "网络名称:云上小院,密码在背面 ¦ 云上小院",
        "Le nom du réseau est Chez Mamie, le mot de passe est au dos ¦ Chez Mamie",
        "customer: cant connect to BT-QRA6XC\\nagent: is that your own hub? ¦ BT-QRA6XC",
        "utente: nella lista vedo TIM-19461057 ¦ TIM-19461057",
        "je vois SFR_3E59, je dois le prendre ? ¦ SFR_3E59",
        "My phone only shows SKY4E8B3 in the list ¦ SKY4E8B3",
        "A: 访客网是哪个\\nB: 连 Yunxi-Guest 就行,密码 yq@visit2605 ¦ Yunxi-Guest",
        "手机连的是\"小院咖啡\",网速慢,路由器在二楼 ¦ 小院咖啡",
        "路由器换了,手机连“云上·大理 401”就行,网速快 ¦ 云上·大理 401",
        "无线名称已经改成“长安夜雨”了 ¦ 长安夜雨",
        "We changed the wifi to fox_den_24 last week ¦ fox_den_24",
        "We changed the name of the wifi to Fox-Den last week ¦ Fox-Den",
        "民宿老板说连\"云上·竹海 401\",可我手机列表里没有 ¦ 云上·竹海 401",
        "cant find BT-QRA6XC in the wifi list ¦ BT-QRA6XC",
        "UPC2846193 has no signal upstairs ¦ UPC2846193",
        "Das WLAN FRITZ!Box 7590 QK ist weg ¦ FRITZ!Box 7590 QK",
        "SSID: Home Office ¦ Home Office",
        "SSID: Office Guest ¦ Office Guest",
        "SSID: HomeSSID ¦ HomeSSID",
        "SSID: Todos-Arriba ¦ Todos-Arriba",
        "现在WiFi名字变了,想改回原来的\"向阳花开\",怎么弄 ¦ 向阳花开",
        "$ iwgetid -r\\nPretty Fly For Us\\n$ ls ¦ Pretty Fly For Us",
        "device (wlp2s0): Activation: starting connection 'Kestrel Mews' ¦ Kestrel Mews",
        "<WLANProfile xmlns=\"x\">\\n  <name>OrchardSide</name> ¦ OrchardSide",
        "nmcli c up 'Maple House' ¦ Maple House",
        "forgot network and re-joined shop-net-east ¦ shop-net-east",
        "the tills are on wifi harbour-pos, the office on cable ¦ harbour-pos",
        "Report: network Foxglove6, signal -71 dBm, associated 3 h 12 min ¦ Foxglove6",
        "| SSID | Location |\\n|---|---|\\n| Maple House | barn | ¦ Maple House"
      })
  void a_network_is_announced(String text, String value) {
    assertThat(Found.of(Category.WIFI_SSID, Found.lines(text))).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| 字段 | 类型 | 说明 |\\n|---|---|---|\\n| ssid | string(32) | 无线网络名称 |\\n| sn | string(20) |"
            + " 序列号 |",
        "| field | meaning |\\n|---|---|\\n| ssid | name of the network |\\n| serial | serial"
            + " number |",
        "ssid,varchar(32),name of network\\nbssid,char(17),address",
        "    ssid=\"<name of your network>\"",
        "export WIFI_SSID=${WIFI_SSID:?not set}",
        "echo \"SSID=$1\"",
        "if (WiFi.SSID() == targetSsid) { return WiFi.RSSI(); }",
        "if ssid == \"\": raise ValueError",
        "ssid: str = Field(..., max_length=32)",
        "ssid: { type: string, maxLength: 32 }",
        "ssid = input(\"SSID: \")",
        "def get_ssid(self) -> str:  # 返回当前无线网络名称\\n    return self._ssid or \"\"",
        "SSID是什么意思?和BSSID、ESSID有什么区别?",
        "请在此处填写您的WiFi名称:________  密码:________",
        "WiFi名称带空格会不会导致ESP32连不上?",
        "Das WLAN heißt bei jedem Hersteller anders",
        "Our wireless network is named after the street",
        "El wifi se llama así por costumbre",
        "we changed the wifi to 5 GHz last week",
        "we switched the wifi in Building 4 off",
        "Rename the wifi network in Settings",
        "把WiFi密码改成\"12345678\"就能上网",
        "连Redis都连不上,网络有问题",
        "WiFi: free\\nPassword: ask at reception",
        "hostapd: wlan1: STA 48:a4:72:2e:55:b5 WPA: key handshake completed",
        "Wireless network: unstable",
        "wireless networks: guest and staff",
        "Two wireless networks, Cisco and Aruba, were compared.",
        "TV networks, Fox News and Sky News, over wifi",
        "The network name is required for docker compose; router below",
        "Ticket BT-4821 is on the list, see TIM-2946",
        "HUAWEI-B535 is on the list of routers",
        "iwgetid -r\\nsleep 5",
        "device (enp3s0): Activation: starting connection 'Wired connection 1'",
        "they are on wifi full-time, cable is off",
        "他连“谢谢”都没说，一天到晚上网。",
        "客服连“对不起”三个字都没有，网络还是断的。",
        "他连“wifi”也不会拼，路由器是我装的。",
        "大连“啤酒节”开幕，现场信号很好，WiFi 免费。",
        "网络小说的书名已经改成“长安夜雨”了",
        "热点新闻栏目改为“今日焦点”",
        "这篇讲网络安全的文章，标题改为“守护未来”",
        "手机连蓝牙，信号很好。云上的朋友都说网速快",
        "We changed the Wi-Fi in Building-7 last week.",
        "They switched the wifi in Room-12 off.",
        "We switched the wifi to Dual-Stack yesterday.",
        "We changed the wifi to MU-MIMO last week.",
        "Ticket TIM-29461058 was opened by the network team.",
        "Error code EE-1A2B3C while connecting to the wifi.",
        "Part BT-48X200 is required for the router.",
        "The cable BT-48X200 is required here.",
        "Model ATT12345AB joins the network line-up.",
        "Flight SKY12345 signal lost.",
        "Scan UPC036000291452 to connect the printer",
        "My FRITZ!Box 7590 IP address is not shown in the wifi menu",
        "FRITZ!Box 7590 OS-Update, danach kein WLAN",
        "The FRITZ!Box 7590 UI is slow",
        "The FRITZ!Box 7590 QX is sold out",
        "Der Netzwerkname: Pflichtfeld, Passwort: mindestens acht Zeichen",
        "Der Netzwerkname ist Pflicht, das Passwort nicht",
        "Network name: Required field. Password: at least eight characters",
        "SSID: guest and staff",
        "SSID: Todo",
        "const ssid = targetSsid;",
        "LTE network Orange, signal -101 dBm, 3 min"
      })
  void what_is_said_of_networks_names_none(String text) {
    assertThat(Found.of(Category.WIFI_SSID, Found.lines(text))).isEmpty();
  }
}
