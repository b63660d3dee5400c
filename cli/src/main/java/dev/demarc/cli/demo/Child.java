package dev.demarc.cli.demo;

import dev.demarc.cli.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A process of its own that the demo starts, listens to and stops: a simulator or the gateway.
final class Child implements AutoCloseable {
  private static final int STOP_SECONDS = 12;

  private final String name;
  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> printed = new ArrayList<>();

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /// Starts this build's executable with `arguments`; its diagnostics go to `diagnostics`.
  static Child start(String name, Home home, Path diagnostics, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(java());
    command.add("-Xmx256m");
    command.add("-Ddemarc.root=" + home.root());
    command.add("-jar");
    command.add(home.jar().toString());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(diagnostics.toFile()))
            .start();
    Child child = new Child(name, process);
    Thread.ofVirtual().name(name + "-output").start(child::listen);
    return child;
  }

  /// The java command of this process, with the options that start a short-lived process fastest
  /// and keep its libraries quiet.
  static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC");
  }

  String name() {
    return name;
  }

  /// Waits for a line that begins with `prefix` and returns the rest of it.
  String await(String prefix, int seconds) {
    Optional<String> before = printed.stream().filter(line -> line.startsWith(prefix)).findFirst();
    if (before.isPresent()) {
      return before.get().substring(prefix.length()).strip();
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (Optional<String> line = next(deadline); line.isPresent(); line = next(deadline)) {
      printed.add(line.get());
      if (line.get().startsWith(prefix)) {
        return line.get().substring(prefix.length()).strip();
      }
    }
    throw new DemoFailed(name + " did not print '" + prefix.strip() + "' within " + seconds + " s");
  }

  private Optional<String> next(long deadline) {
    try {
      while (System.nanoTime() < deadline) {
        String line = lines.poll(100, TimeUnit.MILLISECONDS);
        if (line != null) {
          return Optional.of(line);
        }
        if (!process.isAlive() && lines.isEmpty()) {
          throw new DemoFailed(name + " ended with exit code " + process.exitValue());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException closed) {
      // The process ended: what it printed until then stands in the queue.
    }
  }

  /// Completes with this child when its process ends.
  CompletableFuture<Child> ended() {
    return process.onExit().thenApply(process -> this);
  }

  /// Asks the process to end, without waiting for it.
  void stop() {
    process.destroy();
  }

  /// Asks the process to end, and ends it where it has not done so in time.
  @Override
  public void close() {
    stop();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
