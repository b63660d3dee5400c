package dev.demarc.bench;

import dev.demarc.bench.accuracy.Accuracy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The measurements by name: `./demarc bench NAME`.
public final class Main {
  private static final String USAGE =
      """
      Usage: ./demarc bench NAME [WORD...]
      Measures this build on this machine and prints tables; docs/design says how to read them.

        request        a chat through nothing, nginx, a bare hop and Demarc: latency, processor time
                       and memory. [requests] [streams] [steady] do a part alone; --rounds N (5),
                       --seconds S (3), --peers adds Portkey and LiteLLM; --without HOP leaves out
                       direct, nginx, bare, demarc, portkey or litellm
        log [ROUNDS]   durable appends a second, in process (5)
        start [TIMES]  from the launcher's exec to ready, and memory at rest (11)
        client-leaves  how soon the provider learns that a client left
        accuracy [SET...]
                       how well the classifier finds what a marked set of texts holds; --help for more
        classify [PATTERN]
                       the classifier's stages (JMH); PATTERN picks benchmarks; --peers compares with
                       Presidio, DataFog and argus-redact from PyPI
      """;

  private Main() {}

  /// Runs a measurement.
  ///
  /// @param args the directory that Demarc is installed in, the name, and words for it
  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      System.err.print(USAGE);
      System.exit(2);
    }
    String name = args[1];
    List<String> words = Arrays.asList(args).subList(2, args.length);
    boolean ownHelp = name.equals("accuracy");
    boolean help = !ownHelp && (words.contains("--help") || words.contains("-h"));
    try {
      measure(Path.of(args[0]), help ? "--help" : name, words);
    } catch (Usage e) {
      System.err.println("demarc bench " + name + ": " + e.getMessage() + ".");
      System.exit(2);
    }
  }

  private static void measure(Path home, String name, List<String> all) throws Exception {
    Words words = new Words(all);
    switch (name) {
      case "--help", "-h", "help" -> System.out.print(USAGE);
      case "accuracy" -> {
        if (!Accuracy.run(home, all, System.out)) {
          System.exit(2);
        }
      }
      case "client-leaves" -> {
        words.end();
        ClientLeaves.run(home);
      }
      case "classify" -> {
        boolean peers = words.has("--peers");
        ClassifySpeed.run(words.only(""));
        if (peers) {
          ClassifyPeers.run(home);
        }
      }
      case "log" -> LogAppends.run(words.count(5, 1));
      case "request" -> Request.run(home, Request.Options.of(words));
      case "start" -> Start.run(home, words.count(11, 1));
      default -> {
        System.err.println("demarc bench: no measurement is called '" + name + "'.");
        System.err.print(USAGE);
        System.exit(2);
      }
    }
  }
}
