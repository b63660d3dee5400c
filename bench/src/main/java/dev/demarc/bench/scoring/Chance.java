package dev.demarc.bench.scoring;

import java.util.List;
import java.util.Random;

/// Draws that are the same in every run: `java.util.Random`, whose sequence its contract fixes.
record Chance(Random random) {
  static final String DIGITS = "0123456789";
  static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  static final String HEX = "0123456789abcdef";
  static final String BASE62 = DIGITS + UPPER + LOWER;

  static Chance of(long seed) {
    return new Chance(new Random(seed));
  }

  /// A number from `low` to `high`, both included.
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /// True `percent` times in a hundred.
  boolean in(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  String pick(String... from) {
    return from[random.nextInt(from.length)];
  }

  /// `count` characters of the alphabet.
  String chars(String alphabet, int count) {
    var made = new StringBuilder();
    for (int i = 0; i < count; i++) {
      made.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return made.toString();
  }

  String digits(int count) {
    return chars(DIGITS, count);
  }

  String hex(int count) {
    return chars(HEX, count);
  }

  byte[] bytes(int count) {
    var made = new byte[count];
    random.nextBytes(made);
    return made;
  }

  /// A number from `low` to `high` written with `width` digits.
  String number(int low, int high, int width) {
    String plain = Integer.toString(between(low, high));
    return "0".repeat(Math.max(0, width - plain.length())) + plain;
  }
}
