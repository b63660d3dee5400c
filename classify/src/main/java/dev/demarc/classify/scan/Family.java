package dev.demarc.classify.scan;

import dev.demarc.classify.number.NumberChain;

/// A family of values that the engine looks for: it says once what it wants to be called for, and
/// reads the text around such a place when it is called. Every [Scanner] has families of its own,
/// so that one may keep what it last parsed; nobody's value may stay in it longer than a text.
///
/// A new family is a class of its own and a line in [Families].
public interface Family {
  /// Says what this family wants to be called for.
  void declare(Triggers triggers);

  /// Reads around a byte that is part of the anatomy of a value, such as `@`.
  @FunctionalInterface
  interface ByteReader {
    /// Offset after what it reported or read away, or one that is not beyond `at`.
    int read(Scan scan, int at);
  }

  /// Weighs a number.
  @FunctionalInterface
  interface NumberReader {
    void read(Scan scan, NumberChain number);
  }

  /// Weighs a word of ASCII letters and digits that has some of both, at [from, to).
  @FunctionalInterface
  interface CodeReader {
    void read(Scan scan, int from, int to);
  }

  /// Reads around a word that it declared, found at [from, to).
  @FunctionalInterface
  interface WordReader {
    void read(Scan scan, int from, int to);
  }

  /// Reads the value under a key.
  @FunctionalInterface
  interface KeyedReader {
    /// Offset after the value, or -1 if it takes none. What follows the key begins at `at`, blanks
    /// and quotes included.
    int read(Scan scan, Field key, int at, Link link);
  }

  /// How a value hangs on its key.
  enum Link {
    /// The text is the value, and nothing else: a JSON value, a cell, a column's entry.
    WHOLE,
    /// `:`, `=` or `>` stands between them.
    LABEL,
    /// The value follows in quotes.
    QUOTE,
    /// A word of the sentence links them: "is", 是.
    SENTENCE
  }
}
