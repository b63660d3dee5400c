package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Versions of four numbers beside addresses, told by what is said of releases.
class ReleasesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "Please ping 23.4.118.2 from the office ¦ 23.4.118.2",
        "The server at 5.9.112.14 was upgraded yesterday ¦ 5.9.112.14",
        "After the release our client at 37.5.8.9 cannot connect ¦ 37.5.8.9",
        "服务发布在 36.5.72.18 上 ¦ 36.5.72.18",
        "Upgrade failed on host 5.9.112.14 ¦ 5.9.112.14",
        "Please upgrade the client that connects as 24.15.7.9 today. ¦ 24.15.7.9",
        "We upgrade; customer 31.7.200.14 was logged in then. ¦ 31.7.200.14",
        "iOS 17.2.1, 45.12.8.200 ¦ 45.12.8.200",
        "nginx 1.25.3, host 10.2.4.1 ¦ 10.2.4.1",
        "Changelog: moved the mirror to http://45.12.8.200/ ¦ 45.12.8.200",
        "tcp6 0 0 :::22 2a02:810d:1241:4f3c::b2:60112 TIME_WAIT ¦ 2a02:810d:1241:4f3c::b2"
      })
  void a_host_stays_one_where_something_was_released(String text, String value) {
    assertThat(Found.of(Category.IP_ADDRESS, Found.lines(text))).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please bump jackson to 2.18.2.1, oracle client to 19.21.0.0 and leave the rest",
        "Firmware history\\nR7000 1.0.11.148 fixed DFS\\nR7000 1.0.12.216 security only",
        "本次发布:网关 2.14.0.7、账务 5.3.1.1、前端 1.0.0.230",
        "Nach dem Update auf 7.0.0.57 startet der Dienst nicht mehr",
        "Mise à jour vers 3.4.1.200 disponible",
        "Aktualizacja do 4.2.0.18 zakończona",
        "回滚到 3.2.0.118 以后正常",
        "# Changelog\\n- New locale packs: zh_CN 24.11.40.1",
        "Projects saved with 23.4.0.118 or older crash",
        "Node 20.11.1, npm 10.2.4.1 and pnpm 8.15.1",
        "Bundled: zlib 1.3.1, openssl 23.4.118.2",
        "Licence server protocol 7.0.2.6"
      })
  void a_release_is_no_host(String text) {
    assertThat(Found.of(Category.IP_ADDRESS, Found.lines(text))).isEmpty();
  }

  @Test
  void a_heading_is_of_its_own_text_and_of_the_numbers_not_far_behind_it() {
    String list = "\nR7000 23.0.11.148 DFS\nR7000 23.0.12.216 security";
    assertThat(Found.of(Category.IP_ADDRESS, "Firmware history" + list)).isEmpty();
    assertThat(Found.of(Category.IP_ADDRESS, list)).hasSize(2);
    assertThat(Found.of(Category.IP_ADDRESS, "Firmware history\n" + "- x\n".repeat(400) + list))
        .hasSize(2);
  }
}
