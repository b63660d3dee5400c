package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Codes of doors and passwords of networks in the words that people use, and what only sounds so.
class DoorCodesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "46192850 | The alarm code is 46192850, disarm within 30 seconds.",
        "5518# | gate code 5518# then second door on the left",
        "9034 | Der Code für die Haustür ist 9034.",
        "A4821 | digicode A4821, 3e étage gauche",
        "7742 | Türcode: 7742",
        "2093 | El código de la puerta es 2093, segundo piso",
        "6650 | Kod do bramy to 6650",
        "1187# | Il codice del cancello è 1187#",
        "3391 | De code van de sleutelkluis is 3391.",
        "8204 | O código do portão é 8204",
        "4827# | 单元门密码是4827#",
        "5561 | lockbox code: 5561 (box is on the railing)",
        "7310 | PIN for the alarm is 7310",
        "B2297 | code portail B2297",
      })
  void a_code_that_opens_something_is_found(String code, String text) {
    assertThat(Found.of(Category.CREDENTIAL_SECRET, text)).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The gate code is four digits long.",
        "The gate closes at 2100 and the code 4021 means low battery.",
        "Alarm code 3021 on the inverter means overtemperature.",
        "Kod do bramy kosztuje 4500 zł",
        "The building code of 1976 requires two doors.",
        "postal code 48143 Münster, door 12",
        "exit code 1370 from the build door-service",
        "QR code 20250412 at the entrance",
        "booking code 8F42K1 shows at the gate",
        "gate code path: src/gate2024.c",
        "门禁密码由4位数字组成",
        "打开门禁系统，编码为A20481的设备离线",
        "the alarm code was changed in 2024",
        "The code for the entry point is 4096 bytes",
        "The combination of gate oxides is 1200 nm",
        "code from the dialog box: 1024",
        "entry code 4096 bytes",
      })
  void another_code_is_none(String text) {
    assertThat(Found.of(Category.CREDENTIAL_SECRET, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "winter-77-lamp | wireless.default_radio0.key='winter-77-lamp'",
        "winter-77-lamp | option ssid 'Hut'\\noption key 'winter-77-lamp'",
        "winter-77-lamp | {\"ssid\":\"Hut\",\"key\":\"winter-77-lamp\"}",
        "winter-77-lamp | WLAN-Name: Hut, Schlüssel: winter-77-lamp.",
        "winter-77-lamp | Réseau WiFi : Hut\\nClé : winter-77-lamp",
        "winter-77-lamp | Palavra-passe: winter-77-lamp",
        "winter-77-lamp | clave wifi: winter-77-lamp",
        "winter&Lamp77 | WPA3_KEY=winter&Lamp77",
        "84710293 | 无线密码84710293，网速还行",
        "kestrel river nine | wifi password is kestrel river nine, all lowercase no spaces",
        "sonnenblume | Das WLAN-Passwort ist sonnenblume, alles klein geschrieben",
        "zielona żaba | hasło to zielona żaba, małymi literami",
        "kestrel river | Password: kestrel river (all lowercase)",
        "bluebird canyon | wifi password: bluebird canyon, one word",
        "butterfly | The password is butterfly, all lowercase",
        "hgtrplkqwnbzxcvm | QQ邮箱授权码：hgtrplkqwnbzxcvm，不要外传",
        "hgtrplkqwnbzxcvm | 邮箱授权码 hgtrplkqwnbzxcvm，端口465",
        "Zk9!mmQ2x | mariadb-dump -h db1.lan -u backup --single-transaction -p\"Zk9!mmQ2x\" shop",
        "Zk9!mmQ2x | redis-cli -h cache1 -a 'Zk9!mmQ2x' ping",
        "Zk9!mmQ2x77 | DB_PASSWORD=${DB_PASSWORD:-Zk9!mmQ2x77}",
        "Zk9mmQ2x | sudo unzip -P Zk9mmQ2x a.zip",
        "Zk9mmQ2x | docker exec -it db mysql -uroot -pZk9mmQ2x shop",
        "Zk9mmQ2x | docker login -u bob -p Zk9mmQ2x registry.lan",
        "Zk9mmQ2x | mongosh -u admin -p Zk9mmQ2x shop",
        "Zk9mmQ2x | ldapsearch -x -D cn=a -w Zk9mmQ2x",
        "Sommer!2291 | Passwort geändert auf Sommer!2291",
      })
  void a_key_beside_a_network_or_client_is_its_password(String secret, String text) {
    assertThat(Found.of(Category.CREDENTIAL_SECRET, Found.lines(text))).containsExactly(secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Der WLAN-Schlüssel steht auf dem Gerät. Der Schlüssel ist 20-stellig.",
        "key: 2024-05-12 wifi outage",
        "Wi-Fi 6 router, key features: MU-MIMO, 4x4",
        "sort key: name_2024, primary key: id_2024_abc",
        "Password: Minimum eight characters, one uppercase letter",
        "Password: must contain uppercase",
        "Password: two words, lowercase",
        "The password is probably lowercase",
        "The password is eight lowercase letters",
        "Change your password to something lowercase",
        "Change your password to bluebird, all lowercase is fine",
        "The wifi password is written on the sticker, all lower case",
        "the password is checked, lowercase letters are rejected",
        "mutation { setWifi(ssid: String!, key: String!, password: String!) }",
        "'password' => ['required', Password::defaults(), 'confirmed']",
        "<q-input v-model=\"form.password\" :type=\"isPwd2 ? 'a1' : 'text'\">",
        "    --- PASS: TestParseKey/empty (0.00s)",
        "新密码：8-20位，须含字母和数字",
        "Given a card with the PIN \"1234\"",
        "default password 0x00000000",
        "mkdir -p /srv/data2024/x && mysql -u root -p shop2024",
        "nmap -p 80,443 host1; ssh -p 2222 host2",
        "授权码 authorization",
        "unzip a.zip && mkdir -p dist/v2",
        "unzip -p archive2.zip",
        "docker run --name mongo -p 127.0.0.1:27017:27017/tcp mongo",
        "docker run -d mongo -p 127.0.0.1:27017:27017/tcp",
        "gzip x && cp -p file1 y",
        "docker login && docker run -w app2 img",
        "zip -r a.zip x & mkdir -p out/v2",
        "DB_PASSWORD=${DB_PASSWORD:?must be set}",
        "DB_PASSWORD=${DB_PASSWORD:-changeme}",
      })
  void what_only_sounds_so_is_none(String text) {
    assertThat(Found.of(Category.CREDENTIAL_SECRET, text)).isEmpty();
  }
}
