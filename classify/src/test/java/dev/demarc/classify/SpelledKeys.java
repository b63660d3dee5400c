package dev.demarc.classify;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;

/// Keys in the formats of their issuers, made from the lengths of their parts, so that no file
/// holds one: `{W20}` is twenty letters and digits, `H` hexadecimal ones, `U` capitals and digits,
/// `N` digits. A format always gives the same key.
final class SpelledKeys {
  /// The lines around a private key (RFC 7468), put together so that none stands in a file.
  static final String BEGIN = "-----BEGIN PRIVATE" + " KEY-----";

  static final String END = "-----END PRIVATE" + " KEY-----";

  private static final String DIGITS = "0123456789";
  private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String WORD = DIGITS + CAPITALS + "abcdefghijklmnopqrstuvwxyz";

  private SpelledKeys() {}

  private static String random(char alphabet, int length, Random random) {
    String letters =
        switch (alphabet) {
          case 'H' -> DIGITS + "abcdef";
          case 'U' -> DIGITS + CAPITALS;
          case 'N' -> DIGITS;
          default -> WORD;
        };
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  /// The format with random characters for each `{W20}`.
  static String of(String format) {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    for (String part : format.split("(?=\\{)|(?<=})")) {
      text.append(
          part.startsWith("{")
              ? random(
                  part.charAt(1), Integer.parseInt(part.substring(2, part.length() - 1)), random)
              : part);
    }
    return text.toString();
  }

  /// The six characters with which GitHub ends a key: the CRC-32 of what stands behind the prefix,
  /// to the base 62.
  static String check(String letters) {
    CRC32 crc = new CRC32();
    crc.update(letters.getBytes(StandardCharsets.US_ASCII));
    StringBuilder six = new StringBuilder();
    for (long rest = crc.getValue(); six.length() < 6; rest /= WORD.length()) {
      six.append(WORD.charAt((int) (rest % WORD.length())));
    }
    return six.reverse().toString();
  }
}
