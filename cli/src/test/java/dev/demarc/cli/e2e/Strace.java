package dev.demarc.cli.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// `strace` on a running process: it writes system calls down, or makes them fail, until it is
/// closed.
final class Strace implements AutoCloseable {
  private final Process process;
  private final Path file;

  private Strace(Process process, Path file) {
    this.process = process;
    this.file = file;
  }

  /// Why this machine cannot trace a running process; empty where it can.
  static Optional<String> missing() {
    try {
      Process idle = new ProcessBuilder("sleep", "60").start();
      try (Strace _ = attach(idle.pid(), Path.of("/dev/null"), List.of("-e", "trace=none"))) {
        return Optional.empty();
      } finally {
        idle.destroyForcibly();
      }
    } catch (IOException | UncheckedIOException e) {
      return Optional.of("no strace on this machine");
    } catch (AssertionError e) {
      return Optional.of("strace may not trace processes here: " + e.getMessage());
    }
  }

  /// Begins to trace every thread of a process; when this returns it does.
  static Strace attach(long pid, Path file, List<String> options) {
    List<String> command =
        new ArrayList<>(List.of("strace", "-f", "-yy", "-p", Long.toString(pid), "-o", file + ""));
    command.addAll(options);
    try {
      Path messages = Files.createTempFile("demarc-strace-", ".txt");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(messages.toFile())
              .start();
      Patience.until("strace on " + pid, () -> attached(process, messages, pid));
      Files.delete(messages);
      return new Strace(process, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean attached(Process process, Path messages, long pid) {
    try {
      String said = Files.readString(messages);
      if (!process.isAlive()) {
        throw new AssertionError(said);
      }
      return said.contains("Process " + pid + " attached");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What it wrote until now.
  SystemCallTrace trace() {
    try {
      return SystemCallTrace.parse(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lets the process go on without it.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
