package dev.demarc.classify.text;

import dev.demarc.classify.text.Unreadable.Fault;
import org.jspecify.annotations.Nullable;

/// Reads JSON (RFC 8259) byte by byte, once, without building a tree, and tells a visitor what
/// stands where.
///
/// The body itself is read strictly: whatever two readers could understand differently is a fault.
/// JSON inside a string is content, so there doubled names, lone surrogates and bare control
/// characters are read the generous way: all of it is visited, nothing refused.
public final class JsonWalker {
  /// Is told each thing in document order. Views are valid during the call only.
  public interface Visitor {
    void open(boolean object, int rawStart) throws Unreadable;

    void close(boolean object, int rawEnd);

    void name(View name) throws Unreadable;

    void string(View text) throws Unreadable;

    void number(View literal) throws Unreadable;

    void literal(View word) throws Unreadable;
  }

  // What a byte means inside a string: its signs alone, or one of these as well.
  private static final int QUOTE = 1 << 28;
  private static final int ESCAPE = 1 << 29;
  private static final int CONTROL = 1 << 30;
  private static final int[] IN_STRING = new int[256];

  static {
    for (int c = 0; c < 256; c++) {
      IN_STRING[c] = Signs.of((byte) c) | (c < 0x20 ? CONTROL : 0);
    }
    IN_STRING['"'] |= QUOTE;
    IN_STRING['\\'] |= ESCAPE;
  }

  private final Visitor visitor;
  private final boolean strict;
  private final View view = new View();
  private final Unescape unescape = new Unescape();
  private @Nullable View below;
  private byte[] b = new byte[0];
  private int end;
  private int pos;

  public JsonWalker(Visitor visitor, boolean strict) {
    this.visitor = visitor;
    this.strict = strict;
  }

  /// Reads the body.
  public void body(byte[] body) throws Unreadable {
    read(body, 0, body.length, null);
  }

  /// Reads the JSON that the text of a string is.
  public void inside(View text) throws Unreadable {
    read(text.bytes(), text.start(), text.end(), text);
  }

  private void read(byte[] bytes, int from, int to, @Nullable View under) throws Unreadable {
    b = bytes;
    pos = from;
    end = to;
    below = under;
    space();
    value();
    space();
    if (pos < end) {
      throw fault(Fault.TRAILING_BYTES, pos);
    }
  }

  private void value() throws Unreadable {
    switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> {
        string();
        visitor.string(view);
      }
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  private void object() throws Unreadable {
    visitor.open(true, raw(pos));
    pos++;
    space();
    if (peek() == '}') {
      pos++;
      visitor.close(true, raw(pos));
      return;
    }
    while (true) {
      if (peek() != '"') {
        throw fault(Fault.BAD_SYNTAX, pos);
      }
      string();
      visitor.name(view);
      space();
      expect(':');
      space();
      value();
      space();
      if (peek() == '}') {
        break;
      }
      expect(',');
      space();
    }
    pos++;
    visitor.close(true, raw(pos));
  }

  private void array() throws Unreadable {
    visitor.open(false, raw(pos));
    pos++;
    space();
    if (peek() == ']') {
      pos++;
      visitor.close(false, raw(pos));
      return;
    }
    while (true) {
      value();
      space();
      if (peek() == ']') {
        break;
      }
      expect(',');
      space();
    }
    pos++;
    visitor.close(false, raw(pos));
  }

  private void string() throws Unreadable {
    int from = pos + 1;
    int i = from;
    int seen = 0;
    while (i < end) {
      int kind = IN_STRING[b[i] & 0xFF];
      if (kind < QUOTE) {
        seen |= kind;
        i++;
      } else if (kind < ESCAPE) {
        view.slice(b, from, i, below);
        view.sign(seen & (QUOTE - 1));
        pos = i + 1;
        return;
      } else if (kind < CONTROL) {
        escapedString(from, i);
        return;
      } else if (strict) {
        throw fault(Fault.CONTROL_CHARACTER, i);
      } else {
        seen |= kind;
        i++;
      }
    }
    throw fault(Fault.ENDS_EARLY, end);
  }

  private void escapedString(int from, int firstEscape) throws Unreadable {
    unescape.begin(b, from, firstEscape);
    int i = firstEscape;
    while (i < end) {
      int kind = IN_STRING[b[i] & 0xFF];
      if (kind >= QUOTE && kind < ESCAPE) {
        unescape.show(view, i, below);
        pos = i + 1;
        return;
      }
      if (kind >= ESCAPE && kind < CONTROL) {
        i = escape(i);
      } else if (kind >= CONTROL && strict) {
        throw fault(Fault.CONTROL_CHARACTER, i);
      } else {
        i = kind >= CONTROL ? control(i) : plain(i);
      }
    }
    throw fault(Fault.ENDS_EARLY, end);
  }

  private int control(int i) {
    unescape.copy(b[i], i);
    return i + 1;
  }

  private int plain(int from) {
    int i = from;
    int seen = 0;
    while (i < end && IN_STRING[b[i] & 0xFF] < QUOTE) {
      seen |= IN_STRING[b[i++] & 0xFF];
    }
    unescape.copy(b, from, i, seen);
    return i;
  }

  private int escape(int i) throws Unreadable {
    int next = unescape.escape(b, i, end, strict);
    if (next > 0) {
      return next;
    }
    if (next == Unescape.LONE_SURROGATE) {
      throw fault(Fault.LONE_SURROGATE, i);
    }
    throw fault(next == Unescape.CUT ? Fault.ENDS_EARLY : Fault.BAD_ESCAPE, i);
  }

  private void number() throws Unreadable {
    int from = pos;
    int to = JsonSyntax.number(b, from, end);
    if (to < 0) {
      throw fault(isNumberStart(b[from]) ? Fault.BAD_NUMBER : Fault.BAD_SYNTAX, from);
    }
    pos = to;
    view.slice(b, from, to, below);
    view.sign(Signs.DIGIT);
    visitor.number(view);
  }

  private static boolean isNumberStart(byte c) {
    return c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9');
  }

  private void word(String word) throws Unreadable {
    int from = pos;
    for (int k = 0; k < word.length(); k++) {
      expect(word.charAt(k));
    }
    view.slice(b, from, pos, below);
    view.sign(Signs.DIGIT);
    visitor.literal(view);
  }

  private void space() {
    while (pos < end && JsonSyntax.isSpace(b[pos])) {
      pos++;
    }
  }

  private byte peek() throws Unreadable {
    if (pos >= end) {
      throw fault(Fault.ENDS_EARLY, end);
    }
    return b[pos];
  }

  private void expect(char wanted) throws Unreadable {
    if (peek() != wanted) {
      throw fault(Fault.BAD_SYNTAX, pos);
    }
    pos++;
  }

  private int raw(int i) {
    return below == null ? i : below.raw(i);
  }

  private Unreadable fault(Fault fault, int at) {
    return new Unreadable(fault, raw(at));
  }
}
