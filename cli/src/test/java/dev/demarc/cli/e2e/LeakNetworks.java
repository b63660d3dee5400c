package dev.demarc.cli.e2e;

import static dev.demarc.cli.e2e.LeakDigits.HEX;
import static dev.demarc.cli.e2e.LeakDigits.between;
import static dev.demarc.cli.e2e.LeakDigits.luhn;
import static dev.demarc.cli.e2e.LeakDigits.some;
import static dev.demarc.cli.e2e.LeakFamily.one;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Networks, Wi-Fi and devices, as a support team sees them.
final class LeakNetworks {
  private LeakNetworks() {}

  static final List<LeakFamily> ALL =
      List.of(
          one(
              "network.ip v4",
              "client_ip",
              "It came from %s, it seems.",
              "登录来自%s，请核实。",
              LeakNetworks::ipv4),
          one(
              "network.ip v6",
              "client_ip",
              "It came from %s, it seems.",
              "登录来自%s，请核实。",
              r ->
                  "2a02:8109:%x:%x::%x"
                      .formatted(
                          between(r, 0x1000, 0xffff),
                          between(r, 0x1000, 0xffff),
                          between(r, 0x1000, 0xffff))),
          one(
              "network.ip mapped",
              "remote_addr",
              "It came from %s, it seems.",
              "登录来自 %s，请核实。",
              r -> "::ffff:" + ipv4(r)),
          one(
              "network.lease message",
              "message",
              "The server wrote: %s.",
              "服务器记录：%s。",
              r -> "DHCPACK on %s to %s via wlan0".formatted(ipv4(r), octets("3c:22:fb", ":", r))),
          one(
              "network.identity login",
              "eap_identity",
              "The EAP identity: %s\nwas refused.",
              "上网账号：%s\n请核实。",
              r -> "kt" + some(r, LeakDigits.SMALL, 6) + between(r, 10, 99)),
          one(
              "device.mac colons",
              "mac",
              "The handset %s is slow.",
              "设备%s很慢。",
              r -> octets("3c:22:fb", ":", r)),
          one(
              "device.mac bare",
              "mac_address",
              "The MAC address: %s is slow.",
              "MAC地址：%s，很慢。",
              r -> octets("3c22fb", "", r)),
          one(
              "device.name host",
              "device_name",
              "The device name: %s\nwas renamed.",
              "设备名称：%s\n已改名。",
              r -> "Quent-iPhone-" + some(r, LeakDigits.CAPITALS, 5)),
          one(
              "device.imei plain",
              "imei",
              "The IMEI is %s, please block it.",
              "手机的IMEI号是%s，请锁定。",
              r -> luhn("35" + some(r, LeakDigits.DIGITS, 12))),
          one(
              "device.imei dashes",
              "imei",
              "The IMEI is %s, please block it.",
              "手机的IMEI号是%s，请锁定。",
              LeakNetworks::dashedImei),
          one(
              "device.imsi plain",
              "imsi",
              "The IMSI is %s, please block it.",
              "SIM卡的IMSI是%s，请锁定。",
              r -> "26201" + between(r, 1, 9) + some(r, LeakDigits.DIGITS, 9)),
          one(
              "device.iccid plain",
              "iccid",
              "The ICCID is %s, please block it.",
              "SIM卡的ICCID是%s，请锁定。",
              r -> luhn("8949" + between(r, 1, 9) + some(r, LeakDigits.DIGITS, 13))),
          one(
              "device.meid hex",
              "meid",
              "The MEID is %s, please block it.",
              "手机的MEID是%s，请锁定。",
              r -> "A1" + some(r, HEX, 11).toUpperCase(Locale.ROOT) + "7"),
          one(
              "device.serial code",
              "serial_number",
              "The serial number is %s, please check the warranty.",
              "设备序列号：%s，请查保修。",
              r -> "C02" + some(r, LeakDigits.CAPITALS, 4) + between(r, 10, 99) + "Q6L4"),
          one(
              "device.ad-id idfa",
              "idfa",
              "The IDFA is %s, it was sold.",
              "广告标识符：%s，已出售。",
              r -> uuid(r).toUpperCase(Locale.ROOT)),
          one(
              "device.ad-id oaid",
              "oaid",
              "The OAID is %s, it was sold.",
              "OAID：%s，已出售。",
              r -> uuid(r)),
          one(
              "device.android-id hex",
              "android_id",
              "The Android ID is %s, it was sold.",
              "安卓ID：%s，已出售。",
              r -> "9a" + some(r, HEX, 12) + "c4"),
          one(
              "wifi.bssid dashes",
              "bssid",
              "The access point %s is slow.",
              "接入点%s很慢。",
              r -> octets("9c-3d-cf", "-", r)),
          one(
              "wifi.ssid quotes",
              "ssid",
              "The phone joined SSID: %s\nand left.",
              "无线名称：%s\n谢谢。",
              r -> "Quent%s's \"%s\" 5G".formatted(some(r, "nrst", 3), some(r, "bdgk", 5))),
          one(
              "wifi.ssid beyond-ascii",
              "ssid",
              "The phone joined SSID: %s\nand left.",
              "无线名称：%s\n谢谢。",
              r -> "望海楼" + some(r, LeakDigits.SMALL, 4) + "_Küche"),
          LeakFamily.of(
              "wifi.usage session",
              "ssid,signal,connected_time,rx_bytes",
              "SSID: %s\nsignal: %s\nconnected time: %s\nrx bytes: %s\nEnd.",
              "无线名称：%s\n信号：%s\n连接时长：%s\n下行流量：%s\n结束。",
              r ->
                  List.of(
                      "Tolland-" + some(r, LeakDigits.SMALL, 5),
                      "-%d dBm".formatted(between(r, 50, 89)),
                      between(r, 1000, 9999) + " seconds",
                      Integer.toString(between(r, 10_000_000, 99_999_999)))));

  private static String ipv4(Random random) {
    return "81.%d.%d.%d"
        .formatted(between(random, 10, 209), between(random, 100, 199), between(random, 1, 250));
  }

  private static String octets(String prefix, String between, Random random) {
    StringBuilder address = new StringBuilder(prefix);
    for (int i = 0; i < 3; i++) {
      address.append(between).append("%02x".formatted(between(random, 0xa0, 0xfe)));
    }
    return address.toString();
  }

  private static String dashedImei(Random random) {
    String plain = luhn("35" + some(random, LeakDigits.DIGITS, 12));
    return "%s-%s-%s-%s"
        .formatted(
            plain.substring(0, 2), plain.substring(2, 8), plain.substring(8, 14), plain.charAt(14));
  }

  private static String uuid(Random random) {
    return "%s-%s-4%s-a%s-%s"
        .formatted(
            "7e" + some(random, HEX, 6),
            some(random, HEX, 4),
            some(random, HEX, 3),
            some(random, HEX, 3),
            some(random, HEX, 12));
  }
}
