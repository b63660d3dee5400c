package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers and codes that are written in unusual groups, or in Chinese digits.
class SeparatedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "卡号 62–28–48–04–02–56–48–90–01–8 | payment.card 62–28–48–04–02–56–48–90–01–8",
        "身份证 33.01.06.19.63.12.22.36.4X | identity.cn-resident 33.01.06.19.63.12.22.36.4X",
        "IBAN: D E 8 9 3 7 0 4 0 0 4 4 0 5 3 2 0 1 3 0 0 0"
            + " | payment.iban D E 8 9 3 7 0 4 0 0 4 4 0 5 3 2 0 1 3 0 0 0",
        "IBAN：DE八九三七零四零零四四零五三二零一三零零零。" + " | payment.iban DE八九三七零四零零四四零五三二零一三零零零",
      })
  void a_value_in_odd_groups_is_found_whole(String text, String found) {
    assertThat(Chat.found(text)).contains(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SWIFT is a language of APPLE and RUNS ON IPHONES",
        "BIC pens: PACKAGES OF TEN",
        "01.02.03.04.05.06.07.08.09.10.11.12",
        "D E 8 9 3 7 0 4 0 0 4 4 0 5 3 2 0 1 3 0 0 1",
        "ref 121000249 the right number",
      })
  void words_and_groups_that_only_look_like_a_value_are_left_alone(String text) {
    assertThat(Chat.found(text)).isEmpty();
  }
}
