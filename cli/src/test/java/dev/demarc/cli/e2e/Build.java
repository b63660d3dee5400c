package dev.demarc.cli.e2e;

import dev.demarc.cli.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The jars of the build under test, and the JDK that runs them.
final class Build {
  private Build() {}

  /// The command that runs `./demarc` with `arguments`, without the launcher's shell.
  static List<String> demarc(String... arguments) {
    return command(jar("cli/target/demarc.jar"), arguments);
  }

  /// The command that runs the verifier that strangers run.
  static List<String> verifier(String... arguments) {
    return command(jar("evidence/target/demarc-verify.jar"), arguments);
  }

  /// The same with these options of the JVM, for processes that live for minutes.
  static List<String> demarcWith(List<String> jvmOptions, String... arguments) {
    return command(jvmOptions, jar("cli/target/demarc.jar"), arguments);
  }

  private static List<String> command(Path jar, String... arguments) {
    // Processes of a test live for seconds: a short start is worth more than a high speed.
    List<String> quick = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");
    return command(quick, jar, arguments);
  }

  private static List<String> command(List<String> jvmOptions, Path jar, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.add("-Ddemarc.root=" + Checkout.root());
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static Path jar(String path) {
    Path jar = Checkout.root().resolve(path);
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(jar + " is not built; tests of the jar run after package");
    }
    return jar;
  }
}
