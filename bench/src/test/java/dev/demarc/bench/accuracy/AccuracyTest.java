package dev.demarc.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The scorer counts as its rules say, and reads the sets of others.
class AccuracyTest {
  @TempDir private Path dir;

  // --- matching --------------------------------------------------------------------------------

  private static Gold gold(int start, int end, String category) {
    return new Gold(start, end, category, Set.of(category), true, false);
  }

  private static Matching match(List<Gold> gold, Mark... found) {
    return Matching.of(gold, List.of(found), category -> true);
  }

  @Test
  void borders_decide_between_strict_half_and_overlap() {
    Matching same = match(List.of(gold(10, 20, "a")), new Mark(10, 20, "a"));
    Matching half = match(List.of(gold(10, 20, "a")), new Mark(10, 30, "a"));
    Matching less = match(List.of(gold(10, 20, "a")), new Mark(10, 31, "a"));

    assertThat(same.pairs().getFirst().strict()).isTrue();
    assertThat(half.pairs().getFirst().strict()).isFalse();
    assertThat(half.pairs().getFirst().half()).isTrue();
    assertThat(less.pairs().getFirst().half()).isFalse();
    assertThat(match(List.of(gold(10, 20, "a")), new Mark(20, 30, "a")).pairs()).isEmpty();
  }

  @Test
  void each_is_used_once_and_the_largest_overlap_goes_first() {
    Mark small = new Mark(8, 12, "a");
    Mark large = new Mark(10, 20, "a");

    Matching matching = match(List.of(gold(10, 20, "a"), gold(8, 9, "a")), small, large);

    assertThat(matching.pairs())
        .containsExactlyInAnyOrder(
            new Matching.Pair(gold(10, 20, "a"), large), new Matching.Pair(gold(8, 9, "a"), small));
    assertThat(match(List.of(gold(10, 20, "a")), small, large).wrong()).containsExactly(small);
    assertThat(match(List.of(gold(10, 20, "a")), new Mark(10, 20, "b")).missed()).hasSize(1);
  }

  @Test
  void what_a_record_is_made_of_is_neither_right_nor_wrong_inside_it() {
    Gold record = gold(0, 50, "payment.transaction");
    Mark found = new Mark(0, 48, "payment.transaction");
    Mark account = new Mark(5, 15, "payment.account");
    Mark mail = new Mark(20, 30, "contact.email");

    assertThat(match(List.of(record), found, account, mail).wrong()).containsExactly(mail);
    assertThat(match(List.of(record), account).wrong()).containsExactly(account);
  }

  @Test
  void what_is_not_judged_counts_nowhere() {
    Gold place = new Gold(0, 10, "LOCATION", Set.of(), true, false);

    Matching matching =
        Matching.of(
            List.of(place),
            List.of(
                new Mark(5, 12, "contact.address"),
                new Mark(20, 30, "wifi.ssid"),
                new Mark(40, 50, "contact.email")),
            category -> category.startsWith("contact."));

    assertThat(matching.missed()).isEmpty();
    assertThat(matching.wrong()).containsExactly(new Mark(40, 50, "contact.email"));
  }

  @Test
  void precision_recall_and_f1_are_what_they_are() {
    Counts counts = new Counts();
    counts.match(new Matching.Pair(gold(0, 10, "a"), new Mark(0, 10, "a")));
    counts.match(new Matching.Pair(gold(0, 10, "a"), new Mark(2, 10, "a")));
    counts.match(new Matching.Pair(gold(0, 10, "a"), new Mark(9, 10, "a")));
    counts.miss();
    counts.wrong();
    counts.wrong();

    assertThat(counts.precision(Counts.By.HALF)).isEqualTo(0.4);
    assertThat(counts.recall(Counts.By.HALF)).isEqualTo(0.5);
    assertThat(counts.f1(Counts.By.HALF)).isCloseTo(4.0 / 9, within(1e-12));
    assertThat(counts.recall(Counts.By.STRICT)).isEqualTo(0.25);
    assertThat(counts.precision(Counts.By.OVERLAP)).isEqualTo(0.6);
  }

  // --- sets ------------------------------------------------------------------------------------

