package dev.demarc.cli.e2e;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The forms in which a value could hide in bytes: as it is, in other case, escaped for JSON or for
/// URLs, in base64 at any alignment, in hex.
final class Disguises {
  /// Shorter pieces of base64 would be found by chance.
  private static final int LEAST_BASE64 = 7;

  private static final HexFormat HEX = HexFormat.of();
  private static final HexFormat UPPER = HEX.withUpperCase();

  private final Map<String, String> forms = new LinkedHashMap<>();

  private Disguises() {}

  static Disguises of(String value) {
    Disguises disguises = new Disguises();
    for (String cased :
        List.of(value, value.toUpperCase(Locale.ROOT), value.toLowerCase(Locale.ROOT))) {
      disguises.add(cased);
    }
    return disguises;
  }

  /// The names of the forms that stand somewhere in `hay`.
  List<String> in(byte[] hay) {
    String text = new String(hay, StandardCharsets.ISO_8859_1);
    return forms.entrySet().stream()
        .filter(form -> text.contains(form.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Whether any form stands in there.
  boolean isIn(Haystack hay) {
    return forms.values().stream().anyMatch(hay::has);
  }

  private void add(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    put("plain", value);
    put("JSON", json(value));
    put("\\u", unicode(value));
    put("\\U", unicode(value).toUpperCase(Locale.ROOT).replace("\\U", "\\u"));
    put("percent", percent(value, true));
    put("percent, lower case", percent(value, true).toLowerCase(Locale.ROOT));
    put("percent, where needed", percent(value, false));
    put("form", percent(value, false).replace("%20", "+"));
    put("hex", HEX.formatHex(bytes));
    put("HEX", UPPER.formatHex(bytes));
    for (int before = 0; before < 3; before++) {
      String piece = base64(bytes, before);
      if (piece.length() >= LEAST_BASE64) {
        put("base64 after " + before, piece);
        put("base64url after " + before, piece.replace('+', '-').replace('/', '_'));
      }
    }
  }

  /// Bytes are compared, so a form is kept as one character for each of its UTF-8 bytes.
  private void put(String name, String form) {
    String bytes = new String(form.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    if (!forms.containsValue(bytes)) {
      forms.put(forms.containsKey(name) ? name + ": " + form : name, bytes);
    }
  }

  private static String json(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
  }

  private static String unicode(String value) {
    StringBuilder text = new StringBuilder();
    value.chars().forEach(c -> text.append("\\u").append(HEX.toHexDigits((char) c)));
    return text.toString();
  }

  private static String percent(String value, boolean everything) {
    StringBuilder text = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      boolean safe = b > 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
      if (safe && !everything) {
        text.append((char) b);
      } else {
        text.append('%').append(UPPER.toHexDigits(b));
      }
    }
    return text.toString();
  }

  /// What is the same in the base64 of everything that holds `bytes` behind `before` others, modulo
  /// 3: characters that also carry bits of a neighbour are left out.
  private static String base64(byte[] bytes, int before) {
    byte[] shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int from = (before * 8 + 5) / 6;
    int to = shifted.length * 8 / 6;
    return text.substring(from, to);
  }
}
