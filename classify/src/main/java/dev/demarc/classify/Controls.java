package dev.demarc.classify;

import dev.demarc.classify.ControlMembers.Kind;
import dev.demarc.classify.ControlMembers.Member;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Gathers the members that steer the request while the body is walked.
final class Controls {
  private final Map<String, Member> found = new HashMap<>();
  private int firstMemberAt;
  private boolean empty = true;

  void open(int rawStart) {
    firstMemberAt = rawStart + 1;
  }

  /// Is told every value at the top (`outer` is empty) and every one directly under the member
  /// `outer` at the top. It starts at `start` in the body, with its quote if it is a string.
  void value(String outer, String name, Kind kind, int start, View text) {
    empty = false;
    boolean kept =
        outer.isEmpty()
            ? isControl(name)
            : outer.equals("stream_options") && name.equals("include_usage");
    if (kept) {
      int quote = kind == Kind.STRING ? 1 : 0;
      Text value = text.original(text.start(), text.end());
      found.put(name, new Member(start, text.raw(text.end()) + quote, value, kind));
    }
  }

  private static boolean isControl(String name) {
    return switch (name) {
      case "model", "stream", "stream_options", "user", "safety_identifier", "n", "store" -> true;
      default -> false;
    };
  }

  ControlMembers members() {
    return new ControlMembers(
        get("model"),
        get("stream"),
        get("stream_options"),
        get("include_usage"),
        get("user"),
        get("safety_identifier"),
        get("n"),
        get("store"),
        firstMemberAt,
        empty);
  }

  private Optional<Member> get(String name) {
    return Optional.ofNullable(found.get(name));
  }
}
