package dev.demarc.cli.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.classify.finding.Category;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of any size give each value once, whole, and with the place where it stands.
class FileReadingTest {
  private static final Pieces.Sizes ONE_PIECE = Pieces.Sizes.USUAL;

  /// Log lines with an address in each, at another column every time.
  private static String log(long seed, int lines, String lineEnd) {
    Random random = new Random(seed);
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      log.append("worker ").append("é".repeat(random.nextInt(60)));
      log.append(" wrote to user").append(i).append("@lanternbrook-post.com in time");
      log.append(lineEnd);
    }
    return log.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", " ", "\r\n"})
  void a_value_at_a_seam_is_found_once_and_whole(String lineEnd) throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      String log = log(seed, 300, lineEnd);

      List<String> inWindows = Read.of("a.log", log, Read.SMALL).words();

      assertThat(inWindows).hasSize(300).isEqualTo(Read.of("a.log", log, ONE_PIECE).words());
    }
  }

  @Test
  void a_line_without_a_place_to_cut_is_cut_between_characters() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      line.append("漢字".repeat(50)).append("|mail").append(i).append("@lanternbrook-post.com|");
    }

    Read read = Read.of("a.log", line.toString(), Read.SMALL);

    assertThat(read.found()).hasSize(100);
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void a_record_over_a_seam_is_one() throws IOException {
    String row = "2026-10-02  Card payment Halvorsen Grocers  -187.46 USD  ref PR-4471-20986\n";
    String text = ("nothing to see in this line of the log at all\n".repeat(3) + row).repeat(60);

    Read inWindows = Read.of("a.txt", text, Read.SMALL);

    assertThat(inWindows.words(Category.PAYMENT_TRANSACTION))
        .isEqualTo(Read.of("a.txt", text, ONE_PIECE).words(Category.PAYMENT_TRANSACTION));
  }

  @Test
  void a_column_keeps_its_meaning_however_far_down() throws IOException {
    StringBuilder csv = new StringBuilder("# export\nid,ssid,note\n");
    for (int i = 0; i < 400; i++) {
      csv.append(i).append(",Wintergarden ").append(i).append(",\"seen, twice\"\n");
    }

    List<String> words = Read.of("a.csv", csv.toString(), Read.SMALL).words(Category.WIFI_SSID);

    assertThat(words)
        .hasSize(400)
        .contains("wifi.ssid Wintergarden 399@402:5 column ssid")
        .allMatch(word -> word.endsWith(" column ssid"));
  }

  @Test
  void json_lines_are_documents_with_paths() throws IOException {
    String lines =
        """
        {"event":"login","user":{"email":"ada@lanternbrook-post.com"}}

        {"messages":[{"role":"user","content":"mail"},{"role":"user","content":"eve@lanternbrook-post.com"}]}
        """;

    assertThat(Read.of("a.jsonl", lines, Read.SMALL).words())
        .containsExactly(
            "contact.email ada@lanternbrook-post.com@1:35 $.user.email",
            "contact.email eve@lanternbrook-post.com@3:73 $.messages[1].content");
  }

  @Test
  void a_line_too_long_for_one_piece_is_read_as_text_and_says_so() throws IOException {
    String line = "{\"a\":\"" + log(1, 200, " ") + "\"}\n{\"b\":\"last@lanternbrook-post.com\"}\n";

    Read read = Read.of("a.jsonl", line, Read.SMALL);

    assertThat(read.words()).hasSize(201).last().asString().endsWith("@2:7 $.b");
    assertThat(read.warnings()).containsExactly("line 1 is too long for one piece: read as text");
  }

  @Test
  void large_json_is_cut_at_elements_and_keeps_names_and_paths() throws IOException {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      entries.add(
          "{\"wifi\":{\"ssid\":\"Orchard Lane %d\",\"tags\":[1,2,{\"mail\":\"u%d@lanternbrook-post.com\"}]}}"
              .formatted(i, i));
    }
    String json =
        "{\"log\":{\"creator\":\"x, [y]\",\"entries\":[" + String.join(",\n", entries) + "]}}";

    Read read = Read.of("a.json", json, Read.SMALL);

    assertThat(read.words())
        .hasSize(400)
        .isEqualTo(Read.of("a.json", json, ONE_PIECE).words())
        .contains(
            "contact.email u199@lanternbrook-post.com@200:57"
                + " $.log.entries[199].wifi.tags[2].mail");
    assertThat(read.warnings())
        .containsExactly("is too large for one piece: read by its elements and members");
  }

  @Test
  void json_that_cannot_be_cut_is_read_as_text_and_says_so() throws IOException {
    Read read =
        Read.of("a.json", "{\"a\":\"" + log(2, 300, " ").replace(",", "") + "\"}", Read.SMALL);

    assertThat(read.found()).hasSize(300);
    assertThat(read.warnings()).last().asString().contains("read as text from there");
  }

  @Test
  void json_that_is_none_says_where() throws IOException {
    Read read = Read.of("a.json", "{\"a\":[1,\n2}\n mail ada@lanternbrook-post.com", ONE_PIECE);

    assertThat(read.found()).hasSize(1);
    assertThat(read.warnings())
        .containsExactly("is not one JSON text (see 2:2): read as text where it is none");
  }

  @Test
  void a_member_name_that_is_personal_is_not_shown_in_a_path() throws IOException {
    String json = "{\"by_user\":{\"ada@lanternbrook-post.com\":{\"ssid\":\"Orchard Lane\"}}}";

    assertThat(Read.of("a.json", json, ONE_PIECE).words())
        .containsExactly(
            "contact.email ada@lanternbrook-post.com@1:14 $.by_user.*",
            "wifi.ssid Orchard Lane@1:50 $.by_user.*.ssid");
  }

  @Test
  void bytes_that_are_not_utf8_are_read_over_and_named() throws IOException {
    byte[] text =
        "Caf\u00e9 mail\nada@lanternbrook-post.com \u00ff".getBytes(StandardCharsets.ISO_8859_1);

    Read read = Read.of("a.txt", text, ONE_PIECE);

    assertThat(read.words()).containsExactly("contact.email ada@lanternbrook-post.com@2:1");
    assertThat(read.warnings())
        .containsExactly("is not all UTF-8: 2 bytes were read as '?', the first at 1:4 (byte 3)");
  }

  @Test
  void a_character_that_two_reads_share_is_whole() throws IOException {
    String text = "ü".repeat(70_000) + " ada@lanternbrook-post.com";

    Read read = Read.of("a.txt", "x" + text, Read.SMALL);

    assertThat(read.warnings()).isEmpty();
    assertThat(read.words()).containsExactly("contact.email ada@lanternbrook-post.com@1:70003");
  }

  @Test
  void gzip_is_read_and_a_byte_order_mark_skipped() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("\ufeff{\"mail\":\"ada@lanternbrook-post.com\"}".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(Read.of("a.json.gz", packed.toByteArray(), ONE_PIECE).words())
        .containsExactly("contact.email ada@lanternbrook-post.com@1:10 $.mail");
    for (int length : new int[] {2, 9, 11, 30}) {
      byte[] cut = Arrays.copyOf(packed.toByteArray(), length);
      assertThatThrownBy(() -> Read.of("a.json.gz", cut, ONE_PIECE))
          .as("cut to %d bytes", length)
          .isInstanceOf(BadInput.class)
          .hasMessageStartingWith("is not whole as gzip: ")
          .hasMessageNotContaining("null");
    }
  }

  @Test
  void what_is_no_text_is_refused_with_the_fix() {
    assertThatThrownBy(() -> Read.of("a.bin", new byte[] {'a', 'b', 0, 'c'}, ONE_PIECE))
        .hasMessage("is binary (a NUL at byte 2): only text is classified");
    assertThatThrownBy(
            () -> Read.of("a.txt", "\ufeffhi".getBytes(StandardCharsets.UTF_16LE), ONE_PIECE))
        .hasMessageContaining("iconv -f UTF-16");
    assertThatThrownBy(() -> Read.of("a.zip", new byte[] {'P', 'K', 3, 4, 0}, ONE_PIECE))
        .hasMessageContaining("unpack");
  }

  @Test
  void an_empty_file_holds_nothing() throws IOException {
    for (String name : List.of("a.txt", "a.json", "a.jsonl", "a.csv")) {
      assertThat(Read.of(name, "", ONE_PIECE)).isEqualTo(new Read(List.of(), List.of(), List.of()));
    }
  }
}
