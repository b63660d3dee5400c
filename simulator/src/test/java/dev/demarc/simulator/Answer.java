package dev.demarc.simulator;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An answer off the wire, taken apart for a test. Lenient where the simulator was told to err.
record Answer(String head, String body) {
  private static final JsonMapper JSON = new JsonMapper();

  static Answer parse(String raw) {
    int end = raw.indexOf("\r\n\r\n") + 4;
    return new Answer(raw.substring(0, end), raw.substring(end));
  }

  int status() {
    return Integer.parseInt(head.substring(9, 12));
  }

  JsonNode json() {
    return JSON.readTree(body);
  }

  String content() {
    return json().at("/choices/0/message/content").asString();
  }

  /// The data of the events of a stream.
  List<String> events() {
    return body.lines().filter(l -> l.startsWith("data: ")).map(l -> l.substring(6)).toList();
  }

  List<JsonNode> chunks() {
    var chunks = new ArrayList<JsonNode>();
    for (String event : events()) {
      if (!event.equals("[DONE]")) {
        chunks.add(JSON.readTree(event));
      }
    }
    return chunks;
  }

  String streamedContent() {
    return streamedContent(0);
  }

  String streamedContent(int choice) {
    return join(choice, "/choices/0/delta/content");
  }

  String streamedArguments() {
    return join(0, "/choices/0/delta/tool_calls/0/function/arguments");
  }

  private String join(int choice, String pointer) {
    var text = new StringBuilder();
    for (JsonNode chunk : chunks()) {
      if (chunk.at("/choices/0/index").asInt(-1) == choice) {
        text.append(chunk.at(pointer).asString(""));
      }
    }
    return text.toString();
  }
}
