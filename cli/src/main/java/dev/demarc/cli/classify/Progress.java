package dev.demarc.cli.classify;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// How far a long input is, on standard error: a moving line on a terminal, else a line now and
/// then. Nothing is shown of what takes a moment only.
final class Progress {
  private static final Duration FIRST = Duration.ofSeconds(1);

  private final PrintStream out;
  private final boolean shown;
  private final boolean moving;
  private final LongSupplier nanos;
  private String file = "";
  private OptionalLong size = OptionalLong.empty();
  private long begun;
  private long next;
  private boolean any;

  /// @param shown whether to show anything
  /// @param moving whether the line may be written over
  Progress(PrintStream out, boolean shown, boolean moving, LongSupplier nanos) {
    this.out = out;
    this.shown = shown;
    this.moving = moving;
    this.nanos = nanos;
  }

  /// Whether standard error is a terminal, wherever the other streams go.
  @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null where the output is redirected
  static boolean onTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException _) {
      Console console = System.console();
      return console != null && console.isTerminal();
    }
  }

  /// Begins with an input.
  ///
  /// @param bytes its size, where it is known
  void begin(String name, OptionalLong bytes) {
    end();
    file = name;
    size = bytes;
    begun = nanos.getAsLong();
    next = begun + FIRST.toNanos();
  }

  /// So many bytes are behind.
  void at(long bytes) {
    long now = nanos.getAsLong();
    if (!shown || now < next) {
      return;
    }
    next = now + Duration.ofMillis(moving ? 200 : 5000).toNanos();
    any = true;
    out.print((moving ? "\r\u001b[K" : "") + words(bytes, now) + (moving ? "" : "\n"));
    out.flush();
  }

  private String words(long bytes, long now) {
    String of =
        size.isPresent() && size.getAsLong() >= bytes ? " of " + mega(size.getAsLong()) : "";
    double seconds = Math.max(1e-3, (now - begun) / 1e9);
    return "%s: %s%s, %.1f MB/s".formatted(file, mega(bytes), of, bytes / 1e6 / seconds);
  }

  private static String mega(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /// Takes the moving line away.
  void end() {
    if (any && moving) {
      out.print("\r\u001b[K");
      out.flush();
    }
    any = false;
  }
}
