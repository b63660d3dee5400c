package dev.demarc.cli.classify;

import java.io.IOException;

/// An input that cannot be read as text: the message says why, and what to do.
final class BadInput extends IOException {
  private static final long serialVersionUID = 1L;

  BadInput(String message) {
    super(message);
  }
}
