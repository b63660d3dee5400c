package dev.demarc.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The search of the leak test, searched itself: each disguise has to be seen through.
class DisguisesTest {
  private static final String VALUE = "Café \"Zürich\"/路 4539";

  @ParameterizedTest
  @MethodSource
  void every_disguise_is_seen_through(String disguised) {
    assertThat(Disguises.of(VALUE).in(("before " + disguised + " after").getBytes(UTF_8)))
        .isNotEmpty();
  }

  static Stream<String> every_disguise_is_seen_through() {
    return Stream.of(
        VALUE,
        "CAFÉ \"ZÜRICH\"/路 4539",
        "café \"zürich\"/路 4539",
        "Café \\\"Zürich\\\"\\/路 4539",
        escaped(VALUE),
        escaped(VALUE).toUpperCase(Locale.ROOT).replace("\\U", "\\u"),
        URLEncoder.encode(VALUE, UTF_8),
        URLEncoder.encode(VALUE, UTF_8).replace("+", "%20"),
        HexFormat.of().formatHex(VALUE.getBytes(UTF_8)),
        HexFormat.of().withUpperCase().formatHex(VALUE.getBytes(UTF_8)),
        base64("" + VALUE + "xyz"),
        base64("a" + VALUE + "xy"),
        base64("ab" + VALUE + "x"),
        Base64.getUrlEncoder().encodeToString(("a?" + VALUE).getBytes(UTF_8)));
  }

  @Test
  void other_bytes_are_not_taken_for_the_value() {
    assertThat(Disguises.of(VALUE).in("Caf \"Zurich\" 4538 and base64 Q2Fmw6k".getBytes(UTF_8)))
        .isEmpty();
  }

  @Test
  void a_short_value_is_not_searched_in_base64_pieces_that_occur_by_chance() {
    assertThat(Disguises.of("ab").in("YWJj".getBytes(UTF_8))).isEmpty();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
    return escaped.toString();
  }
}
