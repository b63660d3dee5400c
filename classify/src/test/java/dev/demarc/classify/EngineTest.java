package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys in every notation, and which of several findings is kept.
class EngineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssid: Maple",
        "ssid=Maple&x=1",
        "<ssid>Maple</ssid>",
        "<ap ssid=\"Maple\" x='y'/>",
        "<a:ssid kind=\"x\">Maple</a:ssid>",
        "X-Wifi-SSID: Maple\r\nHost: h",
        "| SSID | n |\n|---|---|\n| Maple | 1 |\n",
        "n,ssid\n1,Maple\n",
        "the SSID \"Maple\" is slow",
        "INSERT INTO nets (id, ssid, n) VALUES (1, 'Maple', 2);",
        "insert into nets(ssid) values ('Maple')",
      })
  void a_key_names_its_value_in_every_notation(String text) {
    assertThat(Found.of(Category.WIFI_SSID, text)).containsExactly("Maple");
  }

  @Test
  void rows_of_a_list_of_values_are_read_by_their_columns() {
    assertThat(
            Chat.found(
                "INSERT INTO t (day, payee, amount, ip) VALUES"
                    + " ('2026-10-03', 'Blue, Bottle', 4.50, '81.2.69.142'),\n"
                    + " ('2026-10-04', 'O''Neil', 3.20, NULL);"))
        .contains("network.ip 81.2.69.142")
        .doesNotContain("network.ip NULL");
    assertThat(
            Found.of(
                Category.PAYMENT_TRANSACTION,
                "INSERT INTO t (date, payee, amount) VALUES ('2026-10-03', 'Blue, Bottle', 4.50),"
                    + " ('2026-10-04', 'O''Neil', 3.20);"))
        .containsExactly("2026-10-03 | Blue, Bottle | 4.50", "2026-10-04 | O''Neil | 3.20");
  }

  @ParameterizedTest
  @CsvSource({"WHOLE, 80", "LABEL, 80", "QUOTE, 80", "SENTENCE, 0"})
  void a_sentence_alone_announces_no_network(Link link, int points) {
    String text =
        switch (link) {
          case WHOLE -> "{\"ssid\":\"Maple\"}";
          case LABEL -> "ssid: Maple";
          case QUOTE -> "ssid 'Maple'";
          case SENTENCE -> "our ssid is Maple";
        };
    assertThat(Found.in(text).stream().mapToInt(Found::score).sum()).isEqualTo(points);
  }

  @Test
  void of_two_categories_for_the_same_bytes_the_better_one_is_kept() {
    assertThat(Found.in("{\"ssid\":\"81.2.69.142\"}"))
        .containsExactly(new Found(Category.WIFI_SSID, "81.2.69.142", 80));
    assertThat(Found.in("{\"ssid\":\"at 81.2.69.142\"}")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23 21:31:53.120 card 4556 7375 8689 9855 declined | payment.card | 4556 7375 8689"
            + " 9855",
        "2026-11-23T21:31:53Z +48 601 234 567 called | contact.phone | +48 601 234 567",
        "2026-11-23 10:22:33:44:55:66 associated | device.mac | 10:22:33:44:55:66",
        "2026-11-23 81.2.69.142 GET / | network.ip | 81.2.69.142",
      })
  void what_stands_behind_a_time_stamp_is_read(String text, String category, String value) {
    assertThat(Found.of(Category.of(category).orElseThrow(), text)).containsExactly(value);
  }
}
