package dev.demarc.cli.e2e;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Samples as comma-separated values, and drawn as SVG: one panel for each unit, over the same
/// seconds.
final class SoakChart {
  private static final int WIDTH = 760;
  private static final int PANEL = 150;
  private static final int LEFT = 64;
  private static final int RIGHT = 130;
  private static final int TOP = 44;
  private static final int GAP = 34;
  private static final List<String> COLOURS = List.of("#1b6ca8", "#c8553d");

  private final List<Vitals> samples;
  private final StringBuilder svg = new StringBuilder();

  private SoakChart(List<Vitals> samples) {
    this.samples = samples;
  }

  /// A line of a panel.
  private record Curve(String name, ToDoubleFunction<Vitals> value) {}

  static String csv(List<Vitals> samples) {
    String head = "second,resident_mib,heap_after_gc_mib,sockets,files,threads,entries\n";
    return samples.stream()
        .map(v ->
            String.format(
                Locale.ROOT,
                "%d,%.1f,%.0f,%d,%d,%d,%d\n",
                v.second(),
                v.residentMiB(),
                v.heapMiB(),
                v.sockets(),
                v.files(),
                v.threads(),
                v.entries()))
        .collect(Collectors.joining("", head, ""));
  }

  static String svg(String title, List<Vitals> samples) {
    return new SoakChart(samples).draw(title);
  }

  private String draw(String title) {
    int height = TOP + 3 * (PANEL + GAP) + 14;
    put(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d'"
            + " font-family='sans-serif' font-size='12' fill='#222'>%n",
        WIDTH, height, WIDTH, height);
    put("<rect width='100%%' height='100%%' fill='#fff'/>%n");
    put("<text x='%d' y='20' font-size='14'>%s</text>%n", LEFT, title);
    panel(
        0,
        "memory, MiB",
        List.of(
            new Curve("resident", Vitals::residentMiB),
            new Curve("heap after GC", Vitals::heapMiB)));
    panel(
        1,
        "open",
        List.of(
            new Curve("descriptors", Vitals::descriptors), new Curve("threads", Vitals::threads)));
    panel(2, "log entries", List.of(new Curve("entries", sample -> (double) sample.entries())));
    put(
        "<text x='%d' y='%d' text-anchor='middle'>seconds of load</text>%n",
        (LEFT + WIDTH - RIGHT) / 2, height - 8);
    return svg.append("</svg>\n").toString();
  }

  private void panel(int number, String unit, List<Curve> curves) {
    double top = TOP + number * (PANEL + GAP);
    double most =
        curves.stream()
            .flatMap(curve -> samples.stream().map(s -> curve.value().applyAsDouble(s)))
            .max(Double::compare)
            .orElse(1.0);
    double step = step(most / 4);
    double ceiling = Math.max(step, Math.ceil(most / step) * step);
    put("<text x='%d' y='%.0f' fill='#555'>%s</text>%n", LEFT, top - 6, unit);
    for (double value = 0; value <= ceiling + step / 2; value += step) {
      double y = top + PANEL - value / ceiling * PANEL;
      put(
          "<path d='M%d %.1fH%d' stroke='#ddd'/><text x='%d' y='%.1f'"
              + " text-anchor='end'>%,.0f</text>%n",
          LEFT, y, WIDTH - RIGHT, LEFT - 6, y + 4, value);
    }
    seconds(top + PANEL);
    for (int i = 0; i < curves.size(); i++) {
      curve(curves.get(i), COLOURS.get(i), top, ceiling);
    }
  }

  private void seconds(double bottom) {
    double step = step(span() / 6);
    for (double second = 0; second <= span(); second += step) {
      put(
          "<path d='M%.1f %.1fv4' stroke='#999'/><text x='%.1f' y='%.1f'"
              + " text-anchor='middle'>%.0f</text>%n",
          x(second), bottom, x(second), bottom + 16, second);
    }
  }

  private void curve(Curve curve, String colour, double top, double ceiling) {
    String points =
        samples.stream()
            .map(sample ->
                String.format(
                    Locale.ROOT,
                    "%.1f,%.1f",
                    x((double) sample.second()),
                    top + PANEL - curve.value().applyAsDouble(sample) / ceiling * PANEL))
            .collect(Collectors.joining(" "));
    put("<polyline points='%s' fill='none' stroke='%s' stroke-width='1.3'/>%n", points, colour);
    double last = curve.value().applyAsDouble(samples.getLast());
    put(
        "<text x='%d' y='%.1f' fill='%s'>%s</text>%n",
        WIDTH - RIGHT + 8, top + PANEL - last / ceiling * PANEL + 4, colour, curve.name());
  }

  private double x(double second) {
    return LEFT + second / span() * (WIDTH - LEFT - RIGHT);
  }

  private double span() {
    return Math.max(1, samples.getLast().second());
  }

  /// The next of 1, 2, 5 times a power of ten.
  private static double step(double atLeast) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, atLeast))));
    for (double factor : List.of(1.0, 2.0, 5.0)) {
      if (factor * power >= atLeast) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more dependency
  private void put(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
