package dev.demarc.bench.scoring;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Addresses, radio networks and the identities that log in to them. Addresses are public unicast:
/// no range that a document or a private network uses.
final class NetworkValues {
  private static final List<Integer> FIRST_OCTETS =
      List.of(
          5, 24, 31, 37, 46, 58, 61, 77, 80, 83, 89, 91, 95, 109, 113, 116, 120, 124, 178, 183, 188,
          193, 194, 212, 213, 217, 218, 221, 222);
  private static final List<String> PREFIXES =
      List.of(
          "2a01:4f8:c17",
          "2a02:a311:8042",
          "2409:8a28:1c",
          "2408:8207:78a",
          "240e:3b7:3012",
          "2a00:f41:18e",
          "2600:1700:4f21",
          "2a01:cb00:8d2",
          "2003:cd:9721");

  private NetworkValues() {}

  static void into(Map<String, Kind> kinds) {
    kinds.put("ip4", new Kind("network.ip", NetworkValues::ip4));
    kinds.put("ip6", new Kind("network.ip", NetworkValues::ip6));
    kinds.put("ip6short", new Kind("network.ip", NetworkValues::ip6Short));
    kinds.put("ip6zone", new Kind("network.ip", chance -> ip6(chance) + "%" + zone(chance)));
    kinds.put("ip6mapped", new Kind("network.ip", chance -> "::ffff:" + ip4(chance)));
    kinds.put("mac", new Kind("network.mac", NetworkValues::mac));
    kinds.put("macdash", new Kind("network.mac", chance -> written(chance, "-", true)));
    kinds.put("macdot", new Kind("network.mac", NetworkValues::macDotted));
    kinds.put("macbare", new Kind("network.mac", chance -> written(chance, "", true)));
    kinds.put("bssid", new Kind("wifi.bssid", NetworkValues::mac));
    kinds.put("bssiddash", new Kind("wifi.bssid", chance -> written(chance, "-", false)));
    kinds.put("bssidesc", new Kind("wifi.bssid", chance -> written(chance, "\\:", true)));
    kinds.put("ssid", new Kind("wifi.ssid", NetworkValues::ssid));
    kinds.put("eap", new Kind("network.identity", NetworkValues::identity));
    kinds.put("hostname", new Kind("", NetworkValues::host));
  }

  private static String ip4(Chance chance) {
    return chance.pick(FIRST_OCTETS)
        + "."
        + chance.between(20, 250)
        + "."
        + chance.between(0, 255)
        + "."
        + chance.between(2, 254);
  }

  /// Three groups that a registry gave out, and five random ones.
  private static String ip6(Chance chance) {
    return chance.pick(PREFIXES)
        + ":"
        + group(chance)
        + ":"
        + group(chance)
        + ":"
        + group(chance)
        + ":"
        + group(chance)
        + ":"
        + group(chance);
  }

  private static String ip6Short(Chance chance) {
    return chance.pick(PREFIXES)
        + "::"
        + group(chance)
        + (chance.in(50) ? ":" + group(chance) : "");
  }

  private static String group(Chance chance) {
    return Integer.toHexString(chance.between(1, 0xffff));
  }

  private static String zone(Chance chance) {
    return chance.pick("eth0", "wlan0", "en0", "enp3s0", "12");
  }

  private static String mac(Chance chance) {
    return written(chance, ":", chance.in(30));
  }

  private static String written(Chance chance, String separator, boolean upper) {
    byte[] octets = chance.bytes(6);
    octets[0] &= (byte) 0xfc;
    String written = HexFormat.ofDelimiter(separator).formatHex(octets);
    return upper ? written.toUpperCase(Locale.ROOT) : written;
  }

  private static String macDotted(Chance chance) {
    String bare = written(chance, "", false);
    return bare.substring(0, 4) + "." + bare.substring(4, 8) + "." + bare.substring(8);
  }

  private static String ssid(Chance chance) {
    return switch (chance.between(0, 9)) {
      case 0 -> "TP-LINK_" + chance.chars("0123456789ABCDEF", 4);
      case 1 ->
          "FRITZ!Box " + chance.pick("7590", "7530", "6660") + " " + chance.chars(Chance.UPPER, 2);
      case 2 -> chance.pick("ChinaNet-", "CMCC-", "CU_") + chance.chars(Chance.BASE62, 4);
      case 3 -> chance.pick("Livebox-", "Bbox-", "freebox_") + chance.chars("0123456789ABCDEF", 4);
      case 4 -> chance.pick("MOVISTAR_", "vodafone", "Orange_Swiatlowod_") + chance.hex(4);
      case 5 ->
          chance.pick("Lakeview", "Birkenhof", "Zielona", "Sunny", "Nordlicht", "Casa")
              + chance.pick("Home", "House", "Flat", "_5G", "-WLAN", "Net")
              + chance.digits(2);
      case 6 ->
          chance.pick("翠湖花园", "老地方咖啡", "星辰公寓", "三楼办公室", "幸福小区")
              + chance.digits(3)
              + chance.pick("", "_5G", "-WiFi");
      case 7 -> "HUAWEI-" + chance.chars(Chance.UPPER + Chance.DIGITS, 6);
      case 8 -> "Xiaomi_" + chance.chars("0123456789ABCDEF", 4) + chance.pick("", "_5G");
      default -> "NETGEAR" + chance.digits(2) + chance.pick("", "-5G", "-EXT");
    };
  }

  private static String identity(Chance chance) {
    return switch (chance.between(0, 4)) {
      case 0 ->
          "0"
              + chance.pick("26001", "26202", "46000", "20801")
              + chance.digits(10)
              + "@wlan.mnc001.mcc260.3gppnetwork.org";
      case 1 -> "host/" + host(chance).toLowerCase(Locale.ROOT) + ".corp.nordhafen.net";
      case 2 -> chance.pick("NORDHAFEN", "ZAKLAD1", "BRANCH7") + "\\" + user(chance);
      case 3 ->
          user(chance) + "@" + chance.pick("eduroam.pw.edu.pl", "wifi.tu-nord.de", "net.sjtu.cn");
      default -> user(chance) + chance.digits(3);
    };
  }

  private static String user(Chance chance) {
    return chance.pick("j", "m", "k", "a", "p", "s")
        + chance.pick("nowak", "keller", "moreau", "ortega", "wanglei", "bennett", "lis", "vogel")
        + chance.digits(2);
  }

  private static String host(Chance chance) {
    return chance.pick("LAPTOP-", "DESKTOP-", "WS") + chance.chars(Chance.UPPER + Chance.DIGITS, 7);
  }
}
