package dev.demarc.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Prints medians over the rounds as Markdown tables, ratios to nginx first.
final class RequestTables {
  private RequestTables() {}

  static void requests(String shape, Map<String, List<Run>> byHop) {
    say("%n%s%n", shape);
    say("| hop | CPU / nginx | CPU us/request | req/s | p50 us | p99 us | MiB | failed |%n");
    say("|---|---|---|---|---|---|---|---|%n");
    byHop.forEach((hop, runs) ->
        say(
            "| %s | %s | %s | %.0f | %.0f | %.0f | %.0f | %.0f |%n",
            hop,
            cpu(hop, "%.2f", ratio(byHop, hop, Run::cpuPerRequest)),
            cpu(hop, "%.1f", median(runs, Run::cpuPerRequest)),
            median(runs, run -> run.requests() / run.seconds()),
            median(runs, run -> run.number("p50")),
            median(runs, run -> run.number("p99")),
            median(runs, Run::residentMib),
            runs.stream().mapToDouble(Run::failures).sum()));
  }

  /// Where Demarc's time goes, by thread, in microseconds for each request.
  ///
  /// @param each what the loads were of
  static void threads(String each, Map<String, Map<String, List<Run>>> byShape) {
    say("%nDemarc's threads, CPU us/%s%n", each);
    byShape.forEach((shape, byHop) -> {
      Map<String, Double> micros = new TreeMap<>();
      List<Run> runs = byHop.getOrDefault("demarc", List.of());
      runs.forEach(run ->
          run.threads().forEach((name, m) -> micros.merge(name, m / runs.size(), Double::sum)));
      say("- %s:", shape);
      micros.entrySet().stream()
          .filter(thread -> thread.getValue() >= 0.5)
          .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
          .forEach(thread -> say(" %s %.1f;", thread.getKey(), thread.getValue()));
      say("%n");
    });
  }

  static void streams(Map<String, List<Run>> byHop) {
    say("%nStreams of 64 deltas at 20 ms, 32 at a time%n");
    say(
        "| hop | CPU / nginx | CPU ms/stream | first delta p50 us | added p50 us | added p99 us |"
            + " delta's way p50 us | p99 us | MiB | failed |%n");
    say("|---|---|---|---|---|---|---|---|---|---|%n");
    List<Run> direct = byHop.getOrDefault("direct", List.of());
    byHop.forEach((hop, runs) ->
        say(
            "| %s | %s | %s | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f |%n",
            hop,
            cpu(hop, "%.2f", ratio(byHop, hop, Run::cpuPerRequest)),
            cpu(hop, "%.2f", median(runs, Run::cpuPerRequest) / 1000),
            median(runs, run -> run.number("first50")),
            added(runs, direct, "first50"),
            added(runs, direct, "first99"),
            median(runs, run -> run.number("way50")),
            median(runs, run -> run.number("way99")),
            median(runs, Run::residentMib),
            runs.stream().mapToDouble(Run::failures).sum()));
    say("%nDeltas by the time of their way from provider to client, all rounds%n");
    say("| hop | <0.1 ms | <0.25 | <0.5 | <1 | <2 | <5 | <10 | <30 | <50 | <150 | <250 | more |%n");
    say("|---|---|---|---|---|---|---|---|---|---|---|---|---|%n");
    byHop.forEach((hop, runs) -> {
      say("| %s |", hop);
      for (int shelf = 0; shelf < 12; shelf++) {
        int at = shelf;
        say(" %d |", runs.stream().mapToLong(run -> run.deltas(at)).sum());
      }
      say("%n");
    });
    threads("stream", Map.of("streams", byHop));
  }

  static void steady(Map<String, List<Run>> byHop, List<double[]> syncs) {
    double sync50 = median(syncs, 50);
    double sync99 = median(syncs, 99);
    say(
        "%n1,000 requests a second at fixed times; a sync of this disk p50 %.0f us, p99 %.0f us%n",
        sync50, sync99);
    say(
        "| hop | p50 us | p99 us | added p50 us | added p99 us | CPU / nginx | CPU us/request |"
            + " failed |%n");
    say("|---|---|---|---|---|---|---|---|%n");
    List<Run> direct = byHop.getOrDefault("direct", List.of());
    byHop.forEach((hop, runs) ->
        say(
            "| %s | %.0f | %.0f | %.0f | %.0f | %s | %s | %.0f |%n",
            hop,
            median(runs, run -> run.number("p50")),
            median(runs, run -> run.number("p99")),
            added(runs, direct, "p50"),
            added(runs, direct, "p99"),
            cpu(hop, "%.2f", ratio(byHop, hop, Run::cpuPerRequest)),
            cpu(hop, "%.1f", median(runs, Run::cpuPerRequest)),
            runs.stream().mapToDouble(Run::failures).sum()));
  }

  /// The median over the rounds of how much more a hop took than the direct way in that round.
  private static double added(List<Run> runs, List<Run> direct, String number) {
    return middle(
        IntStream.range(0, Math.min(runs.size(), direct.size()))
            .mapToDouble(round -> runs.get(round).number(number) - direct.get(round).number(number))
            .toArray());
  }

  private static double ratio(
      Map<String, List<Run>> byHop, String hop, ToDoubleFunction<Run> value) {
    List<Run> runs = byHop.getOrDefault(hop, List.of());
    List<Run> nginx = byHop.getOrDefault("nginx", List.of());
    return middle(
        IntStream.range(0, Math.min(runs.size(), nginx.size()))
            .mapToDouble(round ->
                value.applyAsDouble(runs.get(round)) / value.applyAsDouble(nginx.get(round)))
            .toArray());
  }

  private static double median(List<Run> runs, ToDoubleFunction<Run> value) {
    return middle(runs.stream().mapToDouble(value).toArray());
  }

  private static double median(List<double[]> sorted, int percent) {
    return middle(
        sorted.stream().mapToDouble(times -> times[(times.length - 1) * percent / 100]).toArray());
  }

  private static double middle(double[] values) {
    return values.length == 0 ? Double.NaN : Request.median(values);
  }

  private static String cpu(String hop, String format, double value) {
    return hop.equals("direct") ? "-" : String.format(Locale.ROOT, format, value);
  }

  @SuppressWarnings("AnnotateFormatMethod") // a dependency for one method
  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
