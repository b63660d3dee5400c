package dev.demarc.bench.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// A text that knows where its values are, whatever it is put into or escaped by.
record MarkedText(String text, List<GoldSpan> spans) {
  MarkedText {
    spans = List.copyOf(spans);
  }

  static MarkedText plain(String text) {
    return new MarkedText(text, List.of());
  }

  static MarkedText value(String text, String category) {
    return new MarkedText(text, List.of(new GoldSpan(0, text.length(), category)));
  }

  /// One text after another; each is a string or a [MarkedText].
  static MarkedText join(Object... parts) {
    var text = new StringBuilder();
    var spans = new ArrayList<GoldSpan>();
    for (Object part : parts) {
      MarkedText marked = part instanceof MarkedText m ? m : plain(part.toString());
      marked.spans.forEach(span -> spans.add(span.shifted(text.length())));
      text.append(marked.text);
    }
    return new MarkedText(text.toString(), spans);
  }

  /// The same with a span around the whole.
  MarkedText within(String category) {
    var more = new ArrayList<>(spans);
    more.addFirst(new GoldSpan(0, text.length(), category));
    return new MarkedText(text, more);
  }

  /// The same with every code point written as `escape` writes it.
  MarkedText through(IntFunction<String> escape) {
    var written = new StringBuilder();
    var at = new int[text.length() + 1];
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int next = i + Character.charCount(point);
      at[i] = written.length();
      written.append(escape.apply(point));
      at[next] = written.length();
      i = next;
    }
    at[text.length()] = written.length();
    return new MarkedText(
        written.toString(),
        spans.stream()
            .map(span -> new GoldSpan(at[span.start()], at[span.end()], span.category()))
            .toList());
  }

  /// The same with `between` put in where the split is; a span that holds the place holds it too.
  MarkedText cut(String between) {
    int at = spans.stream().filter(GoldSpan::isSplit).findFirst().orElseThrow().start();
    return new MarkedText(
        text.substring(0, at) + between + text.substring(at),
        spans.stream()
            .filter(span -> !span.isSplit())
            .map(span ->
                new GoldSpan(
                    span.start() < at ? span.start() : span.start() + between.length(),
                    span.end() <= at ? span.end() : span.end() + between.length(),
                    span.category()))
            .toList());
  }
}
