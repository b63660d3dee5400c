package dev.demarc.classify.text;

import java.util.Arrays;

/// The code part of a pseudonym: Crockford base32 characters of a keyed hash, then one check
/// character.
///
/// A character is a digit of GF(32) (x^5 + x^2 + 1, generator a), and a code is whole where the sum
/// of a^i * d_i is zero, i counting from the check character at 0. A substituted character changes
/// the sum by a^i * e, two swapped neighbours by (a^(i+1) + a^i) * (d + d'); neither is ever zero,
/// so every single substitution and every adjacent transposition is seen.
public final class PseudonymCode {
  /// Length of a code without collision: 7 characters of the hash and the check character.
  public static final int SHORTEST = 8;

  /// Length of the longest code: 15 characters (75 bits) of the hash and the check character.
  public static final int LONGEST = 16;

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;
  private static final int REDUCTION = 0b100101;
  private static final byte[] DIGITS = digits();

  private PseudonymCode() {}

  /// The code of `length` characters, check character included, from the first bits of `hash`.
  public static String of(byte[] hash, int length) {
    StringBuilder code = new StringBuilder(length);
    int sum = 0;
    for (int i = 0; i < length - 1; i++) {
      int digit = fiveBits(hash, i * BITS);
      code.append(ALPHABET.charAt(digit));
      sum = timesGenerator(sum) ^ digit;
    }
    return code.append(ALPHABET.charAt(timesGenerator(sum))).toString();
  }

  /// Whether the upper-case characters [from, to) are a code whose check character fits.
  public static boolean whole(byte[] text, int from, int to) {
    if (!spelled(text, from, to)) {
      return false;
    }
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum = timesGenerator(sum) ^ DIGITS[text[i]];
    }
    return sum == 0;
  }

  /// Whether the upper-case characters [from, to) have the length and the alphabet of a code.
  public static boolean spelled(byte[] text, int from, int to) {
    if (to - from < SHORTEST || to - from > LONGEST) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text[i] < 0 || DIGITS[text[i]] < 0) {
        return false;
      }
    }
    return true;
  }

  /// The same, for characters of any case.
  public static boolean mayBeSpelled(byte[] text, int from, int to) {
    if (to - from < SHORTEST || to - from > LONGEST) {
      return false;
    }
    for (int i = from; i < to; i++) {
      byte c = text[i];
      if (c < 0 || DIGITS[c >= 'a' && c <= 'z' ? c - 32 : c] < 0) {
        return false;
      }
    }
    return true;
  }

  private static int timesGenerator(int digit) {
    int doubled = digit << 1;
    return (doubled & (1 << BITS)) == 0 ? doubled : doubled ^ REDUCTION;
  }

  private static int fiveBits(byte[] hash, int bit) {
    int two = ((hash[bit / 8] & 0xFF) << 8) | (hash[bit / 8 + 1] & 0xFF);
    return (two >> (16 - BITS - bit % 8)) & 0x1F;
  }

  private static byte[] digits() {
    byte[] digits = new byte[128];
    Arrays.fill(digits, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      digits[ALPHABET.charAt(i)] = (byte) i;
    }
    return digits;
  }
}
