package dev.demarc.classify.pseudonym;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.text.Text;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The body as it may leave, and how many findings of each category were taken out for good or have
/// a stand-in.
public record Transformed(
    Text body, SortedMap<Category, Integer> redacted, SortedMap<Category, Integer> pseudonymised) {
  public Transformed {
    redacted = Collections.unmodifiableSortedMap(new TreeMap<>(redacted));
    pseudonymised = Collections.unmodifiableSortedMap(new TreeMap<>(pseudonymised));
  }
}
