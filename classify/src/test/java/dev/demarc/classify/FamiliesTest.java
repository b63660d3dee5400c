package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each family finds, and what looks like it and is not.
class FamiliesTest {
  // Cards. The numbers pass Luhn and are nobody's test number.

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
  @ValueSource(
      strings = {
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
  void a_long_number_that_is_no_card_is_left_alone(String text) {
    assertThat(Found.of(Category.PAYMENT_CARD, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12/27", "12/2027", "123", "CVV 123", "10.2 11"})
  void what_follows_a_card_number_does_not_hide_it(String next) {
    assertThat(Chat.found("4929 1273 8172 6356 " + next))
        .contains("payment.card 4929 1273 8172 6356");
  }

  // IP addresses.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "81.2.69.142",
        "10.0.0.1",
        "192.168.1.77",
        "172.16.254.3",
        "100.64.3.9",
        "169.254.10.20",
        "2a02:8109:b6c0:31f8::7b1d",
        "2A02:8109:B6C0:31F8:0:0:0:7B1D",
        "fe80::1ff:fe23:4567:890a",
        "fd12:3456:789a:1::1",
        "::ffff:81.2.69.142",
        "2a02:8109:0:0:0:0:81.2.69.142",
        "2a02::",
        "８１．２．６９．１４２",
      })
  void an_address_is_found(String address) {
    for (String text :
        List.of("from %s.", "[%s]:8080 x", "src=%s dst", "(%s)", "地址%s。", "%s/24 ok", "\"%s\"")) {
      assertThat(Chat.found(text.replace("%s", address)))
          .as(text)
          .containsExactly("network.ip " + address);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1.2.3.4",
        "version 10.2.3.4",
        "firmware: 10.2.3.4",
        "版本10.2.3.4",
        "1.2.3.4.5",
        "1.3.6.1.4.1.2021",
        "256.1.1.1",
        "10.02.3.4",
        "1.2.3",
        "Chrome/120.0.0.0 Safari/537.36",
        "app-1.2.3.4.jar",
        "1.2.3.4-rc1",
        "1.2.3.4+build5",
        "foo 1.2.3.4-1ubuntu2",
        "section 3.2.1.4",
        "§3.2.1.4",
        "RFC 9162 2.1.3.2",
        "第3.2.1.4节",
        "upgrade from 2.3.4.5 to 2.3.4.6",
        "the JDBC 2.0.0.1",
        "x\n3.2.1.4 Requirements",
        "1.3.6.1",
        "2.5.29.17",
        "table 3.2.1.44",
        "pkg==4.3.2.1",
        "lib (4.3.2.1)",
        "240.0.0.0",
        "fe80::/10",
        "1:2:3:4:5:6:7:8",
        "12:34:56",
        "10:22:33:44",
        "std::vector<a::b>",
        "a::b",
        "dead::beef",
        "1:2:3:4:5:6:7:8:9",
        "2a02:8109:b6c0::31f8::7b1d",
        "12345::1",
        "x2a02:8109::1",
        "127.0.0.1",
        "::1",
        "::",
        "0.0.0.0",
        "255.255.255.0",
        "192.0.2.14",
        "198.51.100.7",
        "203.0.113.9",
        "2001:db8::1",
        "3fff:12::1",
        "::ffff:192.0.2.1",
        "224.0.0.251",
        "ff02::fb",
      })
  void what_only_looks_like_an_address_or_is_nobodys_is_left_alone(String text) {
    assertThat(Found.of(Category.IP_ADDRESS, "see " + text + " here")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ip dead::beef, dead::beef",
    "client_ip=a::b, a::b",
    "fe80::1ff:fe23:4567:890a%wlan0, fe80::1ff:fe23:4567:890a",
    "host/10.1.2.3:8020, 10.1.2.3",
    "IP10.1.2.3, 10.1.2.3",
    "http://10.1.2.3/x, 10.1.2.3",
    "the version on server 5.9.12.33, 5.9.12.33",
    "upgrade the firmware on 192.168.1.17, 192.168.1.17",
    "release notes for 10.1.2.3, 10.1.2.3",
    "from 4.3.2.1 to here, 4.3.2.1",
    "4.3.2.1:53, 4.3.2.1",
  })
  void an_address_is_found_by_its_surroundings(String text, String address) {
    assertThat(Chat.found(text)).containsExactly("network.ip " + address);
  }

  @Test
  void both_ends_of_a_range_of_addresses_are_found() {
    assertThat(Found.of(Category.IP_ADDRESS, "pool 10.0.0.1-10.0.0.9"))
        .containsExactly("10.0.0.1", "10.0.0.9");
  }

  // MAC addresses and access points.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3c:22:fb:0a:b4:7e",
        "3C:22:FB:0A:B4:7E",
        "3c-22-fb-0a-b4-7e",
        "3c22.fb0a.b47e",
        "0:11:32:4a:b5:c6",
        "3c:22:fb:ff:fe:0a:b4:7e",
        "10:20:30:40:50:60",
      })
  void a_mac_address_is_found(String address) {
    assertThat(Chat.found("seen " + address + ".")).containsExactly("device.mac " + address);
    assertThat(Chat.found("mac:" + address)).containsExactly("device.mac " + address);
    assertThat(Chat.found("BSSID: " + address)).containsExactly("wifi.bssid " + address);
    assertThat(Chat.found("热点 " + address)).containsExactly("wifi.bssid " + address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00:00:00:00:00:00",
        "ff:ff:ff:ff:ff:ff",
        "01:00:5e:00:00:fb",
        "33:33:00:00:00:01",
        "00-00-5E-00-53-AF",
        "20-11-12-10-22-33",
        "1234.5678.9012",
        "3c:22:fb:0a:b4",
        "3c:22:fb:0a:b4:7e:11",
        "3c:22:fb-0a:b4:7e",
        "de:ad:be:ef:00:11:22:33:44:55:66:77:88:99:aa:bb",
        "x3c:22:fb:0a:b4:7e",
        "3c22fb0ab47e",
        "1:2:3:4:5:6"
      })
  void what_only_looks_like_a_mac_address_is_left_alone(String text) {
    assertThat(Found.of(Category.MAC_ADDRESS, "see " + text + " here")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mac=3c22fb0ab47e, device.mac 3c22fb0ab47e",
    "BSSID: 3C22FB0AB47E, wifi.bssid 3C22FB0AB47E",
    "mac address 20-11-12-10-22-33, device.mac 20-11-12-10-22-33",
    "client_mac 3c:22:fb:0a:b4:7e on wlan, device.mac 3c:22:fb:0a:b4:7e",
  })
  void a_key_names_a_mac_address_that_its_shape_does_not(String text, String found) {
    assertThat(Chat.found(text)).containsExactly(found);
  }

  // E-mail.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane@mail.org",
        "Jane.Doe+x_1@mail.example-host.co.uk",
        "o'neil@mail.org",
        "x@y.io",
        "1234567890@qq.com",
        "jürgen@müller-straße.de",
        "иван@почта.рф",
        "李明@公司.中国",
        "li.ming@xn--fiqs8s.xn--fiqz9s",
        "\"jane doe\"@mail.org",
        "ｊａｎｅ＠ｍａｉｌ．ｏｒｇ",
      })
  void an_email_address_is_found(String address) {
    for (String text :
        List.of(
            "to %s.",
            "<%s>", "mailto:%s", "(%s)", "%s,x", "write %s now", "邮箱：%s，谢谢", "**%s**", "'%s'")) {
      assertThat(Chat.found(text.replace("%s", address)))
          .as(text)
          .containsExactly("contact.email " + address);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane@host",
        "@handle",
        "a@",
        "jane@mail.1",
        "logo@2x.png",
        "git@github.com:org/repo.git",
        "npm i @types/node@20.1.2",
        "jane@example.com",
        "jane@mail.example.org",
        "jane@host.test",
        "jane@x.invalid",
        "a @ b.org",
      })
  void what_only_looks_like_an_email_address_is_left_alone(String text) {
    assertThat(Found.of(Category.EMAIL, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "我的邮箱是li.ming@qq.com谢谢, li.ming@qq.com",
    "?email=jane@mail.org&x=1, jane@mail.org",
    "?email=jane%40mail.org&x=1, jane%40mail.org",
    "jane&#64;mail.org, jane&#64;mail.org",
    "path\\njane@mail.org, jane@mail.org",
  })
  void an_email_address_ends_where_the_text_around_it_begins(String text, String address) {
    assertThat(Chat.found(text)).containsExactly("contact.email " + address);
  }
}
