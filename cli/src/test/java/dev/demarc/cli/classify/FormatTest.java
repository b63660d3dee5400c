package dev.demarc.cli.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// A format is told by the name's ending, and without one by what stands there.
class FormatTest {
  private static Format of(String name, String text) throws IOException {
    try (Source source =
        Source.open(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), warning -> {})) {
      return Format.of(name, source);
    }
  }

  @Test
  void endings_speak_first() throws IOException {
    assertThat(of("a.csv", "x")).isEqualTo(Format.CSV);
    assertThat(of("A.TSV.GZ", "x")).isEqualTo(Format.CSV);
    assertThat(of("a.jsonl", "{}")).isEqualTo(Format.JSONL);
    assertThat(of("a.json", "{}")).isEqualTo(Format.JSON);
    assertThat(of("a.har", "{}")).isEqualTo(Format.JSON);
  }

  @Test
  void json_on_each_line_is_json_lines_whatever_the_ending() throws IOException {
    assertThat(of("a.json", "{\"a\":1}\n{\"a\":2}\n")).isEqualTo(Format.JSONL);
    assertThat(of("stdin", "{\"a\":1}\n{\"a\":2}\n")).isEqualTo(Format.JSONL);
    assertThat(of("a.json", "{\"a\":\n{}}")).isEqualTo(Format.JSON);
  }

  @Test
  void content_speaks_where_the_ending_does_not() throws IOException {
    assertThat(of("stdin", " {\"a\":1}")).isEqualTo(Format.JSON);
    assertThat(of("stdin", "[{\"a\":1}]")).isEqualTo(Format.JSON);
    assertThat(of("stdin", "[2026-11-22 10:00:01] started\n")).isEqualTo(Format.TEXT);
    assertThat(of("stdin", "name,city\nAda,Turin\nEve,Bonn\n")).isEqualTo(Format.CSV);
    assertThat(of("stdin", "Dear all, hello\nthe box, the lid, the key\n")).isEqualTo(Format.TEXT);
    assertThat(of("stdin", "")).isEqualTo(Format.TEXT);
  }
}
