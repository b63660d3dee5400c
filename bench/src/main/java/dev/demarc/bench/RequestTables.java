package dev.demarc.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Prints medians over the rounds as Markdown tables, ratios to nginx first.
final class RequestTables {
  private static final int SHELVES = 12;

  /// What a column of a table shows of a hop.
  private interface Cell {
    String of(String hop, Map<String, List<Run>> byHop);
  }

  private record Column(String head, Cell cell) {}

  private static final Column CPU_BESIDE_NGINX =
      new Column("CPU / nginx", (hop, byHop) -> cpu(hop, "%.2f", ratio(byHop, hop)));
  private static final Column CPU_PER_REQUEST =
      new Column(
          "CPU us/request",
          (hop, byHop) -> cpu(hop, "%.1f", median(runs(byHop, hop), Run::cpuPerRequest)));
  private static final Column CPU_PER_STREAM =
      new Column(
          "CPU ms/stream",
          (hop, byHop) -> cpu(hop, "%.2f", median(runs(byHop, hop), Run::cpuPerRequest) / 1000));
  private static final Column MEMORY = whole("MiB", runs -> median(runs, Run::residentMib));
  private static final Column FAILED =
      whole("failed", runs -> runs.stream().mapToDouble(Run::failures).sum());

  private RequestTables() {}

  static void requests(String shape, Map<String, List<Run>> byHop) {
    say("%n%s%n", shape);
    table(
        byHop,
        CPU_BESIDE_NGINX,
        CPU_PER_REQUEST,
        whole("req/s", runs -> median(runs, run -> run.requests() / run.seconds())),
        number("p50 us", "p50"),
        number("p99 us", "p99"),
        MEMORY,
        FAILED);
  }

  /// Where Demarc's time goes, by thread, in microseconds for each request.
  ///
  /// @param each what the loads were of
  static void threads(String each, Map<String, Map<String, List<Run>>> byShape) {
    say("%nDemarc's threads, CPU us/%s%n", each);
    byShape.forEach((shape, byHop) -> {
      Map<String, Double> micros = new TreeMap<>();
      List<Run> runs = runs(byHop, "demarc");
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
    table(
        byHop,
        CPU_BESIDE_NGINX,
        CPU_PER_STREAM,
        number("first delta p50 us", "first50"),
        added("added p50 us", "first50"),
        added("added p99 us", "first99"),
        number("delta's way p50 us", "way50"),
        number("p99 us", "way99"),
        MEMORY,
        FAILED);
    say("%nDeltas by the time of their way from provider to client, all rounds%n");
    say("| hop | <0.1 ms | <0.25 | <0.5 | <1 | <2 | <5 | <10 | <30 | <50 | <150 | <250 | more |%n");
    say("|---|---|---|---|---|---|---|---|---|---|---|---|---|%n");
    byHop.forEach((hop, runs) -> {
      say("| %s |", hop);
      for (int shelf = 0; shelf < SHELVES; shelf++) {
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
    table(
        byHop,
        number("p50 us", "p50"),
        number("p99 us", "p99"),
        added("added p50 us", "p50"),
        added("added p99 us", "p99"),
        CPU_BESIDE_NGINX,
        CPU_PER_REQUEST,
        FAILED);
  }

  private static void table(Map<String, List<Run>> byHop, Column... columns) {
    say("| hop | %s |%n", joined(columns, " | ", Column::head));
    say("|---|%s|%n", joined(columns, "|", column -> "---"));
    byHop
        .keySet()
        .forEach(
            hop -> say("| %s | %s |%n", hop, joined(columns, " | ", c -> c.cell().of(hop, byHop))));
  }

  private static String joined(Column[] columns, String between, Function<Column, String> words) {
    return Arrays.stream(columns).map(words).collect(Collectors.joining(between));
  }

  /// A number without decimals.
  private static Column whole(String head, ToDoubleFunction<List<Run>> value) {
    return new Column(
        head, (hop, byHop) -> formatted("%.0f", value.applyAsDouble(runs(byHop, hop))));
  }

  /// The median over the rounds of what the load printed under a name.
  private static Column number(String head, String name) {
    return whole(head, runs -> median(runs, run -> run.number(name)));
  }

  /// The median over the rounds of how much more a hop took than the direct way in that round.
  private static Column added(String head, String name) {
    return new Column(
        head,
        (hop, byHop) -> {
          List<Run> runs = runs(byHop, hop);
          List<Run> direct = runs(byHop, "direct");
          double[] more =
              IntStream.range(0, Math.min(runs.size(), direct.size()))
                  .mapToDouble(
                      round -> runs.get(round).number(name) - direct.get(round).number(name))
                  .toArray();
          return formatted("%.0f", Median.of(more));
        });
  }

  private static double ratio(Map<String, List<Run>> byHop, String hop) {
    List<Run> runs = runs(byHop, hop);
    List<Run> nginx = runs(byHop, "nginx");
    return Median.of(
        IntStream.range(0, Math.min(runs.size(), nginx.size()))
            .mapToDouble(
                round -> runs.get(round).cpuPerRequest() / nginx.get(round).cpuPerRequest())
            .toArray());
  }

  private static List<Run> runs(Map<String, List<Run>> byHop, String hop) {
    return byHop.getOrDefault(hop, List.of());
  }

  private static double median(List<Run> runs, ToDoubleFunction<Run> value) {
    return Median.of(runs.stream().mapToDouble(value).toArray());
  }

  private static double median(List<double[]> sorted, int percent) {
    return Median.of(
        sorted.stream().mapToDouble(times -> times[(times.length - 1) * percent / 100]).toArray());
  }

  private static String cpu(String hop, String format, double value) {
    return hop.equals("direct") ? "-" : formatted(format, value);
  }

  @SuppressWarnings("AnnotateFormatMethod") // a dependency for one method
  private static String formatted(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  @SuppressWarnings("AnnotateFormatMethod") // a dependency for one method
  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
