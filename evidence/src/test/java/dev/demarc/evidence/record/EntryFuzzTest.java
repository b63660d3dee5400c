package dev.demarc.evidence.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.Strict;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A leaf is malformed or is an entry that can be told and written again; and its JSON says to
/// Jackson what it says to us.
class EntryFuzzTest {
  private static final JsonMapper JACKSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /// Of the digits of an escape Jackson looks at the low bits alone: U+0563 is a `c` to it.
  private static final Pattern LOOSE_ESCAPE =
      Pattern.compile("\\\\u[0-9a-fA-F]{0,3}[^\\x00-\\x7f]");

  @FuzzTest
  void a_leaf_is_malformed_or_means_one_thing(byte[] bytes) throws Malformed {
    Optional<Json> ours = json(bytes);
    Optional<JsonNode> theirs = jackson(bytes);
    if (ours.isPresent()) {
      assertThat(theirs).as("what we read, Jackson reads").isPresent();
      assertThat(jackson(ours.get().encode())).isEqualTo(theirs);
      assertThat(json(ours.get().encode())).isEqualTo(ours);
    } else {
      theirs.ifPresent(read ->
          assertThat(narrow(read, 0) || LOOSE_ESCAPE.matcher(new String(bytes, UTF_8)).find())
              .as("%s", read)
              .isTrue());
    }
    entry(bytes);
  }

  private static void entry(byte[] bytes) throws Malformed {
    Leaf leaf;
    try {
      leaf = Leaf.parse(bytes);
    } catch (Malformed e) {
      assertThat(e.says()).isNotBlank();
      return;
    }
    assertThat(EntryWords.of(7, leaf.entry())).startsWith("Entry 7, ").doesNotContain("\n");
    assertThat(Leaf.parse(leaf.entry().encode()).entry()).isEqualTo(leaf.entry());
  }

  private static Optional<Json> json(byte[] bytes) {
    try {
      return Optional.of(Json.parse(bytes));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /// From a text, since Jackson would guess other encodings.
  private static Optional<JsonNode> jackson(byte[] bytes) {
    try {
      JsonNode read = JACKSON.readTree(Strict.utf8(bytes));
      return read.isMissingNode() ? Optional.empty() : Optional.of(read);
    } catch (JacksonException | NumberFormatException | Malformed e) {
      // Of a number with a great exponent Jackson says so by the second.
      return Optional.empty();
    }
  }

  /// Whether the value holds something that JSON has and leaves do not: a fraction, a large number,
  /// half a surrogate pair, more than 32 levels, a zero with a sign.
  private static boolean narrow(JsonNode node, int depth) {
    if (node.isString()) {
      return !Strict.isUnicode(node.asString());
    }
    if (node.isNumber()) {
      return !node.isIntegralNumber()
          || !node.canConvertToLong()
          || node.asLong() > Json.MAX_INT
          || node.asLong() < -Json.MAX_INT
          || node.asLong() == 0;
    }
    boolean names =
        node.isObject() && node.propertyNames().stream().anyMatch(name -> !Strict.isUnicode(name));
    return names || depth > 32 || node.valueStream().anyMatch(inner -> narrow(inner, depth + 1));
  }
}
