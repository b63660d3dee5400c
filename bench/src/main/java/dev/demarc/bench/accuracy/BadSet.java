package dev.demarc.bench.accuracy;

import java.io.IOException;

/// A set that cannot be read: the message names the place and what is expected.
final class BadSet extends IOException {
  private static final long serialVersionUID = 1L;

  BadSet(String message) {
    super(message);
  }
}
