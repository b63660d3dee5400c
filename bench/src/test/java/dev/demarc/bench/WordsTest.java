package dev.demarc.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.bench.Request.Options;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is written behind the name of a measurement, and the middle of what it measures.
class WordsTest {
  private static Words words(String line) {
    return new Words(line.isEmpty() ? List.of() : List.of(line.split(" ", -1)));
  }

  @Test
  void options_stand_anywhere_and_have_their_usual_values() throws Usage {
    assertThat(Options.of(words(""))).isEqualTo(new Options(false, 5, 3, List.of(), List.of()));
    assertThat(Options.of(words("steady --rounds 2 --peers --without nginx --without bare")))
        .isEqualTo(new Options(true, 2, 3, List.of("nginx", "bare"), List.of("steady")));
    assertThat(words("7").count(11, 1)).isEqualTo(7);
    assertThat(words("").count(11, 1)).isEqualTo(11);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '§',
      value = {
        "foo ; 'foo' is none of requests, streams, steady",
        "--seconds ; --seconds wants a word after it",
        "--seconds x ; --seconds wants a whole number from 1 on, not 'x'",
        "--rounds 0 ; --rounds wants a whole number from 1 on, not '0'",
        "--without nignx ; 'nignx' is none of direct, nginx, bare, demarc, portkey, litellm",
      })
  void a_word_that_is_not_understood_is_named(String line, String message) {
    assertThatThrownBy(() -> Options.of(words(line))).isInstanceOf(Usage.class).hasMessage(message);
  }

  @Test
  void a_count_is_one_number_and_nothing_behind_it() {
    assertThatThrownBy(() -> words("five").count(5, 1))
        .hasMessage("it wants a whole number from 1 on, not 'five'");
    assertThatThrownBy(() -> words("5 6").count(5, 1)).hasMessage("'6' has no meaning here");
    assertThatThrownBy(() -> words("x").end()).hasMessage("'x' has no meaning here");
  }

  @Test
  void a_median_of_an_even_number_lies_between_the_middle_two() {
    assertThat(Median.of(new double[] {9, 1, 4})).isEqualTo(4);
    assertThat(Median.of(new double[] {9, 1})).isEqualTo(5);
    assertThat(Median.of(new double[] {})).isNaN();
  }
}
