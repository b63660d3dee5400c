package dev.demarc.cli.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A kind of value that is planted, and how its values are made: valid check digits, fresh for each
/// seed. A family of several fields is a record: each field is hunted for on its own.
enum LeakFamily {
  EMAIL("email", "Please write to %s, thank you.", "请联系%s，谢谢。"),
  EMAIL_BEYOND_ASCII("email", "Please write to %s, thank you.", "请联系 %s，谢谢。"),
  IPV4("client_ip", "It came from %s, it seems.", "登录来自%s，请核实。"),
  IPV6("client_ip", "It came from %s, it seems.", "登录来自%s，请核实。"),
  MAC("mac", "The handset %s is slow.", "设备%s很慢。"),
  BSSID("bssid", "The access point %s is slow.", "接入点%s很慢。"),
  SSID("ssid", "The phone joined SSID: %s\nand left.", "无线名称：%s\n谢谢。"),
  SSID_BEYOND_ASCII("ssid", "The phone joined SSID: %s\nand left.", "无线名称：%s\n谢谢。"),
  CARD("card_number", "My card is %s, please.", "我的卡号是%s，谢谢。"),
  CARD_IN_GROUPS("card_number", "My card is %s, please.", "我的卡号是%s，谢谢。"),
  CARD_FULL_WIDTH("card_number", "My card is %s, please.", "我的卡号是%s，谢谢。"),
  CARD_WITH_ZERO_WIDTH("card_number", "My card is %s, please.", "我的卡号是%s，谢谢。"),
  PAYMENT(
      "date,amount,currency,payee,reference,account",
      "On %s a payment of %s %s to %s, ref %s, account %s was booked.",
      "%s有一笔%s %s的交易，向%s转账，流水号%s，账号%s。"),
  PAYMENT_OF_OTHERS(
      "date,amount,currency,payee,reference,account",
      "On %s a payment of %s %s to %s, ref %s, account %s was booked.",
      "%s有一笔%s %s的交易，向%s转账，流水号%s，账号%s。");

  private static final String[] NAMES = {"Quent", "Oyelaran", "Brandt", "Tolland", "Marlowe"};

  /// One field: its key, its value as it is spelled, and what else would give the value away.
  record Field(String key, String value, List<String> alias) {
    Field(String key, String value) {
      this(key, value, List.of());
    }

    /// Everything that must not be found.
    List<String> hunted() {
      List<String> all = new ArrayList<>(alias);
      all.add(value);
      return all;
    }
  }

  /// A record of planted values.
  record Planted(LeakFamily family, List<Field> fields) {
    /// The same record with a mark in place of each value, which no carrier changes.
    Planted marked() {
      List<Field> marks = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        marks.add(new Field(fields.get(i).key(), LeakMarks.of(i)));
      }
      return new Planted(family, marks);
    }

    Object[] values() {
      return fields.stream().map(Field::value).toArray();
    }

    boolean isRecord() {
      return fields.size() > 1;
    }
  }

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of strings
  private final List<String> keys;

  private final String sentence;
  private final String chinese;

  LeakFamily(String keys, String sentence, String chinese) {
    this.keys = List.of(keys.split(",", -1));
    this.sentence = sentence;
    this.chinese = chinese;
  }

  String sentence() {
    return sentence;
  }

  String chinese() {
    return chinese;
  }

  Planted plant(Random random) {
    return switch (this) {
      case EMAIL -> one(word(random, 6) + "." + word(random, 5) + "@" + word(random, 9) + ".org");
      case EMAIL_BEYOND_ASCII ->
          one("jürgen" + word(random, 4) + "@müller-" + word(random, 6) + ".de");
      case IPV4 -> one(ipv4(random));
      case IPV6 -> one("2a02:8109:%x:%x::%x".formatted(hex(random), hex(random), hex(random)));
      case MAC -> one(octets("3c:22:fb", ":", random));
      case BSSID -> one(octets("9c-3d-cf", "-", random));
      case SSID -> one(name(random) + "'s \"" + word(random, 5) + "\" 5G");
      case SSID_BEYOND_ASCII -> one("望海楼" + word(random, 4) + "_Küche");
      case CARD -> one(card(random));
      case CARD_IN_GROUPS -> card(random, " ", 0);
      case CARD_FULL_WIDTH -> card(random, "", 0xFF10 - '0');
      case CARD_WITH_ZERO_WIDTH -> card(random, "\u200b", 0);
      case PAYMENT -> payment(random, name(random) + " & " + name(random), account(random));
      case PAYMENT_OF_OTHERS -> payment(random, name(random) + " Bakery", card(random));
    };
  }

  private Planted one(String value) {
    return new Planted(this, List.of(new Field(keys.getFirst(), value)));
  }

  private Planted card(Random random, String between, int shift) {
    String digits = card(random);
    StringBuilder spelled = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      spelled.append(i > 0 && i % 4 == 0 ? between : "").append((char) (digits.charAt(i) + shift));
    }
    return new Planted(
        this, List.of(new Field(keys.getFirst(), spelled.toString(), List.of(digits))));
  }

  private Planted payment(Random random, String payee, String account) {
    List<String> values =
        List.of(
            "20%02d-%02d-%02d"
                .formatted(15 + random.nextInt(10), 1 + random.nextInt(12), 1 + random.nextInt(28)),
            "%d.%02d".formatted(3000 + random.nextInt(6000), random.nextInt(100)),
            "EUR",
            payee,
            "TX" + (100_000 + random.nextInt(900_000)),
            account);
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      fields.add(new Field(keys.get(i), values.get(i)));
    }
    return new Planted(this, fields);
  }

  private static String account(Random random) {
    return "70" + (10_000_000 + random.nextInt(80_000_000));
  }

  private static String ipv4(Random random) {
    return "81.%d.%d.%d"
        .formatted(10 + random.nextInt(200), 100 + random.nextInt(100), 1 + random.nextInt(250));
  }

  private static int hex(Random random) {
    return 0x1000 + random.nextInt(0xEFFF);
  }

  private static String octets(String prefix, String between, Random random) {
    StringBuilder address = new StringBuilder(prefix);
    for (int i = 0; i < 3; i++) {
      address.append(between).append("%02x".formatted(0xA0 + random.nextInt(0x5F)));
    }
    return address.toString();
  }

  private static String name(Random random) {
    return NAMES[random.nextInt(NAMES.length)]
        + word(random, 3).toLowerCase(Locale.ROOT).replaceAll("[aeiou]", "n");
  }

  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  /// 16 digits of a known issuer with Luhn's check digit.
  private static String card(Random random) {
    StringBuilder digits = new StringBuilder("4929");
    while (digits.length() < 15) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      int digit = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return digits.append((10 - sum % 10) % 10).toString();
  }
}
