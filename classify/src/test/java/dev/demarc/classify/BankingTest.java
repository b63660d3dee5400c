package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Cards, accounts and codes of banks, and wallets: what is found, and what looks like it and is
/// not.
class BankingTest {
  private static final List<String> IBAN_FRAMES =
      List.of("%s", "to %s.", "IBAN: %s", "iban=%s&x=1", "收款账号：%s，谢谢", "账号%s", "(%s)");
  private static final List<String> WALLET_FRAMES =
      List.of("%s", "send to %s.", "to=%s&amount=1", "钱包地址%s，谢谢", "\"%s\"");

  // Cards. The numbers pass Luhn and are nobody's test number.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "卡号6222021234567890128 | 6222021234567890128",
        "账号6222021234567890128，户名张伟 | 6222021234567890128",
        "我刚刷了4929127381726356这张 | 4929127381726356",
        "Card No.4929127381726356 | 4929127381726356",
        "card#4929127381726356 | 4929127381726356",
        "card: 49 29 12 73 81 72 63 56 | 49 29 12 73 81 72 63 56",
        "4929-1273 8172-6356 | 4929-1273 8172-6356",
        "4034219877128 exp 12/27 | 4034219877128",
        "Maestro 501812345678901237 | 501812345678901237",
        "pan=4929+1273+8172+6356&x=1 | 4929+1273+8172+6356",
        "2026 4929 1273 8172 6356 | 4929 1273 8172 6356",
      })
  void a_card_is_found_however_it_is_written(String text, String card) {
    assertThat(Found.of(Category.PAYMENT_CARD, text)).containsExactly(card);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4034219877128",
        "4 9 2 9 1 2 7 3 8 1 7 2 6 3 5 6",
        "size=4929127381726356 bytes",
        "event 4929127381726356 processed",
        "userId: 4929127381726356",
        "barcode 4929127381726356",
        "9400 4929 1273 8172 6356 00",
        "606C 4929 1273 8172 6356 8FE2",
        "the IMSI of the card is 310150123456789",
        "5555 5555 5555 5555",
        "4929127381726357",
        "1608999687919862906",
        "blk_-4929127381726356",
        "order 4929127381726356",
        "订单号：4929127381726356",
        "tracking number 4929127381726356",
        "id4929127381726356x",
        "0.4929127381726356",
        "49291273817263564929127381726356",
        "550e8400-e29b-41d4-a716-446655440000",
        "1761388953000 1761388953123",
        "2026-11-23 10:22:33.123456",
        "20261123103045",
        "+4929127381726356",
        "3.14159265358979323846",
        "4111111111111111",
        "4242 4242 4242 4242",
        "会员卡号：4929127381726357",
        "IMEI 356938035643809",
      })
  void a_long_number_that_is_no_card_or_is_called_something_else_is_left_alone(String text) {
    assertThat(Found.of(Category.PAYMENT_CARD, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4929127381726356",
        "4929 1273 8172 6356",
        "4929-1273-8172-6356",
        "4929.1273.8172.6356",
        "4929  1273  8172  6356",
        "5301274318753213",
        "3782 859174 42130",
        "378285917442130",
        "6228480402564890018",
        "6228 4804 0256 4890 018",
        "6011347193847521",
        "3528419374628195",
        "2201384719203847",
        "36227138472219",
        "４９２９１２７３８１７２６３５６",
        "４９２９ １２７３ ８１７２ ６３５６",
        "٤٩٢٩١٢٧٣٨١٧٢٦٣٥٦",
        "4929\u200b1273\u200b8172\u200b6356",
        "4929\u00a01273\u00a08172\u00a06356",
        "4929–1273–8172–6356"
      })
  void a_card_number_is_found(String number) {
    assertThat(Chat.found("paid with " + number + ", thanks"))
        .containsExactly("payment.card " + number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "card 4929127381726357",
        "卡号：6228480402564890010",
        "银行卡号是6228480402564890010",
        "cardNumber=1234567890123456",
        "Card no. 4034219877128",
        "Visa4929127381726356",
      })
  void a_key_names_a_card_where_the_checksum_or_the_prefix_does_not(String text) {
    assertThat(Chat.found(text)).singleElement().asString().startsWith("payment.card ");
  }

  @Test
  void a_key_does_not_make_a_card_of_twelve_digits() {
    assertThat(Found.of(Category.PAYMENT_CARD, "My card number is 501927381723")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12/27", "12/2027", "123", "CVV 123", "10.2 11"})
  void what_follows_a_card_number_does_not_hide_it(String next) {
    assertThat(Chat.found("4929 1273 8172 6356 " + next))
        .contains("payment.card 4929 1273 8172 6356");
  }

  @Test
  void a_number_of_the_json_is_a_card_only_under_a_key() {
    assertThat(Chat.found("{\"card_number\":4929127381726356,\"id\":4929127381726356}"))
        .containsExactly("payment.card 4929127381726356");
  }

  // IBAN.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE89370400440532013000",
        "DE89 3704 0044 0532 0130 00",
        "DE89-3704-0044-0532-0130-00",
        "de89370400440532013000",
        "GB82WEST12345698765432",
        "NL91ABNA0417164300",
        "NL91 ABNA 0417 1643 00",
        "FR14 2004 1010 0505 0001 3M02 606",
        "ES9121000418450200051332",
        "NO9386011117947",
        "BR9700360305000010009795493P1",
        "ＤＥ８９３７０４００４４０５３２０１３０００",
      })
  void an_iban_is_found_by_its_check_digits_and_nothing_else_in_it(String iban) {
    Chat.assertAlone("payment.iban", iban, IBAN_FRAMES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE89370400440532013001",
        "DE8937040044053201300",
        "DE893704004405320130000",
        "DE893704004405320130O0",
        "XX89370400440532013000",
        "DE89 is a road",
        "IBAN: DE00 1234 5678 9012 3456 78",
      })
  void what_fails_the_length_or_check_of_its_country_is_no_iban(String text) {
    assertThat(Found.of(Category.IBAN, text)).isEmpty();
  }

  @Test
  void after_the_word_the_country_may_stand_apart_and_a_bank_behind() {
    assertThat(Chat.found("IBAN: DE 89 3704 0044 0532 0130 00"))
        .containsExactly("payment.iban DE 89 3704 0044 0532 0130 00");
    assertThat(Chat.found("IBANDE89370400440532013000 COBADEFF370"))
        .containsExactly("payment.iban DE89370400440532013000", "payment.bic COBADEFF370");
  }

  // Accounts and codes of banks.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "account number: 55779911 | 55779911",
        "Acct# 12345678 | 12345678",
        "账号：1029384756 | 1029384756",
        "银行账号是000123456789 | 000123456789",
        "Please debit account 1234-5678-90 | 1234-5678-90",
        "Konto: 55779911 | 55779911",
        "61 1090 1014 0000 0712 1981 2874 | 61 1090 1014 0000 0712 1981 2874",
        "rachunek 61109010140000071219812874 | 61109010140000071219812874",
        "CCC 2100-0418-45-0200051332 | 2100-0418-45-0200051332",
        "pay 12-34-56 12345678 from my bank, sort code 12-34-56 12345678 | 12345678",
        "account_number=12345678&x=1 | 12345678",
      })
  void an_account_is_found_by_its_key_or_check(String text, String account) {
    assertThat(Found.of(Category.PAYMENT_ACCOUNT, text)).containsExactly(account);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account created 2026-11-23",
        "account balance: 12345678.90",
        "account 42",
        "微信账号 12345678",
        "account: 12345678.90",
        "accountId=12345678",
        "61 1090 1014 0000 0712 1981 2875",
        "phone 12345678",
      })
  void what_is_no_number_of_an_account_is_left_alone(String text) {
    assertThat(Found.of(Category.PAYMENT_ACCOUNT, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "routing number 121000248, payment.routing, 121000248",
    "ABA: 322271627, payment.routing, 322271627",
    "Sort Code: 60-16-13, payment.routing, 60-16-13",
    "my bank details 12-34-56 12345678, payment.routing, 12-34-56",
    "BSB 062-000, payment.routing, 062-000",
    "BLZ 37040044, payment.routing, 37040044",
    "联行号：102100099996, payment.routing, 102100099996",
    "IFSC: SBIN0001234, payment.routing, SBIN0001234",
    "BIC: DEUTDEFF, payment.bic, DEUTDEFF",
    "SWIFT code BARCGB22XXX, payment.bic, BARCGB22XXX",
    "SWIFT代码：BKCHCNBJ110, payment.bic, BKCHCNBJ110",
    "bic=deutdeff500, payment.bic, deutdeff500",
    "BIC der Bank: COBADEFFXXX, payment.bic, COBADEFFXXX",
    "Kod BIC/SWIFT banku: COBADEFF370, payment.bic, COBADEFF370",
    "Is 121000248 the right ABA number?, payment.routing, 121000248",
  })
  void a_code_of_a_bank_is_found_under_its_key(String text, String category, String code) {
    assertThat(Chat.found(text)).contains(category + " " + code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "routing number 121000249",
        "routing: 10.0.0.0/8",
        "121000248",
        "sort by 12-34-56",
        "DEUTDEFF",
        "Swift is a language",
        "swift: required",
        "BIC: DEUTQQFF",
        "SBIN0001234",
      })
  void what_only_looks_like_a_code_of_a_bank_is_left_alone(String text) {
    assertThat(Found.of(Category.ROUTING_NUMBER, text)).isEmpty();
    assertThat(Found.of(Category.BIC, text)).isEmpty();
  }

  // Wallets. The addresses are examples of their specifications.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
        "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
        "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359",
      })
  void a_wallet_is_found_by_its_checksum(String address) {
    Chat.assertAlone("payment.crypto", address, WALLET_FRAMES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8F3T4",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed",
        "address constant FEES = 0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359;",
        "reverted in contract 0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359 at Vault.sol:42",
        "0x0000000000000000000000000000000000000000",
        "0xfb6916095ca1df60bb79ce92ce3ea74c37c5d35",
        "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
        "7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV",
        "wallet: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "my wallet 12345",
      })
  void what_fails_its_checksum_or_has_none_is_no_wallet(String text) {
    assertThat(Found.of(Category.CRYPTO_ADDRESS, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wallet: %s", "wallet address %s", "钱包地址：%s", "my Solana wallet is %s"})
  void a_key_makes_a_wallet_of_an_address_without_a_checksum(String text) {
    String address = "7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV";
    assertThat(Found.of(Category.CRYPTO_ADDRESS, text.replace("%s", address)))
        .containsExactly(address);
  }
}
