package dev.demarc.cli.demo;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a phone got back.
///
/// @param text the assistant's text, put together from the pieces where it came in pieces; the
///   arguments of the tool that it calls where it calls one
/// @param pieces events of the stream; 1 for a plain answer
/// @param receipt the `Demarc-Receipt` header's value
record Answer(String text, int pieces, String receipt) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DATA = "data: ";
  private static final String DONE = "[DONE]";

  /// Reads a plain answer's body.
  static Answer plain(String body, String receipt) {
    return new Answer(
        said(JSON.readTree(body).path("choices").path(0).path("message")), 1, receipt);
  }

  /// Reads the lines of a stream, which must end as the protocol ends one.
  static Answer streamed(List<String> lines, String receipt) {
    List<String> events =
        lines.stream()
            .filter(line -> line.startsWith(DATA))
            .map(line -> line.substring(DATA.length()))
            .toList();
    if (events.isEmpty() || !events.getLast().equals(DONE)) {
      throw new DemoFailed("the stream broke off before its end");
    }
    StringBuilder text = new StringBuilder();
    for (String event : events.subList(0, events.size() - 1)) {
      text.append(said(JSON.readTree(event).path("choices").path(0).path("delta")));
    }
    return new Answer(text.toString(), events.size() - 1, receipt);
  }

  private static String said(JsonNode message) {
    StringBuilder said = new StringBuilder(message.path("content").asString(""));
    for (JsonNode call : message.path("tool_calls")) {
      said.append(call.path("function").path("arguments").asString(""));
    }
    return said.toString();
  }
}
