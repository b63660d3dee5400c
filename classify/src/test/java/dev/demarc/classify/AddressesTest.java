package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// IP addresses, and the numbers that are written like them.
class AddressesTest {
  private static final List<String> FRAMES =
      List.of("from %s.", "[%s]:8080 x", "src=%s dst", "(%s)", "地址%s。", "%s/24 ok", "\"%s\"");

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
    Chat.assertAlone("network.ip", address, FRAMES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3.4.5",
        "1.3.6.1.4.1.2021",
        "256.1.1.1",
        "10.02.3.4",
        "1.2.3",
        "1.3.6.1",
        "2.5.29.17",
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wersja 7.12.40.131 usuwa błąd, który miało wydanie 6.3.18.244.",
        "Zaktualizuj sterownik 12.4.33.102 przed testem.",
        "Bitte Treiber 31.0.15.189 einspielen, siehe Abschnitt 4.3.2.87.",
        "Le pilote 27.20.100.87 est requis par la version 5.14.2.190.",
        "La versión 15.2.90.211 corrige el controlador 9.1.44.120.",
        "La versione 3.44.2.199 sostituisce quella vecchia.",
        "客户端版本4.9.30.188存在闪退，驱动版本27.21.14.199正常。",
        "检验方法见9.4.4.2，附录7.7.3.1列出参数。",
        "根据条款6.5.5.5执行",
        "Requirement 5.5.2.2 replaces requirement 10.3.3.9.",
        "Upgraded the daemon from 17.4.81.203 to 18.0.2.240 last night.",
        "upgraded the daemon from 10.4.8.20 to 10.5.0.3",
        "sections 9.1.2.3, 9.1.2.4 and 10.1.1.7 apply",
        "Siehe Abschnitt 10.4.4.8 und 10.4.5.1",
        "Nach Ziffer 11.2.2.5 zahlt der Mieter",
        "Zgodnie z punktem 12.8.8.1 regulaminu",
        "AssemblyVersion(\"23.4.180.61\")",
        "\"firmware\": \"12.0.180.61\"",
        "the 17.8.120.33 release is out",
        "nginx 1.25.3.1 and openssl 3.0.13.2",
        "pinned to 14.60.201.7 after the rollback of 15.0.0.9",
        "name,version,downloads\nfoo,23.44.180.61,12\nbar,24.44.180.61,15",
        "版本号;渠道\n19.44.180.61;正式版\n",
        "firmware MjMuNDQuMTgwLjYx is out",
        "build 3132322e302e36392e38 adds two more",
        "PCI DSS 10.2.1.4 and control 10.3.3.9 apply",
        "Siehe Schritt 10.2.3.4",
        "10.2.1 Scope\n10.2.2.4 Terms",
        "## 10.4 Rules\n### 10.4.1.3 Exceptions",
        "We upgraded the agent from 1.4.38.36 to 32392e342e33302e313236 today",
        "requires libfoo >= 24.8.40.138",
        "Browser 24.8.40.138 (Official Build) stable",
        "see v1.2.3.4 here",
        "see version 10.2.3.4 here",
        "see firmware: 10.2.3.4 here",
        "see 版本10.2.3.4 here",
        "see Chrome/120.0.0.0 Safari/537.36 here",
        "see app-1.2.3.4.jar here",
        "see 1.2.3.4-rc1 here",
        "see 1.2.3.4+build5 here",
        "see foo 1.2.3.4-1ubuntu2 here",
        "see section 3.2.1.4 here",
        "see §3.2.1.4 here",
        "see RFC 9162 2.1.3.2 here",
        "see 第3.2.1.4节 here",
        "see upgrade from 2.3.4.5 to 2.3.4.6 here",
        "see the JDBC 2.0.0.1 here",
        "see x\n3.2.1.4 Requirements here",
        "see table 3.2.1.44 here",
        "see pkg==4.3.2.1 here",
        "see lib (4.3.2.1) here",
      })
  void versions_and_sections_are_no_addresses(String text) {
    assertThat(Found.of(Category.IP_ADDRESS, text)).isEmpty();
  }

  @Test
  void a_list_of_hosts_is_no_list_of_chapters() {
    assertThat(Found.of(Category.IP_ADDRESS, "10.1.2.3 Printer\n10.1.2.4 Router\n10 hosts"))
        .containsExactly("10.1.2.3", "10.1.2.4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It worked before the update. Now 31.44.80.7 answers with 403. | 31.44.80.7",
        "Release 4.12.0.9 was fetched by 24.33.154.151 twice. | 24.33.154.151",
        "Please allow 4.3.2.1/32 and ping 8.8.8.8 and 1.1.1.1. | 4.3.2.1, 8.8.8.8, 1.1.1.1",
        "The A record was updated to 81.2.69.142. | 81.2.69.142",
        "access point 10.2.3.4 | 10.2.3.4",
        "pushed the firmware to 192.168.1.17 | 192.168.1.17",
        "the version running on host 17.18.19.20 | 17.18.19.20",
        "root@5.6.7.8 | 5.6.7.8",
        "昨晚来自5.6.7.8的访问升级为攻击 | 5.6.7.8",
        "Serwer 12.13.14.15 nie odpowiada | 12.13.14.15",
        "v2.0.1 rejected 62.10.4.9:443 | 62.10.4.9",
        "Chrome/120.0.0.0 from 62.10.4.9 | 62.10.4.9",
        "firewall rule 81.2.69.142 | 81.2.69.142",
        "ip.addr == 24.8.40.138 | 24.8.40.138",
        "The host list is hex 38312e322e36392e313432 now | 38312e322e36392e313432",
      })
  void hosts_among_versions_are_found(String text, String addresses) {
    assertThat(String.join(", ", Found.of(Category.IP_ADDRESS, text))).isEqualTo(addresses);
  }
}
