package dev.demarc.classify.pseudonym;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a client makes of a streamed chat answer: the texts, put together from their deltas as the
/// SDKs do, after reading the events line by line.
final class ChatClient {
  /// The data of the events, in order.
  final List<String> events = new ArrayList<>();

  /// The texts by place, such as `0/content` or `1/tool_calls/0/function/arguments`.
  final Map<String, String> texts = new TreeMap<>();

  /// The places whose choice had finished when more of their text came.
  final List<String> late = new ArrayList<>();

  private final Map<String, Boolean> finished = new TreeMap<>();

  static ChatClient of(byte[] stream) {
    ChatClient client = new ChatClient();
    String text = new String(stream, StandardCharsets.UTF_8);
    StringBuilder data = new StringBuilder();
    boolean any = false;
    for (String line : text.replaceFirst("^\uFEFF", "").split("\r\n|\r|\n", -1)) {
      if (line.isEmpty()) {
        if (any) {
          client.event(data.substring(0, data.length() - 1));
        }
        data.setLength(0);
        any = false;
      } else if (line.equals("data") || line.startsWith("data:")) {
        any = true;
        data.append(line.replaceFirst("^data:? ?", "")).append('\n');
      }
    }
    return client;
  }

  private void event(String data) {
    events.add(data);
    if (!data.startsWith("{")) {
      return;
    }
    Object choices = ((Map<?, ?>) PlainJson.read(data)).get("choices");
    if (choices instanceof List<?> list) {
      list.forEach(choice -> choice((Map<?, ?>) choice));
    }
  }

  private void choice(Map<?, ?> choice) {
    String index = choice.get("index") + "/";
    if (choice.get("delta") instanceof Map<?, ?> delta) {
      delta.forEach((name, value) -> member(index + name, value));
    }
    if (choice.get("finish_reason") instanceof String reason && !reason.equals("null")) {
      finished.put(index, true);
    }
  }

  private void member(String place, Object value) {
    if (value instanceof List<?> calls && place.endsWith("/tool_calls")) {
      for (Object call : calls) {
        Map<?, ?> members = (Map<?, ?>) call;
        members.forEach(
            (name, inner) -> member(place + "/" + members.get("index") + "/" + name, inner));
      }
    } else if (value instanceof Map<?, ?> members) {
      members.forEach((name, inner) -> member(place + "/" + name, inner));
    } else if (value instanceof String text && !text.equals("null")) {
      texts.merge(place, text, String::concat);
      if (!text.isEmpty() && finished.containsKey(place.substring(0, place.indexOf('/') + 1))) {
        late.add(place);
      }
    }
  }
}
