package dev.demarc.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Arguments for a tool call, made from a tool's schema and the values that stand in the request's
/// text, so that a caller sees come back what a provider saw. The same request gives the same
/// arguments.
final class Arguments {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_DEPTH = 4;
  private static final int MOST_ITEMS = 3;
  private static final int QUOTE = 60;

  // In this order: a typed code word such as CARD_7K3QX9M4, an e-mail address, digits.
  private static final Pattern VALUE =
      Pattern.compile(
          "(?<code>\\b(?!REDACTED_)[A-Z]+_[0-9A-Z]{8,}\\b)"
              + "|(?<email>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)"
              + "|(?<ip>\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b)"
              + "|(?<card>\\b\\d(?:[ -]?\\d){12,18}\\b)"
              + "|(?<number>\\b\\d{4,}\\b)");

  /// One value of the text and the word for its kind.
  private record Value(String word, String text) {}

  private final Deque<Value> values = new ArrayDeque<>();
  private final String said;

  private Arguments(String said, List<Value> values) {
    this.said = said;
    this.values.addAll(values);
  }

  /// The arguments as JSON text.
  static String of(ChatRequest.Tool tool, String said, List<String> toolResults) {
    String text = said + "\n" + String.join("\n", toolResults);
    var arguments = new Arguments(said, valuesOf(text));
    if (!tool.parameters().path("properties").isObject()) {
      return JSON.createObjectNode().put("text", arguments.quote()).toString();
    }
    return arguments.object(tool.parameters(), 0).toString();
  }

  private static List<Value> valuesOf(String text) {
    var codes = new ArrayList<Value>();
    var others = new ArrayList<Value>();
    Matcher matcher = VALUE.matcher(text);
    while (matcher.find()) {
      String found = matcher.group();
      if (matcher.group("code") != null) {
        codes.add(new Value(found.substring(0, found.indexOf('_')), found));
      } else {
        others.add(new Value(wordOf(matcher), found));
      }
    }
    codes.addAll(others);
    return codes.stream().distinct().toList();
  }

  private static String wordOf(Matcher matcher) {
    for (String group : List.of("email", "ip", "card")) {
      if (matcher.group(group) != null) {
        return group.toUpperCase(Locale.ROOT);
      }
    }
    return "NUMBER";
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.createObjectNode();
    schema
        .path("properties")
        .propertyStream()
        .forEach(p -> object.set(p.getKey(), value(p.getKey(), p.getValue(), depth + 1)));
    return object;
  }

  private JsonNode value(String name, JsonNode schema, int depth) {
    if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
      return schema.path("enum").get(0);
    }
    var nodes = JSON.getNodeFactory();
    JsonNode type = schema.path("type");
    return switch (type.isArray() && !type.isEmpty()
        ? type.get(0).asString("")
        : type.asString("")) {
      case "integer", "number" -> nodes.numberNode(said.length());
      case "boolean" -> nodes.booleanNode(true);
      case "array" -> items(name, schema.path("items"), depth);
      case "object" -> depth < MOST_DEPTH ? object(schema, depth) : JSON.createObjectNode();
      default -> nodes.stringNode(text(name));
    };
  }

  private ArrayNode items(String name, JsonNode schema, int depth) {
    ArrayNode items = JSON.createArrayNode();
    do {
      items.add(value(name, schema, depth + 1));
    } while (items.size() < MOST_ITEMS && named(name).isPresent());
    return items;
  }

  /// A value whose kind the property's name gives, else the next one, else a quotation.
  private String text(String name) {
    Optional<Value> chosen = named(name).or(() -> Optional.ofNullable(values.peekFirst()));
    chosen.ifPresent(values::remove);
    return chosen.map(Value::text).orElseGet(this::quote);
  }

  private Optional<Value> named(String name) {
    List<String> words =
        List.of(
            name.replaceAll("([a-z])([A-Z])", "$1_$2")
                .toUpperCase(Locale.ROOT)
                .split("[^A-Z]+", -1));
    return values.stream()
        .filter(v -> words.contains(v.word()) || words.contains(v.word() + "S"))
        .findFirst();
  }

  private String quote() {
    return said.codePoints()
        .limit(QUOTE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
