package dev.demarc.bench.scoring;

import java.util.List;
import java.util.Map;

/// Cards, accounts and the codes of banks, with valid check digits.
final class PaymentValues {
  private static final List<String> TEST_CARDS =
      List.of("4111111111111111", "4242424242424242", "5555555555554444", "378282246310005");
  private static final List<String> COUNTRIES =
      List.of(
          "DE", "PL", "FR", "ES", "GB", "NL", "IT", "BE", "AT", "CH", "SE", "PT", "CZ", "IE", "DK",
          "FI");

  private PaymentValues() {}

  static void into(Map<String, Kind> kinds) {
    kinds.put("card", new Kind("payment.card", PaymentValues::card));
    kinds.put("cardsp", new Kind("payment.card", chance -> grouped(card16(chance), " ")));
    kinds.put("carddash", new Kind("payment.card", chance -> grouped(card16(chance), "-")));
    kinds.put("cardodd", new Kind("payment.card", PaymentValues::oddLength));
    kinds.put("unionpay", new Kind("payment.card", chance -> unionPay(chance)));
    kinds.put("unionpaysp", new Kind("payment.card", chance -> grouped(unionPay(chance), " ")));
    kinds.put("mirrupay", new Kind("payment.card", PaymentValues::mirOrRupay));
    kinds.put("iban", new Kind("payment.iban", PaymentValues::iban));
    kinds.put("ibansp", new Kind("payment.iban", chance -> grouped(iban(chance), " ")));
    kinds.put("ibanpl", new Kind("payment.iban", chance -> grouped(iban(chance, "PL"), " ")));
    kinds.put("ibande", new Kind("payment.iban", chance -> grouped(iban(chance, "DE"), " ")));
    kinds.put("bic", new Kind("payment.bic", PaymentValues::bic));
    kinds.put("aba", new Kind("payment.routing", PaymentValues::routing));
    kinds.put("account", new Kind("payment.account", PaymentValues::account));
    kinds.put("nrb", new Kind("payment.account", PaymentValues::polishAccount));
    kinds.put("cnaccount", new Kind("payment.account", PaymentValues::chineseAccount));
    kinds.put("btc", new Kind("payment.crypto", PaymentValues::bitcoin));
    kinds.put("eth", new Kind("payment.crypto", c -> CoinAddresses.ethereum(c.bytes(20))));
    kinds.put("ethlower", new Kind("payment.crypto", chance -> "0x" + chance.hex(40)));
    kinds.put("trx", new Kind("payment.crypto", c -> CoinAddresses.base58(0x41, c.bytes(20))));
    kinds.put("ltc", new Kind("payment.crypto", PaymentValues::litecoin));
    kinds.put("doge", new Kind("payment.crypto", c -> CoinAddresses.base58(0x1e, c.bytes(20))));
  }

  private static String card(Chance chance) {
    return chance.in(75) ? card16(chance) : oddLength(chance);
  }

  private static String card16(Chance chance) {
    String prefix =
        switch (chance.between(0, 5)) {
          case 0, 1 -> "4" + chance.number(10000, 99999, 5);
          case 2 -> "5" + chance.between(1, 5) + chance.digits(4);
          case 3 -> Integer.toString(chance.between(222100, 272099));
          case 4 -> chance.pick("6011", "6511") + chance.digits(2);
          default -> Integer.toString(chance.between(352800, 358999));
        };
    String made = IssuedDigits.withLuhn(prefix + chance.digits(9));
    return TEST_CARDS.contains(made) ? card16(chance) : made;
  }

  /// American Express, Diners Club, Visa of 13 and 19 digits, Maestro of 18.
  private static String oddLength(Chance chance) {
    String made =
        IssuedDigits.withLuhn(
            switch (chance.between(0, 4)) {
              case 0, 1 -> chance.pick("34", "37") + chance.digits(12);
              case 2 -> "36" + chance.digits(11);
              case 3 -> "4" + chance.number(100000, 999999, 6) + chance.digits(11);
              default -> chance.pick("5018", "5020", "6304") + chance.digits(13);
            });
    return TEST_CARDS.contains(made) ? oddLength(chance) : made;
  }

