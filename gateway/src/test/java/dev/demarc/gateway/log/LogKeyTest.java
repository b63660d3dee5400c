package dev.demarc.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.evidence.Malformed;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogKeyTest {
  private static final String TEXT = "log.example/one\n7\nAAAA\n";
  private final LogKey key = LogKey.generate("log.example/one", new SecureRandom());

  @Test
  void what_it_signs_verifies_here_and_by_the_verifiers_own_code() {
    byte[] signature = key.sign(TEXT);
    assertThat(key.verifies(TEXT, signature)).isTrue();
    assertThat(key.verifierKey().verify(TEXT.getBytes(StandardCharsets.UTF_8), signature)).isTrue();
    assertThat(key.verifierKey().verifies(key.note(TEXT, signature))).isTrue();
  }

  @Test
  void a_flipped_bit_another_text_another_key_and_half_a_signature_do_not_verify() {
    byte[] signature = key.sign(TEXT);
    for (int bit = 0; bit < 8 * signature.length; bit++) {
      byte[] flipped = signature.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(key.verifies(TEXT, flipped)).as("bit %s", bit).isFalse();
    }
    assertThat(key.verifies(TEXT + " ", signature)).isFalse();
    assertThat(key.verifies(TEXT, Arrays.copyOf(signature, 32))).isFalse();
    LogKey other = LogKey.generate("log.example/one", new SecureRandom());
    assertThat(other.verifies(TEXT, signature)).isFalse();
  }

  @Test
  void its_text_is_read_back_and_no_other() throws Malformed {
    LogKey read = LogKey.parse(key.encode());
    assertThat(read.verifierKey()).isEqualTo(key.verifierKey());
    assertThat(read.verifies(TEXT, key.sign(TEXT))).isTrue();
    String other = LogKey.generate("log.example/one", new SecureRandom()).encode();
    String mixed = key.encode().substring(0, key.encode().lastIndexOf('+') + 1);
    String id = mixed + other.substring(other.lastIndexOf('+') + 1);
    assertThatThrownBy(() -> LogKey.parse(id)).isInstanceOf(Malformed.class);
  }
}
