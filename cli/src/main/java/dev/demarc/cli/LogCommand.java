package dev.demarc.cli;

import dev.demarc.evidence.record.Entry;
import dev.demarc.evidence.record.EntryWords;
import dev.demarc.evidence.verify.VerifierMain;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The transparency log, read and verified.
@Command(
    name = "log",
    description = "Read the transparency log, or verify it.",
    subcommands = {LogCommand.Show.class, LogCommand.Verify.class},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class LogCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  /// Entries in words.
  @Command(
      name = "show",
      description =
          "Print the entries of a log in words: all, or one. DIR is a gateway's data directory"
              + " (every durable entry) or a published log directory.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "Data or log directory.")
    private Path dir;

    @Parameters(index = "1", arity = "0..1", paramLabel = "N", description = "Index of one entry.")
    private @Nullable Long index;

    @Option(names = "--json", description = "Print the leaves as they are stored.")
    private boolean json;

    @Override
    public Integer call() {
      boolean[] shown = {false};
      Records.forEach(
          dir,
          stored -> {
            if (index != null && index != stored.index()) {
              return;
            }
            shown[0] = true;
            if (json) {
              System.out.println(new String(stored.leaf(), StandardCharsets.UTF_8));
            } else {
              System.out.println(EntryWords.of(stored.index(), Entry.parse(stored.leaf())));
            }
          });
      if (index != null && !shown[0]) {
        throw new Usage("the log in " + dir + " has no entry " + index);
      }
      return 0;
    }
  }

  /// The verifier, with the same arguments as the jar of its own.
  @Command(
      name = "verify",
      description =
          "Verify a log with nothing but a key: exit 0 verified, 1 refuted, 2 cannot tell. The same"
              + " as java -jar demarc-verify.jar, which needs nothing of Demarc.",
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {
    @Parameters(
        index = "0",
        paramLabel = "LOGDIR|URL",
        description = "The log: a directory with a checkpoint, or where it is served.")
    private String log;

    @Option(
        names = "--key",
        required = true,
        paramLabel = "VKEY",
        description = "The log's verifier key, or a file with it, from a source you trust.")
    private String key;

    @Option(
        names = "--receipt",
        paramLabel = "FILE",
        description = "A Demarc-Receipt header that was kept.")
    private @Nullable Path receipt;

    @Option(
        names = "--checkpoint",
        paramLabel = "FILE",
        description = "An older checkpoint that was kept.")
    private @Nullable Path checkpoint;

    @Override
    public Integer call() {
      List<String> arguments = new ArrayList<>(List.of(log, "--key", key));
      if (receipt != null) {
        arguments.addAll(List.of("--receipt", receipt.toString()));
      }
      if (checkpoint != null) {
        arguments.addAll(List.of("--checkpoint", checkpoint.toString()));
      }
      return VerifierMain.run(
          arguments.toArray(String[]::new), System.out, System.err, Clock.systemUTC());
    }
  }
}
