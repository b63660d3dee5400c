package dev.demarc.classify.pseudonym;

/// The text of one lane, read through the quoting it may carry: tool arguments (and structured
/// output) are JSON in the text, so a value put into one of its strings is escaped once more.
///
/// Whether a text is JSON is known by its first character, since a stream cannot wait for the rest.
/// Inside a JSON string, escapes are seen for what they spell, or the `n` of `\n` would belong to
/// the word behind it; a pseudonym itself is never spelled with them, save Markdown's `\\_`.
final class LaneText {
  /// What the text may be, by its first character that is not blank.
  enum Shape {
    /// Plain text, whatever it begins with.
    PLAIN(""),
    /// Text, or one JSON object.
    TEXT_OR_OBJECT("{"),
    /// Tool arguments: JSON, or plain text where the model wrote something else.
    ARGUMENTS("{[\"");

    private final String json;

    Shape(String json) {
      this.json = json;
    }
  }

  private enum State {
    UNDECIDED,
    PLAIN,
    OUTSIDE,
    INSIDE,
    ESCAPE,
    CODE_POINT
  }

  private final Shape shape;
  private final PseudonymScan scan;
  private State state = State.UNDECIDED;
  private int escapeFrom;
  private int codePoint;
  private int codePointDigits;

  LaneText(Shape shape, PseudonymScan scan) {
    this.shape = shape;
    this.scan = scan;
  }

  /// Whether the text here is inside a JSON string of its own.
  boolean quoted() {
    return state == State.INSIDE || state == State.ESCAPE || state == State.CODE_POINT;
  }

  /// Whether the text is JSON: what waits at its end is in its middle, since JSON ends in a bracket
  /// or a quote.
  boolean json() {
    return quoted() || state == State.OUTSIDE;
  }

  /// The next character, whose bytes begin at `from`.
  void accept(int c, int from) {
    switch (state) {
      case UNDECIDED -> first(c, from);
      case PLAIN -> scan.accept(c, from);
      case OUTSIDE -> outside(c, from);
      case INSIDE -> inside(c, from);
      case ESCAPE -> escape(c);
      case CODE_POINT -> codePoint(c, from);
    }
  }

  private void first(int c, int from) {
    if (c > ' ') {
      state = shape.json.indexOf(c) < 0 ? State.PLAIN : State.OUTSIDE;
      accept(c, from);
    }
  }

  private void outside(int c, int from) {
    scan.accept(c, from);
    if (c == '"') {
      scan.stringBegins();
      state = State.INSIDE;
    }
  }

  private void inside(int c, int from) {
    if (c == '"') {
      scan.stringEnds(from);
      state = State.OUTSIDE;
    } else if (c == '\\') {
      scan.settle(from);
      escapeFrom = from;
      state = State.ESCAPE;
    } else {
      scan.accept(c, from);
    }
  }

  private void escape(int c) {
    state = State.INSIDE;
    switch (c) {
      case '\\' -> scan.accept(c, escapeFrom);
      case 'n', 'r', 't', 'b', 'f' -> scan.acceptEscaped('\n');
      case 'u' -> {
        scan.forget();
        codePoint = 0;
        codePointDigits = 0;
        state = State.CODE_POINT;
      }
      default -> scan.acceptEscaped(c);
    }
  }

  private void codePoint(int c, int from) {
    int digit = Character.digit(c, 16);
    if (digit < 0) {
      state = State.INSIDE;
      inside(c, from);
      return;
    }
    codePoint = codePoint << 4 | digit;
    if (++codePointDigits == 4) {
      scan.acceptEscaped(codePoint);
      state = State.INSIDE;
    }
  }
}
