package dev.demarc.classify;

/// The words and names that scanners look for, built once and shared by all of them.
record Lexicon(KeyTable keys, Automaton words) {
  /// What all families declare.
  static Lexicon ofFamilies() {
    return new Lexicon(KeyTable.KNOWN, new Automaton(new Families().triggers().words()));
  }
}
