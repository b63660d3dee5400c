package dev.demarc.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.evidence.Malformed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/record.md` and its schema say what the code does.
class RecordDocTest {
  private static final Path DOCS = Path.of(System.getProperty("demarc.root", "..")).resolve("docs");
  private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.*?)\\n```", Pattern.DOTALL);

  private static String page() throws IOException {
    return Files.readString(DOCS.resolve("record.md"));
  }

  private static Schema schema() throws IOException, Malformed {
    return new Schema(Json.parse(Files.readAllBytes(DOCS.resolve("record.schema.json"))));
  }

  private static List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    Matcher matcher = EXAMPLE.matcher(page());
    while (matcher.find()) {
      examples.add(matcher.group(1));
    }
    return examples;
  }

  @Test
  void each_example_is_a_leaf_of_its_own_type_as_the_writer_writes_it()
      throws IOException, Malformed {
    List<String> types = new ArrayList<>();
    for (String example : examples()) {
      Leaf leaf = Leaf.parse(example.getBytes(StandardCharsets.UTF_8));
      assertThat(leaf.unknownMembers()).isEmpty();
      assertThat(leaf.entry().json().text()).isEqualTo(example);
      assertThat(schema().accepts(leaf.entry().json())).as(example).isTrue();
      types.add(leaf.entry().type());
    }
    assertThat(types).containsExactly("start", "decision", "outcome", "refusal", "stop");
  }

  @Test
  void the_schema_accepts_what_the_code_writes_and_names_every_member()
      throws IOException, Malformed {
    for (Entry entry : Entries.all()) {
      assertThat(schema().accepts(entry.json())).as(entry.type()).isTrue();
      Json.Obj definition = schema().definition(entry.type());
      assertThat(Schema.names(definition, "properties"))
          .containsAll(entry.json().members().keySet());
    }
  }

  @Test
  void the_schema_and_the_code_miss_the_same_members() throws IOException, Malformed {
    for (Entry entry : Entries.all()) {
      for (String name : entry.json().members().keySet()) {
        Map<String, Json> members = new LinkedHashMap<>(entry.json().members());
        members.remove(name);
        Json.Obj without = new Json.Obj(members);
        assertThat(schema().accepts(without))
            .as("%s without %s", entry.type(), name)
            .isEqualTo(parses(without));
      }
    }
  }

  @Test
  void the_schema_and_the_code_refuse_the_same_values() throws IOException, Malformed {
    List<Json> values =
        List.of(new Json.Null(), Json.of(-1), Json.of(""), Json.of("x"), Json.object().build());
    for (Entry entry : Entries.all()) {
      for (String name : entry.json().members().keySet()) {
        for (Json value : values) {
          Map<String, Json> members = new LinkedHashMap<>(entry.json().members());
          members.put(name, value);
          Json.Obj changed = new Json.Obj(members);
          // An unknown type is read and passed over, while the schema lists the known ones.
          if (!name.equals("type")) {
            assertThat(schema().accepts(changed))
                .as("%s with %s %s", entry.type(), name, value.text())
                .isEqualTo(parses(changed));
          }
        }
      }
    }
  }

  private static boolean parses(Json.Obj leaf) {
    try {
      Entry.parse(leaf.encode());
      return true;
    } catch (Malformed e) {
      return false;
    }
  }

  @Test
  void the_page_explains_every_member_of_the_schema() throws IOException, Malformed {
    String page = page();
    for (Entry entry : Entries.all()) {
      for (String name : Schema.names(schema().definition(entry.type()), "properties")) {
        assertThat(page).contains("| `" + name + "` |");
      }
    }
    for (String name : Schema.names(schema().definition("reason"), "properties")) {
      assertThat(page).contains("`" + name + "`");
    }
    for (OutcomeEntry.Outcome outcome : OutcomeEntry.Outcome.values()) {
      assertThat(page).contains("`" + outcome.wire() + "`");
    }
  }

  @Test
  void the_commitment_on_the_page_is_right() throws IOException {
    byte[] salt =
        HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    byte[] bytes = "abc".getBytes(StandardCharsets.US_ASCII);
    assertThat(page()).contains("`" + Commitment.of(salt, bytes) + "`");
  }
}
