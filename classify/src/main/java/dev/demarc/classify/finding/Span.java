package dev.demarc.classify.finding;

import dev.demarc.classify.text.Text;

/// One stretch of the original body that holds a value, or one part of a composite's value.
///
/// `start` and `end` are byte offsets into the body as received, escapes included; replacing
/// exactly these bytes replaces the value at whatever depth of JSON inside strings it stands.
///
/// @param word the type word of its stand-in, such as `CARD`
/// @param value the decoded original spelling, which a restored answer shows again; empty for
///   opaque content, which is never restored
/// @param canonical the spelling that all forms of the same value share, for the keyed hash
public record Span(int start, int end, Form form, String word, Text value, Text canonical) {
  /// What the bytes are in the JSON, which decides what may stand in their place.
  public enum Form {
    /// All or part of a string.
    TEXT,
    /// All or part of a member name: its replacement must not make two names of an object equal.
    NAME,
    /// A whole number literal: its replacement is a number.
    NUMBER
  }

  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("span [" + start + ", " + end + ")");
    }
  }
}
