package dev.demarc.classify.number;

import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.JsonSyntax;

/// Reads decimal degrees, of which it keeps what it read last.
public final class Degrees {
  private double value;
  private int decimals;

  /// Reads digits, a point and digits; offset after them, or -1.
  public int read(byte[] b, int at, int to) {
    int i = at;
    double read = 0;
    while (i < to && i - at < 4 && Bytes.digit(b[i])) {
      read = read * 10 + (b[i++] - '0');
    }
    decimals = 0;
    value = read;
    if (i == at || i - at > 3) {
      return -1;
    }
    if (i + 1 < to && b[i] == '.' && Bytes.digit(b[i + 1])) {
      int point = i++;
      double unit = 0.1;
      while (i < to && Bytes.digit(b[i])) {
        value += unit * (b[i++] - '0');
        unit /= 10;
      }
      decimals = i - point - 1;
    }
    boolean goesOn = i + 1 < to && b[i] == '.' && Bytes.digit(b[i + 1]);
    return goesOn || decimals > 17 ? -1 : i;
  }

  /// What was read, without its sign.
  public double value() {
    return value;
  }

  /// How many decimals it had.
  public int decimals() {
    return decimals;
  }

  /// Whether the value [from, to) of a field is one coordinate of at least three decimals, or in
  /// degrees and minutes.
  public static boolean isPreciseAngle(byte[] b, int from, int to) {
    int i = JsonSyntax.skipSpace(b, from, to);
    i += i < to && (b[i] == '-' || b[i] == '+') ? 1 : 0;
    Degrees read = new Degrees();
    int after = read.read(b, i, to);
    if (after < 0 || read.value > 180) {
      return false;
    }
    boolean minutes = after < to && b[after] == (byte) 0xC2 && to - after > 4;
    boolean rest = to - after <= 4;
    return minutes || (rest && read.decimals >= 3);
  }
}
