package dev.demarc.classify.scan;

import dev.demarc.classify.scan.Family.Link;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.JsonSyntax;
import dev.demarc.classify.text.Words;

/// Finds where the value after a key begins and ends, for values that have no shape of their own:
/// by quotes, by the line, by what ends a value in logs, lists and URLs, and by a longest length.
public final class Extent {
  /// What a value without quotes looks like.
  public enum Take {
    /// Several words, as far as a colon before it lets the line be the value.
    TEXT,
    /// One word.
    WORD
  }

  private static final int LONGEST_QUOTED = 256;
  private static final Words SHORTENED =
      new Words("mr", "mrs", "ms", "dr", "prof", "st", "ul", "al", "m", "apt", "ave", "blvd", "rd");
  private int start;
  private int end;

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  /// Whether a value follows at `at` what links it to its key in this way.
  public boolean read(byte[] b, int from, int at, int to, Link link, Take take, int longest) {
    return switch (link) {
      case WHOLE -> whole(b, at, to);
      case LABEL -> after(b, from, at, to, take, longest);
      case QUOTE -> quotedAt(b, at, to);
      case SENTENCE -> word(b, at, to, longest);
    };
  }

  /// Whether a value follows the `:`, `=` or `>` before `at`.
  public boolean after(byte[] b, int from, int at, int to, Take take, int longest) {
    int i = Bytes.skipBlanks(b, at, to);
    if (i < to && (b[i] == '=' || b[i] == '>')) {
      i = Bytes.skipBlanks(b, i + 1, to);
    }
    if (quotedAt(b, i, to)) {
      return true;
    }
    if (quote(b, i, to) > 0 || (i > at && b[at - 1] == '=' && startsPair(b, i, to))) {
      return false;
    }
    boolean element = b[at - 1] == '>';
    boolean toLineEnd =
        take == Take.TEXT && (element || b[at - 1] == ':' || startsLine(b, from, at - 1));
    start = i;
    end = bareEnd(b, i, to, longest, toLineEnd);
    return end > start;
  }

  /// Ends the value where `sign` stands in it.
  public void endBefore(byte[] b, String sign) {
    for (int i = start; i < end; i++) {
      if (Bytes.at(b, i, end, sign)) {
        end = i;
      }
    }
  }

  /// Whether one word, or a quoted text, follows at `at`.
  public boolean word(byte[] b, int at, int to, int longest) {
    int i = Bytes.skipBlanks(b, at, to);
    if (quotedAt(b, i, to)) {
      return true;
    }
    start = i;
    end = bareEnd(b, i, to, longest, false);
    return end > start;
  }

  /// Whether there is a value in [from, to), which is all of it, quoted or not.
  public boolean whole(byte[] b, int from, int to) {
    start = JsonSyntax.skipSpace(b, from, to);
    end = Bytes.trimEnd(b, start, to);
    int quote = quote(b, start, end);
    if (quote > 0 && end - start >= 2 * quote && same(b, start, end - quote, quote)) {
      start += quote;
      end -= quote;
    }
    return end > start;
  }

  /// Whether a quoted value opens at `at`.
  public boolean quotedAt(byte[] b, int at, int to) {
    int quote = quote(b, at, to);
    if (quote == 0) {
      return false;
    }
    start = at + quote;
    int limit = Math.min(to, start + LONGEST_QUOTED);
    int i = start;
    while (i + quote <= limit && b[i] != '\n') {
      int escape = escape(b, i, quote, to);
      if (escape == 0 && closes(b, at, i, quote)) {
        end = i;
        if (b[at] == (byte) 0xC2) {
          start = Bytes.skipBlanks(b, start, end);
          end = Bytes.trimEnd(b, start, end);
        }
        return end > start;
      }
      i += Math.max(1, escape);
    }
    return false;
  }

  /// Length of the escaped character at `at` between such quotes, or 0: a backslash and what it
  /// escapes, each written twice where the quotes are those of JSON shown in JSON.
  private static int escape(byte[] b, int at, int quote, int to) {
    boolean escapes = b[at] == '\\' && quote <= 2 && at + 2 * quote <= to;
    return escapes && (quote == 1 || b[at + 1] == '\\') ? 2 * quote : 0;
  }

  /// Length of the quotation mark at `at`, or 0. A backslash belongs to the mark where the text
  /// shows escaped JSON.
  private static int quote(byte[] b, int at, int to) {
    if (at >= to) {
      return 0;
    }
    return switch (b[at]) {
      case '"' -> isDoubled(b, at, to) ? 2 : 1;
      case '\'', '`' -> 1;
      case '\\' -> at + 1 < to && b[at + 1] == '"' ? 2 : 0;
      case (byte) 0xC2 -> at + 2 <= to && b[at + 1] == (byte) 0xAB ? 2 : 0;
      case (byte) 0xE2 -> at + 3 <= to && b[at + 1] == (byte) 0x80 && opens(b[at + 2]) ? 3 : 0;
      case (byte) 0xE3 ->
          at + 3 <= to && b[at + 1] == (byte) 0x80 && (b[at + 2] & 0xF9) == 0x88 ? 3 : 0;
      default -> 0;
    };
  }

