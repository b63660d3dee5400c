package dev.demarc.classify.pseudonym;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/// The bytes of a streamed chat answer, as a provider sends them.
final class ChatStream {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final String lineEnd;
  private final boolean ascii;

  ChatStream() {
    this("\n", false);
  }

  ChatStream(String lineEnd, boolean ascii) {
    this.lineEnd = lineEnd;
    this.ascii = ascii;
  }

  /// A delta of text: `field` is `content`, `refusal` and so on.
  ChatStream text(int choice, String field, String delta) {
    return delta(choice, "\"" + field + "\":\"" + PlainJson.escaped(delta, ascii) + "\"");
  }

  ChatStream content(String delta) {
    return text(0, "content", delta);
  }

  /// A delta of a tool call's arguments.
  ChatStream arguments(int choice, int tool, String delta) {
    return delta(
        choice,
        "\"tool_calls\":[{\"index\":"
            + tool
            + ",\"function\":{\"arguments\":\""
            + PlainJson.escaped(delta, ascii)
            + "\"}}]");
  }

  /// A delta of a custom tool's input.
  ChatStream input(int choice, int tool, String delta) {
    return delta(
        choice,
        "\"tool_calls\":[{\"index\":"
            + tool
            + ",\"type\":\"custom\",\"custom\":{\"input\":\""
            + PlainJson.escaped(delta, ascii)
            + "\"}}]");
  }

  ChatStream delta(int choice, String members) {
    return data(
        envelope("{\"index\":" + choice + ",\"delta\":{" + members + "},\"finish_reason\":null}"));
  }

  ChatStream finish(int choice) {
    return data(envelope("{\"index\":" + choice + ",\"delta\":{},\"finish_reason\":\"stop\"}"));
  }

  ChatStream usage() {
    return data(
        "{\"id\":\"c-1\",\"object\":\"chat.completion.chunk\",\"choices\":[],\"usage\":{\"total_tokens\":9}}");
  }

  ChatStream done() {
    return data("[DONE]");
  }

  ChatStream data(String data) {
    return raw("data: " + data + lineEnd + lineEnd);
  }

  ChatStream raw(String text) {
    bytes.writeBytes(text.getBytes(UTF_8));
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  static String envelope(String choice) {
    return "{\"id\":\"c-1\",\"object\":\"chat.completion.chunk\",\"created\":1795000000,"
        + "\"model\":\"m\",\"service_tier\":\"default\",\"choices\":["
        + choice
        + "]}";
  }
}
