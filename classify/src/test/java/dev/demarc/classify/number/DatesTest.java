package dev.demarc.classify.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  private static int stamp(String text) {
    byte[] b = text.getBytes(StandardCharsets.UTF_8);
    return Dates.stamp(b, 0, b.length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "2026-11-23|2026-11-23",
        "2026-11-23 4111 1111|2026-11-23",
        "2026-11-23T21:31:53.123Z INFO|2026-11-23T21:31:53.123Z",
        "2026-11-23T21:31:53+01:00]|2026-11-23T21:31:53+01:00",
        "2026-11-23 21:31:53,123 [main]|2026-11-23 21:31:53,123",
        "2026-11-23 21:31 x|2026-11-23 21:31",
        "2026-11-23,12.50,EUR|2026-11-23",
        // A hardware address begins behind the date.
        "2026-11-23 10:22:33:44:55:66|2026-11-23",
        "2026-11-23 10:22:33:44-1|2026-11-23",
      })
  void a_date_is_read_with_the_time_that_follows_it(String text, String stamp) {
    assertThat(stamp(text)).isEqualTo(stamp.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-13-23", "2026-00-10", "2026-11-32", "1026-11-23", "2026-11-2", "2026-11-234",
        "2026-11-23-4471", "2026-11-23.7", "2026-11-23x", "2026-11-23_4", "2026-1-23", "2026/11/23",
        "2026-11-23:5", "2026-11-23/24", "20261123", "2026-11-",
      })
  void what_goes_on_as_no_date_does_is_none(String text) {
    assertThat(stamp(text)).isEqualTo(-1);
  }
}
