package dev.demarc.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.text.Text;
import io.vertx.core.buffer.Buffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A body that comes in pieces of any size, with and without a declared length.
class ArrivingBodyTest {
  private static final int LENGTH = 20_000;

  private final SplittableRandom random = new SplittableRandom(7);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, LENGTH - 1, LENGTH, LENGTH + 1})
  void all_that_came_is_there_whatever_was_declared(int declared) {
    byte[] sent = new byte[LENGTH];
    random.nextBytes(sent);
    ArrivingBody body = new ArrivingBody(declared);
    for (int at = 0; at < LENGTH; ) {
      int piece = Math.min(LENGTH - at, random.nextInt(3000));
      body.add(Buffer.buffer(LENGTH).appendBytes(sent, at, piece));
      at += piece;
      assertThat(body.length()).isEqualTo(at);
    }
    assertThat(body.whole()).isEqualTo(Text.of(sent));
  }

  @Test
  void a_body_of_nothing_is_empty() {
    assertThat(new ArrivingBody(0).whole().length()).isZero();
    assertThat(new ArrivingBody(100).whole().length()).isZero();
  }
}
