package dev.demarc.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Unmodifiable sorted copies: what a record class keeps is in one order, so that it encodes and
/// compares the same everywhere.
final class Copies {
  private Copies() {}

  static <T> SortedSet<T> of(Collection<? extends T> values) {
    return Collections.unmodifiableSortedSet(new TreeSet<T>(values));
  }

  static <K, V> SortedMap<K, V> of(Map<? extends K, ? extends V> values) {
    return Collections.unmodifiableSortedMap(new TreeMap<K, V>(values));
  }
}
