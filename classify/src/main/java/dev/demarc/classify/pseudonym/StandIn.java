package dev.demarc.classify.pseudonym;

import dev.demarc.classify.text.Text;
import java.util.Optional;

/// Gives the reversible stand-in of a value: the same for the same word and canonical spelling.
/// `Pseudonyms` is the one that the gateway uses.
@FunctionalInterface
public interface StandIn {
  /// The stand-in for `value`, of the characters `[A-Z0-9_]` only, so that it needs no escape
  /// wherever it is put.
  String of(String word, Text canonical, Text value);

  /// The stand-in for text that is spelled like one given out already, `name` in upper case; absent
  /// where none of that name was.
  default Optional<String> literal(String name, String spelled) {
    return Optional.empty();
  }
}
