package dev.demarc.classify.pseudonym;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// JSON as a tree, for tests: a reader that shares nothing with the code it checks. Objects are
/// maps, arrays are lists, strings are strings (lone surrogates included); other values are their
/// spelling.
final class PlainJson {
  private final String json;
  private int at;

  private PlainJson(String json) {
    this.json = json;
  }

  static Object read(byte[] json) {
    return read(new String(json, StandardCharsets.UTF_8));
  }

  static Object read(String json) {
    PlainJson reader = new PlainJson(json);
    Object value = reader.value();
    reader.space();
    if (reader.at != json.length()) {
      throw new IllegalArgumentException("more after the value, at " + reader.at);
    }
    return value;
  }

  /// The value under a path of names and indices, such as `choices`, `0`, `message`.
  static Object at(Object tree, String... path) {
    Object value = tree;
    for (String step : path) {
      Object inner =
          value instanceof List<?> list
              ? list.get(Integer.parseInt(step))
              : ((Map<?, ?>) value).get(step);
      value = Objects.requireNonNull(inner, () -> "no " + String.join("/", path));
    }
    return value;
  }

  /// `text` as the inside of a JSON string; with `ascii`, all that is not ASCII as `\\uXXXX`.
  static String escaped(String text, boolean ascii) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean lone = Character.isSurrogate(c) && !paired(text, i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c == '\t') {
        out.append("\\t");
      } else if (c < ' ' || lone || (ascii && c > '~')) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean paired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  private Object value() {
    space();
    return switch (json.charAt(at)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      default -> other();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    expect('{');
    while (!ends('}')) {
      space();
      String name = string();
      space();
      expect(':');
      members.put(name, value());
    }
    return members;
  }

  private List<Object> array() {
    List<Object> elements = new ArrayList<>();
    expect('[');
    while (!ends(']')) {
      elements.add(value());
    }
    return elements;
  }

  private boolean ends(char close) {
    space();
    char c = json.charAt(at);
    if (c == close || c == ',') {
      at++;
    }
    return c == close;
  }

  private String string() {
    expect('"');
    StringBuilder text = new StringBuilder();
    while (json.charAt(at) != '"') {
      char c = json.charAt(at++);
      if (c < ' ') {
        throw new IllegalArgumentException("a bare control character at " + at);
      }
      text.append(c == '\\' ? escape() : c);
    }
    at++;
    return text.toString();
  }

  private char escape() {
    char letter = json.charAt(at++);
    int simple = "\"\\/bfnrt".indexOf(letter);
    if (simple >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(simple);
    }
    if (letter != 'u') {
      throw new IllegalArgumentException("no such escape, at " + at);
    }
    at += 4;
    return (char) Integer.parseInt(json.substring(at - 4, at), 16);
  }

  private String other() {
    int from = at;
    while (at < json.length() && ",]} \n\r\t".indexOf(json.charAt(at)) < 0) {
      at++;
    }
    String spelling = json.substring(from, at);
    if (!spelling.matches("true|false|null|-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
      throw new IllegalArgumentException("not a value: " + spelling);
    }
    return spelling;
  }

  private void expect(char c) {
    if (json.charAt(at) != c) {
      throw new IllegalArgumentException("no " + c + " at " + at);
    }
    at++;
  }

  private void space() {
    while (at < json.length() && " \n\r\t".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
  }
}
