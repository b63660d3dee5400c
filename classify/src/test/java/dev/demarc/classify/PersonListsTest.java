package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.family.person.PersonNames;
import dev.demarc.classify.text.WordSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The lists of words that names and illnesses are told by have each word once: who adds one sees
/// whether it is there. Common given names are listed by language and may recur.
class PersonListsTest {
  @ParameterizedTest
  @ValueSource(strings = {"doubtful-names.txt", "not-person-names.txt", "not-chinese-names.txt"})
  void a_list_has_no_word_twice(String list) {
    assertThat(WordSet.lines(PersonNames.class, list).stream().flatMap(line -> of(line, " ")))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name-words.txt", "hint-words.txt", "brands-named-like-people.txt"})
  void a_section_has_no_word_twice(String lists) {
    String all = String.join("\n", WordSet.lines(PersonNames.class, lists));
    for (String section : all.split("(?m)^\\[.*]$")) {
      assertThat(of(section.replace("\n", ""), ";")).doesNotHaveDuplicates();
    }
  }

  private static Stream<String> of(String list, String sign) {
    return List.of(list.toLowerCase(Locale.ROOT).split(sign)).stream();
  }
}
