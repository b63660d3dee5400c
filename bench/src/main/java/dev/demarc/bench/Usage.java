package dev.demarc.bench;

/// What was asked for cannot be measured: the message names the word and what may stand there.
final class Usage extends Exception {
  private static final long serialVersionUID = 1L;

  Usage(String message) {
    super(message, null, false, false);
  }
}
