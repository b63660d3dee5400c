package dev.demarc.classify.number;

import dev.demarc.classify.text.Signs;
import dev.demarc.classify.text.Utf8;
import dev.demarc.classify.text.View;

/// Spells Chinese digits as ASCII: 一三八, 〇, 幺, 两 and the full forms 壹贰叁, in runs as people write
/// numbers with them. Such a run may as well be a word, so only a key or context makes it a value.
public final class SpelledDigits {
  private static final int FIRST = 0x3007;
  private static final int FEWEST = 6;
  private static final byte[] VALUES = new byte[0x9FFF - FIRST + 1];

  static {
    String digits = "〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖";
    for (int k = 0; k < digits.length(); k++) {
      VALUES[digits.charAt(k) - FIRST] = (byte) (1 + k % 10);
    }
    String others = "幺两兩貳參陸";
    String values = "122236";
    for (int k = 0; k < others.length(); k++) {
      VALUES[others.charAt(k) - FIRST] = (byte) (1 + values.charAt(k) - '0');
    }
  }

  private final View spelled = new View();
  private byte[] out = new byte[0];
  private int[] map = new int[0];

  /// Whether the text has a run of enough such digits.
  public static boolean applies(View text) {
    if (!text.has(Signs.NON_ASCII)) {
      return false;
    }
    byte[] b = text.bytes();
    int run = 0;
    for (int i = text.start(); i < text.end(); ) {
      int digit = value(b, i);
      if (digit >= 0 && ++run == FEWEST) {
        return true;
      }
      if (digit < 0 && !NumberChain.separates(b[i])) {
        run = 0;
      }
      i += b[i] >= 0 ? 1 : Utf8.length(b[i] & 0xFF);
    }
    return false;
  }

  /// Value of the digit at `i`, or -1.
  private static int value(byte[] b, int i) {
    int lead = b[i] & 0xFF;
    if (lead < 0xE3 || lead > 0xE9) {
      return -1;
    }
    int c = Utf8.codePoint(b, i);
    return c >= FIRST && c <= 0x9FFF ? VALUES[c - FIRST] - 1 : -1;
  }

  /// The text with all such digits in ASCII, good until the next call.
  public View respell(View text) {
    byte[] b = text.bytes();
    if (out.length < text.length()) {
      out = new byte[text.length()];
      map = new int[text.length() + 1];
    }
    int size = 0;
    for (int i = text.start(); i < text.end(); ) {
      int digit = value(b, i);
      int length = b[i] >= 0 ? 1 : Utf8.length(b[i] & 0xFF);
      if (digit >= 0) {
        map[size] = i;
        out[size++] = (byte) ('0' + digit);
      } else {
        for (int k = 0; k < length; k++) {
          map[size] = i;
          out[size++] = b[i + k];
        }
      }
      i += length;
    }
    map[size] = text.end();
    spelled.rewritten(out, 0, size, map, text);
    spelled.markRespelled();
    return spelled;
  }
}