  /// Whether the mark that ends with this byte opens “ ”, „ “ or ‘ ’.
  private static boolean opens(byte last) {
    return (last & 0xFE) == 0x9C || last == (byte) 0x9E || last == (byte) 0x98;
  }

  /// Whether the mark is doubled, as CSV has it inside a cell, and no pair with nothing in it.
  private static boolean isDoubled(byte[] b, int at, int to) {
    return at + 2 < to
        && b[at + 1] == '"'
        && (b[at + 2] < 0
            || Bytes.alphanumeric(b[at + 2])
            || "!#$%&*+-./:@[^_~(".indexOf(b[at + 2]) >= 0);
  }

  private static boolean closes(byte[] b, int open, int at, int quote) {
    if (b[open] == (byte) 0xC2) {
      return b[at] == (byte) 0xC2 && b[at + 1] == (byte) 0xBB;
    }
    if (quote < 3) {
      return same(b, open, at, quote);
    }
    // “ ” and 「 」: the closing mark is the next code point; „ closes with either of “ ”.
    int mark = b[open + 2] == (byte) 0x9E && b[open] == (byte) 0xE2 ? 0x9D : b[open + 2] | 1;
    return b[at] == b[open] && b[at + 1] == b[open + 1] && (byte) (b[at + 2] | 1) == (byte) mark;
  }

  private static boolean same(byte[] b, int one, int other, int length) {
    for (int k = 0; k < length; k++) {
      if (b[one + k] != b[other + k]) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsLine(byte[] b, int from, int at) {
    int words = 0;
    for (int i = at - 1; i >= from && b[i] != '\n'; i--) {
      if (b[i] == '=' || b[i] == '&' || b[i] == '?' || words++ > 40) {
        return false;
      }
    }
    return true;
  }

  private static int bareEnd(byte[] b, int from, int to, int longest, boolean toLineEnd) {
    int i = from;
    for (int octets = 0; i < to && octets < longest; octets++) {
      int quoted = toLineEnd && i > from && b[i - 1] == ' ' ? quotedEnd(b, i, to, longest) : -1;
      if (quoted < 0 && endsValue(b, from, i, to, toLineEnd)) {
        break;
      }
      i = quoted > 0 ? quoted : octetEnd(b, i, to);
    }
    while (i < to && (b[i] & 0xC0) == 0x80) {
      i--;
    }
    return Bytes.trimEnd(b, from, i);
  }

  /// Offset after a word in quotes that is part of a value, or -1.
  private static int quotedEnd(byte[] b, int at, int to, int longest) {
    if (b[at] != '"') {
      return -1;
    }
    int i = at + 1;
    while (i < to && i - at < longest && b[i] != '"' && b[i] != '\n') {
      i++;
    }
    return i < to && b[i] == '"' && i > at + 1 ? i + 1 : -1;
  }

  /// Offset after one octet of a value, which a URL may spell with three characters.
  private static int octetEnd(byte[] b, int at, int to) {
    boolean encoded =
        b[at] == '%' && at + 2 < to && Bytes.hex(b[at + 1]) >= 0 && Bytes.hex(b[at + 2]) >= 0;
    return encoded ? at + 3 : at + 1;
  }

  private static boolean endsValue(byte[] b, int from, int i, int to, boolean toLineEnd) {
    return switch (b[i]) {
      case '\n', '\r', '\t', ',', ';', '|', '&', ')', ']', '}', '"', '<' -> true;
      case ' ' ->
          !toLineEnd
              || (i + 1 < to && (b[i + 1] == ' ' || b[i + 1] == '(' || startsPair(b, i + 1, to)));
      case '.' ->
          i + 1 == to
              ? !toLineEnd
              : b[i + 1] == '\n' || (b[i + 1] == ' ' && !(toLineEnd && isShortened(b, from, i)));
      case '\\' -> i + 1 < to && (b[i + 1] == 'n' || b[i + 1] == 't' || b[i + 1] == 'r');
      case (byte) 0xE3 ->
          i + 2 < to
              && b[i + 1] == (byte) 0x80
              && (b[i + 2] == (byte) 0x82 || b[i + 2] == (byte) 0x81);
      default -> false;
    };
  }

  /// Whether a name and `=` stand at `at`, as between the pairs of a log line.
  private static boolean startsPair(byte[] b, int at, int to) {
    int i = at;
    while (i < to && (Bytes.alphanumeric(b[i]) || b[i] == '_' || b[i] == '-' || b[i] == '.')) {
      i++;
    }
    boolean ends = i + 1 >= to || b[i + 1] != '=';
    return i > at && i < to && b[i] == '=' && ends && Bytes.letter(b[at]);
  }

  /// Whether the full stop at `at` follows an initial or a title of a person.
  private static boolean isShortened(byte[] b, int from, int at) {
    int word = at;
    while (word > from && Bytes.letter(b[word - 1])) {
      word--;
    }
    boolean initial = word == at - 1 && b[word] >= 'A' && b[word] <= 'Z';
    return initial || SHORTENED.endAt(b, word, at) == at;
  }
}
