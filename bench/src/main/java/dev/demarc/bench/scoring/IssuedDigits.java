package dev.demarc.bench.scoring;

import java.math.BigInteger;
import java.util.Locale;

/// Check digits as the issuers define them.
final class IssuedDigits {
  static final String MOD31 = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String[] VERHOEFF_D = {
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"
  };
  private static final String[] VERHOEFF_P = {
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258"
  };

  private IssuedDigits() {}

  /// The digit that makes `digits` pass ISO/IEC 7812-1, annex B.
  private static int luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return (10 - sum % 10) % 10;
  }

  static String withLuhn(String digits) {
    return digits + luhn(digits);
  }

  static boolean passesLuhn(String digits) {
    int last = digits.length() - 1;
    return luhn(digits.substring(0, last)) == digits.charAt(last) - '0';
  }

  /// The sum of digits or letters (A = 10), each times its weight; weights repeat.
  static int weighted(String value, int... weights) {
    int sum = 0;
    for (int i = 0; i < value.length(); i++) {
      sum += Character.digit(value.charAt(i), 36) * weights[i % weights.length];
    }
    return sum;
  }

  /// The two check digits of ISO 13616 for a country and the rest of the account.
  static String iban(String country, String account) {
    String moved = account + country + "00";
    var digits = new StringBuilder();
    for (int i = 0; i < moved.length(); i++) {
      char c = moved.charAt(i);
      digits.append(Character.digit(c, 36));
    }
    int rest = new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    return String.format(Locale.ROOT, "%02d", 98 - rest);
  }

  /// ISO 7064 MOD 11-2, as GB 11643 uses it.
  static char mod11and2(String digits) {
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    return "10X98765432".charAt(weighted(digits, weights) % 11);
  }

  /// GB 32100: weights are powers of 3 modulo 31.
  static char mod31(String value) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      sum += MOD31.indexOf(c) * weight;
      weight = weight * 3 % 31;
    }
    return MOD31.charAt((31 - sum % 31) % 31);
  }

  /// ISO 7064 MOD 11,10, as the German tax number uses it.
  static int mod11and10(String digits) {
    int product = 10;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int sum = (c - '0' + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10;
  }

  static int verhoeff(String digits) {
    int state = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int permuted = VERHOEFF_P[(i + 1) % 8].charAt(digit) - '0';
      state = VERHOEFF_D[state].charAt(permuted) - '0';
    }
    return "0432156789".charAt(state) - '0';
  }
}
