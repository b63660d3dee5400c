package dev.demarc.cli.e2e;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A chat request in the making; each method returns a changed copy.
record Chat(String path, Map<String, String> headers, ObjectNode body) {
  private static final JsonMapper JSON = new JsonMapper();

  Chat {
    headers = Map.copyOf(headers);
  }

  /// The caller's request to the alias `assistant` with one message from the user.
  static Chat saying(String text) {
    ObjectNode body = JSON.createObjectNode().put("model", "assistant");
    body.putArray("messages").addObject().put("role", "user").put("content", text);
    return of(body);
  }

  /// The caller's request with this body.
  static Chat of(String json) {
    return of((ObjectNode) JSON.readTree(json));
  }

  private static Chat of(ObjectNode body) {
    return new Chat("/v1/chat/completions", Map.of(), body)
        .header("authorization", "Bearer " + ConfigFile.API_KEY)
        .header("content-type", "application/json");
  }

  Chat streamed() {
    return with("stream", true);
  }

  /// Names the market by the path.
  Chat in(String market) {
    return new Chat("/m/" + market + "/v1/chat/completions", headers, body);
  }

  Chat model(String name) {
    ObjectNode changed = body.deepCopy().put("model", name);
    return new Chat(path, headers, changed);
  }

  Chat with(String member, boolean value) {
    ObjectNode changed = body.deepCopy().put(member, value);
    return new Chat(path, headers, changed);
  }

  Chat header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Chat(path, more, body);
  }

  /// Offers a function that takes these strings.
  Chat offering(String function, String... parameters) {
    ObjectNode changed = body.deepCopy();
    ObjectNode tool = changed.withArray("tools").addObject().put("type", "function");
    ObjectNode schema = tool.putObject("function").put("name", function).putObject("parameters");
    ObjectNode properties = schema.put("type", "object").putObject("properties");
    for (String parameter : parameters) {
      properties.putObject(parameter).put("type", "string");
    }
    return new Chat(path, headers, changed);
  }

  String json() {
    return body.toString();
  }
}
