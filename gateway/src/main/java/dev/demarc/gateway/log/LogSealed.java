package dev.demarc.gateway.log;

/// Why a record was not made durable. Whatever depends on the record must not happen.
///
/// A failed record may still be found in the log after a restart: a failed sync says that the bytes
/// may be lost, not that they are.
public final class LogSealed extends Exception {
  private static final long serialVersionUID = 1L;

  /// What the caller can expect next.
  public enum Kind {
    /// A write, a sync or a comparison failed; nothing more is taken until a restart.
    SEALED,
    /// A limit is reached; the same append may succeed later.
    OVERLOADED,
    /// The log is being closed.
    CLOSED
  }

  private final Kind kind;

  LogSealed(Kind kind, String reason) {
    // No stack trace: made for each waiting record, and where it is made says nothing.
    super(reason, null, false, false);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /// The reason in words, without a value of any record; begins with the kind in lower case.
  public String reason() {
    return String.valueOf(getMessage());
  }

  static LogSealed sealed(String reason) {
    return new LogSealed(Kind.SEALED, "sealed: " + reason);
  }

  static LogSealed overloaded(String reason) {
    return new LogSealed(Kind.OVERLOADED, "overloaded: " + reason);
  }

  static LogSealed closed() {
    return new LogSealed(Kind.CLOSED, "closed: the log is being closed");
  }
}
