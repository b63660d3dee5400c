package dev.demarc.evidence.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// The part of JSON Schema 2020-12 that `docs/record.schema.json` uses; another keyword is an
/// error.
final class Schema {
  private final Json.Obj document;

  Schema(Json document) {
    this.document = (Json.Obj) document;
  }

  boolean accepts(Json value) {
    return accepts(document, value);
  }

  /// The definition of this name.
  Json.Obj definition(String name) {
    return (Json.Obj) member((Json.Obj) member(document, "$defs"), name);
  }

  static Json member(Json.Obj object, String name) {
    return Objects.requireNonNull(object.members().get(name), name);
  }

  private boolean accepts(Json.Obj schema, Json value) {
    return schema.members().entrySet().stream()
        .allMatch(keyword -> holds(keyword.getKey(), keyword.getValue(), schema, value));
  }

  private boolean holds(String keyword, Json wanted, Json.Obj schema, Json value) {
    return switch (keyword) {
      case "$schema", "$defs", "title", "description", "then" -> true;
      case "$ref" -> accepts(definition(text(wanted).substring("#/$defs/".length())), value);
      case "oneOf" ->
          items(wanted).stream().filter(one -> accepts((Json.Obj) one, value)).count() == 1;
      case "const" -> wanted.equals(value);
      case "enum" -> items(wanted).contains(value);
      case "type" -> type(value).equals(text(wanted));
      case "minLength" -> !text(value).isEmpty();
      case "pattern" -> Pattern.compile(text(wanted)).matcher(text(value)).find();
      case "minimum" -> value instanceof Json.Int number && number.value() >= number(wanted);
      case "maximum" -> value instanceof Json.Int number && number.value() <= number(wanted);
      case "required" ->
          items(wanted).stream().allMatch(name -> get(value, text(name)).isPresent());
      case "properties" ->
          ((Json.Obj) wanted)
              .members().entrySet().stream()
                  .allMatch(property ->
                      get(value, property.getKey())
                          .map(found -> accepts((Json.Obj) property.getValue(), found))
                          .orElse(true));
      case "additionalProperties" ->
          ((Json.Obj) value)
              .members().values().stream().allMatch(item -> accepts((Json.Obj) wanted, item));
      case "items" -> items(value).stream().allMatch(item -> accepts((Json.Obj) wanted, item));
      case "if" ->
          !accepts((Json.Obj) wanted, value) || accepts((Json.Obj) member(schema, "then"), value);
      default -> throw new AssertionError("keyword " + keyword);
    };
  }

  private static Optional<Json> get(Json value, String name) {
    return Optional.ofNullable(((Json.Obj) value).members().get(name));
  }

  private static String type(Json value) {
    if (value instanceof Json.Obj) {
      return "object";
    }
    if (value instanceof Json.Arr) {
      return "array";
    }
    if (value instanceof Json.Str) {
      return "string";
    }
    return value instanceof Json.Int ? "integer" : "other";
  }

  private static List<Json> items(Json value) {
    return ((Json.Arr) value).items();
  }

  private static String text(Json value) {
    return value instanceof Json.Str text ? text.value() : "";
  }

  private static long number(Json value) {
    return ((Json.Int) value).value();
  }

  /// The names of an object's members under a keyword, for example "properties".
  static List<String> names(Json.Obj schema, String keyword) {
    Json value = member(schema, keyword);
    if (value instanceof Json.Arr array) {
      return array.items().stream().map(Schema::text).toList();
    }
    Map<String, Json> members = ((Json.Obj) value).members();
    return new ArrayList<>(members.keySet());
  }
}
