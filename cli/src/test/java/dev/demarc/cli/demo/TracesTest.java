package dev.demarc.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TracesTest {
  private static final String VALUE = "家 Maple/5G 17";

  @Test
  void a_value_is_found_as_it_is() {
    assertThat(found("joined " + VALUE + " at noon")).isTrue();
    assertThat(found("joined nothing at noon")).isFalse();
  }

  @Test
  void a_value_is_found_escaped() {
    assertThat(found("\\u5bb6 Maple/5G 17")).isTrue();
    assertThat(found("\\u5BB6 Maple/5G 17")).isTrue();
    assertThat(Traces.found("ab", "\\u0061\\u0062".getBytes(UTF_8))).isTrue();
  }

  @Test
  void a_value_is_found_percent_encoded() {
    String encoded = URLEncoder.encode(VALUE, UTF_8).replace("+", "%20");

    assertThat(found("q=" + encoded)).isTrue();
    assertThat(found("q=" + encoded.toLowerCase(Locale.ROOT))).isTrue();
  }

  @Test
  void a_value_is_found_in_hex() {
    assertThat(found("x" + HexFormat.of().formatHex(VALUE.getBytes(UTF_8)))).isTrue();
    assertThat(found("x" + HexFormat.of().withUpperCase().formatHex(VALUE.getBytes(UTF_8))))
        .isTrue();
  }

  @Test
  void a_value_is_found_in_base64_wherever_it_begins() {
    for (String before : new String[] {"", "a", "ab", "abc"}) {
      byte[] bytes = (before + VALUE + "zz").getBytes(UTF_8);

      assertThat(found(Base64.getEncoder().encodeToString(bytes))).as(before).isTrue();
      assertThat(found(Base64.getUrlEncoder().encodeToString(bytes))).as(before).isTrue();
    }
    assertThat(found(Base64.getEncoder().encodeToString("something else".getBytes(UTF_8))))
        .isFalse();
  }

  private static boolean found(String text) {
    return Traces.found(VALUE, text.getBytes(UTF_8));
  }
}
