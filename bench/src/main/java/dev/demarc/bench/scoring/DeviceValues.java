package dev.demarc.bench.scoring;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Numbers that a handset, a SIM card or an installation of an app is known by, and places.
final class DeviceValues {
  private static final String GEOHASH = "0123456789bcdefghjkmnpqrstuvwxyz";
  private static final String PLUS = "23456789CFGHJMPQRVWX";

  private DeviceValues() {}

  static void into(Map<String, Kind> kinds) {
    kinds.put("imei", new Kind("device.imei", DeviceValues::imei));
    kinds.put("imeigroups", new Kind("device.imei", DeviceValues::imeiGrouped));
    kinds.put("imeisv", new Kind("device.imei", c -> imei(c).substring(0, 14) + c.digits(2)));
    kinds.put("imsi", new Kind("device.imsi", DeviceValues::imsi));
    kinds.put("iccid", new Kind("device.iccid", DeviceValues::iccid));
    kinds.put("meid", new Kind("device.meid", DeviceValues::meid));
    kinds.put("serial", new Kind("device.serial", DeviceValues::serial));
    kinds.put("idfa", new Kind("device.ad-id", c -> uuid(c).toUpperCase(Locale.ROOT)));
    kinds.put("gaid", new Kind("device.ad-id", DeviceValues::uuid));
    kinds.put("oaid", new Kind("device.ad-id", DeviceValues::oaid));
    kinds.put("androidid", new Kind("device.android-id", chance -> chance.hex(16)));
    kinds.put("latlng", new Kind("location.precise", c -> place(c, ", ")));
    kinds.put("latlngtight", new Kind("location.precise", c -> place(c, ",")));
    kinds.put("lat", new Kind("location.precise", DeviceValues::latitude));
    kinds.put("lng", new Kind("location.precise", DeviceValues::longitude));
    kinds.put("dms", new Kind("location.precise", DeviceValues::degrees));
    kinds.put("geouri", new Kind("location.precise", c -> "geo:" + place(c, ",")));
    kinds.put("wkt", new Kind("location.precise", DeviceValues::wellKnownText));
    kinds.put("geojson", new Kind("location.precise", DeviceValues::geoJson));
    kinds.put("pluscode", new Kind("location.precise", DeviceValues::plusCode));
    kinds.put("geohash", new Kind("location.precise", c -> "u" + c.chars(GEOHASH, 8)));
  }

  private static String imei(Chance chance) {
    String type = chance.pick("35", "86", "01", "99", "35", "86") + chance.digits(6);
    return IssuedDigits.withLuhn(type + chance.digits(6));
  }

  private static String imeiGrouped(Chance chance) {
    String separator = chance.pick("-", " ");
    return imei(chance).replaceAll("(..)(.{6})(.{6})(.)", "$1-$2-$3-$4").replace("-", separator);
  }

  private static String imsi(Chance chance) {
    return chance
        .pick("46000", "46001", "46011", "26001", "26202", "20801", "21407", "23415", "310260")
        .concat(chance.digits(10))
        .substring(0, 15);
  }

  private static String iccid(Chance chance) {
    String issuer =
        chance.pick("898600", "898601", "894803", "894921", "893301", "893407", "8901260");
    return IssuedDigits.withLuhn(
        (issuer + chance.digits(13)).substring(0, chance.in(60) ? 19 : 18));
  }

  private static String meid(Chance chance) {
    return chance
        .pick("A0", "A1", "99", "A10000")
        .concat(chance.chars("0123456789ABCDEF", 12))
        .substring(0, 14);
  }

  private static String serial(Chance chance) {
    String alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
    return switch (chance.between(0, 4)) {
      case 0 -> chance.pick("C02", "F17", "DNP", "FVF") + chance.chars(alphabet, 9);
      case 1 -> "R58" + chance.chars(alphabet, 8);
      case 2 -> chance.pick("5CG", "PF", "MXL") + chance.digits(1) + chance.chars(alphabet, 6);
      case 3 -> chance.digits(2) + "X" + chance.chars("0123456789ABCDEF", 10);
      default -> "SN" + chance.digits(5) + chance.chars(alphabet, 5);
    };
  }

  static String uuid(Chance chance) {
    long high = (chance.random().nextLong() & ~0xf000L) | 0x4000L;
    long low = (chance.random().nextLong() >>> 2) | (1L << 63);
    return new UUID(high, low).toString();
  }

  private static String oaid(Chance chance) {
    return switch (chance.between(0, 2)) {
      case 0 -> uuid(chance);
      case 1 -> chance.hex(64);
      default -> chance.hex(16);
    };
  }

  private static String latitude(Chance chance) {
    return decimal(
        chance, chance.pick("52.", "50.", "48.", "40.", "31.", "39.", "22.", "-33.", "51."));
  }

  private static String longitude(Chance chance) {
    return decimal(
        chance, chance.pick("21.", "19.", "2.", "-3.", "121.", "116.", "113.", "13.", "-0."));
  }

  /// Four to seven decimals, the last of them not zero.
  private static String decimal(Chance chance, String degrees) {
    return degrees + chance.digits(chance.between(3, 6)) + chance.between(1, 9);
  }

  private static String place(Chance chance, String between) {
    return latitude(chance) + between + longitude(chance);
  }

  private static String degrees(Chance chance) {
    String minutes = "%s°%02d'%s.%d\"%s";
    return String.format(
            Locale.ROOT,
            minutes,
            chance.between(22, 59),
            chance.between(0, 59),
            chance.number(0, 59, 2),
            chance.between(0, 9),
            "N")
        + " "
        + String.format(
            Locale.ROOT,
            minutes,
            chance.between(2, 121),
            chance.between(0, 59),
            chance.number(0, 59, 2),
            chance.between(0, 9),
            chance.pick("E", "W"));
  }

  private static String wellKnownText(Chance chance) {
    return "POINT(" + longitude(chance) + " " + latitude(chance) + ")";
  }

  private static String geoJson(Chance chance) {
    return "[" + longitude(chance) + ", " + latitude(chance) + "]";
  }

  private static String plusCode(Chance chance) {
    return chance.pick("9G4", "8FW", "8Q7", "9F4", "8CG")
        + chance.chars(PLUS, 5)
        + "+"
        + chance.chars(PLUS, 2);
  }
}
