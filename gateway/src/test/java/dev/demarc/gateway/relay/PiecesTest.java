package dev.demarc.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is held of an answer, however small the provider cuts it.
class PiecesTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 4_096, 8_191, 8_192, 8_193, 100_000})
  void pieces_of_one_size_are_joined_and_take_less_than_twice_their_bytes(int size) {
    Pieces pieces = new Pieces();
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    for (int i = 0; i < 300_000 / size + 1; i++) {
      byte[] piece = new byte[size];
      Arrays.fill(piece, (byte) i);
      expected.writeBytes(piece);
      pieces.add(piece);
    }

    assertThat(pieces.length()).isEqualTo(expected.size());
    assertThat(pieces.held()).isLessThan(2L * expected.size());
    assertThat(pieces.blocks()).isLessThan(60);
    assertThat(pieces.join()).isEqualTo(expected.toByteArray());
    assertThat(pieces.held()).isZero();
  }

  @Test
  void pieces_of_any_sizes_are_joined_in_their_order() {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      Pieces pieces = new Pieces();
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      for (int i = random.nextInt(40); i > 0; i--) {
        byte[] piece = new byte[random.nextInt(1 << random.nextInt(15))];
        random.nextBytes(piece);
        expected.writeBytes(piece);
        pieces.add(piece);
      }
      assertThat(pieces.held()).isLessThanOrEqualTo(2L * expected.size());
      assertThat(pieces.join()).as("round %s", round).isEqualTo(expected.toByteArray());
    }
  }
}
