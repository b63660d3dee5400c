package dev.demarc.policy.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/// The known word that a mistyped one most likely meant.
public final class Nearest {
  private Nearest() {}

  /// ` (nearest is ...)` with the known word at the least edit distance, or what is known if none
  /// is near: ready to stand at the end of an error message.
  public static String hint(String word, Collection<String> known) {
    if (known.isEmpty()) {
      return "";
    }
    String nearest =
        known.stream().min(Comparator.comparingInt(candidate -> distance(word, candidate))).get();
    int limit = Math.max(2, Math.max(word.length(), nearest.length()) / 2);
    return distance(word, nearest) <= limit
        ? "; the nearest known is `" + nearest + "`"
        : "; known are " + String.join(", ", known);
  }

  /// Levenshtein distance without regard to case.
  static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
