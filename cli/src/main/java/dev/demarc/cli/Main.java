package dev.demarc.cli;

import dev.demarc.cli.demo.DemoCommand;
import dev.demarc.gateway.StartFailed;
import dev.demarc.gateway.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The one executable.
@Command(
    name = "demarc",
    description =
        "The gateway at the border where customers' data leaves for someone else's AI: it sends"
            + " each request to a provider that the market allows, takes out what may not leave,"
            + " and durably records the decision before anything is sent.",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ExplainCommand.class,
      LogCommand.class,
      ReplayCommand.class,
      MeterCommand.class,
      KeyCommand.class,
      SimulatorCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Start with:",
      "  ./demarc demo         see one request cross the border, in two markets",
      "  ./demarc serve        a gateway on loopback with built-in simulators",
      "  ./demarc COMMAND --help"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.BuildVersion.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  /// What a command exits with where its input is at fault.
  static final int BAD_INPUT = 2;

  private Main() {}

  public static void main(String[] args) {
    int code = run(args);
    // Where the process was asked to end, a shutdown hook waits for this thread to close what it
    // holds; System.exit would wait for the hook, for ever.
    if (code != 0) {
      System.exit(code);
    }
  }

  /// Runs one command and returns its exit code.
  static int run(String... args) {
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setExecutionExceptionHandler(Main::explain);
    if (args.length == 0) {
      line.usage(System.out);
      return 0;
    }
    return line.execute(args);
  }

  private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (failure instanceof Usage || failure instanceof StartFailed) {
      line.getErr().println("demarc " + line.getCommandName() + ": " + failure.getMessage());
      return BAD_INPUT;
    }
    throw failure;
  }

  /// The version in the jar's manifest.
  static final class BuildVersion implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"demarc " + Version.text()};
    }
  }
}
