package dev.demarc.cli;

import java.nio.file.Path;

/// The repository that the tests run in.
public final class Checkout {
  private static final Path ROOT =
      Path.of(System.getProperty("demarc.root", "..")).toAbsolutePath().normalize();

  private Checkout() {}

  public static Path root() {
    return ROOT;
  }

  public static Path examples() {
    return ROOT.resolve("examples");
  }
}
