package dev.demarc.policy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class YamlTest {
  private enum Colour {
    RED,
    GREEN
  }

  private static YamlMap read(String text) throws BadYaml {
    return Yaml.read("packs/x.yaml", text);
  }

  @Test
  void an_unknown_key_stops_with_file_line_column_and_the_nearest_known_key() throws BadYaml {
    YamlMap map = read("id: a\ncitaton: b\n");
    assertThatThrownBy(() -> map.only("id", "citation"))
        .isInstanceOf(BadYaml.class)
        .hasMessage("packs/x.yaml:2:1: unknown key `citaton`; the nearest known is `citation`");
  }

  @Test
  void an_unknown_key_that_is_near_to_nothing_lists_what_is_known() throws BadYaml {
    YamlMap map = read("zzzzzzzzz: a\n");
    assertThatThrownBy(() -> map.only("id", "citation"))
        .hasMessage("packs/x.yaml:1:1: unknown key `zzzzzzzzz`; known are id, citation");
  }

  @Test
  void a_missing_key_is_named_with_the_map_that_lacks_it() throws BadYaml {
    YamlMap map = read("rules:\n  - id: a\n").maps("rules").get(0);
    assertThatThrownBy(() -> map.text("citation"))
        .hasMessage("packs/x.yaml:2:5: missing key `citation`");
  }

  @Test
  void a_doubled_key_stops_and_names_both_lines() {
    assertThatThrownBy(() -> read("id: a\nb: c\nid: d\n"))
        .hasMessage("packs/x.yaml:3:1: doubled key `id`: it stands in line 1 already");
  }

  @Test
  void a_word_outside_the_vocabulary_stops_with_the_nearest_one() throws BadYaml {
    YamlMap map = read("colour: GREN\n");
    assertThatThrownBy(() -> map.choice("colour", Colour.class))
        .hasMessage("packs/x.yaml:1:9: unknown word `GREN`; the nearest known is `GREEN`");
  }

  @Test
  void aliases_anchors_tags_and_second_documents_are_refused() {
    assertThatThrownBy(() -> read("a: &x b\nc: *x\n"))
        .hasMessageContaining("packs/x.yaml:2:4: anchors, aliases and tags");
    assertThatThrownBy(() -> read("a: !!str b\n"))
        .hasMessageContaining("anchors, aliases and tags");
    assertThatThrownBy(() -> read("a: b\n---\nc: d\n")).hasMessageContaining("one document");
  }

  @Test
  void text_is_never_guessed_to_be_something_else() throws BadYaml {
    YamlMap map = read("norway: NO\nnumber: 0123\nday: 2026-11-23\nyes: true\n");
    assertThat(map.text("norway")).isEqualTo("NO");
    assertThat(map.text("number")).isEqualTo("0123");
    assertThat(map.date("day")).isEqualTo("2026-11-23");
    assertThat(map.flag("yes")).isTrue();
    assertThatThrownBy(() -> map.flag("norway"))
        .hasMessage("packs/x.yaml:1:9: `NO` is neither true nor false");
    assertThatThrownBy(() -> map.date("number"))
        .hasMessage("packs/x.yaml:2:9: `0123` is not a date like 2026-11-23");
  }

  @Test
  void what_is_not_yaml_says_so_with_its_place() {
    assertThatThrownBy(() -> read("a: [1, 2\nb: c\n"))
        .isInstanceOf(BadYaml.class)
        .hasMessageStartingWith("packs/x.yaml:2:")
        .hasMessageContaining("not readable as YAML");
    assertThatThrownBy(() -> read("")).hasMessage("packs/x.yaml:1:1: the file holds nothing");
    assertThatThrownBy(() -> read("- a\n"))
        .hasMessage("packs/x.yaml:1:1: a map of keys is expected here, not a list");
  }

  @Test
  void an_address_is_a_host_and_a_path_only() throws BadYaml {
    YamlMap map =
        read(
            """
            a: https://x.example/v1
            b: ftp://x.example
            c: https://u@x.example
            d: https://x/?q
            """);
    assertThat(map.address("a").getHost()).isEqualTo("x.example");
    for (String key : new String[] {"b", "c", "d"}) {
      assertThatThrownBy(() -> map.address(key)).hasMessageContaining("is not an http or https");
    }
  }
}
