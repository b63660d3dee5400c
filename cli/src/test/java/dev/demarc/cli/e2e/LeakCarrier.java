package dev.demarc.cli.e2e;

import dev.demarc.cli.e2e.LeakFamily.Field;
import dev.demarc.cli.e2e.LeakFamily.Planted;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A form in which a text carries values, with text beside them that must stay.
enum LeakCarrier {
  SENTENCE(p -> p.family().sentence().formatted(p.values())),
  ABROAD(p -> p.family().abroad().formatted(p.values())),
  JSON(p -> "{\"site\":\"Tangerine-42\"," + members(p, LeakCarrier::json) + ",\"n\":7}"),
  JSON_NUMBERS(p -> "{\"site\":\"x\"," + numbers(p) + ",\"n\":7}"),
  JSON_IN_TEXT(p -> "See {\"k\":[{" + members(p, LeakCarrier::json) + "}]} and go on."),
  JSON_TWICE(p ->
      "{\"site\":\"x\",\"inner\":\"" + json("{" + members(p, LeakCarrier::json) + "}") + "\"}"),
  JSON_NESTED(p -> "{\"a\":[1,{\"b\":{" + members(p, LeakCarrier::json) + "}}]}"),
  JSON_CUT(
      p -> "log: {\"site\":\"x\"," + members(p, LeakCarrier::json) + ",\"n\":[1,",
      LeakCarrier::json),
  JSON_UNICODE(p -> "{" + members(p, LeakCarrier::unicode) + ",\"n\":7}", UnaryOperator.identity()),
  CSV(p -> rows(p, ",", "\n", true), LeakCarrier::doubled),
  CSV_WINDOWS(p -> rows(p, ",", "\r\n", true), LeakCarrier::doubled),
  SEMICOLONS(p -> rows(p, ";", "\n", true), LeakCarrier::doubled),
  TABS(p -> rows(p, "\t", "\n", false)),
  MARKDOWN(LeakCarrier::markdown),
  QUERY(p -> "/report?x=1&" + query(p, LeakCarrier::form) + "&y=2", LeakCarrier::form),
  QUERY_PERCENT(
      p -> "/report?x=1&" + query(p, LeakCarrier::percent) + "&y=2", LeakCarrier::percent),
  LOG(
      p ->
          "2026-03-04T10:11:12.345Z INFO [exec-3] Site: Tangerine-42 "
              + p.fields().stream()
                  .map(f -> f.key() + "=" + logged(f))
                  .collect(Collectors.joining(" "))
              + " status=200 took=12",
      LeakCarrier::json),
  LOG_COLONS(
      p ->
          "Mar  4 10:11:12 site-7 app[812]: Tangerine-42: "
              + joined(p, ": ", ", ", LeakCarrier::json)
              + ", took: 12\nMar  4 10:11:13 site-7 app[812]: done",
      LeakCarrier::json),
  PERCENT(
      p ->
          LeakMarks.around("{\"x\":1," + members(p, LeakCarrier::json) + "}", LeakCarrier::percent),
      v -> percent(json(v))),
  LINES(p -> "Report\n" + joined(p, ": ", "\n", UnaryOperator.identity()) + "\nEnd"),
  LINES_WINDOWS(p -> "Report\r\n" + joined(p, ": ", "\r\n", UnaryOperator.identity()) + "\r\nEnd"),
  LINES_ESCAPED(p -> "Report\\n" + joined(p, ": ", "\\n", UnaryOperator.identity()) + "\\nEnd"),
  SQL(
      p ->
          "INSERT INTO seen (id, "
              + keys(p, ", ")
              + ", kind) VALUES (12, "
              + p.fields().stream().map(f -> sql(f.value())).collect(Collectors.joining(", "))
              + ", 'Tangerine-42');",
      v -> v.replace("'", "''")),
  UNICODE_AS_TEXT(
      p -> LeakMarks.around(p.family().sentence().formatted(p.values()), LeakCarrier::unicode),
      LeakCarrier::unicode),
  ENTITIES(
      p -> LeakMarks.around(p.family().sentence().formatted(p.values()), LeakCarrier::entities),
      LeakCarrier::entities),
  BASE64(LeakCarrier::plain),
  BASE64_URL(LeakCarrier::plain),
  HEX(LeakCarrier::plain);

  private static final Pattern ESCAPE = Pattern.compile("\\\\u00([2-7][0-9a-f])");
  private static final HexFormat LOWER = HexFormat.of();
  private static final HexFormat UPPER = LOWER.withUpperCase();
  private static final String BESIDE = "Tangerine-42";

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final Function<Planted, String> form;

  @SuppressWarnings("ImmutableEnumChecker") // likewise
  private final UnaryOperator<String> spelling;

  LeakCarrier(Function<Planted, String> form) {
    this(form, UnaryOperator.identity());
  }

  LeakCarrier(Function<Planted, String> form, UnaryOperator<String> spelling) {
    this.form = form;
    this.spelling = spelling;
  }

