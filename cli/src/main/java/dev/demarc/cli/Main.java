package dev.demarc.cli;

/// The one executable.
public final class Main {
  private Main() {}

  /// Says that the build works.
  public static void main(String[] args) {
    System.out.println("demarc " + String.join(" ", args));
  }
}
