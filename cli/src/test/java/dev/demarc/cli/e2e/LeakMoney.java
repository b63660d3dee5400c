package dev.demarc.cli.e2e;

import static dev.demarc.cli.e2e.LeakDigits.DIGITS;
import static dev.demarc.cli.e2e.LeakDigits.between;
import static dev.demarc.cli.e2e.LeakDigits.luhn;
import static dev.demarc.cli.e2e.LeakDigits.some;
import static dev.demarc.cli.e2e.LeakFamily.one;

import java.util.List;
import java.util.Random;

/// Cards, accounts, wallets and payments, as banks and their customers write them.
final class LeakMoney {
  private static final String CARD = "My card is %s, please.";
  private static final String CHINESE_CARD = "我的卡号是%s，谢谢。";
  private static final String BOOKED =
      "On %s a payment of %s %s to %s, ref %s, account %s was booked.";
  private static final String BOOKED_ABROAD = "%s有一笔%s %s的交易，向%s转账，流水号%s，账号%s。";
  private static final String PAYMENT = "date,amount,currency,payee,reference,account";

  private LeakMoney() {}

  static final List<LeakFamily> ALL =
      List.of(
          one("payment.card plain", "card_number", CARD, CHINESE_CARD, LeakMoney::card),
          one(
              "payment.card unionpay",
              "card_number",
              "Card number %s, please.",
              "银行卡号%s谢谢",
              r -> luhn("622202" + some(r, DIGITS, 12))),
          one(
              "payment.card amex",
              "card_number",
              CARD,
              CHINESE_CARD,
              r -> luhn("3717" + some(r, DIGITS, 10))),
          LeakFamily.of(
              "payment.card groups", "card_number", CARD, CHINESE_CARD, r -> card(r, " ", 0)),
          LeakFamily.of(
              "payment.card full-width",
              "card_number",
              CARD,
              CHINESE_CARD,
              r -> card(r, "", 0xFF10 - '0')),
          LeakFamily.of(
              "payment.card zero-width",
              "card_number",
              CARD,
              CHINESE_CARD,
              r -> card(r, "\u200b", 0)),
          one(
              "payment.iban german",
              "iban",
              "Please wire it to %s, thanks.",
              "请汇到%s，谢谢。",
              r -> LeakDigits.iban("DE", "37040044" + some(r, DIGITS, 10))),
          one(
              "payment.iban groups",
              "iban",
              "Please wire it to IBAN %s, thanks.",
              "收款账号：%s，谢谢。",
              r ->
                  LeakDigits.iban("PL", "10901014" + some(r, DIGITS, 16))
                      .replaceAll("(.{4})(?=.)", "$1 ")),
          one(
              "payment.bic key",
              "bic",
              "The BIC is %s, please.",
              "SWIFT代码：%s，谢谢。",
              r -> some(r, "BCDFGH", 4) + "DEFF" + between(r, 100, 999)),
          one(
              "payment.routing aba",
              "routing_number",
              "The routing number is %s, please.",
              "路由号：%s，谢谢。",
              r -> LeakDigits.aba("0210" + between(r, 1000, 9999))),
          one(
              "payment.account plain",
              "account_number",
              "My account number is %s, please.",
              "我的银行账号是%s，谢谢。",
              LeakMoney::account),
          one(
              "payment.crypto base58",
              "wallet_address",
              "Send it to %s, please.",
              "钱包地址%s，谢谢。",
              LeakDigits::base58check),
          one(
              "payment.crypto bech32",
              "btc_address",
              "Send it to %s, please.",
              "钱包地址%s，谢谢。",
              LeakDigits::bech32),
          one(
              "payment.crypto ethereum",
              "eth_address",
              "Send it to %s, please.",
              "以太坊地址：%s，谢谢。",
              r -> "0x4f" + some(r, LeakDigits.HEX, 38)),
          LeakFamily.of(
              "payment.transaction booked",
              PAYMENT,
              BOOKED,
              BOOKED_ABROAD,
              r -> payment(r, name(r) + " & " + name(r), account(r))),
          LeakFamily.of(
              "payment.transaction by-card",
              PAYMENT,
              BOOKED,
              BOOKED_ABROAD,
              r -> payment(r, name(r) + " Bakery", card(r))),
          LeakFamily.of(
              "payment.transaction receipt",
              "交易时间,交易金额,收款方,交易单号",
              "Receipt\nTransaction time: %s\nAmount: %s\nPayee: %s\nReference: %s\nEnd.",
              "账单详情\n交易时间：%s\n交易金额：%s\n收款方：%s\n交易单号：%s\n结束。",
              r ->
                  List.of(
                      "20%d-0%d-1%d 09:%d:07"
                          .formatted(
                              between(r, 15, 24),
                              between(r, 1, 9),
                              between(r, 0, 9),
                              between(r, 10, 59)),
                      "%d.%02d".formatted(between(r, 3000, 9999), between(r, 10, 99)),
                      "望海楼" + name(r),
                      "20260101" + between(r, 10_000_000, 99_999_999))));

  private static String name(Random random) {
    List<String> names = List.of("Quent", "Oyelaran", "Brandt", "Tolland", "Marlowe");
    return names.get(random.nextInt(names.size())) + some(random, "nrst", 3);
  }

  private static String account(Random random) {
    return "70" + between(random, 10_000_000, 89_999_999);
  }

  private static String card(Random random) {
    return luhn("4929" + some(random, DIGITS, 11));
  }

  private static List<String> card(Random random, String between, int shift) {
    String digits = card(random);
    StringBuilder spelled = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      spelled.append(i > 0 && i % 4 == 0 ? between : "").append((char) (digits.charAt(i) + shift));
    }
    return List.of(spelled.toString(), digits);
  }

  private static List<String> payment(Random random, String payee, String account) {
    return List.of(
        "20%02d-%02d-%02d"
            .formatted(between(random, 15, 24), between(random, 1, 12), between(random, 1, 28)),
        "%d.%02d".formatted(between(random, 3000, 8999), random.nextInt(100)),
        "EUR",
        payee,
        "TX" + between(random, 100_000, 999_999),
        account);
  }
}
