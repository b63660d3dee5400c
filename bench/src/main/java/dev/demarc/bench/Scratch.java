package dev.demarc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;

/// A new directory that a measurement writes into, removed when it is closed.
record Scratch(Path path) implements AutoCloseable {
  static Scratch in(Path directory) throws IOException {
    return new Scratch(Files.createTempDirectory(directory, "data-"));
  }

  /// One where the system keeps temporary files.
  static Scratch temporary() throws IOException {
    return new Scratch(Files.createTempDirectory("demarc-bench-"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
