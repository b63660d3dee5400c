package dev.demarc.bench.scoring;

import dev.demarc.bench.scoring.Body.Field;
import dev.demarc.bench.scoring.Body.Fields;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Keys and values in the eight carriers, each in the form that the carrier has for them.
record FieldCarriers(BankWords words, Chance chance, Disguise lane) {
  MarkedText dress(Fields body, Carrier carrier, String language) {
    return switch (carrier) {
      case PROSE ->
          MarkedText.join(words.pick(chance, "filler-" + language), "\n", lines(body, ": "));
      case CHAT ->
          MarkedText.join(
              "User: ",
              words.pick(chance, "asks-" + language),
              "\n",
              lines(body, chance.pick(": ", "=", "：")),
              "\nAssistant: ",
              words.pick(chance, "answers-" + language));
      case JSON ->
          chance.in(50)
              ? object(body, chance.in(50), ":", ",")
              : MarkedText.join(
                  "{\"status\": \"ok\", \"items\": [",
                  object(body, chance.in(50), ": ", ", "),
                  "], \"next\": null}");
      case JSON_STRING ->
          MarkedText.join(
              "{\"name\":\"upsert\",\"arguments\":\"",
              object(body, chance.in(30), ":", ",").through(Escapes.json(chance.in(30))),
              "\"}");
      case CSV -> csv(body, chance.pick(",", ";", "\t"));
      case LOG ->
          MarkedText.join(
              "2026-05-1",
              chance.digits(1),
              "T11:02:17Z INFO sync ",
              whole(body, row(body, " ", FieldCarriers::pair)));
      case MARKDOWN -> chance.in(60) ? table(body) : list(body);
      case QUERY ->
          MarkedText.join(
              chance.pick("POST /v2/sync?", "https://api.example.com/v2/sync?", ""),
              whole(body, row(body, "&", this::queried)));
    };
  }

  private static MarkedText whole(Fields body, MarkedText written) {
    return body.whole().isEmpty() ? written : written.within(body.whole());
  }

  private static MarkedText row(
      Fields body, String between, BiFunction<String, MarkedText, MarkedText> pair) {
    MarkedText made = MarkedText.plain("");
    String before = "";
    for (Field field : body.fields()) {
      made = MarkedText.join(made, before, pair.apply(field.key(), field.value()));
      before = between;
    }
    return made;
  }

  private static MarkedText lines(Fields body, String between) {
    return whole(body, row(body, "\n", (key, value) -> MarkedText.join(key, between, value)));
  }

  private static MarkedText object(Fields body, boolean ascii, String colon, String comma) {
    return whole(
        body,
        MarkedText.join(
            "{",
            row(
                body,
                comma,
                (key, value) ->
                    MarkedText.join(
                        "\"",
                        MarkedText.plain(key).through(Escapes.json(ascii)),
                        "\"",
                        colon,
                        json(value, ascii))),
            "}"));
  }

  /// Short numbers, truth values and `null` stand without quotes.
  private static MarkedText json(MarkedText value, boolean ascii) {
    boolean bare =
        value
            .text()
            .matches("null|true|false|-?(0|[1-9]\\d{0,8})(\\.\\d{1,8})?|\\[-?\\d[\\d., -]*]");
    return bare ? value : MarkedText.join("\"", value.through(Escapes.json(ascii)), "\"");
  }

  private static MarkedText csv(Fields body, String comma) {
    String head = String.join(comma, body.fields().stream().map(Field::key).toList());
    MarkedText row =
        row(body, comma, (_, value) -> comma.equals("\t") ? tabbed(value) : Escapes.csv(value));
    return MarkedText.join(head, "\n", whole(body, row), "\n");
  }

  private static MarkedText tabbed(MarkedText value) {
    return value.through(c -> c == '\n' || c == '\t' ? " " : Character.toString(c));
  }

  private static MarkedText pair(String key, MarkedText value) {
    boolean bare = value.text().chars().noneMatch(c -> c == ' ' || c == '"' || c == '\n');
    return bare
        ? MarkedText.join(key, "=", value)
        : MarkedText.join(
            key, "=\"", value.through(c -> c == '"' ? "\\\"" : Character.toString(c)), "\"");
  }

  private MarkedText queried(String key, MarkedText value) {
    Function<MarkedText, MarkedText> written =
        text -> text.through(Escapes.query(chance.in(50), lane == Disguise.PERCENT));
    return MarkedText.join(written.apply(MarkedText.plain(key)), "=", written.apply(value));
  }

  private static MarkedText table(Fields body) {
    List<String> keys = body.fields().stream().map(Field::key).toList();
    MarkedText row =
        MarkedText.join("| ", row(body, " | ", (_, value) -> Escapes.cell(value)), " |");
    return MarkedText.join(
        "| ",
        String.join(" | ", keys),
        " |\n",
        "|---".repeat(keys.size()),
        "|\n",
        whole(body, row),
        "\n");
  }

  private static MarkedText list(Fields body) {
    return MarkedText.join(
        "### Entry\n\n",
        whole(body, row(body, "\n", (key, value) -> MarkedText.join("- **", key, "**: ", value))),
        "\n");
  }
}
