package dev.demarc.cli.demo;

import dev.demarc.cli.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The request that both phones send: one chat of two of the example chats, so that a bank
/// statement, a Wi-Fi scan and the arguments and the result of a tool cross the border together.
record Question(ObjectNode chat) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String STATEMENT = "chat-statement.json";
  private static final String WIFI = "chat-wifi.json";

  /// The example files that the request is made of.
  static final List<String> FILES = List.of(STATEMENT, WIFI);

  static Question read(Home home) throws IOException {
    ObjectNode chat = object(home.examples().resolve(STATEMENT));
    JsonNode wifi = object(home.examples().resolve(WIFI));
    ObjectNode asked = fromUser(chat);
    ArrayNode parts = JSON.createArrayNode();
    parts.addObject().put("type", "text").put("text", asked.path("content").asString());
    fromUser(wifi).path("content").forEach(parts::add);
    asked.set("content", parts);
    wifi.path("tools").forEach(((ArrayNode) chat.path("tools"))::add);
    return new Question(chat);
  }

  private static ObjectNode object(Path file) throws IOException {
    if (JSON.readTree(Files.readString(file)) instanceof ObjectNode object) {
      return object;
    }
    throw new DemoFailed(file + " is not a JSON object");
  }

  private static ObjectNode fromUser(JsonNode chat) {
    for (JsonNode message : chat.path("messages")) {
      if (message instanceof ObjectNode object && object.path("role").asString("").equals("user")) {
        return object;
      }
    }
    throw new DemoFailed("an example chat has no message from the user");
  }

  /// The exact bytes that a phone sends.
  byte[] body(Phone phone) {
    ObjectNode body = chat.deepCopy();
    if (phone.streamed()) {
      body.put("stream", true);
    }
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
