package dev.demarc.classify;

import dev.demarc.classify.text.Text;
import java.util.Optional;

/// The members at the top of a chat body that steer the request, found by the walk that classifies
/// it. Names are compared decoded, escapes resolved; a doubled name is unreadable.
///
/// @param includeUsage `include_usage` inside `stream_options`
/// @param firstMemberAt offset just after the body's opening brace, where a member can be inserted
/// @param empty whether the body has no member at all, so that an inserted one needs no comma
public record ControlMembers(
    Optional<Member> model,
    Optional<Member> stream,
    Optional<Member> streamOptions,
    Optional<Member> includeUsage,
    Optional<Member> user,
    Optional<Member> safetyIdentifier,
    Optional<Member> n,
    Optional<Member> store,
    int firstMemberAt,
    boolean empty) {

  /// A member's value: its byte range in the body (quotes included), and its text (a string
  /// decoded, anything else as it is written).
  public record Member(int start, int end, Text value, Kind kind) {
    public boolean isTrue() {
      return kind == Kind.BOOLEAN && value.length() == 4;
    }
  }

  /// JSON type of a member's value.
  public enum Kind {
    STRING,
    NUMBER,
    BOOLEAN,
    NULL,
    OBJECT,
    ARRAY
  }
}
