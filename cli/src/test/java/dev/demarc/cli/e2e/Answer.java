package dev.demarc.cli.e2e;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a client got: status, headers, the whole body; of a stream, all its events.
record Answer(int status, HttpHeaders headers, String body) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DATA = "data: ";
  private static final String DONE = "[DONE]";

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /// The receipt header.
  String receipt() {
    return header("demarc-receipt");
  }

  JsonNode json() {
    return JSON.readTree(body);
  }

  JsonNode error() {
    return json().path("error");
  }

  boolean streamed() {
    return header("content-type").startsWith("text/event-stream");
  }

  /// Whether the stream says that it is complete.
  boolean done() {
    return body.contains(DATA + DONE);
  }

  /// The assistant's text, put together where it was streamed.
  String text() {
    return streamed()
        ? joined(choice -> choice.path("delta").path("content"))
        : choice().path("message").path("content").asString("");
  }

  /// The arguments of the first tool call, put together where they were streamed.
  String arguments() {
    return streamed()
        ? joined(choice -> function(choice.path("delta")).path("arguments"))
        : function(choice().path("message")).path("arguments").asString("");
  }

  private JsonNode choice() {
    return json().path("choices").path(0);
  }

  private static JsonNode function(JsonNode message) {
    return message.path("tool_calls").path(0).path("function");
  }

  private String joined(Function<JsonNode, JsonNode> part) {
    return events().stream()
        .map(event -> part.apply(event.path("choices").path(0)).asString(""))
        .collect(Collectors.joining());
  }

  /// The stream's JSON events.
  List<JsonNode> events() {
    return body.lines()
        .filter(line -> line.startsWith(DATA) && !line.equals(DATA + DONE))
        .map(line -> JSON.readTree(line.substring(DATA.length())))
        .toList();
  }
}
