package dev.demarc.evidence.verify;

/// Arguments that cannot be used; the message names the argument and what to do.
final class Usage extends Exception {
  private static final long serialVersionUID = 1L;

  Usage(String message) {
    super(message);
  }
}
