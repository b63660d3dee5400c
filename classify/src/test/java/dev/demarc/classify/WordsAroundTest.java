package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.text.Folding;
import dev.demarc.classify.text.WordSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values beside words and signs that only look as if they spoke for or against them: a short word
/// inside a longer one, a sign that code has too, what stands in another text.
class WordsAroundTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "payment.card 4539 1488 0343 6467 | Jean Dupont 4539 1488 0343 6467",
        "payment.card 4539148803436467 | Sean, a clean guide: 4539148803436467",
        "payment.card 4539148803436467 | The recorder at the border took 4539148803436467",
        "payment.card 4539148803436467 | Please charge it now: 4539148803436467",
        "payment.card 4539148803436467 | pay us 4539148803436467",
        "payment.card 4539148803436467 | charge it in the end: 4539148803436467",
        "network.ip 192.168.10.5 | The domain controller 192.168.10.5 is down",
        "network.ip 192.168.1.20 | Linux laptop, Windows 192.168.1.20",
        "network.ip 10.0.0.5 | building 10.0.0.5",
        "network.ip 81.2.69.142 | Windows 81.2.69.142 answers",
        "network.ip 10.20.30.40 | Stephen 10.20.30.40",
        "device.mac 3C 22 FB 01 02 03 | The MAC is 3C 22 FB 01 02 03 and it roams",
        "device.mac 3C 22 FB 01 02 03 | MAC 3C 22 FB 01 02 03 belongs to a device",
        "payment.crypto 0x52908400098527886e0f7030069857d2e4169ee7 |"
            + " Send Sasha 0.5 ETH to 0x52908400098527886e0f7030069857d2e4169ee7",
        "payment.crypto 0x52908400098527886e0f7030069857d2e4169ee7 |"
            + " Natasha shares 0x52908400098527886e0f7030069857d2e4169ee7",
        "payment.account 40817810150000004312 | {\"account_number\":\"40817810150000004312\"}",
        "contact.email anna.nowak@firma.local | Login: anna.nowak@firma.local",
        "contact.email j.kowalski@corp.local | write to j.kowalski@corp.local",
        "payment.bic DEUTDEFF500 | our bank's SWIFT for this is DEUTDEFF500",
        "payment.bic DEUTDEFF | The swift code of the bank is DEUTDEFF",
        "device.serial C02XK1XYJGH7 | The serial on the back of it reads C02XK1XYJGH7",
        "device.serial C02XK1XYJGH7 | the serials on the back say that it is C02XK1XYJGH7",
      })
  void a_word_inside_another_says_nothing_against_a_value(String found, String text) {
    assertThat(Chat.found(text)).contains(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EAN 4539148803436467",
        "upc: 4539148803436467",
        "purchaseOrder 4539148803436467",
        "uid 4539148803436467",
        "orders 4539148803436467",
        "time=4539148803436467",
        "end: 4539148803436467",
        "\"now\":\"4539148803436467\"",
        "Session time: 4539148803436467",
        "PCI controls 10.3.3.9 apply",
        "Chrome 120.0.0.0",
        "Windows 11.0.19.45",
        "builds 10.4.3.12 and 10.4.3.13",
        "MAC layer: 3C 22 FB 01 02 03 04",
        "the sha is 0x52908400098527886e0f7030069857d2e4169ee7",
        "commits 0x52908400098527886e0f7030069857d2e4169ee7",
        "txhash 0x52908400098527886e0f7030069857d2e4169ee7",
        "ssh root@web01.local",
        "postgres@db.cluster.local",
        "SWIFT_PLATFORM=ubuntu22.04",
        "Swift + SQLite: CREATE DATABASE users",
        "aerobic exercise with DATABASE tools",
        "Arabic text in the DATABASE",
        "Snapshot ID: snap-0a1b2c3d4e5f60718",
        "snippet is: 0a1b2c3d4e5f60718",
        "a similar id 8986012345678901234",
        "to simulate is 8986012345678901234",
      })
  void such_a_word_of_its_own_does(String text) {
    assertThat(Chat.found(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x7<Kp2mQ9v!", "aB3>dEf9!", "/Kp2mQ9v!x", "{Kp2#Q9v!x", "[Kp2*Q9v!x"})
  void a_password_may_have_signs_that_code_has_too(String password) {
    for (String text :
        List.of("{\"password\":\"" + password + "\"}", "password: \"" + password + "\"")) {
      assertThat(Found.of(Category.CREDENTIAL_SECRET, text)).containsExactly(password);
    }
    assertThat(Found.of(Category.CREDENTIAL_SECRET, "password: aB3>dEf9!"))
        .containsExactly("aB3>dEf9!");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: <your password 1>",
        "password: <password1>",
        "<label>Password:</label><input type=\"password\">",
        "password: Option<String>,",
        "password: HashMap<String, Vec<u8>>",
        "secret: Vec<u8>",
        "password = /run/secrets/db_1",
        "password: /secret1",
        "{\"password\":\"/etc/app/p4ss.txt\"}",
        "{\"password\":\"[filtered1]\"}",
        "{\"password\":\"{db_1}\"}",
        "password: [Validators.required, 8]",
        ":password =>params[:p1]",
        "password={this.x1}",
      })
  void what_stands_for_a_password_is_none(String text) {
    assertThat(Found.of(Category.CREDENTIAL_SECRET, text)).isEmpty();
  }

  @Test
  void a_table_with_an_encoded_link_stays_a_table() {
    String table = "user,link,password\njan,https://ex.pl/s?q=a%20b,Wiosna-2024\nola,,Lato_2023\n";

    assertThat(Found.of(Category.CREDENTIAL_SECRET, table))
        .containsExactly("Wiosna-2024", "Lato_2023");
    assertThat(Found.of(Category.CREDENTIAL_SECRET, table.replace(',', '\t')))
        .containsExactly("Wiosna-2024", "Lato_2023");
    assertThat(
            Found.of(
                Category.CREDENTIAL_SECRET,
                "| link | password |\n|---|---|\n| https://ex.pl/s?q=a%20b | Wiosna-2024 |\n"))
        .containsExactly("Wiosna-2024");
    assertThat(Chat.found("link,note\nhttps://ex.pl/s?q=version+19.44.180.61&x=1,ok\n")).isEmpty();
  }

  @Test
  void what_a_key_says_is_whole_is_no_form() {
    assertThat(Found.of(Category.CREDENTIAL_SECRET, "{\"password\":\"tr0ub4=dor%263x\"}"))
        .containsExactly("tr0ub4=dor%263x");
    assertThat(Found.of(Category.WIFI_SSID, "{\"ssid\":\"a=b%20c Upstairs\"}"))
        .containsExactly("a=b%20c Upstairs");
    assertThat(Found.of(Category.IP_ADDRESS, "{\"note\":\"a=81.2.69.142%20b\"}"))
        .containsExactly("81.2.69.142");
  }

  @Test
  void what_a_key_says_holds_beside_a_form() {
    assertThat(
            Found.of(
                Category.PAYMENT_ACCOUNT,
                "{\"account_number\":\"87654321 see https://a.pl/?q=a%20b\"}"))
        .containsExactly("87654321");
  }

  @Test
  void another_text_says_nothing() {
    String body =
        "{\"messages\":[{\"role\":\"user\",\"content\":\"hello\\nworld please wait\"},"
            + "{\"role\":\"user\",\"content\":\"otp:\\t483920\"}]}";

    assertThat(Found.inBody(body)).extracting(Found::value).containsExactly("483920");
    assertThat(Found.of(Category.CREDENTIAL_SECRET, "otp:\t483920 apples")).isEmpty();
  }

  @Test
  void an_empty_value_does_not_end_a_form() {
    String form = "payee=Jan%20Nowak&memo=&amount=120.00&currency=PLN";

    assertThat(Found.of(Category.PAYMENT_TRANSACTION, form))
        .containsExactly("Jan%20Nowak | 120.00 | PLN");
    assertThat(Found.of(Category.PAYMENT_TRANSACTION, form.replace("&memo=&", " ?m=1&"))).isEmpty();
  }

  @Test
  void a_form_about_goods_is_no_payment_as_an_object_is_none() {
    String form = "sku=A%201&price=9.99&amount=9.99&currency=EUR&date=2026-11-20";

    assertThat(Found.of(Category.PAYMENT_TRANSACTION, form)).isEmpty();
    assertThat(Found.of(Category.PAYMENT_TRANSACTION, form.replace("sku=A%201", "payee=A%201")))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wifi.ssid | 我家的无线网络，叫Upstairs_5G | Upstairs_5G",
        "wifi.ssid | wifi名称： Upstairs_5G | Upstairs_5G",
      })
  void full_width_signs_are_read_as_plain_ones(String category, String text, String value) {
    assertThat(Chat.found(text)).containsExactly(category + " " + value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "wifi.ssid TP-Link_7A3C | I get disconnected from TP-Link_7A3C, is it the Wi-Fi driver?",
        "wifi.ssid NETGEAR83 | Wi-Fi: I am on NETGEAR83 right now",
        "wifi.ssid Vodafone-1B2C | Das Tablet verbindet sich nicht mehr mit Vodafone-1B2C, WLAN"
            + " geht.",
        "wifi.ssid MOVISTAR_9C1E | La red MOVISTAR_9C1E desaparece, queda el wifi del vecino.",
        "wifi.ssid TP-LINK_5G_88F1 | 我的笔记本自动连到TP-LINK_5G_88F1，但是没有网。",
        "wifi.ssid FRITZ!Box 7590 AB | Ins FRITZ!Box 7590 AB komme ich nicht, anderes WLAN geht.",
        "wifi.ssid DIRECT-7b-HP | What is DIRECT-7b-HP? It shows up in my wifi list.",
        "wifi.ssid Rosewood_Cottage | my phone sees Rosewood_Cottage, the laptop's wifi doesn't",
        "wifi.ssid BlueFinch | The SSID of the upstairs router is BlueFinch.",
        "wifi.ssid Upstairs | The guest network is called Upstairs, the password is on the fridge.",
        "wifi.ssid HomeSweetHome | Please connect to the Wi-Fi network HomeSweetHome first.",
        "wifi.ssid Pixel_8_Anna | tethered through Pixel_8_Anna hotspot",
        "device.serial A8X2K91LM3 | A8X2K91LM3 is the serial number of my drone",
        "device.serial A8X2K91LM3 | the drone, A8X2K91LM3 (serial number)",
        "device.serial A8X2K91LM3 | n.º de serie A8X2K91LM3",
        "device.serial A8X2K91LM3 | Seriennr. A8X2K91LM3",
        "credential.secret Wiosna-2024! | Hasło do panelu to Wiosna-2024!",
        "credential.secret turkey | {\"user\":\"x\",\"password\":\"turkey\"}",
        "payment.iban DE–89–37–04–00–44–05–32–01–30–00 | Konto: DE–89–37–04–00–44–05–32–01–30–00",
        "payment.iban PL 61 - 1090 - 1014 - 0000 - 0712 - 1981 - 2874 |"
            + " konto PL 61 - 1090 - 1014 - 0000 - 0712 - 1981 - 2874",
        "contact.phone 41-55-55-26-71 | call me at 41-55-55-26-71",
        "location.precise -36.84853, 174.76334 | Auckland office located at -36.84853, 174.76334",
      })
  void a_value_is_found_by_what_stands_around_it(String found, String text) {
    assertThat(Chat.found(text)).contains(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I see TypeScript5 errors when building the wifi plugin.",
        "The wifi driver is on Kernel_6_8 and crashes.",
        "We lost Packet_42 on the wireless link.",
        "xiaomi_13t_pro and asus_rt-ax88u have wifi, as has a Huawei-P30",
        "FRITZ!Box 7590 AX is a WLAN router",
        "Vodafone-2024 wifi tariff",
        "A direct-to-consumer network",
        "vm1234567 is a virtual machine in the network",
        "The SSID of the network is case-sensitive.",
        "new Words(\"network\", \"netzwerk\")",
        "list = (\n  \"password\",\n  \"patches_dir\",\n  \"scan_cache\",\n)",
        "my $Token = qr/[^\\x21\\x23-\\x27]/",
        "secret: projects/123/secrets/db/versions/4",
        "10.1.1.1 General\n10.1.1.2 Scope",
        "9.1.2.40 Prüfstellen\n9.1.2.41 Geräte",
        "2026-11-23 10.15.33.120 INFO started",
        "HEAD requests in 1.6.4.3 introduced a regression",
        "6126 8930 6271 6278 5365 89AB",
        "5E0C 6271 6278 5365",
        "each 021000021 bytes",
        "partner 021000021 of 9",
        "The locally cached 2345678901 entries",
        "The numeric 4155552671 value",
        "12345678 (serial)",
        "item 99887766 is the serial offender",
        "our server is on Debian12 with wifi disabled",
        "in 2.4.40.1 we changed the parser",
        "config.swift: let DATABASE = 1; // bank code",
        "SWIFT message MT103 fields CURRENCY and SENDERID",
        "Taylor Swift ERASTOUR 2024",
      })
  void nothing_is_found_without_it(String text) {
    assertThat(Chat.found(text)).isEmpty();
  }

  /// Texts are folded before they are read, so that a word with a full-width sign is never met.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "family/identity/identity-words.txt",
        "family/person/chinese-names.txt",
        "family/person/hint-words.txt",
        "family/person/not-chinese-names.txt",
        "family/place/address-words.txt",
        "scan/keys.txt",
      })
  void lists_are_spelled_as_texts_are_read(String list) {
    assertThat(WordSet.lines(Classifier.class, list)).isNotEmpty().noneMatch(Folding::changes);
  }
}
