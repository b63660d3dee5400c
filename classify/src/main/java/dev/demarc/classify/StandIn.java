package dev.demarc.classify;

/// Gives the reversible stand-in of a value: the same for the same word and canonical spelling.
/// `Pseudonyms` is the one that the gateway uses.
@FunctionalInterface
public interface StandIn {
  /// The stand-in for `value`, of the characters `[A-Z0-9_]` only, so that it needs no escape
  /// wherever it is put.
  String of(String word, Text canonical, Text value);
}
