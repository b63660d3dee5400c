package dev.demarc.classify;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;

/// A pattern of an operator's own values: a regular expression in RE2's syntax, which takes linear
/// time, and a literal that every match holds. The literal is looked for together with all other
/// words; only where it stands does the expression run.
///
/// @param literal at least three bytes of text, ASCII letters of any case
/// @param category what a match is; mostly [Category#OPERATOR_DEFINED]
public record OperatorPattern(String name, String literal, Pattern pattern, Category category) {
  /// Shortest literal, in bytes: a shorter one stands in too many places.
  public static final int SHORTEST_LITERAL = 3;

  public OperatorPattern {
    if (literal.getBytes(StandardCharsets.UTF_8).length < SHORTEST_LITERAL) {
      throw new IllegalArgumentException(
          "pattern " + name + ": its literal has fewer than " + SHORTEST_LITERAL + " bytes");
    }
    if (pattern.matches("")) {
      throw new IllegalArgumentException("pattern " + name + " matches nothing at all");
    }
  }

  /// A pattern from its text; the exception says what is wrong with it.
  public static OperatorPattern of(
      String name, String literal, String expression, Category category) {
    try {
      return new OperatorPattern(name, literal, Pattern.compile(expression), category);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("pattern " + name + ": " + e.getMessage(), e);
    }
  }
}
