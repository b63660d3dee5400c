package dev.demarc.simulator;

import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// What the simulator says to a chat request: it names itself, and it quotes the user's last
/// message and the tool results, or calls the tool that the request offers. The same request gets
/// the same answer.
///
/// @param text the content; empty where a tool is called
record ChatAnswer(String text, Optional<Call> call) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String FILLER = " simulated words, to make the answer longer;";
  private static final String EMOJI = " \uD83D\uDE00\uD83D\uDE80\uD83C\uDF0A";

  /// A tool call with its arguments as JSON text.
  record Call(String id, String name, String arguments) {}

  static ChatAnswer to(ChatRequest request, String name, int n, Misbehaviour misbehaviour) {
    if (request.tool().isPresent()) {
      ChatRequest.Tool tool = request.tool().get();
      String arguments = Arguments.of(tool, request.said(), request.toolResults());
      return new ChatAnswer(
          "", Optional.of(new Call("call_simulator_" + n, tool.name(), arguments)));
    }
    String text = misbehave(quotation(request, name), misbehaviour);
    String content =
        request.jsonAnswer()
            ? JSON.createObjectNode().put("simulator", name).put("text", text).toString()
            : text;
    return new ChatAnswer(content, Optional.empty());
  }

  private static String quotation(ChatRequest request, String name) {
    var text =
        new StringBuilder("I am a simulator (%s), not a model. ".formatted(name))
            .append("I received %d bytes".formatted(request.bytes()))
            .append(" with %d messages. ".formatted(request.messages()))
            .append("The user's last message reads:\n")
            .append(request.said());
    for (String result : request.toolResults()) {
      text.append("\nA tool result reads:\n").append(result);
    }
    return text.toString();
  }

  private static String misbehave(String text, Misbehaviour misbehaviour) {
    var all = new StringBuilder(text);
    if (misbehaviour.has(Fault.LONE_SURROGATES)) {
      all.append(EMOJI);
    }
    int wanted = Math.max(misbehaviour.number(Fault.BIG, 0), misbehaviour.number(Fault.DELTAS, 0));
    while (all.length() < wanted) {
      all.append(FILLER, 0, Math.min(FILLER.length(), wanted - all.length()));
    }
    return all.toString();
  }
}
