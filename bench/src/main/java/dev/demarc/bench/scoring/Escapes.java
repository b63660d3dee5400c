package dev.demarc.bench.scoring;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntFunction;

/// How one code point is written inside a carrier.
final class Escapes {
  private Escapes() {}

  /// Inside a JSON string, RFC 8259 section 7; with `ascii` as clients write it that escape all but
  /// ASCII.
  static IntFunction<String> json(boolean ascii) {
    return point ->
        switch (point) {
          case '"' -> "\\\"";
          case '\\' -> "\\\\";
          case '\n' -> "\\n";
          case '\t' -> "\\t";
          case '\r' -> "\\r";
          default ->
              point < 32 || (ascii && point > 126) ? hexUnits(point) : Character.toString(point);
        };
  }

  private static String hexUnits(int point) {
    var written = new StringBuilder();
    for (char unit : Character.toChars(point)) {
      written.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
    }
    return written.toString();
  }

  /// One value of `application/x-www-form-urlencoded`, or with `%20` for a space.
  ///
  /// @param percent whether `%` stands as it is, for text whose values are percent-encoded already
  static IntFunction<String> query(boolean plus, boolean percent) {
    return point -> {
      if (point == '%' && percent) {
        return "%";
      }
      if (point == ' ' && plus) {
        return "+";
      }
      boolean bare =
          point < 128 && (Character.isLetterOrDigit(point) || "-_.~".indexOf(point) >= 0);
      if (bare) {
        return Character.toString(point);
      }
      var written = new StringBuilder();
      for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
        written.append(String.format(Locale.ROOT, "%%%02X", b & 255));
      }
      return written.toString();
    };
  }

  /// A quoted field of RFC 4180.
  static MarkedText csv(MarkedText value) {
    boolean bare = value.text().chars().noneMatch(c -> ",\"\n\r;".indexOf(c) >= 0);
    return bare
        ? value
        : MarkedText.join(
            "\"", value.through(c -> c == '"' ? "\"\"" : Character.toString(c)), "\"");
  }

  /// A cell of a Markdown table.
  static MarkedText cell(MarkedText value) {
    return value.through(c -> c == '|' ? "\\|" : c == '\n' ? "<br>" : Character.toString(c));
  }
}
