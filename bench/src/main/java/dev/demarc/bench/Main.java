package dev.demarc.bench;

import dev.demarc.bench.accuracy.Accuracy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The measurements by name: `./demarc bench NAME`.
public final class Main {
  private static final String NAMES =
      "accuracy [SET...], classify, client-leaves, log [ROUNDS], request, start";

  private Main() {}

  /// Runs a measurement.
  ///
  /// @param args the directory that Demarc is installed in, the name, and words for it
  public static void main(String[] args) throws Exception {
    String name = args.length < 2 ? "" : args[1];
    List<String> words = Arrays.asList(args).subList(Math.min(args.length, 2), args.length);
    switch (name) {
      case "accuracy" -> {
        if (!Accuracy.run(Path.of(args[0]), words, System.out)) {
          System.exit(2);
        }
      }
      case "client-leaves" -> ClientLeaves.run(Path.of(args[0]));
      case "classify" -> ClassifySpeed.run(words.isEmpty() ? "" : words.getFirst());
      case "log" -> LogAppends.run(words.isEmpty() ? 5 : Integer.parseInt(words.getFirst()));
      case "request" -> Request.run(Path.of(args[0]), words);
      case "start" -> Start.run(Path.of(args[0]), words);
      default -> {
        System.err.println(
            "demarc bench: no measurement is called '" + name + "'; there is " + NAMES);
        System.exit(2);
      }
    }
  }
}
