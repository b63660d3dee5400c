package dev.demarc.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The requests and the answer of the measurements: ordinary text with a person in it.
final class Chats {
  private static final String SENTENCE =
      "The customer wrote again that the router drops its connection in the evening, and asks when"
          + " somebody will look at it. ";

  private Chats() {}

  /// A chat of about 2 KB.
  static String small(boolean streamed) {
    return chat(streamed, 14, "");
  }

  /// A chat of about 20 KB with twelve tools.
  static String large() {
    String tools =
        IntStream.range(0, 12)
            .mapToObj(Chats::tool)
            .collect(Collectors.joining(",", ",\"tools\":[", "]"));
    return chat(false, 54, tools);
  }

  private static String chat(boolean streamed, int sentences, String tools) {
    return "{\"model\":\"assistant\","
        + (streamed ? "\"stream\":true," : "")
        + "\"user\":\"u-4711\",\"temperature\":0.2,\"messages\":["
        + "{\"role\":\"system\",\"content\":\"You help the support desk of a router maker. Answer"
        + " in plain words and in the customer's language.\"},{\"role\":\"user\",\"content\":\""
        + SENTENCE.repeat(sentences)
        + "Her mail is ada.lovelace@example.org, her phone +1 415 555 0132.\"}]"
        + tools
        + "}";
  }

  private static String tool(int number) {
    String properties =
        IntStream.range(0, 8)
            .mapToObj(field ->
                "\"field_%d\":{\"type\":\"string\",\"description\":\"What the desk knows about part %d of the device, in words.\"}"
                    .formatted(field, field))
            .collect(Collectors.joining(","));
    return """
    {"type":"function","function":{"name":"look_up_%d","description":"Looks something up for the desk, and returns it as text.","parameters":{"type":"object","properties":{%s},"required":["field_0"]}}}\
    """
        .formatted(number, properties);
  }

  /// A whole answer of about 1.5 KB.
  static String answer() {
    return "{\"id\":\"chatcmpl-bench\",\"object\":\"chat.completion\",\"created\":1700000000,\"model\":\"bench\","
               + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
        + SENTENCE.repeat(11)
        + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":450,\"completion_tokens\":300,\"total_tokens\":750}}";
  }
}
