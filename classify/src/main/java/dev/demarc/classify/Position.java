package dev.demarc.classify;

/// Positions of a chat body that mean more than "text to be scanned". Every other position is
/// [#ELSEWHERE], where everything is scanned.
///
/// This is the whole list of what is *not* scanned: base64 content at [#PAYLOAD] and a data URI at
/// [#IMAGE], and both only where every byte is base64 and does not spell a text. Such a part is an
/// opaque finding.
enum Position {
  ELSEWHERE,
  BODY,
  MESSAGES,
  MESSAGE,
  /// The content of a message or prediction: a string, a list of parts, or a list of numbers that
  /// only the provider can read.
  CONTENT,
  PART,
  IMAGE,
  SOUND,
  FILE,
  /// A reference to sound that the provider keeps.
  KEPT_SOUND,
  PAYLOAD,
  /// A list of numbers that stands for text.
  NUMBERED_TEXT,
  PREDICTION;

  /// Position of a member of an object here.
  Position member(String name) {
    return switch (this) {
      case BODY ->
          switch (name) {
            case "messages" -> MESSAGES;
            case "prediction" -> PREDICTION;
            case "prompt", "input", "input_ids", "prompt_token_ids" -> NUMBERED_TEXT;
            default -> ELSEWHERE;
          };
      case MESSAGE ->
          switch (name) {
            case "content" -> CONTENT;
            case "audio" -> KEPT_SOUND;
            default -> ELSEWHERE;
          };
      case PREDICTION -> name.equals("content") ? CONTENT : ELSEWHERE;
      case PART ->
          switch (name) {
            case "image_url" -> IMAGE;
            case "input_audio" -> SOUND;
            case "file" -> FILE;
            default -> ELSEWHERE;
          };
      case IMAGE -> name.equals("url") ? PAYLOAD : ELSEWHERE;
      case SOUND -> name.equals("data") ? PAYLOAD : ELSEWHERE;
      case FILE -> name.equals("file_data") ? PAYLOAD : ELSEWHERE;
      case ELSEWHERE, MESSAGES, CONTENT, KEPT_SOUND, PAYLOAD, NUMBERED_TEXT -> ELSEWHERE;
    };
  }

  /// Position of an element of an array here.
  Position element() {
    return switch (this) {
      case MESSAGES -> MESSAGE;
      case CONTENT -> PART;
      case NUMBERED_TEXT -> NUMBERED_TEXT;
      default -> ELSEWHERE;
    };
  }

  /// Whether an array of numbers here is text in a form we cannot read.
  boolean numbersAreText() {
    return this == CONTENT || this == NUMBERED_TEXT;
  }

  /// Whether an object here may be content we cannot see into.
  boolean mayBeOpaque() {
    return this == PART || this == KEPT_SOUND;
  }

  /// Whether a member here brings content we cannot see into, whatever the part's type says.
  boolean bringsOpaque() {
    return this == IMAGE || this == SOUND || this == FILE;
  }
}
