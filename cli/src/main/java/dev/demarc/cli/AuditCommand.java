package dev.demarc.cli;

import dev.demarc.classify.text.Text;
import dev.demarc.cli.audit.AuditJson;
import dev.demarc.cli.audit.AuditReport;
import dev.demarc.cli.audit.AuditText;
import dev.demarc.cli.audit.Audited;
import dev.demarc.cli.audit.Entry;
import dev.demarc.cli.audit.Recording;
import dev.demarc.gateway.DryRun;
import dev.demarc.gateway.exchange.Refusal;
import dev.demarc.gateway.exchange.Refused;
import dev.demarc.gateway.exchange.Terms;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Recorded AI traffic, decided as the gateway would have decided it.
@Command(
    name = "audit",
    description =
        "Say of recorded AI traffic what would have gone where, under which rule, and what would"
            + " have been replaced. Nothing is sent, nothing is written, no value is printed;"
            + " meters start empty and count as the recording goes on.",
    footer = {
      "",
      "FILE is a HAR export of a browser or proxy, a provider's or proxy's log as JSON lines (the"
          + " body under request, body, messages or the like), or the simulator's capture; .gz too."
          + " What the gateway does not read yet is listed with the reason. Dated rules are taken"
          + " as of today. Exit code: 0, or 2 where the recording or an option is at fault.",
      "",
      "Example: ./demarc audit examples/traffic.har --market CN --model assistant"
    },
    exitCodeOnExecutionException = 70,
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The recording.")
  private Path recording;

  @Mixin private final AskedAs asked = new AskedAs();

  @Option(
      names = "--route",
      paramLabel = "[MARKET=]ROUTE",
      description = "Without --config: the routes of the catalogue to decide, as for serve.")
  private List<String> routes = List.of();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Decide as if every request asked for this model of the catalogue.")
  private @Nullable String model;

  @Option(names = "--json", description = "Print JSON lines, the summary last.")
  private boolean json;

  @Override
  public Integer call() {
    Setup setup = asked.setup(routes);
    Terms terms = asked.terms(setup, false);
    DryRun run = new DryRun(setup.policy(), new SecureRandom(), InstantSource.system());
    AuditReport report =
        json
            ? new AuditJson(System.out, setup.policy())
            : new AuditText(Screen.ofTerminal(), setup.policy());
    Recording.read(recording, entry -> report.entry(audited(run, terms, entry)));
    report.end(run.counts());
    return 0;
  }

  private Audited audited(DryRun run, Terms terms, Entry entry) {
    if (!(entry instanceof Entry.Chat(String _, String _, Text body))) {
      return new Audited.Skipped(entry);
    }
    try {
      return new Audited.Decided(entry, run.decide(terms, body, Optional.ofNullable(model)));
    } catch (Refused refused) {
      return new Audited.Refused(entry, refused.refusal().code(), words(refused.refusal()));
    }
  }

  private static String words(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Unreadable(String problem) -> "the body cannot be used: " + problem;
      case Refusal.UnknownModel(List<String> permitted) ->
          "the model asked for is not offered; --model takes one of "
              + String.join(", ", permitted);
      default -> "nothing would have left";
    };
  }
}