  private static String unionPay(Chance chance) {
    String bank =
        chance.pick(
            "622202", "621700", "622848", "621661", "622588", "622262", "621226", "625912",
            "623668", "622700");
    return IssuedDigits.withLuhn(bank + chance.digits(chance.in(60) ? 12 : 9));
  }

  private static String mirOrRupay(Chance chance) {
    String prefix = chance.pick("2200", "2202", "2204", "6521", "6522", "5081", "9792");
    return IssuedDigits.withLuhn(prefix + chance.digits(11));
  }

  static String grouped(String digits, String separator) {
    return digits.replaceAll("(.{4})(?=.)", "$1" + separator);
  }

  private static String iban(Chance chance) {
    return iban(chance, chance.pick(COUNTRIES));
  }

  private static String iban(Chance chance, String country) {
    String account =
        switch (country) {
          case "DE" ->
              chance.pick("50010517", "37040044", "10050000", "70150000") + chance.digits(10);
          case "PL" -> polishAccount(chance).substring(2);
          case "FR" -> chance.digits(20) + chance.chars(Chance.UPPER, 1) + chance.digits(2);
          case "ES", "SE", "CZ" -> chance.digits(20);
          case "GB" -> chance.pick("BARC", "LOYD", "HBUK", "NWBK") + chance.digits(14);
          case "IE" -> chance.pick("AIBK", "BOFI") + chance.digits(14);
          case "NL" -> chance.pick("ABNA", "INGB", "RABO") + chance.digits(10);
          case "IT" -> chance.chars(Chance.UPPER, 1) + chance.digits(22);
          case "BE" -> chance.digits(12);
          case "AT" -> chance.digits(16);
          case "CH" -> chance.digits(17);
          case "PT" -> chance.digits(21);
          default -> chance.digits(14);
        };
    return country + IssuedDigits.iban(country, account) + account;
  }

  /// A Polish account of 26 digits: check digits, then a sort code with a check digit of its own.
  private static String polishAccount(Chance chance) {
    String bank = chance.pick("1140", "1020", "1090", "1240", "2490") + chance.digits(3);
    int check = (10 - IssuedDigits.weighted(bank, 3, 9, 7, 1, 3, 9, 7) % 10) % 10;
    String account = bank + check + chance.digits(16);
    return IssuedDigits.iban("PL", account) + account;
  }

  private static String bic(Chance chance) {
    return chance.pick(
            "DEUTDEFF",
            "COBADEFF",
            "BREXPLPW",
            "BPKOPLPW",
            "WBKPPLPP",
            "BNPAFRPP",
            "SOGEFRPP",
            "CAIXESBB",
            "BBVAESMM",
            "ICBKCNBJ",
            "BKCHCNBJ",
            "CMBCCNBS",
            "BARCGB22",
            "CHASUS33",
            "INGBNL2A",
            "UNCRITMM")
        + (chance.in(50) ? chance.pick("X".repeat(3), "500") : "");
  }

  private static String routing(Chance chance) {
    String district = chance.in(50) ? chance.number(1, 12, 2) : chance.number(21, 32, 2);
    String digits = district + chance.digits(6);
    return digits + (10 - IssuedDigits.weighted(digits, 3, 7, 1) % 10) % 10;
  }

  private static String account(Chance chance) {
    return chance.number(10, 99, 2) + chance.digits(chance.between(6, 10));
  }

  private static String chineseAccount(Chance chance) {
    return chance.pick("1202", "3301", "4000", "0200", "3100") + chance.digits(15);
  }

  private static String bitcoin(Chance chance) {
    return switch (chance.between(0, 3)) {
      case 0 -> CoinAddresses.base58(0, nonZero(chance));
      case 1 -> CoinAddresses.base58(5, chance.bytes(20));
      case 2 -> CoinAddresses.bech32("bc", 0, chance.bytes(20));
      default -> CoinAddresses.bech32("bc", 1, chance.bytes(32));
    };
  }

  private static byte[] nonZero(Chance chance) {
    byte[] hash = chance.bytes(20);
    hash[0] |= 1;
    return hash;
  }

  private static String litecoin(Chance chance) {
    return chance.in(50)
        ? CoinAddresses.base58(0x30, chance.bytes(20))
        : CoinAddresses.bech32("ltc", 0, chance.bytes(20));
  }
}
