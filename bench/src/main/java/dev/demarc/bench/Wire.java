package dev.demarc.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The native program `wire.c`, which is provider and load: compiled where it is used, since a JVM
/// at either end would cost more than the gateways between.
final class Wire {
  private final Path program;
  private final List<String> pinned;

  private Wire(Path program, List<String> pinned) {
    this.program = program;
    this.pinned = pinned;
  }

  /// @param pinned the words of a command that pins what follows to a core
  static Wire compiled(Path home, Path directory, List<String> pinned)
      throws IOException, InterruptedException {
    Path program = directory.resolve("wire");
    Path source = home.resolve("bench/src/main/c/wire.c");
    Process compiler =
        new ProcessBuilder("cc", "-O2", "-o", program.toString(), source.toString())
            .inheritIO()
            .start();
    if (compiler.waitFor() != 0) {
      throw new IOException("cc could not compile " + source);
    }
    return new Wire(program, pinned);
  }

  /// A provider at `port` that answers with the file `body`.
  Process provider(int port, Path body) throws IOException {
    return start(List.of("provider", Integer.toString(port), body.toString()));
  }

  /// Loads `port`; `begin` runs when it is warm and `end` when the time is over.
  Map<String, String> load(Load load, int port, Path request, Runnable begin, Runnable end)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("load", load.mode(), Integer.toString(port)));
    words.add(Integer.toString(load.connections()));
    words.add(Double.toString(load.warmSeconds()));
    words.add(Double.toString(load.seconds()));
    words.add(request.toString());
    words.add(Long.toString(load.rate()));
    Process process = start(words);
    Map<String, String> numbers = new HashMap<>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        switch (line) {
          case "begin" -> begin.run();
          case "end" -> end.run();
          default ->
              Arrays.stream(line.split(" ", -1))
                  .map(pair -> pair.split("=", 2))
                  .forEach(pair -> numbers.put(pair[0], pair[1]));
        }
      }
    }
    if (!process.waitFor(5, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("the load ended early");
    }
    return numbers;
  }

  /// What is asked, how often and for how long.
  ///
  /// @param mode `closed`, `open` or `stream`, as in `wire.c`
  /// @param rate requests a second of an open load
  record Load(String mode, int connections, double warmSeconds, double seconds, long rate) {}

  private Process start(List<String> words) throws IOException {
    List<String> command = new ArrayList<>(pinned);
    command.add(program.toString());
    command.addAll(words);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /// Whether there is a program of this name on the path.
  static boolean installed(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(place -> Files.isExecutable(Path.of(place, name)));
  }
}
