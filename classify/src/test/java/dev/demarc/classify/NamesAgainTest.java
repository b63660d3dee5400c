package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.family.person.NamesAgain;
import dev.demarc.classify.finding.Category;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Names that a text tells once and that stand bare in it again: how many are looked for, and that
/// none of them is kept.
class NamesAgainTest {
  @Test
  void forty_names_are_looked_for_again_and_no_more() {
    assertThat(Found.of(Category.PERSON_NAME, told(40))).hasSize(41).last().isEqualTo("Ashgrovae");
    assertThat(Found.of(Category.PERSON_NAME, told(41))).hasSize(41);
  }

  private static String told(int names) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < names; k++) {
      String end = "" + (char) ('a' + k / 6) + "eiouya".charAt(k % 6);
      text.append("Es kam Frau Quillon Ashgrov").append(end).append(" zu uns.\n");
    }
    return text + "Das sagte Ashgrovae auch.";
  }

  /// A walk is kept between bodies, and with it who looks for names: it has no place for them.
  @Test
  void of_the_names_of_a_text_nothing_can_stay() {
    assertThat(parts(NamesAgain.class))
        .allMatch(
            part -> part.getType().getPackageName().equals(NamesAgain.class.getPackageName()));
    assertThat(parts(NamesAgain.class).flatMap(part -> parts(part.getType())))
        .allMatch(part -> part.getType().isPrimitive());
  }

  private static Stream<Field> parts(Class<?> type) {
    return Stream.of(type.getDeclaredFields())
        .filter(each -> !Modifier.isStatic(each.getModifiers()));
  }
}
