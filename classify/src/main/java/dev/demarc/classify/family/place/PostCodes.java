package dev.demarc.classify.family.place;

import dev.demarc.classify.text.Bytes;

/// Post codes as countries write them: where one that begins at a place ends.
final class PostCodes {
  private PostCodes() {}

  /// Offset after a post code: five digits (and four), `00-001`, `SW1A 2AA`; or -1.
  static int end(byte[] b, int at, int to) {
    int i = at;
    while (i < to && Bytes.digit(b[i])) {
      i++;
    }
    int digits = i - at;
    if ((digits == 2 || digits == 4) && i + 4 <= to && b[i] == '-' && threeDigits(b, i + 1, to)) {
      return i + 4;
    }
    if (digits == 4 && isTwoCapitals(b, i, to)) {
      return i + 3;
    }
    if (digits == 4
        && b[at] != '0'
        && i + 3 < to
        && b[i] == ' '
        && PostalAddresses.isCapital(b, i + 1)) {
      // Of the Alps, Belgium and Denmark: only before a town.
      return isTownName(b, i + 1, to) ? i : -1;
    }
    if (digits == 5) {
      boolean four = i + 5 <= to && b[i] == '-' && Bytes.digit(b[i + 1]) && Bytes.digit(b[i + 4]);
      return four ? i + 5 : i < to && Bytes.letter(b[i]) ? -1 : i;
    }
    return digits == 0 ? british(b, at, to) : -1;
  }

  /// Whether the two letters of a Dutch post code stand at `at`, behind a blank.
  private static boolean isTwoCapitals(byte[] b, int at, int to) {
    return at + 3 <= to
        && b[at] == ' '
        && Bytes.capital(b[at + 1])
        && Bytes.capital(b[at + 2])
        && (at + 3 == to || !Bytes.alphanumeric(b[at + 3]));
  }

  private static boolean isTownName(byte[] b, int at, int to) {
    return at + 3 < to
        && PostalAddresses.isLetter(b[at + 1])
        && !Bytes.capital(b[at + 1])
        && !PostalAddresses.DAYS.has(b, at, wordStop(b, at, to));
  }

  private static int wordStop(byte[] b, int at, int to) {
    int i = at;
    while (i < to && PostalAddresses.isLetter(b[i])) {
      i++;
    }
    return i;
  }

  private static boolean threeDigits(byte[] b, int at, int to) {
    return at + 3 <= to
        && Bytes.digit(b[at])
        && Bytes.digit(b[at + 1])
        && Bytes.digit(b[at + 2])
        && (at + 3 == to || !Bytes.digit(b[at + 3]));
  }

  private static int british(byte[] b, int at, int to) {
    int i = at;
    boolean digit = false;
    while (i < to && i - at < 4 && (Bytes.digit(b[i]) || (b[i] >= 'A' && b[i] <= 'Z'))) {
      digit |= Bytes.digit(b[i++]);
    }
    boolean outward = i - at >= 2 && digit && i < to && b[i] == ' ' && Bytes.letter(b[at]);
    boolean inward =
        outward
            && i + 4 <= to
            && Bytes.digit(b[i + 1])
            && Bytes.letter(b[i + 2])
            && Bytes.letter(b[i + 3])
            && (i + 4 == to || !Bytes.alphanumeric(b[i + 4]));
    return inward ? i + 4 : -1;
  }
}
