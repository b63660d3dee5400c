package dev.demarc.cli.demo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// The ways in which a value may still be there for somebody who looks: as it is, escaped, percent
/// encoded, in hex, in base64 at any offset.
final class Traces {
  /// Shorter pieces of base64 turn up by chance.
  private static final int SHORTEST_BASE64 = 8;

  private Traces() {}

  /// Whether `bytes` hold the value in any of those ways.
  static boolean found(String value, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String lowerCase = text.toLowerCase(Locale.ROOT);
    return exact(value).stream().anyMatch(text::contains)
        || caseless(value).stream().anyMatch(lowerCase::contains);
  }

  private static Set<String> exact(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    Set<String> forms = new LinkedHashSet<>();
    forms.add(new String(utf8, StandardCharsets.ISO_8859_1));
    for (int offset = 0; offset < 3; offset++) {
      String piece = base64(utf8, offset);
      if (piece.length() >= SHORTEST_BASE64) {
        forms.add(piece);
        forms.add(piece.replace('+', '-').replace('/', '_'));
      }
    }
    return forms;
  }

  private static Set<String> caseless(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    HexFormat hex = HexFormat.of();
    StringBuilder escaped = new StringBuilder();
    StringBuilder allEscaped = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      String escape = "\\u" + hex.toHexDigits(c);
      escaped.append(c < 0x80 ? String.valueOf(c) : escape);
      allEscaped.append(escape);
    }
    StringBuilder percent = new StringBuilder();
    StringBuilder allPercent = new StringBuilder();
    for (byte b : utf8) {
      boolean plain = b >= 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
      String escape = "%" + hex.toHexDigits(b);
      percent.append(plain ? String.valueOf((char) b) : escape);
      allPercent.append(escape);
    }
    Set<String> forms = new LinkedHashSet<>();
    for (StringBuilder form : Arrays.asList(escaped, allEscaped, percent, allPercent)) {
      forms.add(form.toString().toLowerCase(Locale.ROOT));
    }
    forms.add(hex.formatHex(utf8));
    return forms;
  }

  /// The characters of base64 that the value alone decides where it begins `offset` bytes into a
  /// group of three.
  private static String base64(byte[] value, int offset) {
    byte[] moved = new byte[offset + value.length];
    System.arraycopy(value, 0, moved, offset, value.length);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(moved);
    int from = (offset * 8 + 5) / 6;
    int to = moved.length * 8 / 6;
    return encoded.substring(Math.min(from, to), to);
  }
}
