package dev.demarc.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// JSON as Jackson reads it: one line for each thing in the text, in order. What fuzz targets hold
/// our walker against.
final class JacksonEvents {
  private static final StreamReadConstraints WIDE =
      StreamReadConstraints.builder()
          .maxNestingDepth(100_000)
          .maxNumberLength(Integer.MAX_VALUE)
          .maxNameLength(Integer.MAX_VALUE)
          .maxStringLength(Integer.MAX_VALUE)
          .build();
  private static final JsonFactory GENEROUS =
      JsonFactory.builder().streamReadConstraints(WIDE).build();
  private static final JsonFactory NO_DOUBLED_NAMES =
      JsonFactory.builder()
          .streamReadConstraints(WIDE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /// Of the digits of an escape Jackson looks at the low bits alone: U+0563 is a `c` to it.
  private static final Pattern LOOSE_ESCAPE =
      Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u[0-9a-fA-F]{0,3}[^\\x00-\\x7f]");

  private JacksonEvents() {}

  /// The events of the one JSON value that `text` is; absent where it is none.
  static Optional<List<String>> of(String text) {
    return read(GENEROUS, text);
  }

  /// Whether `text` is one JSON value without a doubled name.
  static boolean unambiguous(String text) {
    return read(NO_DOUBLED_NAMES, text).isPresent();
  }

  private static Optional<List<String>> read(JsonFactory factory, String text) {
    if (LOOSE_ESCAPE.matcher(text).find()) {
      return Optional.empty();
    }
    List<String> events = new ArrayList<>();
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (depth == 0 && !events.isEmpty()) {
          return Optional.empty();
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        events.add(event(token, parser));
      }
    } catch (StreamReadException notJson) {
      return Optional.empty();
    }
    return events.isEmpty() ? Optional.empty() : Optional.of(events);
  }

  private static String event(JsonToken token, JsonParser parser) {
    return switch (token) {
      case PROPERTY_NAME -> "name " + parser.currentName();
      case VALUE_STRING -> "string " + parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number " + parser.getString();
      default -> token.asString() == null ? token.name() : token.asString();
    };
  }
}
