package dev.demarc.cli.e2e;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An answer stream with everything that is hard to cut: Chinese, emoji whole and as halves of an
/// escape, tool arguments, two choices, pseudonyms side by side and in lower case, comments.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record SplitStream(byte[] bytes, Map<String, String> texts) {
  static final String EMAIL = "wei.zhang@mailbox.org";
  static final String ADDRESS = "81.2.69.142";
  private static final JsonMapper JSON = JsonMapper.shared();

  /// The stream in which these pseudonyms stand for [#EMAIL] and [#ADDRESS].
  static SplitStream of(String email, String address, String lineEnd) {
    StringBuilder all = new StringBuilder(": ready" + lineEnd + lineEnd);
    String half = email.substring(0, 4);
    for (String event :
        List.of(
            content(0, "卡号 " + half),
            content(1, "第二 " + address.toLowerCase(Locale.ROOT)),
            content(0, email.substring(4) + " " + email + "、" + address + " 😀\\ud83d"),
            content(0, "\\ude80 " + address + "\\n"),
            content(1, "。\\\"ok\\\" "),
            tool("{\\\"to\\\":\\\"" + email.substring(0, 9)),
            tool(email.substring(9) + "\\\",\\\"ip\\\":[\\\"" + address + "\\\"]}"),
            "{\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}",
            content(1, address.substring(0, 3)),
            "{\"id\":\"c\",\"choices\":[{\"index\":1,\"delta\":{},\"finish_reason\":\"stop\"}]}",
            "[DONE]")) {
      boolean bare = event.contains("第二");
      all.append(bare ? "data:" : "data: ").append(event).append(lineEnd).append(lineEnd);
      all.append(event.contains("ok") ? ": still here" + lineEnd + lineEnd : "");
    }
    return new SplitStream(
        all.toString().getBytes(StandardCharsets.UTF_8),
        Map.of(
            "0", "卡号 " + EMAIL + " " + EMAIL + "、" + ADDRESS + " 😀🚀 " + ADDRESS + "\n",
            "1", "第二 " + ADDRESS + "。\"ok\" " + address.substring(0, 3),
            "0 arguments", "{\"to\":\"" + EMAIL + "\",\"ip\":[\"" + ADDRESS + "\"]}"));
  }

  /// A shorter one, for cuts in pairs.
  static SplitStream brief(String email, String address) {
    String text = content(0, "卡😀" + email.substring(0, 8)) + "\n\n";
    String rest = content(0, email.substring(8) + "，" + address) + "\r\n\r\n";
    return new SplitStream(
        ("data: " + text + "data:" + rest + "data: [DONE]\n\n").getBytes(StandardCharsets.UTF_8),
        Map.of("0", "卡😀" + EMAIL + "，" + ADDRESS));
  }

  private static String content(int choice, String delta) {
    return "{\"id\":\"c\",\"choices\":[{\"index\":%d,\"delta\":{\"content\":\"%s\"},\"finish_reason\":null}]}"
        .formatted(choice, delta);
  }

  private static String tool(String delta) {
    return "{\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"%s\"}}]},\"finish_reason\":null}]}"
        .formatted(delta);
  }

  /// What a client puts together from the events of a stream.
  static Map<String, String> read(byte[] stream) {
    Map<String, String> texts = new TreeMap<>();
    new String(stream, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("data:") && line.contains("{"))
        .map(line -> JSON.readTree(line.substring("data:".length())))
        .forEach(event -> event.path("choices").forEach(choice -> add(choice, texts)));
    return texts;
  }

  private static void add(JsonNode choice, Map<String, String> texts) {
    String index = choice.path("index").asString();
    JsonNode delta = choice.path("delta");
    delta.path("content").asStringOpt().ifPresent(t -> texts.merge(index, t, String::concat));
    delta
        .at("/tool_calls/0/function/arguments")
        .asStringOpt()
        .ifPresent(t -> texts.merge(index + " arguments", t, String::concat));
  }
}
