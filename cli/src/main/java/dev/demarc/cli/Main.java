package dev.demarc.cli;

import dev.demarc.cli.classify.ClassifyCommand;
import dev.demarc.cli.demo.DemoCommand;
import dev.demarc.evidence.Printable;
import dev.demarc.gateway.StartFailed;
import dev.demarc.gateway.Version;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The one executable.
@Command(
    name = "demarc",
    description =
        "The gateway at the border where customers' data leaves for someone else's AI: it sends"
            + " each request to a provider that the market allows, takes out what may not leave,"
            + " and durably records the decision before anything is sent.",
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

  private static final List<Named> COMMANDS =
      List.of(
          new Named("demo", DemoCommand.class),
          new Named("serve", ServeCommand.class),
          new Named("classify", ClassifyCommand.class),
          new Named("audit", AuditCommand.class),
          new Named("explain", ExplainCommand.class),
          new Named("log", LogCommand.class),
          new Named("replay", ReplayCommand.class),
          new Named("meter", MeterCommand.class),
          new Named("key", KeyCommand.class),
          new Named("simulator", SimulatorCommand.class),
          new Named("rehearse", RehearseCommand.class),
          new Named("help", CommandLine.HelpCommand.class));

  private record Named(String name, Class<?> command) {}

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
    commands(args).forEach(named -> line.addSubcommand(named.name(), named.command()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setExecutionExceptionHandler(Main::explain);
    if (args.length == 0) {
      line.usage(System.out);
      return 0;
    }
    return line.execute(args);
  }

  /// The one command that is asked for; where it is not clear which, all. Reading what every class
  /// says about its options would be a third of a start.
  private static List<Named> commands(String... args) {
    List<Named> asked =
        COMMANDS.stream()
            .filter(named -> args.length > 0 && named.name().equals(args[0]))
            .filter(named -> !named.name().equals("help"))
            .toList();
    return asked.isEmpty() ? COMMANDS : asked;
  }

  private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (failure instanceof Usage || failure instanceof StartFailed) {
      line.getErr().println("demarc " + line.getCommandName() + ": " + shown(failure));
      return BAD_INPUT;
    }
    throw failure;
  }

  /// The message line by line: it may quote the name of a file, which can hold anything.
  private static String shown(Exception failure) {
    return String.valueOf(failure.getMessage())
        .lines()
        .map(Printable::of)
        .collect(Collectors.joining("\n"));
  }

  /// The version in the jar's manifest.
  static final class BuildVersion implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"demarc " + Version.text()};
    }
  }
}
