package dev.demarc.cli;

import dev.demarc.gateway.Diagnostics;
import dev.demarc.gateway.Gateway;
import dev.demarc.gateway.Gateway.Surroundings;
import dev.demarc.gateway.config.Config;
import dev.demarc.gateway.log.FileDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The gateway as a process.
@Command(
    name = "serve",
    description =
        "Run the gateway. Without a config it listens on loopback, sends to built-in simulators of"
            + " two markets (US, CN), and prints a fresh API key once.",
    footer = {
      "",
      "Point an OpenAI client at it by its base URL: http://HOST:PORT/v1, or",
      "http://HOST:PORT/m/CN/v1 for clients that can set nothing else.",
      "",
      "Real providers are reached only where they are named:",
      "  OPENAI_API_KEY=... DASHSCOPE_API_KEY=... \\",
      "    ./demarc serve --route openai-us --route qwen-cn",
      "",
      "A config says everything else; examples/config/gateway.yaml explains each key."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Option(names = "--config", paramLabel = "FILE", description = "The config file (YAML).")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data directory; overrides the config's.")
  private @Nullable Path data;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "Where to listen; overrides the config's. Port 0 takes a free one.")
  private @Nullable String listen;

  @Option(
      names = "--route",
      paramLabel = "[MARKET=]ROUTE",
      description =
          "Permit a route of the catalogue, in the order given, instead of the simulators; the"
              + " market is that of its access place unless stated. Not with --config.")
  private List<String> routes = new ArrayList<>();

  /// What is done while the gateway serves; it stops when that ends.
  interface Meanwhile {
    void go(Config.Listen address, Setup setup) throws IOException, InterruptedException;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    serve((address, setup) -> Arguments.untilStopped(new CountDownLatch(1)));
    return 0;
  }

  void serve(Meanwhile meanwhile) throws IOException, InterruptedException {
    Diagnostics diagnostics = new Diagnostics(System.err, Clock.systemUTC());
    diagnostics.takeOverLibraryLogging();
    Setup setup = Setup.of(Home.find(), Optional.ofNullable(config), routes);
    Config settled = overridden(setup.config());
    try (Simulators simulators = Simulators.forRoutesOf(setup.policy())) {
      Surroundings around =
          new Surroundings(
              new FileDisk(),
              Clock.systemUTC(),
              System.getenv(),
              diagnostics,
              Runtime.getRuntime().availableProcessors());
      try (Gateway gateway =
          new Gateway(settled, setup.pointingAt(simulators.endpoints()), around)) {
        Config.Listen address = gateway.start();
        simulators
            .endpoints()
            .forEach((id, uri) -> System.out.println("simulator " + id + " " + uri));
        System.out.println("data " + settled.data());
        System.out.println("key " + gateway.verifierKey());
        setup.generatedKey().ifPresent(key -> System.out.println("api key " + key));
        setup.warnings().forEach(diagnostics::say);
        System.out.println("ready http://" + address);
        System.out.flush();
        meanwhile.go(address, setup);
      }
    }
  }

  private Config overridden(Config read) {
    Config.Listen address = listen == null ? read.listen() : Arguments.listen("--listen", listen);
    Path directory = data == null ? read.data() : data.toAbsolutePath().normalize();
    return new Config(
        address,
        directory,
        read.log(),
        read.parties(),
        read.callers(),
        read.operator(),
        read.apiKeys(),
        read.limits());
  }
}