  private Path file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text);
  }

  private static List<Case> read(Path file) throws IOException {
    return new SetReader(Names.read(Optional.empty())).read(file, Optional.empty());
  }

  @Test
  void our_own_format_is_read_packed_and_with_its_rules() throws IOException {
    Path file = dir.resolve("cases.jsonl.gz");
    String line =
        """
        {"id":"a","family":"f","lane":"%s","carrier":"json","text":"aa😀bbbbb","gold":[{"start":2,"end":5,"category":"%s"}]}
        """;
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          (line.formatted("plain", "network.mac")
                  + line.formatted("plain", "wifi.usage")
                  + line.formatted("parts", "contact.email"))
              .getBytes(StandardCharsets.UTF_8));
    }

    List<Gold> gold = read(file).stream().map(text -> text.gold().getFirst()).toList();

    assertThat(gold)
        .containsExactly(
            new Gold(2, 5, "device.mac", Set.of("device.mac", "wifi.bssid"), true, false),
            new Gold(2, 5, "wifi.usage", Set.of("wifi.usage"), false, false),
            new Gold(
                2, 5, "contact.email", Set.of("contact.email", "network.identity"), false, true));
  }

  @Test
  void presidio_is_read_as_a_list_and_as_lines() throws IOException {
    String text =
        """
        {"full_text":"Ada in Turin","spans":[{"entity_type":"PERSON","entity_value":"Ada","start_position":0,"end_position":3},{"entity_type":"LOCATION","start_position":7,"end_position":12}]}\
        """;
    List<Gold> gold = read(file("list.json", "[" + text + "]")).getFirst().gold();

    assertThat(gold.getFirst()).isEqualTo(gold(0, 3, "person.name"));
    assertThat(gold.getLast().isIgnored()).isTrue();
    assertThat(read(file("lines.jsonl", text + "\n" + text + "\n"))).hasSize(2);
  }

  @Test
  void bio_joins_words_and_marks_values() throws IOException {
    Path file =
        file(
            "set.bio",
            """
            -DOCSTART- O

            Ada NNP B-PER
            Lovelace NNP I-PER
            met O
            Eve B-PER
            Bo B-PER

            😀 O
            10.1.2.3 B-IP_ADDRESS
            """);

    List<Case> texts = read(file);

    assertThat(texts)
        .extracting(Case::text)
        .containsExactly("Ada Lovelace met Eve Bo", "😀 10.1.2.3");
    assertThat(texts.getFirst().gold())
        .containsExactly(
            gold(0, 12, "person.name"), gold(17, 20, "person.name"), gold(21, 23, "person.name"));
    assertThat(texts.getLast().gold()).containsExactly(gold(2, 10, "network.ip"));
  }

  @Test
  void labels_say_what_a_text_holds() throws IOException {
    List<Case> texts =
        read(file("set.csv", "label,text\nEMAIL|PHONE,\"a, \"\"b\"\"\nc\"\nnone,plain\n1,some\n"));

    assertThat(texts).extracting(Case::text).containsExactly("a, \"b\"\nc", "plain", "some");
    assertThat(texts.getFirst().gold())
        .extracting(Gold::category)
        .containsExactly("contact.email", "contact.phone");
    assertThat(texts.get(1).isClean()).isTrue();
    assertThat(texts.getLast().gold().getFirst().accepted()).hasSizeGreaterThan(40);
  }

  @Test
  void bad_sets_are_named_by_place() throws IOException {
    Path outside =
        file(
            "a.jsonl",
            "{\"text\":\"ab\",\"gold\":[{\"start\":0,\"end\":3,\"category\":\"contact.email\"}]}");

    assertThatThrownBy(() -> read(outside)).hasMessageContaining("line 1: the span [0, 3)");
    assertThatThrownBy(() -> read(file("b.jsonl", "{\"text\":\"a\"}")))
        .hasMessageContaining("b.jsonl, line 1: neither");
    assertThatThrownBy(() -> read(file("c.bio", "word\n"))).hasMessageContaining("c.bio, line 1");
    assertThatThrownBy(() -> read(file("d.xml", ""))).hasMessageContaining("--format");
    assertThatThrownBy(() -> Names.read(Optional.of(file("map", "X = no.such\n"))))
        .hasMessageContaining("line 1: there is no category 'no.such'");
  }

  // --- the command -----------------------------------------------------------------------------

  private String run(String... words) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(
            Accuracy.run(dir, List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8)))
        .isTrue();
    return out.toString(StandardCharsets.UTF_8);
  }

  private String set(boolean synthetic) throws IOException {
    String line =
        """
        {"id":"%s","family":"f","lane":"plain","carrier":"prose","synthetic":%s,"text":"%s","gold":[%s]}
        """;
    String mail = "{\"start\":3,\"end\":28,\"category\":\"contact.email\"}";
    String name = "{\"start\":0,\"end\":6,\"category\":\"device.name\"}";
    return file(
            "set.jsonl",
            line.formatted("a", synthetic, "to ada@lanternbrook-post.com", mail)
                + line.formatted("b", synthetic, "wombat is off", name)
                + line.formatted("c", synthetic, "mail eve@lanternbrook-post.com", ""))
        .toString();
  }

  @Test
  void tables_show_groups_false_findings_and_the_worst() throws IOException {
    String tables = run(set(true));

    assertThat(tables)
        .contains("3 texts; 2 values, 2 findings.")
        .contains("| contact.email | 1 | 2 | 0.500 | 1.000 | 0.666 |")
        .contains("| device.name | 1 | 0 | – | 0.000 | 0.000 |")
        .contains("| carrier | there |")
        .contains("| **all** | 2 | 2 | 0.500 | 0.500 | 0.500 |")
        .contains("1 with 30 characters, 1 false findings: 33.3333 in 1,000 characters")
        .contains("missed in b at [0, 6): `⟦wombat⟧ is off`");
  }

  @Test
  void values_of_sets_that_may_be_real_are_shown_only_where_asked() throws IOException {
    String set = set(false);

    assertThat(run(set)).contains("missed in b at [0, 6)").doesNotContain("wombat", "lanternbrook");
    assertThat(run(set, "--show-values")).contains("wombat");
  }

  @Test
  void json_has_the_same_numbers() throws IOException {
    JsonNode line = new JsonMapper().readTree(run(set(false), "--json"));

    assertThat(
            line.path("by_category")
                .path("contact.email")
                .path("iou_0.5")
                .path("precision")
                .asDouble())
        .isEqualTo(0.5);
    assertThat(line.path("clean").path("false_findings").asInt()).isEqualTo(1);
  }

  @Test
  void names_that_stand_for_nothing_are_told_and_can_be_mapped() throws IOException {
    String set =
        file(
                "p.jsonl",
                """
                {"text":"to ada@lanternbrook-post.com","spans":[{"entity_type":"MAILBOX","start_position":3,"end_position":28}]}
                """)
            .toString();

    assertThat(run(set)).contains("Not judged", "MAILBOX (1)");
    assertThat(run(set, "--map", file("map", "MAILBOX = contact.email # ours").toString()))
        .contains("| contact.email | 1 | 1 | 1.000 | 1.000 | 1.000 |");
  }
}
