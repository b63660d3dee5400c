package dev.demarc.cli.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A command that was run to its end: exit code, and what it printed on both streams.
record Finished(int exit, String output) {
  private static final int BOUND_SECONDS = 60;

  static Finished run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end:\n" + output);
      }
      return new Finished(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /// What the standalone verifier says about a log directory.
  static Finished verify(Path log, String key, String... more) {
    List<String> arguments = new ArrayList<>(List.of(log.toString(), "--key", key));
    arguments.addAll(List.of(more));
    return run(Build.verifier(arguments.toArray(String[]::new)));
  }
}
