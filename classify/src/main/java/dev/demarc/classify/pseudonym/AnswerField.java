package dev.demarc.classify.pseudonym;

import java.nio.charset.StandardCharsets;

/// A member of a chat answer that the model writes and the client reads or runs: where pseudonyms
/// are restored. Signed or sealed reasoning, ids and names are none.
enum AnswerField {
  CONTENT(LaneText.Shape.TEXT_OR_OBJECT, "\"content\":\"", "\""),
  REFUSAL(LaneText.Shape.PLAIN, "\"refusal\":\"", "\""),
  REASONING_CONTENT(LaneText.Shape.PLAIN, "\"reasoning_content\":\"", "\""),
  REASONING(LaneText.Shape.PLAIN, "\"reasoning\":\"", "\""),
  TOOL_ARGUMENTS(
      LaneText.Shape.ARGUMENTS,
      "\"tool_calls\":[{\"index\":%d,\"function\":{\"arguments\":\"",
      "\"}}]"),
  TOOL_INPUT(
      LaneText.Shape.PLAIN,
      "\"tool_calls\":[{\"index\":%d,\"type\":\"custom\",\"custom\":{\"input\":\"",
      "\"}}]"),
  CALL_ARGUMENTS(LaneText.Shape.ARGUMENTS, "\"function_call\":{\"arguments\":\"", "\"}");

  private final LaneText.Shape shape;
  private final String before;
  private final String after;

  AnswerField(LaneText.Shape shape, String before, String after) {
    this.shape = shape;
    this.before = before;
    this.after = after;
  }

  LaneText.Shape shape() {
    return shape;
  }

  /// What stands in a delta before the text of this field.
  byte[] before(int tool) {
    return before.replace("%d", Integer.toString(tool)).getBytes(StandardCharsets.US_ASCII);
  }

  /// What stands in a delta after the text of this field.
  byte[] after() {
    return after.getBytes(StandardCharsets.US_ASCII);
  }
}
