package dev.demarc.classify.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What stands where a value would, and is none.
class KeyedValueTest {
  @ParameterizedTest
  @CsvSource({
    "string, true",
    "String!, true",
    "string?, true",
    "Int!, true",
    "boolean?, true",
    "null?, true",
    "Maple!, false",
    "strings!, false",
    "string!!, false",
    "!, false",
    "'', false",
  })
  void a_type_says_nothing_whether_it_may_be_absent_or_not(String value, boolean nothing) {
    byte[] bytes = value.getBytes(UTF_8);
    assertThat(KeyedValue.saysNothing(bytes, 0, bytes.length)).isEqualTo(nothing);
  }
}
