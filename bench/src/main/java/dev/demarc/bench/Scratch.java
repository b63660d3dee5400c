package dev.demarc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;

/// A directory that a measurement writes into, removed with all in it when this is closed.
record Scratch(Path path) implements AutoCloseable {
  /// A new one at a place of one's own.
  static Scratch of(Path path) throws IOException {
    return new Scratch(Files.createDirectory(path));
  }

  /// A new one below a directory.
  static Scratch in(Path directory) throws IOException {
    return new Scratch(Files.createTempDirectory(directory, "data-"));
  }

  /// A new one where the system keeps temporary files.
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
