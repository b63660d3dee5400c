package dev.demarc.evidence.verify;

import java.util.Base64;
import java.util.Locale;

/// How numbers, ranges and hashes are spelled in reports.
final class Words {
  private Words() {}

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /// For example "1 permit" or "2 permits".
  static String count(long value, String noun) {
    String stem = noun.substring(0, noun.length() - 1);
    String plural = noun.endsWith("y") ? stem + "ies" : noun + "s";
    return number(value) + " " + (value == 1 ? noun : plural);
  }

  /// The entries of `[start, end)`, for example "entry 7" or "entries 8 to 15".
  static String entries(long start, long end) {
    return end - start == 1
        ? "entry " + number(start)
        : "entries " + number(start) + " to " + number(end - 1);
  }

  /// The words as the beginning of a sentence.
  static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  static String hash(byte[] hash) {
    return Base64.getEncoder().encodeToString(hash);
  }
}
