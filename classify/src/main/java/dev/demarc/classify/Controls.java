package dev.demarc.classify;

import dev.demarc.classify.ControlMembers.Kind;
import dev.demarc.classify.ControlMembers.Member;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.View;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gathers the members that steer the request while the body is walked.
final class Controls {
  private static final String[] NAMES = {
    "model", "stream", "stream_options", "user", "safety_identifier", "n", "store"
  };
  private static final int INCLUDE_USAGE = NAMES.length;

  private final @Nullable Member[] found = new Member[NAMES.length + 1];
  private int firstMemberAt;
  private boolean empty = true;

  void clear() {
    Arrays.fill(found, null);
    firstMemberAt = 0;
    empty = true;
  }

  void open(int rawStart) {
    firstMemberAt = rawStart + 1;
  }

  /// Is told every value at the top (`outer` is empty) and every one directly under the member
  /// `outer` at the top. It starts at `start` in the body, with its quote if it is a string.
  void value(String outer, String name, Kind kind, int start, View text) {
    empty = false;
    int index = index(outer, name);
    if (index >= 0) {
      int quote = kind == Kind.STRING ? 1 : 0;
      Text value = text.original(text.start(), text.end());
      found[index] = new Member(start, text.raw(text.end()) + quote, value, kind);
    }
  }

  private static int index(String outer, String name) {
    if (!outer.isEmpty()) {
      boolean usage = outer.equals("stream_options") && name.equals("include_usage");
      return usage ? INCLUDE_USAGE : -1;
    }
    for (int k = 0; k < NAMES.length; k++) {
      if (NAMES[k].equals(name)) {
        return k;
      }
    }
    return -1;
  }

  ControlMembers members() {
    return new ControlMembers(
        get("model"),
        get("stream"),
        get("stream_options"),
        Optional.ofNullable(found[INCLUDE_USAGE]),
        get("user"),
        get("safety_identifier"),
        get("n"),
        get("store"),
        firstMemberAt,
        empty);
  }

  private Optional<Member> get(String name) {
    return Optional.ofNullable(found[index("", name)]);
  }
}
