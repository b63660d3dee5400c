package dev.demarc.cli.demo;

import dev.demarc.cli.Usage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The directory that a demo writes to, and what stands where in it. It is kept: the commands that
/// the demo prints go on working.
record DemoDirectory(Path root) {
  private static final int LAST_LINES = 12;

  /// The directory named, which must be empty or missing, or else a fresh temporary one.
  static DemoDirectory open(Optional<Path> named) throws IOException {
    Path root =
        named.isPresent() ? emptyDirectory(named.get()) : Files.createTempDirectory("demarc-demo-");
    DemoDirectory directory = new DemoDirectory(root.toRealPath());
    Files.createDirectories(directory.diagnostics());
    Files.createDirectories(directory.captures());
    Files.createDirectories(directory.receipts());
    return directory;
  }

  private static Path emptyDirectory(Path named) throws IOException {
    if (Files.exists(named)) {
      if (!Files.isDirectory(named)) {
        throw new Usage("--data " + named + " is not a directory");
      }
      try (DirectoryStream<Path> content = Files.newDirectoryStream(named)) {
        if (content.iterator().hasNext()) {
          throw new Usage(
              "--data "
                  + named
                  + " is not empty: the demo makes a log of its own and mixes it with nothing."
                  + " Name an empty or a missing directory");
        }
      }
    }
    return Files.createDirectories(named);
  }

  Path config() {
    return root.resolve("gateway.yaml");
  }

  Path data() {
    return root.resolve("data");
  }

  Path log() {
    return data().resolve("log");
  }

  /// Where the copy of the log goes in which one byte is flipped.
  Path alteredLog() {
    return root.resolve("altered-log");
  }

  Path diagnostics() {
    return root.resolve("diagnostics");
  }

  /// What one process says about its own work.
  Path diagnosticsOf(String process) {
    return diagnostics().resolve(process + ".txt");
  }

  /// The last lines that each process wrote about its own work.
  List<String> lastDiagnostics() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(diagnostics())) {
      files = all.sorted().toList();
    }
    List<String> lines = new ArrayList<>();
    for (Path file : files) {
      List<String> written = Files.readAllLines(file);
      if (!written.isEmpty()) {
        lines.add(file + ":");
        written.stream()
            .skip(Math.max(0, written.size() - LAST_LINES))
            .forEach(line -> lines.add("  " + line));
      }
    }
    return lines;
  }

  Path captures() {
    return root.resolve("captures");
  }

  /// What the simulator of this route received, as it came.
  Path captureOf(String route) {
    return captures().resolve(route + ".jsonl");
  }

  Path receipts() {
    return root.resolve("receipts");
  }

  Path receiptOf(Phone phone) {
    return receipts().resolve(phone.market().toLowerCase(Locale.ROOT) + ".txt");
  }
}
