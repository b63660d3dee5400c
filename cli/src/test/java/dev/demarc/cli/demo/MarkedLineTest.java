package dev.demarc.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.cli.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedLineTest {
  private static final Screen SCREEN = Screen.ofTerminal();

  @Test
  void a_line_that_fits_is_shown_whole() {
    assertThat(line("0123456789").shown(SCREEN, 0, 10)).isEqualTo("0123456789");
  }

  @Test
  void a_line_that_is_too_long_is_cut_at_both_ends() {
    assertThat(line("0123456789").shown(SCREEN, 0, 6)).isEqualTo("01234…");
    assertThat(line("0123456789").shown(SCREEN, 4, 6)).isEqualTo("…456789".substring(0, 5) + "…");
    assertThat(line("0123456789").shown(SCREEN, 5, 6)).isEqualTo("…56789");
  }

  @Test
  void wide_characters_take_two_columns() {
    assertThat(MarkedLine.columns("家a")).isEqualTo(3);
    assertThat(line("家家家家").shown(SCREEN, 0, 5)).isEqualTo("家家…");
  }

  @Test
  void control_characters_do_not_reach_the_terminal() {
    assertThat(line("a\u001b[2Jb").shown(SCREEN, 0, 10)).isEqualTo("a [2Jb");
  }

  @Test
  void marks_outside_the_part_shown_do_not_change_its_text() {
    MarkedLine line =
        new MarkedLine(
            "0123456789",
            List.of(
                new MarkedLine.Span(0, 2, Mark.VALUE, "CARD"),
                new MarkedLine.Span(4, 6, Mark.REDACTED, "CARD"),
                new MarkedLine.Span(8, 10, Mark.PSEUDONYM, "IP")));

    assertThat(line.shown(SCREEN, 3, 5)).isEqualTo("…345…");
    assertThat(line.shown(SCREEN, 0, 10)).isEqualTo("0123456789");
  }

  private static MarkedLine line(String text) {
    return new MarkedLine(text, List.of());
  }
}
