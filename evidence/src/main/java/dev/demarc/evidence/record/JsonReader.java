package dev.demarc.evidence.record;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.Strict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads one strict JSON value (RFC 8259, narrowed by what [Json] can hold) from the whole of a
/// text. What two readers could take differently is refused; messages name the character, not the
/// content.
final class JsonReader {
  /// Deeper than any leaf, shallow enough for every stack.
  private static final int MAX_DEPTH = 32;

  private final String text;
  private int at;

  JsonReader(String text) {
    this.text = text;
  }

  Json read() throws Malformed {
    Json value = value(0);
    space();
    if (at < text.length()) {
      throw refuse("something follows the value");
    }
    return value;
  }

  private Json value(int depth) throws Malformed {
    if (depth > MAX_DEPTH) {
      throw refuse("nested more than " + MAX_DEPTH + " deep");
    }
    space();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> new Json.Str(string());
      case 't' -> word("true", new Json.Bool(true));
      case 'f' -> word("false", new Json.Bool(false));
      case 'n' -> word("null", new Json.Null());
      default -> number();
    };
  }

  private Json object(int depth) throws Malformed {
    Map<String, Json> members = new LinkedHashMap<>();
    at++;
    space();
    if (taken('}')) {
      return new Json.Obj(members);
    }
    do {
      space();
      String name = string();
      space();
      take(':');
      if (members.put(name, value(depth + 1)) != null) {
        throw refuse("a member is there twice");
      }
      space();
    } while (taken(','));
    take('}');
    return new Json.Obj(members);
  }

  private Json array(int depth) throws Malformed {
    List<Json> items = new ArrayList<>();
    at++;
    space();
    if (taken(']')) {
      return new Json.Arr(items);
    }
    do {
      items.add(value(depth + 1));
      space();
    } while (taken(','));
    take(']');
    return new Json.Arr(items);
  }

  private Json number() throws Malformed {
    int start = at;
    taken('-');
    int digits = at;
    while (Character.digit(peek(), 10) >= 0 && peek() < 0x80) {
      at++;
    }
    if (at == digits) {
      throw refuse("no JSON value");
    }
    if (peek() == '.' || peek() == 'e' || peek() == 'E') {
      throw refuse("a number with a fraction or an exponent");
    }
    boolean leadingZero = text.charAt(digits) == '0' && (at - digits > 1 || digits > start);
    if (leadingZero) {
      throw refuse("a number with a leading zero or a negative zero");
    }
    // 2^53 has 16 digits.
    long value = at - digits > 16 ? Long.MAX_VALUE : Long.parseLong(text.substring(digits, at));
    if (value > Json.MAX_INT) {
      throw refuse("a number of 2^53 or more");
    }
    return new Json.Int(digits > start ? -value : value);
  }

  private String string() throws Malformed {
    take('"');
    int end = at;
    while (end < text.length() && plain(text.charAt(end))) {
      end++;
    }
    StringBuilder string = new StringBuilder().append(text, at, end);
    at = end;
    while (!taken('"')) {
      char c = next();
      if (c < ' ') {
        throw refuse("a control character that is not escaped");
      }
      string.append(c == '\\' ? escaped() : c);
    }
    String read = string.toString();
    if (!Strict.isUnicode(read)) {
      throw refuse("half a surrogate pair");
    }
    return read;
  }

  private static boolean plain(char c) {
    return c >= ' ' && c != '"' && c != '\\';
  }

  private char escaped() throws Malformed {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw refuse("an escape that JSON does not have");
    };
  }

  private char unicode() throws Malformed {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      char c = next();
      if (!(c < 0x80 && Character.digit(c, 16) >= 0)) {
        throw refuse("an escape without four hex digits");
      }
      value = value << 4 | Character.digit(c, 16);
    }
    return (char) value;
  }

  private Json word(String word, Json value) throws Malformed {
    if (!text.startsWith(word, at)) {
      throw refuse("no JSON value");
    }
    at += word.length();
    return value;
  }

  private void space() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /// The next character without taking it; NUL, which no value begins with, at the end.
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private char next() throws Malformed {
    if (at >= text.length()) {
      throw refuse("the text ends too early");
    }
    return text.charAt(at++);
  }

  private boolean taken(char c) {
    boolean found = at < text.length() && text.charAt(at) == c;
    at += found ? 1 : 0;
    return found;
  }

  private void take(char c) throws Malformed {
    if (!taken(c)) {
      throw refuse("'" + c + "' is missing");
    }
  }

  private Malformed refuse(String what) {
    return new Malformed("not strict JSON at character " + at + ": " + what);
  }
}
