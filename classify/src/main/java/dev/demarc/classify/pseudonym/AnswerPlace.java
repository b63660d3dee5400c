package dev.demarc.classify.pseudonym;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The places of a chat answer, and of one event of a streamed one, that restoring has to know;
/// everything else is OTHER and passes. A name spelled with escapes is OTHER too.
enum AnswerPlace {
  OTHER,
  ID,
  OBJECT,
  CREATED,
  MODEL,
  ERROR,
  CHOICE_INDEX,
  FINISH_REASON,
  TOOL_INDEX,
  PART_TYPE,
  PART_TEXT(AnswerField.CONTENT),
  CONTENT(AnswerField.CONTENT),
  REFUSAL(AnswerField.REFUSAL),
  REASONING_CONTENT(AnswerField.REASONING_CONTENT),
  REASONING(AnswerField.REASONING),
  ARGUMENTS(AnswerField.TOOL_ARGUMENTS),
  INPUT(AnswerField.TOOL_INPUT),
  CALL_ARGUMENTS(AnswerField.CALL_ARGUMENTS),
  PART(member("type", PART_TYPE), member("text", PART_TEXT)),
  FUNCTION(member("arguments", ARGUMENTS)),
  CUSTOM(member("input", INPUT)),
  TOOL_CALL(member("index", TOOL_INDEX), member("function", FUNCTION), member("custom", CUSTOM)),
  TOOL_CALLS,
  FUNCTION_CALL(member("arguments", CALL_ARGUMENTS)),
  MESSAGE(
      member("content", CONTENT),
      member("refusal", REFUSAL),
      member("reasoning_content", REASONING_CONTENT),
      member("reasoning", REASONING),
      member("tool_calls", TOOL_CALLS),
      member("function_call", FUNCTION_CALL)),
  WHOLE_CHOICE(
      member("index", CHOICE_INDEX),
      member("message", MESSAGE),
      member("finish_reason", FINISH_REASON)),
  DELTA_CHOICE(
      member("index", CHOICE_INDEX),
      member("delta", MESSAGE),
      member("finish_reason", FINISH_REASON)),
  WHOLE_CHOICES,
  DELTA_CHOICES,
  ANSWER(member("choices", WHOLE_CHOICES), member("error", ERROR)),
  EVENT(
      member("id", ID),
      member("object", OBJECT),
      member("created", CREATED),
      member("model", MODEL),
      member("choices", DELTA_CHOICES),
      member("error", ERROR));

  private static final class Member {
    private final byte[] name;
    private final AnswerPlace place;

    Member(String name, AnswerPlace place) {
      this.name = name.getBytes(StandardCharsets.US_ASCII);
      this.place = place;
    }
  }

  // an unmodifiable list of values that never change
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Member> members;

  private final @Nullable AnswerField field;

  AnswerPlace(Member... members) {
    this.members = List.of(members);
    this.field = null;
  }

  AnswerPlace(AnswerField field) {
    this.members = List.of();
    this.field = field;
  }

  private static Member member(String name, AnswerPlace place) {
    return new Member(name, place);
  }

  /// The field whose text a string here is.
  Optional<AnswerField> field() {
    return Optional.ofNullable(field);
  }

  /// The place of the member whose name is the bytes [from, to).
  AnswerPlace member(byte[] json, int from, int to) {
    for (Member member : members) {
      if (Arrays.equals(member.name, 0, member.name.length, json, from, to)) {
        return member.place;
      }
    }
    return OTHER;
  }

  /// The place of the elements of an array that stands here.
  AnswerPlace element() {
    return switch (this) {
      case WHOLE_CHOICES -> WHOLE_CHOICE;
      case DELTA_CHOICES -> DELTA_CHOICE;
      case CONTENT -> PART;
      case TOOL_CALLS -> TOOL_CALL;
      default -> OTHER;
    };
  }
}
