package dev.demarc.classify.pseudonym;

/// Tells, character by character, whether a text is inside a URL.
///
/// A value restored into a URL leaves for whoever runs that host as soon as a client shows the
/// picture or follows the link, and the URL may be one that an injected prompt dictated. So a URL
/// reaches here as far as any reader may take it: it begins at `//` or `www.` (also relative to a
/// scheme), or with a Markdown target `](`, and where it ends depends on what stood before it. The
/// backslash that Markdown drops is skipped.
final class UrlSense {
  private enum Within {
    NOTHING,
    /// Ends as RFC 3986 Appendix C delimits: blank, angle bracket, double quote; or backtick.
    TEXT,
    /// An unquoted attribute or a link reference: ends at a blank.
    WORD,
    /// `<...>`: blanks belong to it.
    ANGLES,
    /// Quoted, as attributes are: ends at the same quote only.
    QUOTES,
    /// `(...)`: ends at a blank or at the parenthesis that closes it (CommonMark 0.31.2, 6.3).
    PARENTHESES,
    /// A JSON string that begins with a URL: ends with the string.
    STRING
  }

  private static final int BLANK = ' ';
  private static final int STRING_START = -1;

  private Within within = Within.NOTHING;
  private int quote;
  private int open;
  private boolean begun;
  private int escapeDigits;

  private int previous = BLANK;
  private int solid = BLANK;
  private int opener = BLANK;
  private int www;
  private boolean reference;

  boolean inside() {
    return within != Within.NOTHING;
  }

  /// A JSON string begins: an empty text, in which a URL at the start reaches to the end.
  void string() {
    reset(STRING_START);
  }

  /// The JSON string ended.
  void outside() {
    reset(BLANK);
  }

  private void reset(int before) {
    within = Within.NOTHING;
    previous = before;
    solid = before;
    www = 0;
    reference = false;
    escapeDigits = 0;
  }

  void accept(int c) {
    if (inside()) {
      stay(c);
      previous = c;
    } else if (c != '\\') {
      enter(c);
      previous = c;
      solid = blank(c) ? solid : c;
    }
  }

  /// Whether the next character, `c`, is a digit of a percent-encoded byte.
  boolean encodes(int c) {
    return inside() && escapeDigits > 0 && hex(c);
  }

  private void enter(int c) {
    if (c == '(' && previous == ']') {
      begin(Within.PARENTHESES, false);
    } else if (scheme(c)) {
      word(c);
    } else {
      www = 0;
      reference = reference && blank(c);
    }
  }

  private void word(int c) {
    if (scheme(previous)) {
      www = (www > 0 && "www.".charAt(www) == (c | 0x20)) ? www + 1 : 0;
    } else {
      opener = opener();
      www = (c | 0x20) == 'w' ? 1 : 0;
    }
    reference = c == ':' && previous == ']';
    if (www == 4 || (c == '/' && previous == '/')) {
      begin(kind(), true);
    }
  }

  /// What the word that begins now stands after; blanks between are seen through where HTML and
  /// Markdown ignore them: after an equals sign and `]:`.
  private int opener() {
    if (!blank(previous)) {
      return previous;
    }
    return reference ? ']' : solid == '=' ? solid : BLANK;
  }

  private Within kind() {
    return switch (opener) {
      case '<' -> Within.ANGLES;
      case '"', '\'', '`' -> Within.QUOTES;
      case '(' -> Within.PARENTHESES;
      case '=', ']' -> Within.WORD;
      case STRING_START -> Within.STRING;
      default -> Within.TEXT;
    };
  }

  private void begin(Within kind, boolean targetBegun) {
    within = kind;
    quote = opener;
    open = 1;
    begun = targetBegun;
    escapeDigits = 0;
    www = 0;
  }

  private void stay(int c) {
    escapeDigits = c == '%' ? 2 : encodes(c) ? escapeDigits - 1 : 0;
    boolean ended =
        switch (within) {
          case NOTHING -> true;
          case TEXT -> blank(c) || c == '<' || c == '>' || c == '"' || c == '`';
          case WORD -> blank(c) || c == '>';
          case ANGLES -> (c == '>' && previous != '\\') || c == '\n' || c == '\r';
          case QUOTES -> c == quote;
          case PARENTHESES -> closes(c);
          case STRING -> false;
        };
    if (ended) {
      within = Within.NOTHING;
      solid = blank(c) ? solid : c;
    }
  }

  private boolean closes(int c) {
    if (blank(c)) {
      return begun;
    }
    if (c == '<' && !begun) {
      within = Within.ANGLES;
      return false;
    }
    begun = true;
    if (previous != '\\') {
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return open == 0;
  }

  private static boolean blank(int c) {
    return c >= 0 && c <= ' ';
  }

  private static boolean hex(int c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
  }

  /// Characters of a scheme, of `www.` and of what follows a scheme.
  private static boolean scheme(int c) {
    return (c >= '0' && c <= '9')
        || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
        || c == '+'
        || c == '-'
        || c == '.'
        || c == ':'
        || c == '/';
  }
}
