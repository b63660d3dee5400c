package dev.demarc.gateway;

import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Operational text, one line each, on standard error. It says what happened to the gateway, never
/// what a request held: exceptions are named by class and place, without their messages.
public final class Diagnostics {
  private static final int FRAMES = 12;

  private final PrintStream out;
  private final InstantSource clock;

  public Diagnostics(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  public void say(String line) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    out.println(now + " " + line);
  }

  /// Takes over what libraries log, and keeps of it what cannot quote a request: level, logger and
  /// the class of an exception.
  public void takeOverLibraryLogging() {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            Throwable thrown = record.getThrown();
            say(
                "library "
                    + record.getLoggerName()
                    + ": "
                    + record.getLevel()
                    + (thrown == null ? "" : " " + thrown.getClass().getName()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
  }

  /// Notes a failure that should not happen. Its message may quote input, so only class and frames
  /// are printed.
  public void bug(String incident, Throwable failure) {
    StringBuilder line = new StringBuilder("incident ").append(incident);
    int depth = 0;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      line.append(depth++ == 0 ? ": " : " caused by ").append(cause.getClass().getName());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        line.append(" < ").append(frames[i]);
      }
    }
    say(line.toString());
  }
}
