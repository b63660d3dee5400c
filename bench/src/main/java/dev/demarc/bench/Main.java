package dev.demarc.bench;

import java.nio.file.Path;

/// The measurements by name: `./demarc bench NAME`.
public final class Main {
  private static final String NAMES = "client-leaves, classify";

  private Main() {}

  /// Runs a measurement.
  ///
  /// @param args the directory that Demarc is installed in, and the name
  public static void main(String[] args) throws Exception {
    String name = args.length < 2 ? "" : args[1];
    switch (name) {
      case "client-leaves" -> ClientLeaves.run(Path.of(args[0]));
      case "classify" -> ClassifySpeed.run(args.length > 2 ? args[2] : "");
      default -> {
        System.err.println(
            "demarc bench: no measurement is called '" + name + "'; there is " + NAMES);
        System.exit(2);
      }
    }
  }
}
