package dev.demarc.bench.scoring;

import java.util.List;
import java.util.Map;

/// Numbers of residents and organisations of China, Hong Kong, Macau and Taiwan.
final class ChineseIdentities {
  private static final List<String> REGIONS =
      List.of(
          "110101", "110105", "310104", "310101", "440106", "440305", "330106", "320102", "510104",
          "420106", "370102", "610113", "510105", "210102", "350203", "430102", "340104");
  private static final String TAIWAN = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

  private ChineseIdentities() {}

  static void into(Map<String, Kind> kinds) {
    kinds.put("cnid", new Kind("identity.cn-resident", ChineseIdentities::resident));
    kinds.put("cnidx", new Kind("identity.cn-resident", ChineseIdentities::residentLowerX));
    kinds.put("cnidsp", new Kind("identity.cn-resident", ChineseIdentities::residentSpaced));
    kinds.put("cnid15", new Kind("identity.cn-resident", ChineseIdentities::oldResident));
    kinds.put("uscc", new Kind("identity.cn-credit-code", ChineseIdentities::creditCode));
    kinds.put("hkid", new Kind("identity.hk", ChineseIdentities::hongKong));
    kinds.put("moid", new Kind("identity.mo", ChineseIdentities::macau));
    kinds.put("twid", new Kind("identity.tw", ChineseIdentities::taiwan));
    kinds.put("cnpassport", new Kind("identity.passport", ChineseIdentities::passport));
  }

  private static String resident(Chance chance) {
    String digits =
        chance.pick(REGIONS)
            + chance.between(1951, 2006)
            + chance.number(1, 12, 2)
            + chance.number(1, 28, 2)
            + chance.number(1, 998, 3);
    return digits + IssuedDigits.mod11and2(digits);
  }

  /// One number in eleven ends in X; this one does, and is written in lower case.
  private static String residentLowerX(Chance chance) {
    String made = resident(chance);
    return made.endsWith("X") ? made.replace('X', 'x') : residentLowerX(chance);
  }

  private static String residentSpaced(Chance chance) {
    return resident(chance).replaceAll("(.{6})(.{8})(.{4})", "$1 $2 $3");
  }

  private static String oldResident(Chance chance) {
    return chance.pick(REGIONS)
        + chance.between(48, 84)
        + chance.number(1, 12, 2)
        + chance.number(1, 28, 2)
        + chance.number(1, 998, 3);
  }

  private static String creditCode(Chance chance) {
    String organisation = "MA" + chance.chars(IssuedDigits.MOD31, 6);
    int rest = IssuedDigits.weighted(organisation, 3, 7, 9, 10, 5, 8, 4, 2) % 11;
    String check = "0X987654321".substring(rest, rest + 1);
    String body = chance.pick("91", "92", "93") + chance.pick(REGIONS) + organisation + check;
    return body + IssuedDigits.mod31(body);
  }

  private static String hongKong(Chance chance) {
    String letter = chance.chars("ABCDGHKPRSVYZ", 1);
    String digits = letter + chance.digits(6);
    int rest = (36 * 9 + IssuedDigits.weighted(digits, 8, 7, 6, 5, 4, 3, 2)) % 11;
    String check = rest == 0 ? "0" : rest == 1 ? "A" : Integer.toString(11 - rest);
    return digits + "(" + check + ")";
  }

  private static String macau(Chance chance) {
    return chance.pick("1", "5", "7") + chance.digits(6) + "(" + chance.digits(1) + ")";
  }

  private static String taiwan(Chance chance) {
    String letter = chance.chars(TAIWAN, 1);
    int code = TAIWAN.indexOf(letter) + 10;
    String digits = chance.pick("1", "2") + chance.digits(7);
    int sum = code / 10 + code % 10 * 9 + IssuedDigits.weighted(digits, 8, 7, 6, 5, 4, 3, 2, 1);
    return letter + digits + (10 - sum % 10) % 10;
  }

  private static String passport(Chance chance) {
    return chance.pick("E", "EA", "EB", "EJ", "G").concat(chance.digits(8)).substring(0, 9);
  }
}
