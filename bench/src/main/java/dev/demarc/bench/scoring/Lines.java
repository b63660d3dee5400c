package dev.demarc.bench.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The lines of `cases.jsonl`.
final class Lines {
  private Lines() {}

  /// A case in a carrier as one line of JSON, its offsets in Unicode code points.
  static String of(MadeCase made, Carrier carrier, MarkedText text) {
    List<GoldSpan> gold =
        text.spans().stream()
            .sorted(
                Comparator.comparingInt(GoldSpan::start)
                    .thenComparing(GoldSpan::end, Comparator.reverseOrder()))
            .toList();
    return "{\"id\":%s,\"family\":%s,\"lane\":%s,\"carrier\":%s,\"text\":%s,\"gold\":[%s]}"
        .formatted(
            quoted(made.id() + ":" + carrier.id()),
            quoted(made.family()),
            quoted(made.lane().id()),
            quoted(carrier.id()),
            quoted(text.text()),
            gold.stream().map(span -> gold(text.text(), span)).collect(Collectors.joining(",")));
  }

  private static String gold(String text, GoldSpan span) {
    int start = text.codePointCount(0, span.start());
    int end = start + text.codePointCount(span.start(), span.end());
    return String.format(
        Locale.ROOT,
        "{\"start\":%d,\"end\":%d,\"category\":%s}",
        start,
        end,
        quoted(span.category()));
  }

  private static String quoted(String text) {
    return "\"" + MarkedText.plain(text).through(Escapes.json(false)).text() + "\"";
  }
}
