package dev.demarc.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the simulator reads of a chat completion request; everything else it ignores.
///
/// @param said text of the last message from the user
/// @param toolResults texts of the tool results after it
/// @param tool the function it shall call, if the request wants one called
record ChatRequest(
    String model,
    boolean stream,
    boolean includeUsage,
    boolean jsonAnswer,
    int choices,
    int messages,
    int bytes,
    String said,
    List<String> toolResults,
    Optional<Tool> tool) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_CHOICES = 8;
  private static final Pattern DIRECTIVE = Pattern.compile("\\[\\[simulator:([^]]*)]]");

  /// A function that the request offers.
  record Tool(String name, JsonNode parameters) {}

  /// Reads a body; throws [IllegalArgumentException] where it is no chat completion request.
  static ChatRequest read(byte[] body) {
    JsonNode root = parse(body);
    JsonNode messages = root.path("messages");
    if (!messages.isArray() || messages.isEmpty()) {
      throw new IllegalArgumentException("\"messages\" must be an array with at least one message");
    }
    return new ChatRequest(
        root.path("model").asString(""),
        root.path("stream").asBoolean(false),
        root.path("stream_options").path("include_usage").asBoolean(false),
        root.path("response_format").path("type").asString("").startsWith("json"),
        Math.clamp(root.path("n").asInt(1), 1, MOST_CHOICES),
        messages.size(),
        body.length,
        lastFromUser(messages),
        resultsAfterUser(messages),
        toolToCall(root, messages));
  }

  private static JsonNode parse(byte[] body) {
    try {
      JsonNode root = JSON.readTree(body);
      if (root.isObject()) {
        return root;
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("the body is not JSON", e);
    }
    throw new IllegalArgumentException("the body is not a JSON object");
  }

  private static int lastUserIndex(JsonNode messages) {
    for (int i = messages.size() - 1; i >= 0; i--) {
      if (messages.get(i).path("role").asString("").equals("user")) {
        return i;
      }
    }
    return -1;
  }

  private static String lastFromUser(JsonNode messages) {
    int index = lastUserIndex(messages);
    return index < 0 ? "" : textOf(messages.get(index));
  }

  private static List<String> resultsAfterUser(JsonNode messages) {
    var results = new ArrayList<String>();
    for (int i = lastUserIndex(messages) + 1; i < messages.size(); i++) {
      if (messages.get(i).path("role").asString("").equals("tool")) {
        results.add(textOf(messages.get(i)));
      }
    }
    return List.copyOf(results);
  }

  /// The text of a message: its content, or the text parts of it.
  private static String textOf(JsonNode message) {
    JsonNode content = message.path("content");
    if (!content.isArray()) {
      return content.asString("");
    }
    var text = new StringBuilder();
    for (JsonNode part : content) {
      text.append(part.path("text").asString(""));
    }
    return text.toString();
  }

  /// A tool is called once: in answer to the user, not in answer to its own result.
  private static Optional<Tool> toolToCall(JsonNode root, JsonNode messages) {
    JsonNode choice = root.path("tool_choice");
    boolean answersTool =
        messages.get(messages.size() - 1).path("role").asString("").equals("tool");
    if (answersTool || choice.asString("").equals("none")) {
      return Optional.empty();
    }
    String wanted = choice.path("function").path("name").asString("");
    for (JsonNode tool : root.path("tools")) {
      JsonNode function = tool.path("function");
      String name = function.path("name").asString("");
      if (!name.isEmpty() && (wanted.isEmpty() || wanted.equals(name))) {
        return Optional.of(new Tool(name, function.path("parameters")));
      }
    }
    return Optional.empty();
  }

  /// The misbehaviour that the user's text asks for, `[[simulator: cut=3]]`.
  Optional<Misbehaviour> directive() {
    Matcher matcher = DIRECTIVE.matcher(said);
    return matcher.find() ? Optional.of(Misbehaviour.parse(matcher.group(1))) : Optional.empty();
  }
}
