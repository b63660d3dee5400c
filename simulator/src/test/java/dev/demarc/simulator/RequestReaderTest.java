package dev.demarc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
  private static final String LENGTH = "POST /a HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc";
  private static final String CHUNKED =
      """
      POST /b HTTP/1.1
      Transfer-Encoding: gzip, Chunked

      2
      ab
      1
      c
      0
      T: t

      """
          .replace("\n", "\r\n");
  private static final String BARE = "GET /c HTTP/1.1\nA: b\n\n";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(RequestReader.Raw raw) {
    return new String(raw.head(), StandardCharsets.ISO_8859_1)
        + new String(raw.body(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void requests_are_cut_at_the_same_places_however_the_bytes_arrive() throws Exception {
    String all = LENGTH + CHUNKED + BARE + LENGTH;
    for (int size = 1; size <= all.length(); size++) {
      var reader = new RequestReader();
      var cut = new StringBuilder();
      for (int from = 0; from < all.length(); from += size) {
        reader.feed(bytes(all.substring(from, Math.min(all.length(), from + size))));
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
          cut.append(text(next.get())).append('|');
        }
      }
      assertThat(cut).hasToString(LENGTH + "|" + CHUNKED + "|" + BARE + "|" + LENGTH + "|");
      assertThat(reader.holdsBytes()).isFalse();
    }
  }

  @Test
  void what_never_became_complete_is_the_rest() throws Exception {
    var reader = new RequestReader();
    reader.feed(bytes(LENGTH + LENGTH.substring(0, LENGTH.length() - 1)));

    assertThat(reader.next()).isPresent();
    assertThat(reader.next()).isEmpty();
    assertThat(text(reader.rest())).isEqualTo(LENGTH.substring(0, LENGTH.length() - 1));
    assertThat(reader.holdsBytes()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n"
      })
  void a_length_that_cannot_be_is_malformed(String request) {
    var reader = new RequestReader();
    reader.feed(bytes(request));

    assertThatThrownBy(reader::next).isInstanceOf(RequestReader.Malformed.class);
  }

  @Test
  void a_head_without_end_is_malformed() {
    var reader = new RequestReader();
    reader.feed(new byte[RequestReader.MOST_HEAD + 1]);

    assertThatThrownBy(reader::next)
        .isInstanceOf(RequestReader.Malformed.class)
        .hasMessageContaining("head");
  }
}
