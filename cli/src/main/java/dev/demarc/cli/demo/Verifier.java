package dev.demarc.cli.demo;

import dev.demarc.cli.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The verifier's jar, run as a stranger would run it: a process of its own that is given a log, a
/// key and a receipt, and nothing of the gateway.
record Verifier(Path jar, String verifierKey) {
  /// Exit codes of the verifier that the demo asks for.
  static final int VERIFIED = 0;

  static final int REFUTED = 1;

  private static final int MOST_SECONDS = 60;

  /// What it said.
  ///
  /// @param lines its standard output, in lines
  record Verdict(int exitCode, List<String> lines) {}

  static void requireBuilt(Home home) {
    if (!Files.isRegularFile(home.verifierJar())) {
      throw new DemoFailed("the verifier is not built: " + home.verifierJar() + " is missing");
    }
  }

  /// The same check, as it is typed into a shell.
  List<String> command(Path log, Path receipt) {
    return List.of(
        "java -jar " + jar + " \\",
        "  " + log + " \\",
        "  --key " + verifierKey + " \\",
        "  --receipt " + receipt);
  }

  Verdict verify(Path log, Path receipt, Path diagnostics)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString(),
                log.toString(),
                "--key",
                verifierKey,
                "--receipt",
                receipt.toString())
            .redirectError(ProcessBuilder.Redirect.appendTo(diagnostics.toFile()))
            .start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        throw new DemoFailed("the verifier did not end within " + MOST_SECONDS + " s");
      }
      return new Verdict(process.exitValue(), output.lines().toList());
    } finally {
      process.destroyForcibly();
    }
  }
}
