package dev.demarc.classify.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.scan.Triggers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The words of a text, in all of it and in a part.
class TextWordsTest {
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
}
