package dev.demarc.gateway;

/// The gateway cannot start as it is configured; the message names the input and the fix, and is
/// all that a user needs to see.
public final class StartFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartFailed(String message) {
    super(message);
  }

  /// The message; never absent.
  public String says() {
    return String.valueOf(getMessage());
  }
}
