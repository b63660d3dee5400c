package dev.demarc.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where Demarc is installed: packs, catalogue, parties, examples and the jars stand below it.
public record Home(Path root) {

  /// The home named by the system property `demarc.root`, which the launcher sets, or else the one
  /// this jar stands in.
  public static Home find() {
    String named = System.getProperty("demarc.root");
    Path root = named != null ? Path.of(named) : besideJar();
    if (!Files.isDirectory(root.resolve("packs"))) {
      throw new Usage(
          "no packs/ below "
              + root
              + ": start Demarc with its launcher ./demarc, or name the directory that holds"
              + " packs/, catalogue/ and parties/ with -Ddemarc.root=DIR");
    }
    return new Home(root.toAbsolutePath().normalize());
  }

  private static Path besideJar() {
    try {
      Path jar = Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      // cli/target/demarc.jar, or cli/target/classes in a build.
      return jar.resolve("../../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public Path packs() {
    return root.resolve("packs");
  }

  public Path catalogue() {
    return root.resolve("catalogue");
  }

  public Path parties() {
    return root.resolve("parties");
  }

  public Path examples() {
    return root.resolve("examples");
  }

  public Path jar() {
    return root.resolve("cli/target/demarc.jar");
  }

  public Path verifierJar() {
    return root.resolve("evidence/target/demarc-verify.jar");
  }
}
