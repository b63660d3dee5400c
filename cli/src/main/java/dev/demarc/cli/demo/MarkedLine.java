package dev.demarc.cli.demo;

import dev.demarc.cli.Screen;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A line of text and the parts of it that stand out, in order and apart.
record MarkedLine(String text, List<Span> spans) {
  private static final char ELLIPSIS = '…';
  private static final int LEAD = 16;

  /// A part of the line, `[start, end)` in characters.
  ///
  /// @param kind the type word of the stand-in, such as `CARD`
  record Span(int start, int end, Mark mark, String kind) {}

  MarkedLine {
    spans = List.copyOf(spans);
  }

  /// What stands out, as a set: two lines with the same one show the same thing.
  Set<String> shows() {
    return spans.stream().map(span -> span.mark() + " " + span.kind()).collect(Collectors.toSet());
  }

  private int firstMark() {
    return spans.isEmpty() ? 0 : spans.getFirst().start();
  }

  int columns() {
    return columns(text);
  }

  /// Where to begin so that the first part that stands out is in view, with some text before it.
  int start(int width) {
    return columns() > width && firstMark() > width / 3 ? firstMark() - LEAD : 0;
  }

  /// The line from character `from` on, painted, in at most `width` columns; an ellipsis stands for
  /// what is left out.
  String shown(Screen screen, int from, int width) {
    int end = end(from, width);
    StringBuilder shown = new StringBuilder();
    if (from > 0) {
      shown.append(ELLIPSIS);
    }
    int at = from;
    for (Span span : spans) {
      if (span.end() <= at || span.start() >= end) {
        continue;
      }
      shown.append(plain(at, Math.max(at, span.start())));
      at = Math.min(span.end(), end);
      shown.append(span.mark().paint(screen, plain(Math.max(from, span.start()), at)));
    }
    shown.append(plain(at, Math.max(at, end)));
    if (end < text.length()) {
      shown.append(ELLIPSIS);
    }
    return shown.toString();
  }

  /// The character before which the line must be cut to fit.
  private int end(int from, int width) {
    int room = width - (from > 0 ? 1 : 0);
    if (columns(text.substring(from)) <= room) {
      return text.length();
    }
    int end = from;
    for (int used = 1; end < text.length(); ) {
      int codePoint = text.codePointAt(end);
      used += columns(codePoint);
      if (used > room) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  // A control character in the data must not steer the terminal.
  private String plain(int start, int end) {
    return text.substring(start, end).replaceAll("\\p{Cntrl}", " ");
  }

  static int columns(String text) {
    return text.codePoints().map(MarkedLine::columns).sum();
  }

  // East Asian wide characters take two columns.
  private static int columns(int codePoint) {
    boolean wide =
        (codePoint >= 0x1100 && codePoint <= 0x115f)
            || (codePoint >= 0x2e80 && codePoint <= 0xa4cf)
            || (codePoint >= 0xac00 && codePoint <= 0xd7a3)
            || (codePoint >= 0xf900 && codePoint <= 0xfaff)
            || (codePoint >= 0xfe30 && codePoint <= 0xfe6f)
            || (codePoint >= 0xff00 && codePoint <= 0xff60)
            || (codePoint >= 0xffe0 && codePoint <= 0xffe6)
            || (codePoint >= 0x1f300 && codePoint <= 0x1faff);
    return wide ? 2 : 1;
  }
}
