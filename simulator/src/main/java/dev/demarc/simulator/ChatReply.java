package dev.demarc.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A [ChatAnswer] in the wire form of the chat completions API, plain or as a stream.
final class ChatReply {
  private static final JsonMapper JSON = new JsonMapper();
  private static final ObjectWriter ASCII = JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
  // Small enough that a code word such as CARD_7K3QX9M4 never comes whole.
  private static final int PIECE = 7;

  private final ChatRequest request;
  private final ChatAnswer answer;
  private final Misbehaviour misbehaviour;
  private final String id;
  private final long createdSeconds;

  ChatReply(
      ChatRequest request, ChatAnswer answer, Misbehaviour misbehaviour, int n, long timeMillis) {
    this.request = request;
    this.answer = answer;
    this.misbehaviour = misbehaviour;
    this.id = "chatcmpl-simulator-" + n;
    this.createdSeconds = timeMillis / 1000;
  }

  Reply reply() {
    if (request.stream()) {
      return Reply.stream(events());
    }
    byte[] body = write(plain()).getBytes(StandardCharsets.UTF_8);
    return Reply.plain(
        200, misbehaviour.has(Fault.WRONG_JSON) ? Arrays.copyOf(body, body.length / 2) : body);
  }

  private ObjectNode envelope(String object) {
    return JSON.createObjectNode()
        .put("id", id)
        .put("object", object)
        .put("created", createdSeconds)
        .put("model", "simulator/" + request.model())
        .put("system_fingerprint", "simulator");
  }

  private String finishReason() {
    return answer.call().isPresent() ? "tool_calls" : "stop";
  }

  private ObjectNode usage() {
    int prompt = request.bytes() / 4;
    int completion =
        (answer.text().length() + answer.call().map(c -> c.arguments().length()).orElse(0)) / 4;
    return JSON.createObjectNode()
        .put("prompt_tokens", prompt)
        .put("completion_tokens", completion)
        .put("total_tokens", prompt + completion);
  }

  // --- plain ---------------------------------------------------------------------------------

  private ObjectNode plain() {
    ObjectNode root = envelope("chat.completion");
    var choices = root.putArray("choices");
    for (int index = 0; index < request.choices(); index++) {
      ObjectNode choice = choices.addObject().put("index", index);
      choice.set("message", message());
      choice.putNull("logprobs").put("finish_reason", finishReason());
    }
    root.set("usage", usage());
    return root;
  }

  private ObjectNode message() {
    ObjectNode message = JSON.createObjectNode().put("role", "assistant");
    answer
        .call()
        .ifPresentOrElse(
            call -> {
              message.putNull("content");
              ObjectNode one = message.putArray("tool_calls").addObject();
              one.put("id", call.id()).put("type", "function");
              one.putObject("function").put("name", call.name()).put("arguments", call.arguments());
            },
            () -> message.put("content", answer.text()));
    return message.putNull("refusal");
  }

  // --- stream --------------------------------------------------------------------------------

  private List<byte[]> events() {
    var events = new ArrayList<byte[]>();
    for (int index = 0; index < request.choices(); index++) {
      int choice = index;
      events.add(event(delta(choice, d -> d.put("role", "assistant").put("content", ""))));
      answer.call().ifPresent(call -> events.add(event(callBegin(choice, call))));
    }
    for (String piece : pieces()) {
      for (int index = 0; index < request.choices(); index++) {
        events.add(event(pieceChunk(index, piece)));
      }
    }
    if (!misbehaviour.has(Fault.NO_FINISH)) {
      for (int index = 0; index < request.choices(); index++) {
        events.add(event(chunk(index, JSON.createObjectNode(), finishReason())));
      }
    }
    if (request.includeUsage()) {
      ObjectNode last = envelope("chat.completion.chunk");
      last.putArray("choices");
      last.set("usage", usage());
      events.add(event(last));
    }
    events.add(line("data: [DONE]"));
    return misbehaved(events);
  }

  private ObjectNode callBegin(int choice, ChatAnswer.Call call) {
    return delta(
        choice,
        d -> {
          ObjectNode one = d.putArray("tool_calls").addObject().put("index", 0);
          one.put("id", call.id()).put("type", "function");
          one.putObject("function").put("name", call.name()).put("arguments", "");
        });
  }

  private ObjectNode pieceChunk(int choice, String piece) {
    if (answer.call().isEmpty()) {
      return delta(choice, d -> d.put("content", piece));
    }
    return delta(
        choice,
        d ->
            d.putArray("tool_calls")
                .addObject()
                .put("index", 0)
                .putObject("function")
                .put("arguments", piece));
  }

  private ObjectNode delta(int choice, Consumer<ObjectNode> fill) {
    ObjectNode delta = JSON.createObjectNode();
    fill.accept(delta);
    return chunk(choice, delta, "");
  }

  private ObjectNode chunk(int index, ObjectNode delta, String finishReason) {
    ObjectNode root = envelope("chat.completion.chunk");
    ObjectNode choice = root.putArray("choices").addObject().put("index", index);
    choice.set("delta", delta);
    choice.putNull("logprobs");
    if (finishReason.isEmpty()) {
      choice.putNull("finish_reason");
    } else {
      choice.put("finish_reason", finishReason);
    }
    if (request.includeUsage()) {
      root.putNull("usage");
    }
    return root;
  }

  /// The text, or the arguments, in the pieces of the deltas.
  private List<String> pieces() {
    String text = answer.call().map(ChatAnswer.Call::arguments).orElse(answer.text());
    boolean lone = misbehaviour.has(Fault.LONE_SURROGATES);
    int usual = lone ? text.length() : (text.length() - 1) / PIECE + 1;
    int deltas = misbehaviour.number(Fault.DELTAS, usual);
    var pieces = new ArrayList<String>();
    for (int from = 0; from < text.length(); ) {
      long to = text.length() * (pieces.size() + 1L) / Math.max(deltas, 1);
      int end = Math.max((int) to, from + 1);
      if (!lone && splitsPair(text, end)) {
        end++;
      }
      pieces.add(text.substring(from, end));
      from = end;
    }
    return pieces;
  }

  private static boolean splitsPair(String text, int at) {
    return at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private List<byte[]> misbehaved(List<byte[]> events) {
    var all = new ArrayList<>(events);
    if (misbehaviour.has(Fault.NO_DONE)) {
      all.removeLast();
    }
    if (misbehaviour.has(Fault.WRONG_JSON)) {
      all.set(1, line("data: {\"id\":\"" + id + "\",\"choices\":[{\"index\":0,\"del"));
    }
    if (misbehaviour.has(Fault.ERROR_EVENT)) {
      int after = Math.min(misbehaviour.number(Fault.ERROR_EVENT, 0), all.size());
      all.subList(after, all.size()).clear();
      all.add(event(Reply.errorNode("server_error", "told to fail in the middle of the stream")));
    }
    if (misbehaviour.has(Fault.COMMENTS)) {
      for (int i = all.size(); i-- > 0; ) {
        all.add(i, line(": simulator"));
      }
    }
    return all;
  }

  private byte[] event(JsonNode chunk) {
    return line("data: " + write(chunk));
  }

  private byte[] line(String line) {
    String end = misbehaviour.has(Fault.CRLF) ? "\r\n" : "\n";
    return (line + end + end).getBytes(StandardCharsets.UTF_8);
  }

  private String write(JsonNode node) {
    boolean ascii = misbehaviour.has(Fault.ASCII) || misbehaviour.has(Fault.LONE_SURROGATES);
    return ascii ? ASCII.writeValueAsString(node) : node.toString();
  }
}
