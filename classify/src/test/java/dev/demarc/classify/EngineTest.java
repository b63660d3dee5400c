package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.Family.Link;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the engine hands to families, and what it does with what they report.
class EngineTest {
  private static List<String> words(List<String> words, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<String> found = new ArrayList<>();
    Automaton.Visitor visitor =
        new Automaton.Visitor() {
          @Override
          public void word(int index, int start, int end) {
            found.add(words.get(index) + "@" + start);
          }

          @Override
          public void wordOfSecond(int index, int start, int end) {
            word(index, start, end);
          }
        };
    new Automaton(words).run(bytes, 0, bytes.length, visitor);
    return found;
  }

  @Test
  void the_automaton_tells_every_word_also_inside_another_and_of_any_case() {
    assertThat(words(List.of("he", "she", "hers", "卡号", "his"), "uSHErs 卡号 HIS"))
        .containsExactly("she@1", "he@2", "hers@2", "卡号@7", "his@14");
    assertThat(words(List.of(), "anything")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_automaton_finds_what_a_search_for_each_word_finds(long seed) {
    Random random = new Random(seed);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      words.add(letters(random, 1 + random.nextInt(5)));
    }
    List<String> distinct = words.stream().distinct().toList();
    String text = letters(random, 2000);
    List<String> expected = new ArrayList<>();
    for (String word : distinct) {
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        expected.add(word + "@" + at);
      }
    }
    assertThat(words(distinct, text)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_words_of_a_part_are_told_in_the_order_of_their_ends(long seed) {
    Random random = new Random(seed);
    Triggers triggers = new Triggers();
    for (int i = 0; i < 20; i++) {
      triggers.words((scan, start, end) -> {}, letters(random, 2 + random.nextInt(6)));
    }
    byte[] text = letters(random, 150 + random.nextInt(300)).getBytes(StandardCharsets.UTF_8);
    TextWords words = new TextWords(triggers);
    Automaton automaton = new Automaton(triggers.words());
    words.gather(automaton, text, 0, text.length);
    int from = random.nextInt(text.length / 2);
    int to = text.length / 2 + random.nextInt(text.length / 2);
    List<String> told = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    words.tell(
        from,
        to,
        (word, start, end) -> {
          told.add(word + "@" + start);
          ends.add(end);
        });

    TextWords ofPart = new TextWords(triggers);
    ofPart.gather(automaton, text, from, to);
    List<String> alone = new ArrayList<>();
    ofPart.tell(from, to, (word, start, end) -> alone.add(word + "@" + start));
    assertThat(told).isNotEmpty().isEqualTo(alone);
    assertThat(ends).isSorted();
  }

  private static String letters(Random random, int length) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      letters.append((char) ('a' + random.nextInt(3)));
    }
    return letters.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "123-45-6789, 324, 45, FREE, FREE",
    "+48 601 234 567, 2333, 32, PART, FREE",
    "x123456789z, 9, 0, WORD, WORD",
    "id_12 34, 22, 32, WORD, FREE",
    "(212) 555-0100, 334, -1, FREE, FREE",
    "0.5, 11, 46, FREE, FREE",
  })
  void a_number_is_read_in_its_groups(
      String text, String shape, int separator, NumberChain.Edge before, NumberChain.Edge after) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int at = 0;
    while (!Bytes.digit(bytes[at])) {
      at++;
    }
    NumberChain chain = new NumberChain();
    chain.read(bytes, 0, at, bytes.length);
    int digits = text.replaceAll("\\D", "").length();
    chain.show(0, chain.groupsRead() - 1, digits);
    assertThat(Long.toHexString(chain.shape())).isEqualTo(shape);
    assertThat(chain.separator()).isEqualTo(separator);
    assertThat(chain.before()).isEqualTo(before);
    assertThat(chain.after()).isEqualTo(after);
    assertThat(chain.value(0, digits)).isEqualTo(Long.parseLong(text.replaceAll("\\D", "")));
  }

  @Test
  void of_offers_that_overlap_the_best_wins_and_of_equal_ones_the_longest() {
    Offers offers = new Offers();
    offers.clear();
    offers.add(Category.IMEI, 0, 15, 60, 0, true);
    offers.add(Category.PAYMENT_CARD, 0, 19, 60, 0, true);
    offers.add(Category.PHONE, 18, 30, 50, 0, true);
    offers.add(Category.US_SSN, 30, 39, 40, 0, true);
    offers.add(Category.IMSI, 31, 40, 99, 0, false);
    assertThat(offers.category(offers.best())).isEqualTo(Category.PAYMENT_CARD);
    assertThat(offers.category(offers.best())).isEqualTo(Category.US_SSN);
    assertThat(offers.best()).isEqualTo(-1);
  }

  @Test
  void what_belongs_to_nobody_hides_worse_readings_of_its_digits() {
    Offers offers = new Offers();
    offers.clear();
    offers.add(Category.IMEI, 0, 15, 60, 0, true);
    offers.addNobody(0, 16, 70);
    assertThat(offers.category(offers.best())).isNull();
    assertThat(offers.best()).isEqualTo(-1);
  }

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
}
