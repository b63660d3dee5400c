package dev.demarc.cli.classify;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

/// How an input is cut and how places in it are named. The engine reads tables and JSON wherever
/// they stand, so a wrong format finds little less.
enum Format {
  TEXT,
  JSON,
  JSONL,
  CSV;

  private static final int LOOKED_AT = 64 * 1024;

  /// What the name's ending and the first bytes say.
  static Format of(String name, Source source) throws IOException {
    int there = source.ask(LOOKED_AT);
    Text text = new Text(source.bytes(), source.start(), source.start() + there);
    String lower = name.toLowerCase(Locale.ROOT);
    String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
      case "json", "har" -> text.isLines() ? JSONL : JSON;
      case "jsonl", "ndjson" -> JSONL;
      case "csv", "tsv" -> CSV;
      default -> text.format();
    };
  }

  /// Cuts the input as this format wants it.
  Pieces pieces(Source source, Pieces.Sizes sizes, Consumer<String> warning) throws IOException {
    return switch (this) {
      case TEXT -> new TextPieces(source, sizes);
      case JSON -> new JsonPieces(source, sizes, warning);
      case JSONL -> new LinePieces(source, sizes, warning);
      case CSV -> new TablePieces(source, sizes);
    };
  }

  /// The beginning of an input.
  @SuppressWarnings("ArrayRecordComponent") // beginnings are never compared
  private record Text(byte[] bytes, int from, int to) {
    Format format() {
      int first = skipSpace(from);
      if (opensJson(first)) {
        return isLines() ? JSONL : JSON;
      }
      Table table = Table.at(bytes, from, to);
      return table.isPlain(bytes, to) ? CSV : TEXT;
    }

    /// Whether the first line is an object, and another begins on the second.
    boolean isLines() {
      int first = skipSpace(from);
      if (first == to || bytes[first] != '{') {
        return false;
      }
      int end = Table.lineEnd(bytes, first, to);
      JsonTrail line = JsonTrail.ofOne();
      line.pass(bytes, first, end);
      int second = skipSpace(end);
      return line.fault() < 0 && second < to && bytes[second] == '{';
    }

    private boolean opensJson(int at) {
      if (at == to || (bytes[at] != '{' && bytes[at] != '[')) {
        return false;
      }
      int next = skipSpace(at + 1);
      boolean object = bytes[at] == '{';
      return next < to && (object ? "\"}" : "{[\"]").indexOf(bytes[next]) >= 0;
    }

    private int skipSpace(int at) {
      int i = at;
      while (i < to
          && (bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t')) {
        i++;
      }
      return i;
    }
  }
}
