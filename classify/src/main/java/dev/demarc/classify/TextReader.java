package dev.demarc.classify;

/// Reads one text for findings: folded, then as it stands.
final class TextReader {
  private final Folding folding = new Folding();
  private final Scanner scanner;

  TextReader(ClassifierSettings settings, Hits hits) {
    this.scanner = new Scanner(settings, hits);
  }

  /// Reads a member name, which is a text too, and returns what it says about its value.
  Field name(View name) {
    View text = folding.fold(name);
    scanner.scan(text, text.start(), text.end(), Field.NONE, false);
    return KeyTable.of(text.bytes(), text.start(), text.end());
  }

  /// Reads a string about which its key says `hint`.
  void read(View string, Field hint, boolean nearWifi) {
    View text = folding.fold(string);
    scanner.scan(text, text.start(), text.end(), hint, nearWifi);
  }

  /// Reads a number literal.
  void number(View literal, Field hint) {
    scanner.number(literal, hint);
  }
}
