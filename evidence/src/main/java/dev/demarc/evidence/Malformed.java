package dev.demarc.evidence;

/// Bytes that are not what they claim to be. The message says what is wrong and where, in words a
/// reader of the verdict can use, and never quotes a whole input.
public class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  public Malformed(String message) {
    super(message);
  }

  /// The message; never absent, unlike [#getMessage()] by its type.
  public String says() {
    return String.valueOf(getMessage());
  }
}
