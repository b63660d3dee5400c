package dev.demarc.bench.scoring;

import java.util.Base64;
import java.util.Map;
import java.util.function.Function;

/// Values that look like personal data and are not, and the numbers that any text holds.
final class NegativeValues {
  private NegativeValues() {}

  static void into(Map<String, Kind> kinds) {
    numbers(kinds);
    network(kinds);
    identifiers(kinds);
    examples(kinds);
  }

  private static void put(Map<String, Kind> kinds, String name, Function<Chance, String> make) {
    kinds.put(name, new Kind("", make));
  }

  private static void numbers(Map<String, Kind> kinds) {
    for (int width = 1; width <= 12; width++) {
      int digits = width;
      put(kinds, "n" + width, c -> c.between(1, 9) + c.digits(digits - 1));
    }
    put(kinds, "price", c -> c.between(2, 900) + "." + c.digits(2));
    put(kinds, "pricecomma", c -> c.between(2, 900) + "," + c.digits(2));
    put(kinds, "thousands", c -> c.between(1, 99) + "," + c.digits(3) + "," + c.digits(3));
    put(kinds, "year", c -> Integer.toString(c.between(1961, 2026)));
    put(kinds, "date", c -> c.between(2021, 2026) + "-" + month(c) + "-" + day(c));
    put(kinds, "dateeu", c -> day(c) + "." + month(c) + "." + c.between(2021, 2026));
    put(kinds, "time", c -> c.number(0, 23, 2) + ":" + c.number(0, 59, 2));
    put(kinds, "timesec", c -> time(c));
    put(
        kinds,
        "iso",
        c -> "202" + c.between(3, 6) + "-" + month(c) + "-" + day(c) + "T" + time(c) + "Z");
    put(kinds, "epoch", c -> "17" + c.digits(8));
    put(kinds, "epochms", c -> "17" + c.digits(11));
    put(kinds, "float", c -> c.between(0, 9) + "." + c.digits(6));
    put(kinds, "percentage", c -> c.between(1, 99) + "." + c.digits(1) + "%");
    put(kinds, "sixpairs", c -> time(c) + ":" + time(c));
  }

  private static String month(Chance chance) {
    return chance.number(1, 12, 2);
  }

  private static String day(Chance chance) {
    return chance.number(1, 28, 2);
  }

  private static String time(Chance chance) {
    return chance.number(0, 23, 2) + ":" + chance.number(0, 59, 2) + ":" + chance.number(0, 59, 2);
  }

  private static void network(Map<String, Kind> kinds) {
    put(kinds, "ver3", c -> dotted(c, 0, 30, 0, 40, 0, 60));
    put(kinds, "ver4", c -> dotted(c, 1, 30, 0, 20, 0, 40, 0, 250));
    put(kinds, "chrome", c -> c.between(90, 148) + ".0." + dotted(c, 0, 7000, 0, 250));
    put(kinds, "oid", c -> "1.3.6.1.4.1." + dotted(c, 100, 60000, 1, 9, 1, 40));
    put(kinds, "section", c -> dotted(c, 1, 12, 1, 9, 1, 9, 1, 9));
    put(kinds, "badip", c -> dotted(c, 256, 900, 0, 300) + ".12.7");
    put(kinds, "docip", c -> c.pick("192.0.2.", "198.51.100.", "203.0.113.") + c.between(1, 254));
    put(kinds, "docip6", c -> "2001:db8:" + c.hex(4) + "::" + c.between(1, 9));
    put(kinds, "loopback", c -> c.pick("127.0.0.1", "::1", "0.0.0.0"));
    put(kinds, "zeromac", c -> c.pick("00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff"));
  }

  /// Numbers with dots between them, each from its least to its most.
  private static String dotted(Chance chance, int... bounds) {
    var numbers = new StringBuilder();
    for (int i = 0; i < bounds.length; i += 2) {
      numbers.append(i == 0 ? "" : ".").append(chance.between(bounds[i], bounds[i + 1]));
    }
    return numbers.toString();
  }

