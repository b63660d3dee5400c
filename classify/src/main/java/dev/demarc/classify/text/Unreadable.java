package dev.demarc.classify.text;

import java.util.Locale;

/// The body cannot be read, or could be read two ways, so that what we classify might not be what
/// the provider understands. Says where by byte offset, never what stands there.
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  /// What is wrong with the body.
  public enum Fault {
    EMPTY("the body is empty"),
    NOT_AN_OBJECT("the body is not a JSON object"),
    BYTE_ORDER_MARK("the body starts with a byte order mark (RFC 8259 section 8.1 forbids it)"),
    INVALID_UTF8("the bytes are not valid UTF-8"),
    LONE_SURROGATE("an escaped surrogate has no partner"),
    CONTROL_CHARACTER("a control character stands unescaped in a string"),
    BAD_ESCAPE("an escape is not one that JSON has"),
    BAD_NUMBER("a number is not written as JSON writes numbers"),
    BAD_SYNTAX("something else stands where JSON syntax needs another character"),
    ENDS_EARLY("the body ends in the middle of a value"),
    TRAILING_BYTES("something follows the end of the object"),
    DUPLICATE_NAME("a member name occurs twice in one object, so it can be read two ways"),
    NUL_IN_NAME("a member name holds an escaped NUL, where some readers stop"),
    TOO_DEEP("the nesting is deeper than the limit, JSON inside strings included"),
    TOO_MANY_VALUES("the body holds more values than the limit"),
    PATTERNS_EXHAUSTED("the operator's patterns would have to run over more text than the limit");

    private final String sentence;

    Fault(String sentence) {
      this.sentence = sentence;
    }
  }

  private final Fault fault;
  private final int offset;

  public Unreadable(Fault fault, int offset) {
    super(fault.name().toLowerCase(Locale.ROOT) + " at byte " + offset, null, false, false);
    this.fault = fault;
    this.offset = offset;
  }

  /// What is wrong, as a closed vocabulary.
  public Fault fault() {
    return fault;
  }

  /// Byte offset into the body where it was noticed.
  public int offset() {
    return offset;
  }

  /// Stable code and a sentence with the offset, such as `duplicate_name: … (byte 120)`.
  public String reason() {
    return fault.name().toLowerCase(Locale.ROOT) + ": " + fault.sentence + " (byte " + offset + ")";
  }
}