  /// Whether a whole text is replaced, because what is in it cannot be taken out of its encoding.
  boolean wholly() {
    return this == BASE64 || this == BASE64_URL || this == HEX;
  }

  /// Whether this form can hold these values at all: a cell or line has no line end in it, and a
  /// number is no text.
  boolean holds(Planted planted) {
    return switch (this) {
      case JSON_NUMBERS -> planted.hasNumber();
      case TABS, MARKDOWN, LINES, LINES_WINDOWS, LINES_ESCAPED -> !planted.hasLines();
      default -> true;
    };
  }

  /// The text that carries these values.
  String text(Planted planted) {
    return wholly() ? BESIDE + ": " + encoding(planted) + " and more" : form.apply(planted);
  }

  /// The same text with marks in place of what must be replaced.
  String marked(Planted planted) {
    return wholly() ? BESIDE + ": " + LeakMarks.of(0) + " and more" : form.apply(planted.marked());
  }

  /// What comes back for each mark, in order.
  List<String> originals(Planted planted) {
    return wholly()
        ? List.of(encoding(planted))
        : planted.fields().stream().map(field -> spelling.apply(field.value())).toList();
  }

  private String encoding(Planted planted) {
    byte[] bytes = form.apply(planted).getBytes(StandardCharsets.UTF_8);
    return switch (this) {
      case BASE64 -> Base64.getEncoder().encodeToString(bytes);
      case BASE64_URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      default -> LOWER.formatHex(bytes);
    };
  }

  private static String plain(Planted planted) {
    return planted.family().sentence().formatted(planted.values());
  }

  private static String keys(Planted planted, String between) {
    return planted.fields().stream().map(Field::key).collect(Collectors.joining(between));
  }

  private static String joined(
      Planted planted, String equals, String between, UnaryOperator<String> encoding) {
    return planted.fields().stream()
        .map(f -> f.key() + equals + LeakMarks.around(f.value(), encoding))
        .collect(Collectors.joining(between));
  }

  private static String members(Planted planted, UnaryOperator<String> encoding) {
    return planted.fields().stream()
        .map(f -> '"' + f.key() + "\":\"" + LeakMarks.around(f.value(), encoding) + '"')
        .collect(Collectors.joining(","));
  }

  private static String numbers(Planted planted) {
    return planted.fields().stream()
        .map(f -> '"' + f.key() + "\":" + (f.isNumber() ? f.value() : quoted(f.value())))
        .collect(Collectors.joining(","));
  }

  private static String quoted(String value) {
    return '"' + LeakMarks.around(value, LeakCarrier::json) + '"';
  }

  private static String query(Planted planted, UnaryOperator<String> encoding) {
    return planted.fields().stream()
        .map(f -> form(f.key()) + "=" + LeakMarks.around(f.value(), encoding))
        .collect(Collectors.joining("&"));
  }

  private static String logged(Field field) {
    return field.spelled().matches("[!-~&&[^\",=\\\\]]+") ? field.value() : quoted(field.value());
  }

  private static String rows(Planted planted, String between, String lineEnd, boolean quotes) {
    String values =
        planted.fields().stream()
            .map(f -> quotes ? cell(f, between) : f.value())
            .collect(Collectors.joining(between));
    return "n"
        + between
        + keys(planted, between)
        + between
        + "status"
        + lineEnd
        + "41"
        + between
        + values
        + between
        + "open"
        + lineEnd;
  }

  /// A cell as RFC 4180 writes it.
  private static String cell(Field field, String between) {
    String spelled = field.spelled();
    boolean quotes = spelled.contains(between) || spelled.contains("\"") || spelled.contains("\n");
    return quotes ? '"' + doubled(field.value()) + '"' : field.value();
  }

  private static String markdown(Planted planted) {
    String cells = planted.fields().stream().map(Field::value).collect(Collectors.joining(" | "));
    return "| n | "
        + keys(planted, " | ")
        + " | status |\n|---|"
        + "---|".repeat(planted.fields().size())
        + "---|\n| 41 | "
        + cells
        + " | open |\n\nThat was it.";
  }

  static String json(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }

  /// Every character as `\\uXXXX`, save marks.
  static String unicode(String text) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      all.append(LeakMarks.isMark(c) ? Character.toString(c) : "\\u" + LOWER.toHexDigits(c));
    }
    return all.toString();
  }

  /// The text with such escapes of printable ASCII resolved.
  static String withoutUnicode(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            e -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(e.group(1), 16))));
  }

  private static String entities(String text) {
    return text.codePoints().mapToObj(c -> "&#" + c + ";").collect(Collectors.joining());
  }

  private static String doubled(String value) {
    return value.replace("\"", "\"\"");
  }

  private static String sql(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private static String percent(String text) {
    StringBuilder all = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      all.append('%').append(UPPER.toHexDigits(b));
    }
    return all.toString();
  }

  /// As browsers send forms: percent-encoded where needed, `+` for a space.
  private static String form(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
