package dev.demarc.classify.read;

import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.KeyTable;
import dev.demarc.classify.scan.OperatorRules;
import java.util.HashMap;
import java.util.Map;

/// The words and names that scanners look for, built once and shared by all of them.
public record Lexicon(KeyTable keys, Automaton words) {
  /// What all families declare, and the operator.
  public static Lexicon of(OperatorRules rules) {
    Map<String, Field> keys = new HashMap<>();
    rules.keys().forEach((name, category) -> keys.put(name, Field.of(category)));
    KeyTable table = keys.isEmpty() ? KeyTable.KNOWN : KeyTable.KNOWN.with(keys);
    return new Lexicon(table, new Automaton(new Families(rules).triggers().words()));
  }
}
