package dev.demarc.bench;

import dev.demarc.bench.Wire.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One chat through nothing, nginx, Demarc and, where asked for, its peers, in turn on one
/// provider: latency, processor time and memory. `--peers` adds Portkey and LiteLLM, `--rounds N`
/// and `--seconds S` say how long; `requests`, `streams` or `steady` alone does one part.
final class Request {
  private static final List<String> GATEWAY_CORE = List.of("taskset", "-c", "0");
  private static final List<String> OTHER_CORE = List.of("taskset", "-c", "1");
  private static final int STREAMS = 32;
  private static final int STEADY_RATE = 1000;

  /// The compilers share the gateway's core: a JVM counts only when they are done.
  private static final double WARM_SECONDS = 5;

  private static final int WARM_ROUNDS = 36;
  private static final double WARM_SHARE = 0.02;
  private static final int STEADY_CONNECTIONS = 32;

  private final Options options;
  private final Path directory;
  private final Wire wire;

  /// What was measured although its compilers were still at work, for below the tables.
  private final List<String> cold = new ArrayList<>();

  private Request(Options options, Path directory, Wire wire) {
    this.options = options;
    this.directory = directory;
    this.wire = wire;
  }

  /// What the command line asks for.
  ///
  /// @param parts which of `requests`, `streams` and `steady`; all where it is empty
  /// @param without hops that are left out
  record Options(boolean peers, int rounds, int seconds, List<String> without, List<String> parts) {
    private static final List<String> PARTS = List.of("requests", "streams", "steady");

    private static final List<String> HOPS =
        List.of("direct", "nginx", "bare", "demarc", "portkey", "litellm");

    static Options of(Words words) throws Usage {
      return new Options(
          words.has("--peers"),
          words.count("--rounds", 5, 1),
          words.count("--seconds", 3, 1),
          words.each("--without", HOPS),
          words.rest(PARTS));
    }

    boolean does(String part) {
      return parts.isEmpty() || parts.contains(part);
    }
  }

  static void run(Path home, Options options) throws Exception {
    for (String program : List.of("cc", "taskset", "nginx")) {
      if (!Wire.installed(program)) {
        throw new Usage("it needs " + program + " on the path");
      }
    }
    Path directory = Files.createDirectories(home.resolve("target/bench"));
    Request request = new Request(options, directory, Wire.compiled(home, directory, OTHER_CORE));
    Path answer = Files.writeString(directory.resolve("answer.json"), Chats.answer());
    int port = Hops.freePort();
    Process provider = request.wire.provider(port, answer);
    try (Scratch data = Scratch.in(directory)) {
      request.measure(new Hops(home, directory, port, GATEWAY_CORE), provider, data.path());
    } finally {
      provider.destroy();
    }
  }

  private void measure(Hops start, Process provider, Path data) throws Exception {
    Machine.print(directory);
    List<Hop> hops = new ArrayList<>();
    try {
      hops.add(start.direct(provider));
      hops.add(start.nginx());
      hops.add(start.bare());
      hops.add(start.demarc(data));
      if (options.peers()) {
        start.portkey().ifPresent(hops::add);
        start.litellm().ifPresent(hops::add);
      }
      hops.removeIf(this::leavesOut);
      if (options.does("requests")) {
        requests(hops);
      }
      if (options.does("streams")) {
        streams(hops);
      }
      if (options.does("steady")) {
        steady(hops.stream().filter(hop -> !hop.name().startsWith("litellm")).toList());
      }
      cold.forEach(System.out::println);
    } finally {
      hops.forEach(Hop::close);
    }
  }

  private boolean leavesOut(Hop hop) {
    boolean out = options.without().contains(hop.name().split(" ", -1)[0]);
    if (out) {
      hop.close();
    }
    return out;
  }

  // Requests, one after the other on each connection.

