package dev.demarc.cli.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A body as a phone sent it beside the same body as a provider received it.
///
/// @param changes the lines that differ, in the body's order
/// @param unchangedLines how many lines of text arrived as they were
/// @param restorable pseudonym to the value it stands for, for all pseudonyms that left
record Comparison(
    List<Change> changes, int unchangedLines, SequencedMap<String, String> restorable) {
  private static final JsonMapper JSON = new JsonMapper();

  /// A line that did not arrive as it was sent.
  ///
  /// @param place where in the body it stands, in words
  record Change(String place, MarkedLine sent, MarkedLine received) {}

  static Comparison of(byte[] sent, byte[] received) {
    JsonNode sentBody = JSON.readTree(sent);
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    collect("", sentBody, texts);
    SequencedMap<String, String> arrived = new LinkedHashMap<>();
    collect("", JSON.readTree(received), arrived);
    // The name of the model is translated for each provider; that is no change to the content.
    texts.remove("/model");

    List<Change> changes = new ArrayList<>();
    SequencedMap<String, String> restorable = new LinkedHashMap<>();
    int unchanged = 0;
    for (Map.Entry<String, String> text : texts.entrySet()) {
      String place = place(sentBody, text.getKey());
      List<String> before = lines(text.getValue());
      List<String> after = lines(arrived.getOrDefault(text.getKey(), ""));
      if (before.size() != after.size()) {
        before = List.of(text.getValue());
        after = List.of(arrived.getOrDefault(text.getKey(), ""));
      }
      for (int i = 0; i < before.size(); i++) {
        if (before.get(i).equals(after.get(i))) {
          unchanged++;
        } else {
          StandIns.Pair pair = StandIns.pair(before.get(i), after.get(i), restorable);
          changes.add(new Change(place, pair.sent(), pair.received()));
        }
      }
    }
    return new Comparison(changes, unchanged, restorable);
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  /// Every text and number below `node`, by its JSON pointer.
  private static void collect(String pointer, JsonNode node, Map<String, String> texts) {
    if (node.isObject()) {
      node.properties()
          .forEach(member -> collect(pointer + "/" + member.getKey(), member.getValue(), texts));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(pointer + "/" + i, node.get(i), texts);
      }
    } else if (node.isString() || node.isNumber()) {
      texts.put(pointer, node.asString());
    }
  }

  private static String place(JsonNode body, String pointer) {
    String[] steps = pointer.split("/", -1);
    if (steps.length < 4 || !steps[1].equals("messages")) {
      return pointer.substring(1).replace('/', '.');
    }
    if (pointer.contains("/tool_calls/")) {
      return "what the tool was called with";
    }
    String role = body.path("messages").path(Integer.parseInt(steps[2])).path("role").asString("");
    return switch (role) {
      case "system" -> "the app's instructions";
      case "user" -> "the user's message";
      case "tool" -> "what the tool returned";
      default -> "the assistant's message";
    };
  }
}
