package dev.demarc.evidence.verify;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.Printable;
import dev.demarc.evidence.Strict;
import dev.demarc.evidence.tlog.Receipt;
import dev.demarc.evidence.tlog.SignedNote;
import dev.demarc.evidence.tlog.VerifierKey;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;

/// The verifier's command line: `java -jar demarc-verify.jar LOG --key KEY`, and `demarc log
/// verify` with the same arguments.
public final class VerifierMain {
  private static final String HELP =
      """
      Checks a Demarc log against the key of the one who keeps it.

      Usage: java -jar demarc-verify.jar LOGDIR|URL --key KEY [--receipt FILE] [--checkpoint FILE]

        LOGDIR|URL         the log: a directory that holds "checkpoint" and "tile", or its address
        --key KEY          the verifier key (name+id+base64), or a file that holds it. Take it from
                           the log's operator, not from the log
        --receipt FILE     a receipt that came with an answer: the value of the Demarc-Receipt header,
                           or the proof text that it is the base64 of
        --checkpoint FILE  a signed checkpoint of the log, kept outside it
        --help             this text

      Exit codes: 0 VERIFIED, 1 REFUTED (says where), 2 CANNOT TELL (says why) or wrong usage.

      Alone, the key shows that entries were not altered, deleted, inserted or reordered. That the log
      was not truncated or rolled back shows only against a receipt or a checkpoint kept outside it.
      """;

  private static final String HEADER = "demarc-receipt:";
  private static final String PROOF = "c2sp.org/tlog-proof@";
  private static final long PROGRESS_EVERY = 1 << 17;

  private VerifierMain() {}

  /// Runs the verifier and ends the process with its exit code.
  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err, InstantSource.system()));
  }

  /// Runs the verifier and returns its exit code.
  public static int run(String[] args, PrintStream out, PrintStream err, InstantSource clock) {
    if (Arguments.askForHelp(args)) {
      out.print(HELP);
      return Verdict.VERIFIED.exitCode();
    }
    try {
      Report report = verify(Arguments.parse(args), progress(err), clock);
      out.print(report.text());
      out.flush();
      return report.verdict().exitCode();
    } catch (Usage e) {
      err.println("demarc-verify: " + Printable.of(String.valueOf(e.getMessage())));
      err.println("Try --help.");
    } catch (RuntimeException | Error e) {
      // The JVM's own exit code for a failure is 1, which would read as REFUTED.
      err.println("demarc-verify: CANNOT TELL, the verifier itself failed: " + e);
    }
    return Verdict.CANNOT_TELL.exitCode();
  }

  private static Report verify(Arguments arguments, LongConsumer progress, InstantSource clock)
      throws Usage {
    Verifier.Question question =
        new Verifier.Question(
            source(arguments.log()),
            key(arguments.key()),
            arguments.receipt().isEmpty()
                ? Optional.empty()
                : Optional.of(receipt(arguments.receipt().get())),
            arguments.checkpoint().isEmpty()
                ? Optional.empty()
                : Optional.of(checkpoint(arguments.checkpoint().get())),
            clock.instant());
    Report report = Verifier.verify(question, progress);
    progress.accept(-1);
    return keyIsInLog(arguments) ? withKeyWarning(report) : report;
  }

  private static LogSource source(String log) throws Usage {
    String lower = log.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      try {
        URI address = URI.create(log);
        if (address.getHost() != null && address.getRawQuery() == null) {
          return new LogUrl(address);
        }
      } catch (IllegalArgumentException e) {
        // Falls to the message below.
      }
      throw new Usage("\"" + log + "\" is no address of a log: write https://host/path/");
    }
    Path directory = path(log);
    if (!Files.isDirectory(directory)) {
      throw new Usage("\"" + log + "\" is no directory: give the one that holds \"checkpoint\"");
    }
    Path inside = directory.resolve("log");
    if (!Files.exists(directory.resolve("checkpoint"))
        && Files.exists(inside.resolve("checkpoint"))) {
      throw new Usage("\"" + log + "\" is no log, but \"" + inside + "\" is: give that");
    }
    return new LogDirectory(directory);
  }

  private static VerifierKey key(String key) throws Usage {
    try {
      // No file has such a name by accident: the id must fit name and key.
      return VerifierKey.parse(key);
    } catch (Malformed notText) {
      if (!isFile(key)) {
        throw new Usage(
            "--key is neither a verifier key nor a file that holds one: " + notText.says());
      }
    }
    try {
      return VerifierKey.parse(read("--key", key).strip());
    } catch (Malformed e) {
      throw new Usage("--key: the file \"" + key + "\" holds no verifier key: " + e.says());
    }
  }

  private static Receipt receipt(String file) throws Usage {
    String text = read("--receipt", file).stripLeading();
    if (text.toLowerCase(Locale.ROOT).startsWith(HEADER)) {
      text = text.substring(HEADER.length());
    }
    try {
      return text.startsWith(PROOF) ? Receipt.parseText(text) : Receipt.parseHeader(text.strip());
    } catch (Malformed e) {
      throw new Usage(
          "--receipt: the file \""
              + file
              + "\" holds no receipt ("
              + e.says()
              + "): give the value of the Demarc-Receipt header");
    }
  }

  private static SignedNote checkpoint(String file) throws Usage {
    try {
      return SignedNote.parse(read("--checkpoint", file));
    } catch (Malformed e) {
      throw new Usage(
          "--checkpoint: the file \""
              + file
              + "\" holds no signed checkpoint ("
              + e.says()
              + "): give a copy of a log's file \"checkpoint\"");
    }
  }

  private static String read(String option, String file) throws Usage {
    try {
      return Strict.utf8(Files.readAllBytes(path(file)));
    } catch (IOException | Malformed e) {
      throw new Usage(
          option + ": the file \"" + file + "\" cannot be read: give one that can (" + e + ")");
    }
  }

  private static boolean isFile(String name) throws Usage {
    return name.length() < 4_096 && Files.isRegularFile(path(name));
  }

  private static Path path(String name) throws Usage {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new Usage("\"" + name + "\" is no path: " + e.getReason());
    }
  }

  /// Whether the key comes from beside the log it is to judge.
  private static boolean keyIsInLog(Arguments arguments) throws Usage {
    return isFile(arguments.key())
        && Files.isDirectory(path(arguments.log()))
        && path(arguments.key())
            .toAbsolutePath()
            .normalize()
            .startsWith(path(arguments.log()).toAbsolutePath().normalize());
  }

  private static Report withKeyWarning(Report report) {
    List<String> limits = new ArrayList<>(report.limits());
    limits.add(
        "The key was read from the log's own directory: who could write the log could write it too."
            + " Take it from the operator.");
    return new Report(report.verdict(), report.because(), report.shown(), limits);
  }

  /// Shows on a terminal how far a long log is read; a negative number clears the line.
  private static LongConsumer progress(PrintStream err) {
    if (!onTerminal()) {
      return entries -> {};
    }
    return entries -> {
      if (entries < 0) {
        err.print("\r\u001b[K");
      } else if (entries > 0 && entries % PROGRESS_EVERY == 0) {
        err.print("\r  " + Words.count(entries, "entry") + " read");
      }
      err.flush();
    };
  }

  @SuppressWarnings(
      "SystemConsoleNull") // where it is never null, stray progress is all that happens
  private static boolean onTerminal() {
    return System.console() != null;
  }
}
