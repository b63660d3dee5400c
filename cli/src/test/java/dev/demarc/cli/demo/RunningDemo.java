package dev.demarc.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `demarc demo` as a process of its own, from the jar that was packaged.
final class RunningDemo implements AutoCloseable {
  private static final int MOST_SECONDS = 120;

  private final Process process;
  private final BufferedReader output;
  private final List<String> lines = new ArrayList<>();

  private RunningDemo(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /// Starts it in an installation below `home`.
  static RunningDemo start(Path home, String... options) throws IOException {
    List<String> command = new ArrayList<>(Child.java());
    command.add("-Ddemarc.root=" + home);
    command.add("-jar");
    command.add(home.resolve("cli/target/demarc.jar").toString());
    command.add("demo");
    command.addAll(List.of(options));
    return new RunningDemo(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /// Reads on until a line contains `text`.
  void awaitLine(String text) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
      if (line.contains(text)) {
        return;
      }
    }
    throw new AssertionError("no line contains '" + text + "' in:\n" + text());
  }

  /// Reads to the end and returns the exit code.
  int exitCode() throws IOException, InterruptedException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
    }
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the demo does not end");
    }
    return process.exitValue();
  }

  /// Everything read so far.
  String text() {
    return String.join("\n", lines);
  }

  List<String> lines() {
    return lines;
  }

  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /// Ends it as Ctrl-C or a service manager would.
  void interrupt() {
    // Unlike the process's own method this leaves its output open.
    assertThat(process.toHandle().destroy()).isTrue();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
