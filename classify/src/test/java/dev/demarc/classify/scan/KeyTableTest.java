package dev.demarc.classify.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTableTest {
  @ParameterizedTest
  @CsvSource({
    "card_number, CARD",
    "cardNumber, CARD",
    "Card No., CARD",
    "CARD-NUMBER, CARD",
    "customerCardNumber, CARD",
    "card number 2, CARD",
    "银行卡号, CARD",
    "付款卡号, CARD",
    "客户银行卡号, CARD",
    "会员卡号, NONE",
    "wildcard, NONE",
    "discard, NONE",
    "yinhangkahao, CARD",
    "clientIp, IP",
    "client_ip_address, IP",
    "srcIPAddress, IP",
    "客户IP, IP",
    "IP地址, IP",
    "zip, NONE",
    "recipe, NONE",
    "ips, IP",
    "mac, MAC",
    "macAddress, MAC",
    "wifi_mac, DEVICE_MAC",
    "clientMAC, DEVICE_MAC",
    "BSSID, BSSID",
    "ap_bssid, BSSID",
    "wifiSsid, SSID",
    "SSID 1, SSID",
    "knownSsids, SSID",
    "无线网络名称, SSID",
    "WiFi名称, SSID",
    "e-mail, EMAIL",
    "contactEmail, EMAIL",
    "电子邮箱, EMAIL",
    "youxiang, EMAIL",
    "Amount (USD), AMOUNT",
    "交易金额, AMOUNT",
    "金额(元), AMOUNT",
    "paid_in, AMOUNT",
    "currency_code, CURRENCY",
    "merchantName, PAYEE",
    "收款人, PAYEE",
    "Transaction Date, DATE",
    "update, NONE",
    "expiry date, NONE",
    "txn_id, REFERENCE",
    "流水号, REFERENCE",
    "IBAN, ACCOUNT",
    "balance, BALANCE",
    "备注, MEMO",
    "value, VALUE",
    "orderId, SERIAL",
    "auth_code, REFERENCE",
    "authorization_code, API_KEY",
    "rrn, KR_ID",
    "invoice_no, REFERENCE",
    "SIM卡号, ICCID",
    "service_tag, DEVICE_SERIAL",
    "订单号, SERIAL",
    "firmwareVersion, VERSION",
    "x, NONE",
    "___, NONE",
  })
  void a_key_is_read_by_its_last_words_without_case_and_separators(String key, Field field) {
    byte[] bytes = ("#" + key + "#").getBytes(StandardCharsets.UTF_8);
    assertThat(KeyTable.KNOWN.of(bytes, 1, bytes.length - 1)).isEqualTo(field);
  }

  @Test
  void each_name_stands_once() throws IOException {
    List<String> twice = new ArrayList<>();
    Set<String> names = new HashSet<>();
    try (InputStream in = KeyTable.class.getResourceAsStream("keys.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("[") && !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(" ")))
          .filter(name -> !name.isEmpty() && !names.add(name))
          .forEach(twice::add);
    }
    assertThat(names).hasSizeGreaterThan(1_000);
    assertThat(twice).as("whose meaning hangs on the order of sections").isEmpty();
  }
}
