package dev.demarc.cli.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Marks that stand for planted values in a body written without them. They are characters of the
/// private use area, which every carrier leaves as they are: so between them the body shows, byte
/// for byte, what must leave unchanged.
final class LeakMarks {
  private static final char FIRST = '\uE000';
  private static final char LAST = '\uE0FF';
  private static final Pattern STAND_IN =
      Pattern.compile("REDACTED_[A-Z]+(?:_[0-9]+)?|[A-Z]+_[0-9A-Z]{8,16}|0");

  private LeakMarks() {}

  static String of(int n) {
    return String.valueOf((char) (FIRST + n));
  }

  static boolean isMark(int c) {
    return c >= FIRST && c <= LAST;
  }

  /// `text` with what stands between marks encoded.
  static String around(String text, UnaryOperator<String> encoding) {
    StringBuilder all = new StringBuilder();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isMark(text.charAt(i))) {
        all.append(from < i ? encoding.apply(text.substring(from, i)) : "");
        all.append(i < text.length() ? String.valueOf(text.charAt(i)) : "");
        from = i + 1;
      }
    }
    return all.toString();
  }

  /// The stand-ins in `body`, in the order of the marks that they stand at, if all else is as in
  /// `marked`.
  static Optional<List<String>> standIns(String marked, String body) {
    List<String> found = new ArrayList<>();
    Matcher standIn = STAND_IN.matcher(body);
    int at = 0;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (isMark(c)) {
        if (!standIn.region(at, body.length()).lookingAt()) {
          return Optional.empty();
        }
        found.add(standIn.group());
        at = standIn.end();
      } else if (at >= body.length() || body.charAt(at++) != c) {
        return Optional.empty();
      }
    }
    return at == body.length() ? Optional.of(found) : Optional.empty();
  }
}
