package dev.demarc.gateway.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.demarc.gateway.log.Disk.LockHeld;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A process of its own for what only another process can show: locks, and being killed.
final class LogProcess implements Closeable {
  private final Process process;
  private final BufferedReader lines;

  private LogProcess(Process process) {
    this.process = process;
    this.lines = process.inputReader(UTF_8);
  }

  static LogProcess start(String task, Path dir) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            LogProcess.class.getName(),
            task,
            dir.toString());
    return new LogProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /// The next line it prints; empty when it has ended.
  String nextLine() throws IOException {
    String line = lines.readLine();
    return line == null ? "" : line;
  }

  /// Ends it with SIGKILL; what it had printed can still be read.
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    lines.close();
  }

  static LogSettings settings(Path dir) {
    return new LogSettings(
        dir,
        Optional.of("log.example/process"),
        256 << 10,
        Duration.ofMillis(5),
        Duration.ofHours(1),
        true);
  }

  /// What the process does: `lock` takes the lock, `append` appends records from four threads and
  /// prints the index and receipt of each that is durable, until it is killed.
  public static void main(String[] arguments) throws Exception {
    Path dir = Path.of(arguments[1]);
    if (arguments[0].equals("lock")) {
      System.out.println(lock(dir));
      return;
    }
    TransparencyLog log =
        TransparencyLog.open(settings(dir), new FileDisk(), InstantSource.system(), stored -> {});
    for (int i = 0; i < 4; i++) {
      String name = "thread " + i + " of process " + ProcessHandle.current().pid();
      Thread.ofPlatform().start(() -> append(log, name));
    }
  }

  private static String lock(Path dir) throws IOException {
    try (Closeable held = new FileDisk().lock(dir.resolve("lock"))) {
      return held == null ? "" : "locked";
    } catch (LockHeld e) {
      return "held by " + e.getMessage();
    }
  }

  private static void append(TransparencyLog log, String name) {
    for (int i = 0; ; i++) {
      String text = name + ", record " + i;
      Answer answer = Answer.append(log, text);
      if (!answer.acknowledged()) {
        System.err.println(answer.failure().reason());
        return;
      }
      // The last bar shows that a line is whole.
      System.out.println(answer.index() + "|" + text + "|" + answer.receiptHeader() + "|");
    }
  }
}