  private static void identifiers(Map<String, Kind> kinds) {
    put(kinds, "order", c -> failing(c, c.pick("20", "88", "71", "10"), c.between(12, 16)));
    put(kinds, "order19", c -> failing(c, "1", 19));
    put(
        kinds,
        "luhnother",
        c -> IssuedDigits.withLuhn(c.pick("10", "71", "83", "97") + c.digits(13)));
    put(kinds, "not-card", c -> failing(c, "4", 16));
    put(kinds, "not-imei", c -> failing(c, "70", 15));
    put(kinds, "block", c -> c.pick("blk_", "blk_-") + c.between(1, 9) + c.digits(18));
    put(kinds, "uuid", DeviceValues::uuid);
    put(kinds, "sha1", c -> c.hex(40));
    put(kinds, "sha256", c -> c.hex(64));
    put(kinds, "md5", c -> c.hex(32));
    put(kinds, "short", c -> c.hex(7));
    put(kinds, "isbn", NegativeValues::isbn);
    put(
        kinds,
        "parcel",
        c ->
            c.pick(
                "1Z" + c.digits(3) + "E6" + c.digits(10),
                "SF" + c.digits(13),
                "YT" + c.digits(13),
                "RR" + c.digits(9) + "PL"));
    put(
        kinds,
        "part",
        c -> c.chars(Chance.UPPER, 2) + c.digits(3) + "-" + c.digits(2) + "-" + c.digits(4));
    put(kinds, "colour", c -> "#" + c.hex(6));
    put(kinds, "blob", c -> Base64.getEncoder().encodeToString(high(c, c.between(30, 90))));
    put(kinds, "hexdump", c -> c.hex(32).replaceAll("(..)(?=.)", "$1 "));
    put(kinds, "hexaddr", c -> "0x" + c.hex(12));
    put(kinds, "ean", c -> failing(c, "590", 13));
    put(kinds, "flight", c -> c.pick("LO", "LH", "CA", "MU", "AF", "IB") + c.digits(3));
  }

  /// Bytes that are no text in any encoding.
  private static byte[] high(Chance chance, int count) {
    byte[] bytes = chance.bytes(count);
    for (int i = 0; i < count; i += 2) {
      bytes[i] = (byte) (bytes[i] | 0xf8);
    }
    return bytes;
  }

  /// Digits that do not pass the check of cards and handsets.
  private static String failing(Chance chance, String prefix, int length) {
    String digits = prefix + chance.digits(length - prefix.length());
    return IssuedDigits.passesLuhn(digits) ? failing(chance, prefix, length) : digits;
  }

  private static String isbn(Chance chance) {
    String digits = chance.pick("978", "979") + chance.digits(9);
    int check = (10 - IssuedDigits.weighted(digits, 1, 3) % 10) % 10;
    return (digits + check).replaceAll("(...)(.)(....)(....)(.)", "$1-$2-$3-$4-$5");
  }

  private static void examples(Map<String, Kind> kinds) {
    put(
        kinds,
        "testcard",
        c ->
            c.pick(
                "4111 1111 1111 1111",
                "4242424242424242",
                "5555 5555 5555 4444",
                "378282246310005",
                "4000056655665556"));
    put(
        kinds,
        "examplemail",
        c ->
            c.pick("user", "john.doe", "info", "test", "alice", "noreply")
                + "@"
                + c.pick(
                    "example.com",
                    "example.org",
                    "example.net",
                    "mail.example",
                    "shop.test",
                    "host.invalid"));
    put(kinds, "fiction", c -> "(" + c.pick("212", "415", "206") + ") 555-01" + c.digits(2));
    put(
        kinds,
        "examplekey",
        c ->
            c.pick(
                "AKIAIOSFODNN7EXAMPLE",
                "sk-your-key-here",
                "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "<YOUR_API_KEY>",
                "${API_KEY}",
                "sk_test_..."));
    put(
        kinds,
        "nothing",
        c -> c.pick("", "null", "N/A", "n/a", "-", "unknown", "none", "undefined"));
    put(kinds, "stars", c -> c.pick("***", "********", "[redacted]", "<hidden>", "REDACTED"));
    put(kinds, "badssn", c -> c.pick("000-12-3456", "666-45-1234", "123-00-4567", "078-05-1120"));
  }
}
