package dev.demarc.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An HTTP answer before it is framed.
///
/// @param headers beside those of the framing
/// @param parts one for a plain body, one per event of a stream
/// @param streamed sent in chunks, a part each, instead of with a length
record Reply(int status, List<Header> headers, List<byte[]> parts, boolean streamed) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<Integer, String> REASONS =
      Map.of(
          200, "OK",
          307, "Temporary Redirect",
          400, "Bad Request",
          404, "Not Found",
          405, "Method Not Allowed",
          429, "Too Many Requests",
          500, "Internal Server Error",
          503, "Service Unavailable");

  /// One header line.
  record Header(String name, String value) {}

  Reply {
    headers = List.copyOf(headers);
    parts = List.copyOf(parts);
  }

  static Reply json(int status, JsonNode body) {
    return plain(status, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  static Reply plain(int status, byte[] body) {
    return new Reply(
        status, List.of(new Header("content-type", "application/json")), List.of(body), false);
  }

  static Reply stream(List<byte[]> events) {
    return new Reply(
        200,
        List.of(
            new Header("content-type", "text/event-stream; charset=utf-8"),
            new Header("cache-control", "no-cache")),
        events,
        true);
  }

  /// An error in the shape of the OpenAI API.
  static Reply error(int status, String type, String message) {
    return json(status, errorNode(type, message));
  }

  static JsonNode errorNode(String type, String message) {
    var root = JSON.createObjectNode();
    root.putObject("error")
        .put("message", "simulator: " + message)
        .put("type", type)
        .putNull("param")
        .put("code", type);
    return root;
  }

  Reply with(String name, String value) {
    var more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Reply(status, more, parts, streamed);
  }

  Reply withParts(List<byte[]> newParts) {
    return new Reply(status, headers, newParts, streamed);
  }

  String reason() {
    return REASONS.getOrDefault(status, "Simulated");
  }
}
