package dev.demarc.cli;

import dev.demarc.gateway.config.Config.Listen;
import dev.demarc.simulator.Misbehaviour;
import dev.demarc.simulator.Simulator;
import dev.demarc.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// A provider that shows what it received and can misbehave.
@Command(
    name = "simulator",
    description =
        "Run a simulated provider: it speaks the OpenAI chat protocol, writes exactly what it"
            + " received to a file, and misbehaves on demand. Its answers name it a simulator.",
    footer = {
      "",
      "The capture file has one JSON line per request: head and body as received, in base64.",
      "A request can ask for a fault in its text: [[simulator: cut=3]]. docs/design/simulator.md",
      "lists the faults."
    },
    mixinStandardHelpOptions = true)
final class SimulatorCommand implements Callable<Integer> {
  @Option(
      names = "--listen",
      required = true,
      paramLabel = "HOST:PORT",
      description = "Where to listen; port 0 takes a free one.")
  private String listen;

  @Option(
      names = "--capture",
      required = true,
      paramLabel = "FILE",
      description = "The file to which received requests are appended.")
  private Path capture;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "simulator",
      description = "What it calls itself in answers (default: ${DEFAULT-VALUE}).")
  private String name;

  @Option(
      names = "--pace",
      paramLabel = "MS",
      defaultValue = "0",
      description = "Milliseconds between the events of a stream (default: ${DEFAULT-VALUE}).")
  private long paceMillis;

  @Option(
      names = "--misbehave",
      paramLabel = "FAULTS",
      defaultValue = "",
      description = "Faults for every answer, such as \"cut=3\" or \"429 times=1\".")
  private String misbehave;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Listen address = Arguments.listen("--listen", listen);
    SimulatorSettings settings =
        SimulatorSettings.at(address.host(), address.port(), capture)
            .named(name)
            .paced(Duration.ofMillis(paceMillis))
            .misbehaving(misbehaviour());
    try (Simulator simulator = Simulator.start(settings)) {
      System.out.println("ready http://" + new Listen(address.host(), simulator.port()));
      Arguments.untilStopped(new CountDownLatch(1));
    }
    return 0;
  }

  private Misbehaviour misbehaviour() {
    try {
      return Misbehaviour.parse(misbehave);
    } catch (IllegalArgumentException e) {
      throw new Usage("--misbehave: " + e.getMessage());
    }
  }
}
