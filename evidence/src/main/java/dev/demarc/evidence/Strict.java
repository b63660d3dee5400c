package dev.demarc.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Decoders that accept one spelling of each value, so that two readers of the same bytes can never
/// disagree on what they say.
public final class Strict {
  private Strict() {}

  /// The text these bytes are in UTF-8; overlong forms, surrogates and cut sequences are refused.
  public static String utf8(byte[] bytes) throws Malformed {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Malformed("not valid UTF-8");
    }
  }

  /// Whether each surrogate in the text is half of a pair, so that the text can be put in UTF-8.
  public static boolean isUnicode(String text) {
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      bits |= text.charAt(i);
    }
    // No character is above all of their bits together, and nearly all texts are ASCII.
    return bits < Character.MIN_SURROGATE || pairsUp(text);
  }

  private static boolean pairsUp(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean pair =
            i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /// The bytes that `text` is the standard, padded base64 of. RFC 4648 §3.5 lets decoders ignore
  /// non-zero pad bits; this one does not.
  public static byte[] base64(String text) throws Malformed {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new Malformed("not standard base64");
    }
    if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw new Malformed("not in the one canonical base64 spelling");
    }
    return bytes;
  }

  /// The number `text` is, in decimal without a sign or leading zeroes, below 2^63.
  public static long decimal(String text) throws Malformed {
    boolean canonical =
        text.equals("0")
            || (!text.isEmpty()
                && text.charAt(0) != '0'
                && text.chars().allMatch(c -> c >= '0' && c <= '9'));
    if (!canonical) {
      throw new Malformed("not a decimal number without leading zeroes");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Malformed("a number of 2^63 or more");
    }
  }
}
