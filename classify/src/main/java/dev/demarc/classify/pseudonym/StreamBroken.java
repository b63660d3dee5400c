package dev.demarc.classify.pseudonym;

/// A stream of events that cannot be restored any further. What was read of the chunk that broke it
/// is not returned; the stream must be ended with an error, never tidily.
public final class StreamBroken extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  StreamBroken(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  /// A code that stays the same: `event_too_long`.
  public String reason() {
    return reason;
  }
}
