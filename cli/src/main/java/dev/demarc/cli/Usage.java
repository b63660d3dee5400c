package dev.demarc.cli;

/// A mistake in what the user gave us: its message names the input and the fix, and is all that is
/// printed.
public final class Usage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Usage(String message) {
    super(message);
  }
}
