package dev.demarc.classify.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.text.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A number in its groups.
class NumberChainTest {
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
}
