package dev.demarc.gateway.log;

import java.io.IOException;

/// A log directory that cannot be used as it is: what is wrong, where, and what to do about it.
public final class LogUnusable extends Exception {
  private static final long serialVersionUID = 1L;

  LogUnusable(String message) {
    super(message);
  }

  LogUnusable(String message, Throwable cause) {
    super(message, cause);
  }

  /// The message; never absent, unlike [#getMessage()] by its type.
  public String says() {
    return String.valueOf(getMessage());
  }

  static LogUnusable because(String what, IOException cause) {
    return new LogUnusable(what + ": " + words(cause), cause);
  }

  /// A failure in words. The JDK's file system exceptions often carry nothing but a path.
  static String words(Throwable failure) {
    String kind = failure.getClass().getSimpleName();
    String message = failure.getMessage();
    if (message == null) {
      return kind;
    }
    return failure.getClass() == IOException.class ? message : kind + ": " + message;
  }
}
