package dev.demarc.cli.e2e;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

/// Check digits as their issuers define them, written from the definitions and apart from the
/// classifier, so that a planted value is what a real one would be.
final class LeakDigits {
  static final String DIGITS = "0123456789";
  static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
  static final String WORD = DIGITS + CAPITALS + SMALL;
  static final String HEX = DIGITS + "abcdef";
  private static final String CREDIT_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] ITALIAN_ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  private LeakDigits() {}

  /// Characters of an alphabet by chance.
  static String some(Random random, String alphabet, int length) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < length; i++) {
      all.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return all.toString();
  }

  /// The same with a digit, a capital and a small letter in front, as nearly every key has.
  static String mixed(Random random, int length) {
    return "7Kq" + some(random, WORD, length - 3);
  }

  static int between(Random random, int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  private static int digit(String digits, int at) {
    return Character.digit(digits.charAt(at), 36);
  }

  /// Σ of the digits by these weights.
  private static int weighted(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * digit(digits, i);
    }
    return sum;
  }

  /// With Luhn's check digit (ISO/IEC 7812-1, Annex B).
  static String luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digit(digits, digits.length() - 1 - i) * (i % 2 == 0 ? 2 : 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return digits + (10 - sum % 10) % 10;
  }

  /// GB 11643: ISO 7064 MOD 11-2.
  static String resident(String seventeen) {
    int sum = weighted(seventeen, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
    return seventeen + "10X98765432".charAt(sum % 11);
  }

  /// GB 32100: weights are the powers of 3 modulo 31.
  static String creditCode(String seventeen) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < seventeen.length(); i++) {
      sum += weight * CREDIT_CODE.indexOf(seventeen.charAt(i));
      weight = weight * 3 % 31;
    }
    return seventeen + CREDIT_CODE.charAt((31 - sum % 31) % 31);
  }

  /// Hong Kong: letters count from A = 10, a missing first one 36.
  static String hongKong(char letter, String six) {
    int sum = 9 * 36 + 8 * (letter - 'A' + 10) + weighted(six, 7, 6, 5, 4, 3, 2);
    return "0123456789A".substring((11 - sum % 11) % 11).substring(0, 1);
  }

  /// Taiwan: A is 10, B 11, with I, O, W and Z out of turn.
  static String taiwan(char letter, String eight) {
    int code = "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(letter) + 10;
    int sum = code / 10 + code % 10 * 9 + weighted(eight, 8, 7, 6, 5, 4, 3, 2, 1);
    return letter + eight + (10 - sum % 10) % 10;
  }

  static String pesel(String ten) {
    return ten + (10 - weighted(ten, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10) % 10;
  }

  /// Poland's NIP; nine digits whose check would be 10 are never issued, and the next are taken.
  static String nip(int nine) {
    String digits = Integer.toString(nine);
    int check = weighted(digits, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11;
    return check == 10 ? nip(nine + 1) : digits + check;
  }

  /// Germany: ISO 7064 MOD 11,10.
  static String germanTax(String ten) {
    int product = 10;
    for (int i = 0; i < ten.length(); i++) {
      int sum = (digit(ten, i) + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return ten + (11 - product) % 10;
  }

  static String nir(long thirteen) {
    return "%d%02d".formatted(thirteen, 97 - thirteen % 97);
  }

  static String dni(int number) {
    return "%08d%c".formatted(number, "TRWAGMYFPDXBNJZSQVHLCKE".charAt(number % 23));
  }

  static String codiceFiscale(String fifteen) {
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = fifteen.charAt(i);
      int value = c <= '9' ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? ITALIAN_ODD[value] : value;
    }
    return fifteen + (char) ('A' + sum % 26);
  }

  static String nhs(int nine) {
    String digits = Integer.toString(nine);
    int check = 11 - weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return check == 10 ? nhs(nine + 1) : digits + check % 11;
  }

  static String bsn(int eight) {
    String digits = Integer.toString(eight);
    int check = weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return check == 10 ? bsn(eight + 1) : digits + check;
  }

  /// Verhoeff's check over the dihedral group D5.
  static String verhoeff(String digits) {
    int check = 0;
    for (int i = 0; i < digits.length(); i++) {
      int value = digit(digits, digits.length() - 1 - i);
      for (int turn = 0; turn <= i; turn++) {
        value = "1576283094".charAt(value) - '0';
      }
      check = times(check, value);
    }
    return digits + (check < 5 ? (5 - check) % 5 : check);
  }

  /// The product in D5: below 5 a rotation, above a reflection.
  private static int times(int a, int b) {
    int rotation = a < 5 ? a + b % 5 : a - b % 5;
    return Math.floorMod(rotation, 5) + (a < 5 == b < 5 ? 0 : 5);
  }

  static String cpf(String nine) {
    int first = weighted(nine, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    String ten = nine + first;
    return ten + weighted(ten, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
  }

  static String korean(String twelve) {
    int sum = weighted(twelve, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5);
    return twelve + (11 - sum % 11) % 10;
  }

  static String japanese(String eleven) {
    int rest = weighted(eleven, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return eleven + (rest < 2 ? 0 : 11 - rest);
  }

  static String aba(String eight) {
    return eight + (10 - weighted(eight, 3, 7, 1, 3, 7, 1, 3, 7) % 10) % 10;
  }

  /// ISO 13616: MOD 97-10 over the account and the country, letters as two digits.
  static String iban(String country, String account) {
    int rest = 0;
    for (char c : (account + country + "00").toCharArray()) {
      int value = Character.digit(c, 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return "%s%02d%s".formatted(country, 98 - rest, account);
  }

  /// A Bitcoin address: version 0, 20 bytes and four of their double SHA-256.
  static String base58check(Random random) {
    byte[] bytes = new byte[25];
    random.nextBytes(bytes);
    bytes[0] = 0;
    bytes[1] |= 1;
    byte[] hash = sha256(sha256(Arrays.copyOf(bytes, 21)));
    System.arraycopy(hash, 0, bytes, 21, 4);
    BigInteger number = new BigInteger(1, bytes);
    StringBuilder text = new StringBuilder();
    while (number.signum() > 0) {
      BigInteger[] parts = number.divideAndRemainder(BigInteger.valueOf(58));
      text.append(BASE58.charAt(parts[1].intValue()));
      number = parts[0];
    }
    return text.append('1').reverse().toString();
  }

  /// A segregated witness address of version 0 (BIP 173).
  static String bech32(Random random) {
    int[] values = new int[33];
    for (int i = 1; i < values.length; i++) {
      values[i] = random.nextInt(32);
    }
    int check = 1;
    for (int value : new int[] {3, 3, 0, 2, 3}) {
      check = polymod(check, value);
    }
    for (int value : values) {
      check = polymod(check, value);
    }
    for (int i = 0; i < 6; i++) {
      check = polymod(check, 0);
    }
    StringBuilder text = new StringBuilder("bc1");
    for (int value : values) {
      text.append(BECH32.charAt(value));
    }
    for (int i = 0; i < 6; i++) {
      text.append(BECH32.charAt(((check ^ 1) >> (5 * (5 - i))) & 31));
    }
    return text.toString();
  }

  private static int polymod(int check, int value) {
    int next = ((check & 0x1ffffff) << 5) ^ value;
    int[] generators = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    for (int i = 0; i < 5; i++) {
      next ^= ((check >>> (25 + i)) & 1) == 1 ? generators[i] : 0;
    }
    return next;
  }

  /// With the checksum of GitHub's keys: the CRC-32 of what is random, in base 62.
  static String gitHub(String prefix, String thirty) {
    CRC32 crc = new CRC32();
    crc.update(thirty.getBytes(StandardCharsets.US_ASCII));
    StringBuilder check = new StringBuilder();
    for (long rest = crc.getValue(); check.length() < 6; rest /= 62) {
      check.append((DIGITS + CAPITALS + SMALL).charAt((int) (rest % 62)));
    }
    return prefix + thirty + check.reverse();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