  private void requests(List<Hop> hops) throws Exception {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    shapes.put("2 KB, 1 connection", new Shape(1, Chats.small(false)));
    shapes.put("2 KB, 8 connections", new Shape(8, Chats.small(false)));
    shapes.put("2 KB, 64 connections", new Shape(64, Chats.small(false)));
    shapes.put("20 KB and 12 tools, 8 connections", new Shape(8, Chats.large()));
    for (Hop hop : hops) {
      warm(hop, new Load("closed", 64, 0, WARM_SECONDS, 0), Chats.small(false));
      warm(hop, new Load("closed", 8, 0, WARM_SECONDS, 0), Chats.large());
    }
    Map<String, Map<String, List<Run>>> runs = new LinkedHashMap<>();
    for (int round = 0; round < options.rounds(); round++) {
      for (Map.Entry<String, Shape> shape : shapes.entrySet()) {
        Load load = new Load("closed", shape.getValue().connections(), 0.5, options.seconds(), 0);
        round(hops, round, load, shape.getValue().body(), runs, shape.getKey());
      }
    }
    runs.forEach(RequestTables::requests);
    RequestTables.threads("request", runs);
  }

  private record Shape(int connections, String body) {}

  // Streams of 64 deltas at 20 ms.

  private void streams(List<Hop> hops) throws Exception {
    for (Hop hop : hops) {
      warm(hop, new Load("stream", STREAMS, 0, 2 * WARM_SECONDS, 0), Chats.small(true));
    }
    Map<String, Map<String, List<Run>>> runs = new LinkedHashMap<>();
    for (int round = 0; round < options.rounds(); round++) {
      Load load = new Load("stream", STREAMS, 2, Math.max(6, 2 * options.seconds()), 0);
      round(hops, round, load, Chats.small(true), runs, "streams");
    }
    runs.forEach((name, byHop) -> RequestTables.streams(byHop));
  }

  // A steady rate, beside what the disk's sync takes meanwhile.

  private void steady(List<Hop> hops) throws Exception {
    for (Hop hop : hops) {
      warm(hop, new Load("closed", 8, 0, WARM_SECONDS, 0), Chats.small(false));
    }
    Map<String, Map<String, List<Run>>> runs = new LinkedHashMap<>();
    List<double[]> syncs = new ArrayList<>();
    Load load = new Load("open", STEADY_CONNECTIONS, 1, options.seconds() + 1, STEADY_RATE);
    for (int round = 0; round < options.rounds(); round++) {
      syncs.add(DiskSync.micros(directory));
      round(hops, round, load, Chats.small(false), runs, "steady");
    }
    runs.forEach((name, byHop) -> RequestTables.steady(byHop, syncs));
  }

  private void warm(Hop hop, Load load, String body) throws IOException, InterruptedException {
    Run run = run(hop, load, body);
    for (int round = 1; run.compilerShare() > WARM_SHARE && round < WARM_ROUNDS; round++) {
      run = run(hop, load, body);
    }
    boolean warm = run.compilerShare() <= WARM_SHARE;
    String state =
        String.format(
            Locale.ROOT,
            "%s, %s at %d connections: %s, %.0f us/request, %.1f %% of it compilers",
            hop.name(),
            load.mode(),
            load.connections(),
            warm ? "warm" : "not warm after " + WARM_ROUNDS + " rounds",
            run.cpuPerRequest(),
            100 * run.compilerShare());
    System.err.println(state);
    if (!warm) {
      cold.add(state);
    }
  }

  private void round(
      List<Hop> hops,
      int round,
      Load load,
      String body,
      Map<String, Map<String, List<Run>>> runs,
      String name)
      throws IOException, InterruptedException {
    List<Hop> order = new ArrayList<>(hops);
    Collections.rotate(order, round);
    for (Hop hop : order) {
      runs.computeIfAbsent(name, n -> new LinkedHashMap<>())
          .computeIfAbsent(hop.name(), n -> new ArrayList<>())
          .add(run(hop, load, body));
    }
  }

  private Run run(Hop hop, Load load, String body) throws IOException, InterruptedException {
    Path request = Files.writeString(directory.resolve("request"), hop.request(body));
    Run.Meter meter = new Run.Meter(hop.process());
    return meter.run(wire.load(load, hop.port(), request, meter::begin, meter::end));
  }
}
