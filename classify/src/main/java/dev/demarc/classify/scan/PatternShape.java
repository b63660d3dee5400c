package dev.demarc.classify.scan;

import java.nio.charset.StandardCharsets;

/// What the text of a regular expression in RE2's syntax says before it is compiled: the longest
/// text that every match holds, and how large the compiled form will be. A part that is optional,
/// or one of several, holds nothing for certain.
///
/// Whether the expression is well formed is for its compiler to say; of one that is not, nothing
/// said here is used.
///
/// @param literal the longest certain text, of equal ones the first; empty where there is none
/// @param size about as many states as the compiled form has
record PatternShape(String literal, int size) {
  private static final int DEEPEST = 32;
  private static final int HUGE = 1 << 20;
  private static final int NO_CHARACTER = -1;

  /// Reads an expression.
  ///
  /// @throws IllegalArgumentException with the fix where it uses what is not read here
  static PatternShape of(String expression) {
    Reader reader = new Reader(expression);
    Part whole = reader.alternatives(0);
    if (!reader.atEnd()) {
      throw new IllegalArgumentException("a `)` stands there without its `(`");
    }
    return new PatternShape(whole.certain, whole.size);
  }

  /// One part of an expression.
  ///
  /// @param character what it is where it stands for one character, else [#NO_CHARACTER]
  /// @param certain text that each of its matches holds
  private record Part(int character, String certain, int size) {}

  private record Times(boolean atLeastOnce, boolean exactlyOnce, int copies) {
    static final Times ONCE = new Times(true, true, 1);
  }

  private static String longer(String one, CharSequence other) {
    return bytes(other.toString()) > bytes(one) ? other.toString() : one;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static int bounded(long size) {
    return (int) Math.min(size, HUGE);
  }

  /// A walk over the text of an expression.
  private static final class Reader {
    private final String text;
    private int at;
    private boolean anyCase;

    Reader(String text) {
      this.text = text;
    }

    boolean atEnd() {
      return at == text.length();
    }

    private boolean ahead(String what) {
      return text.startsWith(what, at);
    }

    private int next() {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      return c;
    }

    Part alternatives(int depth) {
      Part part = sequence(depth);
      while (ahead("|")) {
        at++;
        Part other = sequence(depth);
        part = new Part(NO_CHARACTER, "", bounded(1L + part.size + other.size));
      }
      return part;
    }

    private Part sequence(int depth) {
      String certain = "";
      StringBuilder run = new StringBuilder();
      int size = 0;
      while (!atEnd() && !ahead("|") && !ahead(")")) {
        Part part = part(depth);
        Times times = times();
        size = bounded(size + (long) part.size * times.copies);
        boolean plain = part.character != NO_CHARACTER && times.atLeastOnce;
        if (plain) {
          run.appendCodePoint(part.character);
        }
        if (!plain || !times.exactlyOnce) {
          certain = longer(certain, run);
          run.setLength(0);
        }
        if (times.atLeastOnce) {
          certain = longer(certain, part.certain);
        }
      }
      return new Part(NO_CHARACTER, longer(certain, run), size);
    }

    private Part part(int depth) {
      int c = next();
      return switch (c) {
        case '(' -> group(depth);
        case '[' -> characters();
        case '\\' -> escaped();
        case '.', '^', '$', '*', '+', '?' -> new Part(NO_CHARACTER, "", 1);
        default -> character(c);
      };
    }

    /// A character that stands for itself. Without regard to case only ASCII letters are looked
    /// for.
    private Part character(int c) {
      boolean cased = c >= 0x80 && Character.toLowerCase(c) != Character.toUpperCase(c);
      boolean certain = !(anyCase && cased);
      return new Part(certain ? c : NO_CHARACTER, "", c < 0x80 ? 1 : 4);
    }

    private Part group(int depth) {
      if (depth == DEEPEST) {
        throw new IllegalArgumentException("its groups stand more than " + DEEPEST + " deep");
      }
      if (ahead("?")) {
        at++;
        boolean name = ahead("P<") || ahead("<");
        String flags = upTo(name ? ">" : ":)");
        anyCase |= !name && flags.contains("i");
        if (flags.endsWith(")")) {
          return new Part(NO_CHARACTER, "", 1);
        }
      }
      Part inner = alternatives(depth + 1);
      if (ahead(")")) {
        at++;
      }
      return new Part(NO_CHARACTER, inner.certain, bounded(2L + inner.size));
    }

    private String upTo(String ends) {
      int from = at;
      while (!atEnd() && ends.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      at = Math.min(at + 1, text.length());
      return text.substring(from, at);
    }

    /// A class in brackets, of which a `]` that stands first is a member.
    private Part characters() {
      at += ahead("^") ? 1 : 0;
      at += ahead("]") ? 1 : 0;
      while (!atEnd() && !ahead("]")) {
        if (ahead("[:")) {
          int end = text.indexOf(":]", at);
          at = end < 0 ? at + 1 : end + 2;
        } else if (next() == '\\' && !atEnd()) {
          next();
        }
      }
      at = Math.min(at + 1, text.length());
      return new Part(NO_CHARACTER, "", 1);
    }

    private Part escaped() {
      int c = atEnd() ? '\\' : next();
      if (c == 'Q') {
        throw new IllegalArgumentException("\\Q…\\E is not used here: escape each sign, as in \\.");
      }
      if (c == 'p' || c == 'P' || c == 'x') {
        if (ahead("{")) {
          upTo("}");
        } else {
          at = Math.min(at + (c == 'x' ? 2 : 1), text.length());
        }
      }
      while (c >= '0' && c <= '7' && !atEnd() && text.charAt(at) >= '0' && text.charAt(at) <= '7') {
        at++;
      }
      return c < 0x80 && Character.isLetterOrDigit(c)
          ? new Part(NO_CHARACTER, "", 1)
          : character(c);
    }

    /// How often what stands before may come.
    private Times times() {
      Times times = Times.ONCE;
      if (ahead("*")) {
        times = new Times(false, false, 2);
        at++;
      } else if (ahead("+")) {
        times = new Times(true, false, 2);
        at++;
      } else if (ahead("?")) {
        times = new Times(false, false, 2);
        at++;
      } else if (ahead("{")) {
        times = counted();
      }
      at += !times.equals(Times.ONCE) && ahead("?") ? 1 : 0;
      return times;
    }

    /// `{2}`, `{2,}` or `{2,4}`; a brace that begins nothing of this kind stands for itself.
    private Times counted() {
      int end = text.indexOf('}', at);
      String inside = end < 0 ? "" : text.substring(at + 1, end);
      if (!inside.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
        return Times.ONCE;
      }
      at = end + 1;
      int comma = inside.indexOf(',');
      int least = Integer.parseInt(comma < 0 ? inside : inside.substring(0, comma));
      boolean open = comma == inside.length() - 1;
      int most =
          comma < 0 ? least : open ? least + 2 : Integer.parseInt(inside.substring(comma + 1));
      return new Times(least > 0, false, Math.max(1, most));
    }
  }
}
