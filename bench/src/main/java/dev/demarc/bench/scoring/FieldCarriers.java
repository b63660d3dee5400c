package dev.demarc.bench.scoring;

import dev.demarc.bench.scoring.Body.Field;
import dev.demarc.bench.scoring.Body.Fields;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Keys and values in the eight carriers, each in the form that the carrier has for them.
record FieldCarriers(WordLists words, Chance chance, Lane lane) {
  Marked dress(Fields body, Carrier carrier, String language) {
    return switch (carrier) {
      case PROSE -> Marked.join(words.pick(chance, "filler-" + language), "\n", lines(body, ": "));
      case CHAT ->
          Marked.join(
              "User: ",
              words.pick(chance, "asks-" + language),
              "\n",
              lines(body, chance.pick(": ", "=", "：")),
              "\nAssistant: ",
              words.pick(chance, "answers-" + language));
      case JSON ->
          chance.in(50)
              ? object(body, chance.in(50), ":", ",")
              : Marked.join(
                  "{\"status\": \"ok\", \"items\": [",
                  object(body, chance.in(50), ": ", ", "),
                  "], \"next\": null}");
      case JSON_STRING ->
          Marked.join(
              "{\"name\":\"upsert\",\"arguments\":\"",
              object(body, chance.in(30), ":", ",").through(Escapes.json(chance.in(30))),
              "\"}");
      case CSV -> csv(body, chance.pick(",", ";", "\t"));
      case LOG ->
          Marked.join(
              "2026-05-1",
              chance.digits(1),
              "T11:02:17Z INFO sync ",
              whole(body, row(body, " ", FieldCarriers::pair)));
      case MARKDOWN -> chance.in(60) ? table(body) : list(body);
      case QUERY ->
          Marked.join(
              chance.pick("POST /v2/sync?", "https://api.example.com/v2/sync?", ""),
              whole(body, row(body, "&", this::queried)));
    };
  }

  private static Marked whole(Fields body, Marked written) {
    return body.whole().isEmpty() ? written : written.within(body.whole());
  }

  private static Marked row(Fields body, String between, BiFunction<String, Marked, Marked> pair) {
    Marked made = Marked.plain("");
    String before = "";
    for (Field field : body.fields()) {
      made = Marked.join(made, before, pair.apply(field.key(), field.value()));
      before = between;
    }
    return made;
  }

  private static Marked lines(Fields body, String between) {
    return whole(body, row(body, "\n", (key, value) -> Marked.join(key, between, value)));
  }

  private static Marked object(Fields body, boolean ascii, String colon, String comma) {
    return whole(
        body,
        Marked.join(
            "{",
            row(
                body,
                comma,
                (key, value) ->
                    Marked.join(
                        "\"",
                        Marked.plain(key).through(Escapes.json(ascii)),
                        "\"",
                        colon,
                        json(value, ascii))),
            "}"));
  }

  /// Short numbers, truth values and `null` stand without quotes.
  private static Marked json(Marked value, boolean ascii) {
    boolean bare =
        value
            .text()
            .matches("null|true|false|-?(0|[1-9]\\d{0,8})(\\.\\d{1,8})?|\\[-?\\d[\\d., -]*]");
    return bare ? value : Marked.join("\"", value.through(Escapes.json(ascii)), "\"");
  }

  private static Marked csv(Fields body, String comma) {
    String head = String.join(comma, body.fields().stream().map(Field::key).toList());
    Marked row =
        row(body, comma, (_, value) -> comma.equals("\t") ? tabbed(value) : Escapes.csv(value));
    return Marked.join(head, "\n", whole(body, row), "\n");
  }

  private static Marked tabbed(Marked value) {
    return value.through(c -> c == '\n' || c == '\t' ? " " : Character.toString(c));
  }

  private static Marked pair(String key, Marked value) {
    boolean bare = value.text().chars().noneMatch(c -> c == ' ' || c == '"' || c == '\n');
    return bare
        ? Marked.join(key, "=", value)
        : Marked.join(
            key, "=\"", value.through(c -> c == '"' ? "\\\"" : Character.toString(c)), "\"");
  }

  private Marked queried(String key, Marked value) {
    Function<Marked, Marked> written =
        text -> text.through(Escapes.query(chance.in(50), lane == Lane.PERCENT));
    return Marked.join(written.apply(Marked.plain(key)), "=", written.apply(value));
  }

  private static Marked table(Fields body) {
    List<String> keys = body.fields().stream().map(Field::key).toList();
    Marked row = Marked.join("| ", row(body, " | ", (_, value) -> Escapes.cell(value)), " |");
    return Marked.join(
        "| ",
        String.join(" | ", keys),
        " |\n",
        "|---".repeat(keys.size()),
        "|\n",
        whole(body, row),
        "\n");
  }

  private static Marked list(Fields body) {
    return Marked.join(
        "### Entry\n\n",
        whole(body, row(body, "\n", (key, value) -> Marked.join("- **", key, "**: ", value))),
        "\n");
  }
}
