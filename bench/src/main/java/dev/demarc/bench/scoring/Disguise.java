package dev.demarc.bench.scoring;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntFunction;

/// The ways to write a value so that a plain look misses it: the rungs of the evasion ladder.
enum Disguise {
  PLAIN,
  FULLWIDTH,
  ZERO_WIDTH,
  SOFT_HYPHEN,
  SEPARATORS,
  PERCENT,
  DOUBLE_U,
  HTML,
  HEX,
  BASE64,
  CHINESE_DIGITS,
  PARTS;

  /// First digit of a run of ten: full-width, Arabic-Indic, Devanagari, mathematical bold and
  /// monospace.
  private static final int[] ZEROS = {0xff10, 0xff10, 0xff10, 0x0660, 0x0966, 0x1d7ce, 0x1d7f6};

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether a value can be written on this lane and still be read by a person or a machine.
  boolean suits(String value) {
    long digits = value.chars().filter(c -> c >= '0' && c <= '9').count();
    boolean ascii = value.chars().allMatch(c -> c > ' ' - 1 && c < 127);
    boolean number = value.matches("[0-9A-Za-z +()-]+") && digits * 4 >= value.length() * 3L;
    return switch (this) {
      case PLAIN -> true;
      case FULLWIDTH -> ascii && digits >= 4 && value.length() <= 60;
      case SEPARATORS -> number && digits >= 9;
      case CHINESE_DIGITS -> number && digits >= 10;
      case HEX, BASE64 -> ascii && value.length() >= 11 && value.length() <= 200;
      case PARTS -> value.codePointCount(0, value.length()) >= 6;
      case ZERO_WIDTH, SOFT_HYPHEN, PERCENT, DOUBLE_U, HTML ->
          ascii && value.length() >= 9 && value.length() <= 120;
    };
  }

  /// The value as it stands on this lane.
  ///
  /// @param word what stands before the value when it is encoded together with its name
  String disguise(String value, String word, Chance chance) {
    return switch (this) {
      case PLAIN, PARTS -> value;
      case FULLWIDTH -> fullwidth(value, chance);
      case ZERO_WIDTH -> between(value, chance, "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff");
      case SOFT_HYPHEN -> between(value, chance, "\u00ad");
      case SEPARATORS -> separated(value, chance);
      case PERCENT -> each(value, c -> String.format(Locale.ROOT, "%%%02X", c));
      case DOUBLE_U -> each(value, c -> String.format(Locale.ROOT, "\\u%04x", c));
      case HTML -> html(value, chance);
      case HEX -> HexFormat.of().formatHex(named(value, word, chance));
      case BASE64 -> base64(named(value, word, chance), chance);
      case CHINESE_DIGITS -> chinese(value, chance);
    };
  }

  private static String each(String value, IntFunction<String> written) {
    var made = new StringBuilder();
    value.chars().forEach(c -> made.append(written.apply(c)));
    return made.toString();
  }

  private static String fullwidth(String value, Chance chance) {
    int zero = ZEROS[chance.between(0, ZEROS.length - 1)];
    boolean letters = zero == 0xff10 && chance.in(50);
    return each(
        value,
        c -> {
          if (c >= '0' && c <= '9') {
            return Character.toString(zero + c - '0');
          }
          return Character.toString(letters && c > ' ' ? c - 0x20 + 0xff00 : c);
        });
  }

  private static String between(String value, Chance chance, String... hidden) {
    String one = chance.pick(hidden);
    int step = chance.between(1, 4);
    var made = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      made.append(i > 0 && i % step == 0 ? one : "").append(value.charAt(i));
    }
    return made.toString();
  }

  private static String separated(String value, Chance chance) {
    String bare = value.replaceAll("[ ()+-]", "");
    String separator = chance.pick(" ", "-", ".", "·", "_", "\u00a0", "\u2009", "–");
    int step = chance.pick("1", "2", "3", "4", "4").charAt(0) - '0';
    return bare.replaceAll("(.{" + step + "})(?=.)", "$1" + separator);
  }

  private static String html(String value, Chance chance) {
    return chance.in(50)
        ? each(value, c -> "&#" + c + ";")
        : each(
            value,
            c ->
                Character.isDigit(c) || c == '@'
                    ? String.format(Locale.ROOT, "&#x%x;", c)
                    : plain(c));
  }

  private static String plain(int c) {
    return c == '&' ? "&amp;" : c == '<' ? "&lt;" : Character.toString(c);
  }

  private static byte[] named(String value, String word, Chance chance) {
    String whole = chance.in(60) ? value : word + "=" + value;
    return whole.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes, Chance chance) {
    return chance.in(70)
        ? Base64.getEncoder().encodeToString(bytes)
        : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String chinese(String value, Chance chance) {
    String numerals = chance.pick("零一二三四五六七八九", "〇一二三四五六七八九", "零幺二三四五六七八九", "零壹贰叁肆伍陆柒捌玖");
    return each(
        value.replaceAll("[ ()+-]", ""),
        c ->
            Character.isDigit(c)
                ? numerals.substring(c - '0', c - '0' + 1)
                : Character.toString(c));
  }
}
