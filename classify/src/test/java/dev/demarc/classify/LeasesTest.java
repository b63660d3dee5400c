package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Leases of addresses, in logs, sentences and records.
class LeasesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "kea: DHCP4_LEASE_ALLOC [hwtype=1 3c:22:fb:0a:b4:7e]: lease 81.2.69.142 for 4000 seconds"
            + " ; 3c:22:fb:0a:b4:7e]: lease 81.2.69.142 for 4000 seconds",
        "The router assigned 81.2.69.142 to 3c-22-fb-0a-b4-7e until noon. Then it stopped."
            + " ; 81.2.69.142 to 3c-22-fb-0a-b4-7e until noon",
        "租约记录：3c:22:fb:0a:b4:7e 获得 81.2.69.142，明早到期。其他正常。"
            + " ; 3c:22:fb:0a:b4:7e 获得 81.2.69.142，明早到期",
        "3c:22:fb:0a:b4:7e got the lease 81.2.69.142 until あした 9. Then it stopped."
            + " ; 3c:22:fb:0a:b4:7e got the lease 81.2.69.142 until あした 9",
        "dnsmasq.leases: 1790003600 3c:22:fb:0a:b4:7e 81.2.69.142 Annas-iPhone *"
            + " ; 1790003600 3c:22:fb:0a:b4:7e 81.2.69.142 Annas-iPhone *",
        "sh ip dhcp: 81.2.69.142 3c22.fb0a.b47e Automatic ; 81.2.69.142 3c22.fb0a.b47e Automatic",
        "{\"ip\":\"81.2.69.142\",\"mac\":\"3c:22:fb:0a:b4:7e\",\"lease_end\":1790003600}"
            + " ; 81.2.69.142 | 3c:22:fb:0a:b4:7e | 1790003600",
      })
  void a_lease_is_found_from_its_first_part_to_its_last(String text, String lease) {
    assertThat(Found.of(Category.NETWORK_LEASE, text)).containsExactly(lease);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please release 81.2.69.142 and 3c:22:fb:0a:b4:7e",
        "DHCP is off on 81.2.69.142",
        "The lease of the flat ends on 2026-03-02",
        "lease 192.0.2.7 to 3c:22:fb:0a:b4:7e",
        "arp: 81.2.69.142 at 3c:22:fb:0a:b4:7e",
        "{\"ip\":\"81.2.69.142\",\"mac\":\"3c:22:fb:0a:b4:7e\"}",
      })
  void what_only_speaks_of_leases_or_only_has_addresses_is_none(String text) {
    assertThat(Found.of(Category.NETWORK_LEASE, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1772611271 f0:3b:fc:1e:6f:93 192.168.1.77 thermostat 01:f0:3b:fc:1e:6f:93",
        "udhcpd: sending ACK to 192.168.1.31 for a4:84:63:b0:e4:b2",
      })
  void a_line_of_a_server_is_a_lease(String text) {
    assertThat(Found.of(Category.NETWORK_LEASE, text)).hasSize(1);
  }
}
