package dev.demarc.classify.number;

import dev.demarc.classify.text.WordSet;

/// Calling codes of ITU-T E.164 and how long the numbers behind each are, from `calling-codes.txt`.
public final class CallingCodes {
  /// Least and most digits of the national number by calling code, packed as `least << 4 | most`.
  private static final byte[] LENGTHS = read();

  private CallingCodes() {}

  /// Length of the calling code with which `n` begins at digit `from`, if the digits after it have
  /// a length of its plan, less a trunk zero; or 0.
  public static int codeLength(NumberChain n, int from) {
    int code = 0;
    for (int length = 1; length <= 3 && from + length < n.count(); length++) {
      code = code * 10 + n.digit(from + length - 1);
      int plan = LENGTHS[code] & 0xFF;
      if (plan != 0) {
        return fits(n, from + length, plan) ? length : 0;
      }
    }
    return 0;
  }

  /// Whether a calling code begins at the digit `from`, whatever follows it; also one of the codes
  /// from 881 on that belong to no country.
  public static boolean begins(NumberChain n, int from) {
    int code = 0;
    for (int k = from; k < from + 3; k++) {
      code = code * 10 + n.digit(k);
      if (LENGTHS[code] != 0) {
        return true;
      }
    }
    return code / 10 == 88;
  }

  private static boolean fits(NumberChain n, int from, int plan) {
    int rest = n.count() - from;
    int trunk = n.digit(from) == 0 && rest - 1 >= plan >> 4 ? 1 : 0;
    return rest >= plan >> 4 && rest - trunk <= (plan & 15);
  }

  private static byte[] read() {
    byte[] lengths = new byte[1000];
    for (String line : WordSet.lines(CallingCodes.class, "calling-codes.txt")) {
      String[] cells = line.split(" ");
      int plan = Integer.parseInt(cells[1]) << 4 | Integer.parseInt(cells[2]);
      lengths[Integer.parseInt(cells[0])] = (byte) plan;
    }
    return lengths;
  }
}
