package dev.demarc.classify.pseudonym;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.classify.text.PseudonymCode;
import dev.demarc.classify.text.Text;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final byte[] KEY = "a scope key of tests".getBytes(UTF_8);

  private final Pseudonyms pseudonyms = new Pseudonyms(KEY);

  @Test
  void a_pseudonym_is_its_word_seven_characters_of_the_keyed_hash_and_a_check_character() {
    // HMAC-SHA-256 by another program: a84f2c0986...; 35 bits in base32
    assertThat(pseudonym("CARD", "4111111111111111")).isEqualTo("CARD_N17JR2CY");
  }

  @Test
  void the_same_value_has_the_same_pseudonym_in_every_gateway() {
    String here = pseudonym("EMAIL", "li.wei@example.com");
    assertThat(of(new Pseudonyms(KEY), "EMAIL", "li.wei@example.com")).isEqualTo(here);
    assertThat(pseudonym("EMAIL", "li.wei@example.com")).isEqualTo(here);
  }

  @Test
  void another_scope_or_another_word_gives_another_code() {
    String here = pseudonym("ACCOUNT", "12345678");
    Pseudonyms elsewhere = new Pseudonyms("another scope".getBytes(UTF_8));
    assertThat(code(of(elsewhere, "ACCOUNT", "12345678"))).isNotEqualTo(code(here));
    assertThat(code(pseudonym("REF", "12345678"))).isNotEqualTo(code(here));
  }

  @Test
  void the_check_character_sees_every_substitution_and_every_swap_of_neighbours() {
    for (int value = 0; value < 50; value++) {
      byte[] code = code(pseudonym("REF", "value " + value)).getBytes(US_ASCII);
      assertThat(PseudonymCode.whole(code, 0, code.length)).isTrue();
      for (int i = 0; i < code.length; i++) {
        for (byte other : CROCKFORD.getBytes(US_ASCII)) {
          byte[] changed = code.clone();
          changed[i] = other;
          assertThat(PseudonymCode.whole(changed, 0, 8)).isEqualTo(other == code[i]);
        }
        if (i + 1 < code.length && code[i] != code[i + 1]) {
          byte[] swapped = code.clone();
          swapped[i] = code[i + 1];
          swapped[i + 1] = code[i];
          assertThat(PseudonymCode.whole(swapped, 0, 8)).isFalse();
        }
      }
    }
  }

  @Test
  void values_whose_codes_collide_are_told_apart_by_length() {
    String shorter = pseudonym("MEMO", "memo 387460");
    String longer = pseudonym("MEMO", "memo 993549");
    assertThat(longer).hasSize(shorter.length() + 1).startsWith(shorter.substring(0, 12));
    assertThat(pseudonym("MEMO", "memo 993549")).isEqualTo(longer);
    assertThat(of(new Pseudonyms(KEY), "MEMO", "memo 993549")).hasSameSizeAs(shorter);
  }

  @Test
  void the_spelling_that_came_first_is_restored() {
    Text canonical = Text.of("4111111111111111");
    String first = pseudonyms.of("CARD", canonical, Text.of("4111 1111 1111 1111"));
    String second = pseudonyms.of("CARD", canonical, Text.of("4111-1111-1111-1111"));
    assertThat(second).isEqualTo(first);
    assertThat(restored(first)).isEqualTo("4111 1111 1111 1111");
  }

  @Test
  void nothing_can_be_restored_once_the_values_are_wiped() {
    String pseudonym = pseudonym("IP", "192.0.2.7");
    Restorer before = pseudonyms.restorer();
    pseudonyms.wipe();
    Restored after = before.restoreAnswer(answer(pseudonym));
    assertThat(after.body()).isEqualTo(answer(pseudonym));
    assertThat(after.unknown()).isEqualTo(1);
    assertThat(pseudonyms).hasToString("Pseudonyms[0]");
    assertThatThrownBy(() -> pseudonym("IP", "192.0.2.7"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_word_is_up_to_sixteen_capital_letters() {
    assertThat(pseudonym("ABCDEFGHIJKLMNOP", "x")).startsWith("ABCDEFGHIJKLMNOP_");
    for (String word : new String[] {"", "card", "CARD1", "A_B", "ABCDEFGHIJKLMNOPQ"}) {
      assertThatThrownBy(() -> pseudonym(word, "x")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void printing_shows_how_many_there_are_and_no_value() {
    String pseudonym = pseudonym("PAYEE", "Li Wei");
    assertThat(pseudonyms).hasToString("Pseudonyms[1]");
    assertThat(pseudonyms.restorer().toString()).doesNotContain("Li Wei").doesNotContain(pseudonym);
  }

  private String pseudonym(String word, String value) {
    return of(pseudonyms, word, value);
  }

  private static String of(Pseudonyms pseudonyms, String word, String value) {
    return pseudonyms.pseudonym(word, Text.of(value), Text.of(value));
  }

  private static String code(String pseudonym) {
    return pseudonym.substring(pseudonym.indexOf('_') + 1);
  }

  private String restored(String content) {
    byte[] body = pseudonyms.restorer().restoreAnswer(answer(content)).body().bytes();
    return (String) PlainJson.at(PlainJson.read(body), "choices", "0", "message", "content");
  }

  private static Text answer(String content) {
    return Text.of("{\"choices\":[{\"message\":{\"content\":\"" + content + "\"}}]}");
  }
}
