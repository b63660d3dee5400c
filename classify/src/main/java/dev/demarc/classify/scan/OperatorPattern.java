package dev.demarc.classify.scan;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.demarc.classify.finding.Category;
import dev.demarc.classify.text.Folding;
import java.nio.charset.StandardCharsets;

/// A pattern of an operator's own values: a regular expression in RE2's syntax, which takes linear
/// time, and a literal that every match holds. The literal is looked for together with all other
/// words; only where it stands does the expression run.
///
/// @param literal at least three bytes of text, ASCII letters of any case, as the expression has it
/// @param category what a match is; mostly [Category#OPERATOR_DEFINED]
public record OperatorPattern(String name, Pattern pattern, String literal, Category category) {
  /// Shortest literal, in bytes: a shorter one stands in too many places.
  public static final int SHORTEST_LITERAL = 3;

  /// Score of what a pattern finds: above the general least score, below what a checksum proves.
  public static final int SCORE = KeyedValue.ENOUGH;

  private static final int LONGEST = 512;
  private static final int LARGEST = 1000;

  public OperatorPattern {
    name(name);
    if (!literal.equals(PatternShape.of(pattern.pattern()).literal())
        || literal.getBytes(StandardCharsets.UTF_8).length < SHORTEST_LITERAL) {
      throw new IllegalArgumentException(
          "the pattern `"
              + pattern.pattern()
              + "` has no text of at least "
              + SHORTEST_LITERAL
              + " bytes that every match holds, by which it could be looked for: write one outside"
              + " brackets, alternatives and optional parts, as in EMP-[0-9]{6}");
    }
    if (category == Category.OPAQUE) {
      throw new IllegalArgumentException(
          "`" + category.id() + "` is content that cannot be read, which no pattern finds");
    }
  }

  /// A pattern from its text; the exception says what is wrong with it and what would mend it.
  public static OperatorPattern of(String name, String expression, Category category) {
    refuseUnseen(expression);
    try {
      PatternShape shape = PatternShape.of(expression);
      if (expression.length() > LONGEST || shape.size() > LARGEST) {
        throw new IllegalArgumentException(
            "the pattern is larger than "
                + LONGEST
                + " characters or "
                + LARGEST
                + " states: repeat less, or make two patterns of it");
      }
      return new OperatorPattern(name, Pattern.compile(expression), shape.literal(), category);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "the pattern `"
              + expression
              + "` is not RE2 syntax, which alone takes linear time (no back references, no look"
              + " ahead or behind): "
              + e.getMessage(),
          e);
    }
  }

  /// The name of a pattern, if it is one.
  public static String name(String name) {
    if (!name.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
      throw new IllegalArgumentException(
          "`" + name + "` is no name of a pattern: up to 64 of a-z, 0-9 and . _ - are");
    }
    return name;
  }

  /// The pattern as the operator wrote it.
  public String expression() {
    return pattern.pattern();
  }

  /// How much dearer a byte is to this pattern than to a small one.
  public int weight() {
    return 1 + pattern.programSize() / 16;
  }

  /// Whether there is a character that no reader sees, or that ends a line: what an operator writes
  /// is stored as YAML and read again, and YAML has no place for them (YAML 1.2 section 5.1).
  static boolean isUnseen(String text) {
    return text.codePoints()
        .anyMatch(c -> {
          boolean none = (c & 0xFFFE) == 0xFFFE;
          return none
              || switch (Character.getType(c)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
                default -> false;
              };
        });
  }

  private static void refuseUnseen(String expression) {
    if (isUnseen(expression)) {
      throw new IllegalArgumentException(
          "the pattern holds a control character or another that nobody sees; a match stands in"
              + " one line");
    }
    if (Folding.changes(expression)) {
      throw new IllegalArgumentException(
          "the pattern `"
              + expression
              + "` has full-width forms, foreign digits, odd spaces, dashes or dots: texts are read"
              + " with these spelled plainly, so write them plainly");
    }
  }
}
