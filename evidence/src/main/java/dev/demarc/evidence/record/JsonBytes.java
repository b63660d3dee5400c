package dev.demarc.evidence.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A JSON text in the making, in UTF-8. Nearly all of what entries say is ASCII that needs no
/// escape, and goes from text to bytes in one step.
public final class JsonBytes {
  private static final int USUAL_ENTRY = 2048;

  private byte[] bytes = new byte[USUAL_ENTRY];
  private int length;

  JsonBytes() {}

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  /// Adds text that is ASCII and is to stand as it is.
  void add(String ascii) {
    room(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      bytes[length++] = (byte) ascii.charAt(i);
    }
  }

  /// Adds JSON text.
  void add(byte[] json) {
    room(json.length);
    System.arraycopy(json, 0, bytes, length, json.length);
    length += json.length;
  }

  void add(char ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
  }

  /// Adds `value`, which is whole Unicode characters, as a JSON string.
  void addString(String value) {
    room(2 + value.length());
    bytes[length++] = '"';
    int plain = 0;
    while (plain < value.length() && isPlain(value.charAt(plain))) {
      bytes[length++] = (byte) value.charAt(plain++);
    }
    if (plain < value.length()) {
      addEscaped(value.substring(plain));
    }
    add('"');
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x80 && c != '"' && c != '\\';
  }

  private void addEscaped(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    // No byte becomes more than six.
    room(6 * utf8.length);
    for (byte b : utf8) {
      if (mustBeEscaped(b)) {
        escape((char) b);
      } else {
        bytes[length++] = b;
      }
    }
  }

  /// Bytes of characters beyond ASCII are negative, and stand as they are.
  private static boolean mustBeEscaped(byte b) {
    return (b >= 0 && b < ' ') || b == '"' || b == '\\';
  }

  // RFC 8785 §3.2.2.2: only what must be escaped is, and always in the same way.
  private void escape(char c) {
    switch (c) {
      case '"' -> add("\\\"");
      case '\\' -> add("\\\\");
      case '\b' -> add("\\b");
      case '\t' -> add("\\t");
      case '\n' -> add("\\n");
      case '\f' -> add("\\f");
      case '\r' -> add("\\r");
      default -> {
        add("\\u00");
        add(Character.forDigit(c >> 4, 16));
        add(Character.forDigit(c & 0xf, 16));
      }
    }
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
