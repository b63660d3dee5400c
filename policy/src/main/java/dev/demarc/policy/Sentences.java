package dev.demarc.policy;

import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.Mark;
import dev.demarc.policy.yaml.Nearest;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences of rules: a closed list of names in braces, filled from a decision.
final class Sentences {
  static final List<String> NAMES =
      List.of(
          "recipient",
          "exporter",
          "route",
          "model",
          "markets",
          "laws",
          "categories",
          "persons",
          "limit",
          "coverage");

  private static final Pattern NAME = Pattern.compile("\\{([a-z_]+)\\}");

  private Sentences() {}

  /// Stops at a name that no decision fills.
  static String checked(String text, Mark mark) throws BadYaml {
    Matcher matcher = NAME.matcher(text);
    while (matcher.find()) {
      if (!NAMES.contains(matcher.group(1))) {
        String hint = Nearest.hint(matcher.group(1), NAMES);
        throw new BadYaml(mark, "unknown name `" + matcher.group() + "` in a sentence" + hint);
      }
    }
    return text;
  }

  /// The sentence with its names filled in, each asked for only if it is there; a simulated route
  /// says so first.
  static String filled(String text, UnaryOperator<String> values, boolean simulated) {
    StringBuilder filled = new StringBuilder(text.length() + 64);
    filled.append(simulated && !text.isEmpty() ? "Simulated: " : "");
    int at = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      filled.append(text, at, open).append(values.apply(text.substring(open + 1, close)));
      at = close + 1;
    }
    return filled.append(text, at, text.length()).toString();
  }
}
