package dev.demarc.classify.family.payment;

import dev.demarc.classify.text.Bytes;

/// Tells bank account numbers by shape: an IBAN (ISO 13616, its check digits verified), a long run
/// of digits, or the last digits after a mask.
public final class AccountNumbers {
  private AccountNumbers() {}

  public static boolean whole(byte[] b, int from, int to) {
    return isIban(b, from, to) || isMasked(b, from, to) || isLongNumber(b, from, to);
  }

  /// Whether [from, to) is an IBAN, in groups or not.
  static boolean isIban(byte[] b, int from, int to) {
    byte[] packed = new byte[34];
    int length = 0;
    for (int i = from; i < to; i++) {
      if (b[i] == ' ') {
        continue;
      }
      if (!Bytes.alphanumeric(b[i]) || length == packed.length) {
        return false;
      }
      packed[length++] = b[i];
    }
    boolean head =
        length >= 15
            && Bytes.letter(packed[0])
            && Bytes.letter(packed[1])
            && Bytes.digit(packed[2])
            && Bytes.digit(packed[3]);
    return head && mod97(packed, length) == 1;
  }

  private static int mod97(byte[] iban, int length) {
    int rest = 0;
    for (int k = 0; k < length; k++) {
      byte c = Bytes.lower(iban[(k + 4) % length]);
      int value = Bytes.digit(c) ? c - '0' : c - 'a' + 10;
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest;
  }

  private static boolean isMasked(byte[] b, int from, int to) {
    int masks = 0;
    int i = from;
    while (i < to
        && (b[i] == '*' || b[i] == ' ' || Bytes.lower(b[i]) == 'x' || Bytes.digit(b[i]))) {
      masks += b[i] == '*' || Bytes.lower(b[i]) == 'x' ? 1 : 0;
      i++;
    }
    return i == to && masks >= 2 && to - from >= 5 && Bytes.digit(b[to - 1]);
  }

  private static boolean isLongNumber(byte[] b, int from, int to) {
    int digits = 0;
    for (int i = from; i < to; i++) {
      if (Bytes.digit(b[i])) {
        digits++;
      } else if (b[i] != ' ' && b[i] != '-') {
        return false;
      }
    }
    return digits >= 8 && digits <= 24;
  }
}
