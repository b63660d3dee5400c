package dev.demarc.classify.pseudonym;

import java.io.ByteArrayOutputStream;

/// Spells text as the inside of a JSON string (RFC 8259, section 7).
final class JsonEscape {
  private static final String HEX = "0123456789abcdef";

  private JsonEscape() {}

  /// The UTF-8 bytes of `text` with what must be escaped escaped; the rest as it is.
  static byte[] escaped(byte[] text) {
    ByteArrayOutputStream escaped = new ByteArrayOutputStream(text.length + 8);
    for (byte b : text) {
      int letter = "\"\\\b\f\n\r\t".indexOf(b);
      if (letter >= 0) {
        escaped.write('\\');
        escaped.write("\"\\bfnrt".charAt(letter));
      } else if (b >= 0 && b < ' ') {
        escaped.writeBytes(new byte[] {'\\', 'u', '0', '0', (byte) HEX.charAt(b >> 4)});
        escaped.write(HEX.charAt(b & 0xF));
      } else {
        escaped.write(b);
      }
    }
    return escaped.toByteArray();
  }
}
