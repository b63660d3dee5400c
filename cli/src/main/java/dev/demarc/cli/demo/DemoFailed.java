package dev.demarc.cli.demo;

/// The demo did not show what it claims to show.
public final class DemoFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DemoFailed(String message) {
    super(message);
  }
}
