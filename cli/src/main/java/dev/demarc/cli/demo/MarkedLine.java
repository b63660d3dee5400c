package dev.demarc.cli.demo;

import dev.demarc.cli.Screen;
import java.util.List;

/// A line of text and the parts of it that stand out, in order and apart.
record MarkedLine(String text, List<Span> spans) {
  private static final char ELLIPSIS = '…';

  /// A part of the line, `[start, end)` in characters.
  record Span(int start, int end, Mark mark) {}

  MarkedLine {
    spans = List.copyOf(spans);
  }

  boolean has(Mark mark) {
    return spans.stream().anyMatch(span -> span.mark() == mark);
  }

  /// Where the first part that stands out begins; the line's end where there is none.
  int firstMark() {
    return spans.isEmpty() ? text.length() : spans.getFirst().start();
  }

  int columns() {
    return columns(text);
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
