package dev.demarc.cli.e2e;

import dev.demarc.classify.pseudonym.Restorer;
import dev.demarc.classify.pseudonym.StreamBroken;
import dev.demarc.classify.pseudonym.StreamRestorer;
import dev.demarc.classify.text.Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A model that says the stand-ins which it got, in the ways in which models answer.
record LeakEcho(List<String> standIns) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PIECE = 7;

  /// What is said of these words, or values.
  static String text(List<String> words) {
    return "Echo " + String.join(" | ", words) + " end.";
  }

  /// What a client gets of a plain answer.
  String plain(Restorer restorer) {
    String answer =
        "{\"choices\":[{\"index\":0,\"message\":{\"content\":\""
            + text(standIns)
            + "\"},\"finish_reason\":\"stop\"}]}";
    return JSON.readTree(restorer.restoreAnswer(Text.of(answer)).body().decoded())
        .at("/choices/0/message/content")
        .asString();
  }

  /// What a client puts together from a stream.
  String streamed(StreamRestorer restorer) {
    return of(restorer, text(standIns), "{\"content\":\"%s\"}").getOrDefault("0", "");
  }

  /// The same, where it is a string in the arguments of a tool.
  String argument(StreamRestorer restorer) {
    String arguments = "{\\\"a\\\":\\\"" + text(standIns) + "\\\"}";
    String delta = "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"%s\"}}]}";
    String got = of(restorer, arguments, delta).getOrDefault("0 arguments", "{}");
    return JSON.readTree(got).path("a").asString();
  }

  private static Map<String, String> of(StreamRestorer restorer, String text, String delta) {
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    try {
      int from = 0;
      while (from < text.length()) {
        int to = Math.min(text.length(), from + PIECE);
        to += to < text.length() && text.charAt(to - 1) == '\\' ? 1 : 0;
        String event =
            "data: {\"choices\":[{\"index\":0,\"delta\":"
                + delta.formatted(text.substring(from, to))
                + "}]}\n\n";
        got.writeBytes(restorer.feed(event.getBytes(StandardCharsets.UTF_8)));
        from = to;
      }
    } catch (StreamBroken broken) {
      throw new AssertionError(broken);
    }
    got.writeBytes(restorer.end());
    return SplitStream.read(got.toByteArray());
  }
}
